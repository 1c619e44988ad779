from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from benchmarks.making import made_reports
from tests.ledger.making import WAY

from clearway.crisis import Crisis, policies
from clearway.crisis.choosing import Choices, chosen_before
from clearway.crisis.judging import Way
from clearway.model import Finding, Verdict
from clearway.picture import under_policy

AT = datetime(2026, 1, 1, tzinfo=UTC)
OTHERS = list(policies())[1:]


@pytest.fixture
def crisis(tmp_path: Path) -> Iterator[Crisis]:
    with Crisis.open(tmp_path / "made.db") as opened:
        for number, (report, claims) in enumerate(made_reports(60)):
            opened.ledger.add(report, claims, **WAY, at=AT + timedelta(seconds=number))
        yield opened


def chosen(crisis: Crisis, policy: str, *, anew: bool = False) -> tuple[Finding, ...]:
    drawn = crisis.glance(3, larger_than=0).picture
    claims = tuple(crisis.ledger.claims_named(name for one in drawn.findings for name in one.claims))
    reports = tuple(crisis.ledger.reports_named({claim.report for claim in claims}))
    if anew:
        return under_policy(policy, drawn.findings, claims, reports, Way(crisis.ledger).rulings)
    return chosen_before(crisis.ledger, policy, drawn.findings, claims, reports)


@pytest.mark.parametrize("policy", OTHERS)
def test_what_was_chosen_is_kept_as_long_as_nobody_judges(crisis: Crisis, policy: str) -> None:
    first = chosen(crisis, policy)
    assert first == chosen(crisis, policy, anew=True)
    assert chosen(crisis, policy) is first


@pytest.mark.parametrize("policy", OTHERS)
@pytest.mark.parametrize(
    ("verdict", "slot", "value"),
    [(Verdict.ACCEPT, None, None), (Verdict.REJECT, None, None), (Verdict.CORRECT, "value", "4321")],
)
def test_what_is_judged_is_chosen_of_anew(
    crisis: Crisis, policy: str, verdict: Verdict, slot: str | None, value: str | None
) -> None:
    before = chosen(crisis, policy)
    claim = next(name for one in before for name in one.claims if one.low is not None and len(one.claims) > 1)
    crisis.judge(verdict, [claim], by="rana", slot=slot, value=value)
    after = chosen(crisis, policy)
    assert after is not before
    assert after == chosen(crisis, policy, anew=True)


def test_those_go_first_that_nobody_asked_for_the_longest() -> None:
    kept = Choices(most=2)
    kept.keep("one", ())
    kept.keep("two", ())
    assert kept.get("one") == ()
    kept.keep("three", ())
    assert [kept.get(name) for name in ("one", "two", "three")] == [(), None, ()]
