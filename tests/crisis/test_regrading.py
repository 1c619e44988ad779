"""What would be reported of roads without one claim, held against everything worked out anew without it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.desk import sample_ledger

from clearway.corridors.constants import constants
from clearway.corridors.evidence import evidence
from clearway.crisis import Crisis
from clearway.crisis.regrading import Gathered, behind, gathered
from clearway.model import Evidence
from clearway.picture import HAPPENS, entry_of, fold, incidents

DAY = date(2020, 3, 20)


@pytest.fixture
def crisis(tmp_path: Path) -> Iterator[Crisis]:
    with Crisis.open(sample_ledger(tmp_path)) as opened:
        yield opened


def anew(found: Gathered, claim: str) -> tuple[Evidence, ...]:
    """Everything folded, joined and graded anew from all other claims."""
    left = {name: one for name, one in found.claims.items() if name != claim}
    entries = (entry_of(one, found.reports.get(one.report)) for one in left.values() if one.kind in HAPPENS)
    drawn = fold(left.values(), found.reports.values(), as_of=DAY)
    return evidence(incidents(entries), drawn.findings, left, constants(), found.sites)


def looks(some: tuple[Evidence, ...]) -> list[tuple[object, ...]]:
    """What bears on roads, whatever the findings are called."""
    return sorted(
        (one.rule, one.severity, one.status, one.origins, one.contested, sorted(one.claims), one.told or date.min)
        for one in some
    )


def test_without_a_claim_all_that_hangs_on_it_is_what_it_would_be_had_nobody_made_it(crisis: Crisis) -> None:
    found = gathered(crisis, DAY)
    named = sorted({name for one in found.evidence for name in one.claims})
    assert len(named) > 40
    different = [name for name in named[::6] if looks(found.without(name)) != looks(anew(found, name))]
    assert different == []


def test_what_a_paper_and_a_ministry_told_is_a_ministrys_promise_without_the_paper(crisis: Crisis) -> None:
    found = gathered(crisis, DAY)
    (paper,) = (name for name, one in found.claims.items() if "cars in daylight" in one.passage.words)
    (both,) = (one for one in found.evidence if paper in one.claims)
    (left,) = (one for one in found.without(paper) if set(one.claims) < set(both.claims))
    assert (both.rule, left.rule) == ("status", "promise")


def test_the_claims_behind_it_are_released_with_their_reports(crisis: Crisis) -> None:
    found = gathered(crisis, DAY)
    release = behind(crisis, found)
    assert {claim.id for claim in release.claims} == {name for one in found.evidence for name in one.claims}
    assert {claim.report for claim in release.claims} == {report.id for report in release.reports}
