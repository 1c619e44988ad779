"""Counts that are kept up by what came, held against counting everything anew, over every ledger there is."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.contracts.test_happened import KINDS, PUBLISHED, SAID, SPOTS, Said, paper
from tests.contracts.test_ledger import LEDGERS, opener
from tests.ledger.making import AT, NORTHTOWN, WAY, a_claim, a_place, a_report

from clearway.crisis import growing
from clearway.crisis.growing import Growth, Seen, changed, growth
from clearway.crisis.judging import Way, judged, undoings
from clearway.ledger import Ledger
from clearway.model import Claim, Judgement, Verdict
from clearway.model.claim import BY_HAND

__all__ = ["opener"]
HOUR = timedelta(hours=1)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["paper", "paper", "again", "place", "hand", "split", "reject", "kind", "undo"]),
        st.integers(0, 99),
        st.lists(SAID, min_size=1, max_size=2),
        st.sampled_from(PUBLISHED),
        st.sampled_from([None, "u1", "u2"]),
    ),
    min_size=2,
    max_size=9,
)


def claims_of(ledger: Ledger) -> list[Claim]:
    return sorted(ledger.claims(), key=lambda claim: claim.id)


def judge(ledger: Ledger, number: int, verdict: Verdict, *names: str, **more: Any) -> None:
    draft = Judgement(verdict=verdict, claims=names, by="Amal", at=AT + number * HOUR, **more)
    ledger.judge(judged(ledger, draft))


def by_hand(ledger: Ledger, number: int, claim: Claim) -> Claim:
    report = ledger.report(claim.report)
    spot = SPOTS[number % len(SPOTS)]
    places = (a_place(spot, spot.name),) if spot else ()
    found = a_claim(report, report.text[: 9 + number], kind="injured", places=places, extractor=BY_HAND)
    ledger.add_by_hand(report.id, [found], by="Amal", at=AT + number * HOUR)
    return found


def act(
    ledger: Ledger, number: int, what: str, which: int, said: list[Said], day: date | None, url: str | None
) -> None:
    """Do something that may change what counts."""
    at, claims = AT + number * HOUR, claims_of(ledger)
    chosen = claims[which % len(claims)] if claims else None
    if what == "paper" or chosen is None:
        ledger.add(*paper(number, said, day, url), **WAY, at=at)
    elif what == "again":
        mine = [claim for claim in claims if claim.report == chosen.report and not claim.by_hand]
        report = ledger.report(chosen.report)
        ledger.add(
            report, [replace(one, id="", kind="injured") for one in mine[1:]], **{**WAY, "version": f"{number}"}, at=at
        )
    elif what == "place":
        mine = [claim for claim in claims if claim.report == chosen.report and not claim.by_hand]
        moved = [replace(one, places=tuple(replace(place, resolved=None) for place in one.places)) for one in mine]
        if mine:
            ledger.resolve(chosen.report, moved, gazetteer=f"g{number}", at=at)
    elif what == "hand":
        judge(ledger, number, Verdict.ADD, by_hand(ledger, number, chosen).id)
    elif what == "split":
        judge(ledger, number, Verdict.SPLIT, chosen.id, by_hand(ledger, number, chosen).id)
    elif what == "reject":
        judge(ledger, number, Verdict.REJECT, chosen.id, lead=True)
    elif what == "kind":
        judge(ledger, number, Verdict.CORRECT, chosen.id, slot="kind", value=KINDS[which % len(KINDS)], lead=True)
    elif judgements := ledger.judgements():
        undo(ledger, number, judgements[which % len(judgements)])


def undo(ledger: Ledger, number: int, one: Judgement) -> None:
    draft = Judgement(verdict=Verdict.UNDO, claims=one.claims, by="Amal", at=AT + number * HOUR, undoes=one.id)
    if not any(other.undoes == one.id for other in ledger.judgements()):
        for each in undoings(ledger, one.id, draft):
            ledger.judge(each)


def known(counted: Growth) -> list[Any]:
    days = [*filter(None, PUBLISHED), None]
    return [(day, counted.sites(day), counted.months_on(day)) for day in days]


class Kept:
    """What is kept up of a ledger, held against what counting anew finds each time."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.counted = growth(ledger)
        self.told = changed(ledger, Way(ledger).rulings)

    def check(self) -> None:
        rulings = Way(self.ledger).rulings
        self.counted = growth(self.ledger, self.counted)
        self.told = changed(self.ledger, rulings, self.told)
        assert self.told.claims == changed(self.ledger, rulings).claims
        anew = growth(self.ledger)
        assert self.counted.readings == anew.readings
        assert known(self.counted) == known(anew)


