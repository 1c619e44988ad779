"""What every ledger does, run over each there is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.making import AT, NORTHTOWN, WAY, a_claim, a_place, a_report, by, days, numbered
from tests.ledger.records import claims_of, texts
from tests.ledger.server import server

from clearway.errors import LedgerError, UsageError
from clearway.kinds.priority import priority_of
from clearway.ledger import Added, Ledger, Outcome, Reading, open_ledger, tables
from clearway.model import (
    Box,
    Candidate,
    Claim,
    Figure,
    Judgement,
    Level,
    Passage,
    Place,
    Query,
    Report,
    Verdict,
)
from clearway.model.claim import BY_HAND

HOUR = timedelta(hours=1)
DAYS = [date(2020, 2, day) for day in (17, 18, 19)]
LEDGERS: dict[str, Callable[[Path], Ledger]] = {
    "sqlite": lambda folder: open_ledger(folder / "clearway.db"),
    "postgresql": lambda _: open_ledger(server().fresh()),
}
SLOW_FIXTURE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.fixture(params=list(LEDGERS))
def opener(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Ledger]:
    return lambda: LEDGERS[request.param](tmp_path_factory.mktemp("ledger"))


@pytest.fixture
def ledger(opener: Callable[[], Ledger]) -> Iterator[Ledger]:
    with opener() as opened:
        yield opened


def test_a_new_report_is_kept_with_its_claims(ledger: Ledger) -> None:
    report = a_report(publisher="The Daily", notes=("a note",), retrieved=date(2020, 2, 19))
    claim = a_claim(report, figure=Figure(value=10), places=(a_place(NORTHTOWN),))
    added = ledger.add(report, [claim], **WAY, at=AT)
    assert added == Added(status=Outcome.NEW, report=report.id, reading=added.reading, new=1)
    assert list(ledger.reports()) == [report]
    assert list(ledger.claims()) == [claim]


def test_a_report_without_claims_is_kept(ledger: Ledger) -> None:
    report = a_report()
    assert ledger.add(report, [], **WAY, at=AT).status == Outcome.NEW
    assert ledger.add(report, [], **WAY, at=AT).status == Outcome.KNOWN
    assert (list(ledger.reports()), list(ledger.claims())) == ([report], [])


def test_the_same_reading_again_writes_nothing(ledger: Ledger) -> None:
    report, claims = numbered(1)
    first = ledger.add(report, claims, **WAY, at=AT)
    again = ledger.add(report, claims, **WAY, at=AT + HOUR)
    assert again == Added(status=Outcome.KNOWN, report=report.id, reading=first.reading)
    assert len(ledger.readings(report.id)) == 1


def test_a_better_extractor_confirms_adds_and_drops(ledger: Ledger) -> None:
    report = a_report()
    same, gone = a_claim(report), a_claim(report, kind="injured")
    better, fresh = replace(same, version="2", doubts=("a doubt",)), a_claim(report, "a doctor said", kind="statement")
    ledger.add(report, [same, gone], **WAY, at=AT)
    added = ledger.add(report, [better, fresh], **{**WAY, "version": "2"}, at=AT + HOUR)
    reading = added.reading
    assert added == Added(status=Outcome.CONFIRMED, report=report.id, reading=reading, new=1, confirmed=1, dropped=1)
    assert list(ledger.claims()) == [better, fresh]
    assert set(ledger.claims(Query(current=False))) == {better, fresh, gone}
    assert ledger.claim(gone.id) == gone


def test_readings_are_told_oldest_first(ledger: Ledger) -> None:
    report = a_report()
    late = ledger.add(report, [a_claim(report)], **{**WAY, "version": "2"}, at=AT + HOUR)
    early = ledger.add(report, [], **WAY, at=AT)
    assert ledger.readings(report.id) == (
        Reading(id=early.reading, report=report.id, **WAY, at=AT),
        Reading(id=late.reading, report=report.id, **{**WAY, "version": "2"}, at=AT + HOUR, claims=1),
    )
    assert list(ledger.claims()) == [a_claim(report)]


def test_of_two_readings_of_one_moment_the_second_counts(ledger: Ledger) -> None:
    report = a_report()
    ledger.add(report, [a_claim(report)], **WAY, at=AT)
    ledger.add(report, [], **{**WAY, "version": "2"}, at=AT)
    assert list(ledger.claims()) == []
    assert [reading.turn for reading in ledger.readings(report.id)] == [0, 1]


def test_the_same_bytes_with_other_particulars_are_a_version(ledger: Ledger) -> None:
    wrong, right = a_report(published=date(2020, 2, 20)), a_report(published=date(2020, 2, 18))
    ledger.add(wrong, [a_claim(wrong)], **WAY, at=AT)
    added = ledger.add(right, [a_claim(right)], **WAY, at=AT + HOUR)
    assert (added.status, added.supersedes, added.superseded_by) == (Outcome.VERSION, (wrong.id,), None)
    assert list(ledger.reports()) == [right]
    assert list(ledger.claims()) == [a_claim(right)]
    assert list(ledger.reports(current=False)) == [right, wrong]
    assert ledger.report(wrong.id) == wrong
    assert ledger.overtaken() == {wrong.id: date(2020, 2, 18)}


def test_the_kinds_that_there_are_are_those_of_current_claims(ledger: Ledger) -> None:
    wrong, right = a_report(published=date(2020, 2, 20)), a_report(published=date(2020, 2, 18))
    ledger.add(wrong, [a_claim(wrong), a_claim(wrong, kind="injured")], **WAY, at=AT)
    assert ledger.kinds() == ("injured", "killed")
    ledger.add(right, [a_claim(right)], **WAY, at=AT + HOUR)
    assert ledger.kinds() == ("killed",)


def test_claims_that_counted_are_told_with_their_days(ledger: Ledger) -> None:
    text = " ".join(f"Sentence {number} tells what was seen on the road." for number in range(30))
    early = a_report(text, url="https://example.org/a", published=date(2020, 2, 17))
    late = a_report(text + " Updated.", url="https://example.org/a", published=date(2020, 2, 19))
    wrong, right = a_report(published=date(2020, 2, 20)), a_report(published=date(2020, 2, 18))
    claims = [a_claim(early, "Sentence 1"), a_claim(late, "Sentence 1"), a_claim(wrong), a_claim(right)]
    for report, claim in zip((early, late, wrong, right), claims, strict=True):
        ledger.add(report, [claim], **WAY, at=AT)
    counted = {claim.id: (first, until) for claim, first, until in ledger.claims_counted(one.id for one in claims)}
    assert counted == {
        claims[0].id: (date(2020, 2, 17), date(2020, 2, 19)),
        claims[1].id: (date(2020, 2, 19), None),
        claims[3].id: (date(2020, 2, 18), None),
    }


def test_nearly_the_same_text_of_one_url_is_a_version(ledger: Ledger) -> None:
    body = " ".join(f"Sentence {number} tells what was seen on the road." for number in range(30))
    old = a_report(body, url="https://example.org/a")
    new = a_report(body + " Updated.", url="https://example.org/a", published=date(2020, 2, 19))
    other = a_report("Nothing like it at all was on that page.", url="https://example.org/a")
    elsewhere = a_report(body + " Copied.", url="https://example.org/b")
    ledger.add(new, [], **WAY, at=AT)
    late = ledger.add(old, [], **WAY, at=AT + HOUR)
    assert (late.status, late.supersedes, late.superseded_by) == (Outcome.VERSION, (), new.id)
    assert ledger.add(other, [], **WAY, at=AT).status == Outcome.NEW
    assert ledger.add(elsewhere, [], **WAY, at=AT).status == Outcome.NEW
    assert {report.id for report in ledger.reports()} == {new.id, other.id, elsewhere.id}


def test_two_reports_of_one_document_are_no_versions(ledger: Ledger) -> None:
    one = a_report("The first of two reports.", sha256="ab" * 32, ordinal=0)
    two = a_report("The second of the two.", sha256="ab" * 32, ordinal=1)
    ledger.add(two, [], **WAY, at=AT)
    assert ledger.known("ab" * 32, **WAY) == (two.id,)
    assert ledger.add(one, [], **WAY, at=AT).status == Outcome.NEW
    assert ledger.known("ab" * 32, **WAY) == (one.id, two.id)


def test_a_document_is_known_under_the_very_reading_only(ledger: Ledger) -> None:
    report = a_report()
    ledger.add(report, [], **WAY, at=AT)
    assert ledger.known(report.sha256, **WAY) == (report.id,)
    assert ledger.known(report.sha256, **{**WAY, "gazetteer": "g2"}) == ()
    assert ledger.known("cd" * 32, **WAY) == ()
    assert ledger.holds(report.id, **WAY)
    assert not ledger.holds(report.id, **{**WAY, "version": "2"})


def test_what_was_known_on_a_day_is_told_without_what_came_later(ledger: Ledger) -> None:
    old = a_report(published=date(2020, 2, 18), url="https://example.org/a")
    new = a_report(published=date(2020, 2, 20), url="https://example.org/a")
    undated = a_report("Nobody knows when five people died.", published=None)
    for report in (old, new):
        ledger.add(report, [a_claim(report)], **WAY, at=AT)
    ledger.add(undated, [a_claim(undated, "five people died")], **WAY, at=AT)

    def told(day: int) -> tuple[list[Report], list[str]]:
        claims = ledger.claims(Query(as_of=date(2020, 2, day)))
        return list(ledger.reports(as_of=date(2020, 2, day))), [claim.report for claim in claims]

    assert [told(17), told(19), told(20)] == [([], []), ([old], [old.id]), ([new], [new.id])]
    assert list(ledger.reports()) == [new, undated]
    assert list(ledger.reports(current=False, as_of=date(2020, 2, 20))) == [old, new]


def test_places_resolved_again_are_carried_by_the_same_claims(ledger: Ledger) -> None:
    report = a_report()
    before, other = a_claim(report, places=(a_place(),)), a_claim(report, "a doctor said", kind="statement")
    after = replace(before, places=(a_place(NORTHTOWN),))
    ledger.add(report, [before, other], **WAY, at=AT)
    added = ledger.resolve(report.id, [after, other], gazetteer="g2", at=AT + HOUR)
    assert (added.status, added.confirmed, added.new, added.dropped) == (Outcome.CONFIRMED, 2, 0, 0)
    assert list(ledger.claims()) == [after, other]
    assert ledger.claim(before.id) == after
    assert list(ledger.claims(Query(place="C0017"))) == [after]
    assert [reading.gazetteer for reading in ledger.readings(report.id)] == ["g1", "g2"]
    assert ledger.resolve(report.id, [after, other], gazetteer="g2", at=AT + 2 * HOUR).status == Outcome.KNOWN


def test_places_can_be_resolved_back(ledger: Ledger) -> None:
    report = a_report()
    before = a_claim(report, places=(a_place(),))
    after = replace(before, places=(a_place(NORTHTOWN),))
    ledger.add(report, [before], **WAY, at=AT)
    ledger.resolve(report.id, [after], gazetteer="g2", at=AT + HOUR)
    ledger.resolve(report.id, [before], gazetteer="g1", at=AT + 2 * HOUR)
    assert list(ledger.claims()) == [before]


def test_resolving_again_changes_no_claim(ledger: Ledger) -> None:
    report = a_report()
    ledger.add(report, [a_claim(report)], **WAY, at=AT)
    with pytest.raises(LedgerError, match="all of them"):
        ledger.resolve(report.id, [a_claim(report, kind="injured")], gazetteer="g2", at=AT)
    assert len(ledger.readings(report.id)) == 1


def wrongly_cut(report: Report) -> Claim:
    passage = Passage(report=report.id, start=0, end=3, words="Two")
    return Claim(kind="killed", passage=passage, sentence=passage)


def cut_from_behind(report: Report) -> Claim:
    passage = Passage(report=report.id, start=-5, end=-1, words=report.text[-5:-1])
    return Claim(kind="killed", passage=passage, sentence=passage)


def of_another_report(report: Report) -> Claim:
    passage = Passage(report="0" * 16, start=0, end=3, words=report.text[:3])
    return Claim(kind="killed", passage=passage, sentence=passage)


def changed_after_naming(report: Report) -> Claim:
    return replace(a_claim(report), kind="injured")


def beyond_json(report: Report) -> Claim:
    return a_claim(report, figure=Figure(value=float("inf")))


@pytest.mark.parametrize("wrong", [wrongly_cut, cut_from_behind, of_another_report, changed_after_naming, beyond_json])
def test_a_claim_that_cannot_be_trusted_keeps_everything_out(ledger: Ledger, wrong: Callable[[Report], Claim]) -> None:
    report = a_report()
    with pytest.raises(LedgerError, match=r"claim .*; "):
        ledger.add(report, [a_claim(report), wrong(report)], **WAY, at=AT)
    assert (list(ledger.reports(current=False)), list(ledger.claims(Query(current=False)))) == ([], [])
    assert ledger.add(report, [a_claim(report)], **WAY, at=AT).status == Outcome.NEW


@pytest.mark.parametrize("wrong", [replace(a_report(), title="Another"), a_report(document="caf\udce9.txt")])
def test_a_report_that_cannot_be_trusted_is_kept_out(ledger: Ledger, wrong: Report) -> None:
    with pytest.raises(LedgerError):
        ledger.add(wrong, [], **WAY, at=AT)
    assert list(ledger.reports(current=False)) == []


def test_a_moment_without_a_time_zone_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="time zone"):
        ledger.add(a_report(), [], **WAY, at=datetime(2020, 3, 1))
    assert list(ledger.reports()) == []


SOUTH = Candidate(
    id="pcode:C0099", name="Southtown", level=Level.SETTLEMENT, pcode="C0099", adm1="Aleppo",
    latitude=35.5, longitude=37.0, radius_km=40.0,
)  # fmt: skip
FIRST = a_report("Ten people died in Northtown on Monday, a doctor said.", publisher="The Dàily", title="A hard week")
SECOND = a_report("Two clinics were hit near al-Qarya; nobody was hurt.", published=date(2020, 2, 21))
DIED = a_claim(FIRST, attribution=by("a doctor", "UNICEF"), places=(a_place(NORTHTOWN),), period=days(16, 17))
HIT = a_claim(SECOND, "Two clinics were hit", kind="facility_attack", places=(a_place(None, "al-Qarya"),))
UNHURT = a_claim(
    SECOND, "nobody was hurt", kind="injured", negated=True, places=(Place(name="there", start=0, end=3, within=SOUTH),)
)  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), [DIED, HIT, UNHURT]),
        (Query(limit=2), [DIED, HIT]),
        (Query(limit=0), []),
        (Query(kind="killed"), [DIED]),
        (Query(kind="kill"), []),
        (Query(place="NORTHT"), [DIED]),
        (Query(place="nórth"), [DIED]),
        (Query(place="idlib"), [DIED]),
        (Query(place="c0017"), [DIED]),
        (Query(place="SY07"), [DIED]),
        (Query(place="geonames:17"), [DIED]),
        (Query(place="17"), [DIED]),
        (Query(place="C001"), []),
        (Query(place="El Qarya"), [HIT]),
        (Query(place="southtown"), [UNHURT]),
        (Query(place="%"), None),
        (Query(first=date(2020, 2, 17), last=date(2020, 2, 17)), [DIED]),
        (Query(first=date(2020, 2, 18)), [HIT, UNHURT]),
        (Query(last=date(2020, 2, 16)), [DIED]),
        (Query(first=date(2020, 2, 21), last=date(2020, 2, 21)), [HIT, UNHURT]),
        (Query(source="unicef"), [DIED]),
        (Query(source="doct"), [DIED]),
        (Query(source="the daily"), [DIED]),
        (Query(source="doctor unicef"), []),
        (Query(text="clinic"), [HIT, UNHURT]),
        (Query(text="CLINICS nobody"), [HIT, UNHURT]),
        (Query(text='"clinics nobody"'), []),
        (Query(text='"were hit near" clinics'), [HIT, UNHURT]),
        (Query(text="week"), [DIED]),
        (Query(text="hit OR died"), []),
        (Query(text="NEAR(died) * :x"), []),
        (Query(text="-- '"), None),
        (Query(report=SECOND.id), [HIT, UNHURT]),
        (Query(report=SECOND.id[:12].upper()), [HIT, UNHURT]),
        (Query(as_of=date(2020, 2, 20)), [DIED]),
        (Query(kind="injured", text="clinics", place="south"), [UNHURT]),
        (Query(box=Box(west=36, south=35, east=37, north=36.5)), [DIED, UNHURT]),
        (Query(box=Box(west=36.5, south=36, east=36.5, north=36)), [DIED]),
        (Query(box=Box(west=36.51, south=35.9, east=37, north=36.5)), []),
        (Query(box=Box(west=37.4, south=35, east=38, north=36)), [UNHURT]),
        (Query(box=Box(west=170, south=0, east=36.5, north=36)), [DIED]),
        (Query(box=Box(west=170, south=0, east=-170, north=40)), []),
        (Query(box=Box(west=-180, south=-90, east=180, north=90), kind="killed"), [DIED]),
    ],
)
def test_claims_are_found_by_what_is_asked(ledger: Ledger, query: Query, found: list[Claim] | None) -> None:
    ledger.add(SECOND, [UNHURT, HIT], **WAY, at=AT)
    ledger.add(FIRST, [DIED], **WAY, at=AT)
    if found is None:
        with pytest.raises(UsageError, match=r"no letter|no word"):
            list(ledger.claims(query))
    else:
        assert list(ledger.claims(query)) == found
        first = ledger.claims(replace(query, limit=1 if query.limit is None else query.limit))
        assert list(first) == (found[:1] if query.limit is None else found)


def test_of_a_few_claims_those_of_replaced_reports_are_none(ledger: Ledger) -> None:
    reports = [a_report(published=day, url="https://example.org/a") for day in DAYS]
    for hours, report in enumerate(reports):
        ledger.add(report, [a_claim(report)], **WAY, at=AT + hours * HOUR)
    assert [claim.report for claim in ledger.claims(Query(limit=1))] == [reports[2].id]
    assert [claim.report for claim in ledger.claims(Query(limit=1, as_of=DAYS[1]))] == [reports[1].id]
    assert [claim.report for claim in ledger.claims(Query(limit=2, current=False))] == [one.id for one in reports[:2]]


def test_current_claims_are_counted_by_kind(ledger: Ledger) -> None:
    assert ledger.count_by_kind() == {}
    ledger.add(SECOND, [UNHURT, HIT], **WAY, at=AT)
    ledger.add(SECOND, [HIT], **{**WAY, "version": "2"}, at=AT + HOUR)
    ledger.add(FIRST, [DIED], **WAY, at=AT)
    assert list(ledger.count_by_kind().items()) == [("facility_attack", 1), ("killed", 1)]


def test_one_claim_and_one_report_are_found_by_the_start_of_their_ids(ledger: Ledger) -> None:
    for number in range(40):
        report, claims = numbered(number)
        ledger.add(report, claims, **WAY, at=AT)
    assert ledger.claim(claims[0].id[:10]) == claims[0]
    assert ledger.report(report.id[:10]) == report
    several = sorted(claim.id for claim in ledger.claims() if claim.id[0] == claims[0].id[0])
    with pytest.raises(UsageError, match=f"begins {several[0]}.*give more of the id"):
        ledger.claim(claims[0].id[0])
    for nothing in ("", "~", "%", "zz"):
        with pytest.raises(UsageError, match="no claim of this ledger"):
            ledger.claim(nothing)
        with pytest.raises(UsageError, match="no report of this ledger"):
            ledger.report(nothing)


def test_judgements_are_kept_in_their_own_order(ledger: Ledger) -> None:
    ledger.add(FIRST, [DIED], **WAY, at=AT)
    first = Judgement(verdict=Verdict.REJECT, claims=(DIED.id,), by="ana", at=AT, why="a copy")
    undone = Judgement(verdict=Verdict.UNDO, claims=(DIED.id,), by="ben", at=AT + HOUR, after=(first.id,))
    with pytest.raises(UsageError, match=first.id):
        ledger.judge(undone)
    assert [ledger.judge(judgement) for judgement in (first, undone, first)] == [True, True, False]
    assert list(ledger.judgements()) == [first, undone]


def test_a_judgement_on_an_unknown_claim_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match=DIED.id):
        ledger.judge(Judgement(verdict=Verdict.ACCEPT, claims=(DIED.id,), by="ana", at=AT))
    assert list(ledger.judgements()) == []


def test_writing_goes_on_while_somebody_reads(ledger: Ledger) -> None:
    for number in range(3):
        ledger.add(*numbered(number), **WAY, at=AT)
    read = []
    for claim in ledger.claims():
        ledger.add(*numbered(10 + len(read)), **WAY, at=AT)
        read.append(claim)
    assert (len(read), len(list(ledger.reports()))) == (9, 12)


def test_nothing_is_written_to_what_a_newer_clearway_has_opened_meanwhile(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.add(*numbered(0), **WAY, at=AT)
    monkeypatch.setattr(tables, "GENERATION", tables.GENERATION - 1)  # as if this were the older one
    with pytest.raises(LedgerError, match="a newer Clearway wrote it"):
        ledger.add(*numbered(1), **WAY, at=AT)
    assert len([*ledger.reports()]) == 1


def test_what_is_read_in_one_moment_does_not_tell_what_came_later(ledger: Ledger) -> None:
    ledger.add(*numbered(0), **WAY, at=AT)
    with ledger.moment():
        assert len([*ledger.claims()]) == 3
        ledger.add(*numbered(1), **WAY, at=AT)
        with ledger.moment():
            assert (len([*ledger.claims()]), len([*ledger.reports()])) == (3, 1)
        assert ledger.counts(None).claims == 3
    assert ledger.counts(None).claims == 6


PARTS = [
    *(f"Ten people died in Northtown on day {number}, a doctor said, and more were hurt." for number in range(2)),
    "Ten people died in Northtown on day 1, a doctor said, and more were hurt there.",
]


def entries() -> list[tuple[Report, list[Claim], dict[str, str], datetime]]:
    """Readings by three manners of versions of one work and of another report."""
    found = []
    for number, part in enumerate(PARTS):
        for day in (18, 19):
            report = a_report(part, published=date(2020, 2, day), url="https://example.org/a" if number else None)
            for version in ("1", "2"):
                kinds = ("killed", "casualties") if version == "1" else ("killed", "injured")
                claims = [a_claim(report, kind=kind, version=version) for kind in kinds]
                at = AT + HOUR * ((number * 7 + day * 5 + int(version) * 3) % 6)
                found.append((report, claims, {**WAY, "version": version}, at))
    return found


def told(opener: Callable[[], Ledger], numbers: Sequence[int]) -> object:
    """Everything that a ledger tells to which these were added, and tells once more when it was indexed anew."""
    every = entries()
    with opener() as ledger:
        for number in numbers:
            report, claims, way, at = every[number]
            ledger.add(report, claims, **way, at=at)
        before = state(ledger)
        ledger.reindex()
        assert state(ledger) == before
        return before


@pytest.fixture
def in_order(opener: Callable[[], Ledger]) -> object:
    """What a ledger tells to which all entries were added once."""
    return told(opener, range(len(entries())))


@settings(max_examples=10, deadline=None, suppress_health_check=SLOW_FIXTURE)
@given(data=st.data())
def test_any_order_and_any_number_of_times_give_the_same_claims(
    opener: Callable[[], Ledger], in_order: object, data: st.DataObject
) -> None:
    every = range(len(entries()))
    order = data.draw(st.permutations(every)) + data.draw(st.lists(st.sampled_from(every), max_size=4))
    assert told(opener, order) == in_order


def state(ledger: Ledger) -> object:
    """Everything that the ledger tells."""
    asked = [Query(current=current, as_of=day) for current in (True, False) for day in (None, *DAYS)]
    claims = [list(ledger.claims(query)) for query in asked]
    reports = [list(ledger.reports(current=current)) for current in (True, False)]
    found = [list(ledger.claims(Query(text="doctor"))), list(ledger.claims(Query(kind="killed")))]
    return claims, reports, found, ledger.count_by_kind()


@settings(max_examples=25, deadline=None, suppress_health_check=SLOW_FIXTURE)
@given(data=st.data())
def test_a_stored_claim_comes_back_equal(opener: Callable[[], Ledger], data: st.DataObject) -> None:
    text = data.draw(texts)
    report = a_report(text, publisher=data.draw(st.none() | texts), title=data.draw(st.none() | texts))
    claims = {claim.id: claim for claim in data.draw(st.lists(claims_of(report), max_size=4))}
    with opener() as ledger:
        ledger.add(report, list(claims.values()), **WAY, at=AT)
        kept = list(ledger.claims())
        assert {claim.id: claim for claim in kept} == claims
        assert kept == sorted(kept, key=lambda claim: (claim.passage.start, claim.id))
        assert [ledger.claim(key) for key in claims] == list(claims.values())
        assert list(ledger.reports()) == [report]
        assert all(claim.passage.cuts(ledger.report(report.id).text) for claim in kept)


def test_what_a_person_found_counts_while_it_is_added(ledger: Ledger) -> None:
    report, claims = numbered(1)
    ledger.add(report, claims, **WAY, at=AT)
    found = a_claim(report, "in Northtown", kind="attack", extractor=BY_HAND, version="Ana")
    ledger.add_by_hand(report.id, [found], by="Ana", at=AT + HOUR)
    assert list(ledger.claims()) == claims
    adding = Judgement(verdict=Verdict.ADD, claims=(found.id,), by="Ana", at=AT + HOUR)
    ledger.judge(adding)
    assert set(ledger.claims()) == {*claims, found}
    assert ledger.counts(None).claims == len(claims) + 1
    undoing = Judgement(verdict=Verdict.UNDO, claims=(found.id,), undoes=adding.id, by="Ben", at=AT + 2 * HOUR)
    ledger.judge(undoing)
    assert list(ledger.claims()) == claims
    ledger.judge(Judgement(verdict=Verdict.UNDO, claims=(found.id,), undoes=undoing.id, by="Ana", at=AT + 3 * HOUR))
    assert set(ledger.claims()) == {*claims, found}


def test_what_is_kept_of_a_report_is_what_counts_of_it_now(ledger: Ledger) -> None:
    report, claims = numbered(1)
    ledger.add(report, claims, **WAY, at=AT)

    def told() -> list[Claim]:
        found = list(ledger.claims_in([report.id]))
        assert all(one is other for one, other in zip(found, ledger.claims_in([report.id]), strict=True)) or by_hand
        return found

    by_hand = False
    assert told() == claims
    ledger.add(report, claims[:1], **{**WAY, "version": "2"}, at=AT + HOUR)
    assert told() == claims[:1]
    found = a_claim(report, "in Northtown", kind="attack", extractor=BY_HAND, version="Ana")
    by_hand = bool(ledger.add_by_hand(report.id, [found], by="Ana", at=AT + 2 * HOUR))
    assert told() == claims[:1]
    adding = Judgement(verdict=Verdict.ADD, claims=(found.id,), by="Ana", at=AT + 2 * HOUR)
    ledger.judge(adding)
    assert set(told()) == {claims[0], found}
    ledger.judge(Judgement(verdict=Verdict.UNDO, claims=(found.id,), undoes=adding.id, by="Ben", at=AT + 3 * HOUR))
    assert told() == claims[:1]


def test_a_new_reading_leaves_what_a_person_found(ledger: Ledger) -> None:
    report, claims = numbered(1)
    ledger.add(report, claims, **WAY, at=AT)
    found = a_claim(report, "in Northtown", kind="attack", extractor=BY_HAND, version="Ana")
    ledger.add_by_hand(report.id, [found], by="Ana", at=AT + HOUR)
    ledger.judge(Judgement(verdict=Verdict.ADD, claims=(found.id,), by="Ana", at=AT + HOUR))
    ledger.add(report, claims[:1], **{**WAY, "version": "2"}, at=AT + 2 * HOUR)
    assert set(ledger.claims()) == {claims[0], found}
    assert ledger.readings(report.id)[-1].version == "2"
    ledger.reindex()
    assert set(ledger.claims()) == {claims[0], found}


def test_what_a_person_found_goes_with_the_ledger_that_is_put_into_another(
    opener: Callable[[], Ledger], ledger: Ledger
) -> None:
    report, claims = numbered(1)
    ledger.add(report, claims, **WAY, at=AT)
    found = a_claim(report, "in Northtown", kind="attack", extractor=BY_HAND, version="Ana")
    ledger.add_by_hand(report.id, [found], by="Ana", at=AT + HOUR)
    adding = Judgement(verdict=Verdict.ADD, claims=(found.id,), by="Ana", at=AT + HOUR)
    ledger.judge(adding)
    with opener() as other:
        for kept in ledger.kept():
            other.absorb(kept)
        assert list(other.claims()) == claims
        other.judge(adding)
        assert set(other.claims()) == {*claims, found}
        assert list(other.kept()) == list(ledger.kept())


def test_a_long_list_is_read_page_by_page(ledger: Ledger) -> None:
    for number in range(4):
        report, claims = numbered(number)
        ledger.add(report, claims, **WAY, at=AT)
    whole = list(ledger.claims())
    pages: list[Claim] = []
    while page := list(ledger.claims(Query(limit=5, after=pages[-1].id if pages else None))):
        pages += page
    assert pages == whole


def test_what_wants_a_person_s_eye_most_comes_first(ledger: Ledger) -> None:
    report = a_report()
    sure = a_claim(report, figure=Figure(value=10), places=(a_place(NORTHTOWN),), attribution=by("a doctor"))
    unsure = a_claim(report, "Ten people died", figure=Figure(value=10), doubts=("found by words alone",))
    small = a_claim(report, "a doctor said", kind="statement", attribution=by("a doctor"))
    ledger.add(report, [sure, unsure, small], **WAY, at=AT)
    assert list(ledger.by_priority()) == [unsure.id, sure.id, small.id]
    assert list(ledger.by_priority(Query(after=unsure.id))) == [sure.id, small.id]
    assert list(ledger.by_priority(Query(kind="killed"))) == [unsure.id, sure.id]


def test_behind_each_claim_come_the_rest_of_its_priority_and_then_the_others(ledger: Ledger) -> None:
    for number in range(4):
        report, claims = numbered(number)
        ledger.add(report, claims, **WAY, at=AT)
    whole = list(ledger.by_priority())
    assert len({priority_of(claim).score for claim in ledger.claims()}) < len(whole)
    assert [list(ledger.by_priority(Query(after=one))) for one in whole] == [
        whole[place:] for place in range(1, len(whole) + 1)
    ]
    assert list(ledger.by_priority(Query(after="f" * 16))) == []


def test_the_latest_reports_come_newest_first_with_their_claims_a_page_at_a_time(ledger: Ledger) -> None:
    undated, first, second = (
        a_report(f"Ten people died in Northtown {day}.", published=day) for day in (None, *DAYS[:2])
    )
    for report in (first, undated, second):
        ledger.add(report, [a_claim(report)] if report is second else [], **WAY, at=AT)
    listed = list(ledger.latest(5))
    assert listed == [(undated, 0), (second, 1), (first, 0)]
    assert list(ledger.latest(1, before=(date.max, undated.id))) == [(second, 1)]
    assert list(ledger.latest(5, before=(DAYS[1], second.id))) == [(first, 0)]
    assert list(ledger.latest(5, before=(DAYS[0], first.id))) == []