@pytest.fixture
def kept(opener: Callable[[], Ledger]) -> Iterator[Kept]:
    with opener() as ledger:
        yield Kept(ledger)


def test_a_report_that_was_replaced_is_read_again(kept: Kept) -> None:
    for day in (18, 19):
        report = a_report(published=date(2020, 2, day), url="https://news.example/1", sha256=f"{day}")
        kept.ledger.add(report, [a_claim(report, places=(a_place(NORTHTOWN),))], **WAY, at=AT + day * HOUR)
        kept.check()
    first = next(one for one in kept.ledger.reports(current=False) if one.published == date(2020, 2, 18))
    again = a_claim(first, kind="injured", places=(a_place(NORTHTOWN),))
    kept.ledger.add(first, [again], **{**WAY, "version": "2"}, at=AT + 99 * HOUR)
    kept.check()
    assert [one.kinds for one in kept.counted.sites(date(2020, 2, 18))] == [{"injured": 1}]
    assert [one.kinds for one in kept.counted.sites(None)] == [{"killed": 1}]


def test_a_claim_that_a_person_found_and_corrected_comes_and_goes(kept: Kept) -> None:
    report = a_report()
    claim = a_claim(report, places=(a_place(NORTHTOWN),))
    kept.ledger.add(report, [claim], **WAY, at=AT)
    kept.check()
    found = by_hand(kept.ledger, 1, claim)
    kept.check()
    judge(kept.ledger, 1, Verdict.ADD, found.id)
    kept.check()
    judge(kept.ledger, 2, Verdict.CORRECT, found.id, slot="kind", value="attack")
    kept.check()
    assert [one.now.kind for one in kept.told.claims if one.now] == ["attack"]
    undo(kept.ledger, 3, kept.ledger.judgements()[0])
    kept.check()
    assert kept.told.claims == ()


def test_what_is_seen_in_a_moment_that_began_before_is_counted_anew(kept: Kept) -> None:
    report = a_report()
    kept.ledger.add(report, [a_claim(report, places=(a_place(NORTHTOWN),))], **WAY, at=AT)
    later = replace(kept.counted, seen=Seen(readings=9, judgements=()))
    assert known(growth(kept.ledger, later)) == known(growth(kept.ledger))


@pytest.mark.parametrize("most", [0, 1])
def test_where_many_days_changed_everything_is_counted_anew(
    kept: Kept, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(growing, "MOST_DAYS", most)
    for day in (18, 19):
        report = a_report(f"Ten people died in Northtown on the {day}th.", published=date(2020, 2, day))
        kept.ledger.add(report, [a_claim(report, places=(a_place(NORTHTOWN),))], **WAY, at=AT)
    kept.check()


@pytest.mark.parametrize("name", list(LEDGERS))
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=ACTS)
def test_what_is_kept_up_is_what_counting_anew_finds(
    name: str,
    tmp_path_factory: pytest.TempPathFactory,
    acts: list[tuple[str, int, list[Said], date | None, str | None]],
) -> None:
    with LEDGERS[name](tmp_path_factory.mktemp("ledger")) as ledger:
        kept = Kept(ledger)
        for number, one in enumerate(acts):
            act(ledger, number, *one)
            kept.check()
