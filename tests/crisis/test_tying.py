"""What one claim is to many others is just what the rules say of each two of them, however few are asked."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.picture.making import (
    COUNTRY,
    FRIDAY,
    MONDAY,
    OTHER_TOWN,
    PROVINCE,
    TOWN,
    TUESDAY,
    claim,
    days,
    percent,
    report,
)

from clearway.crisis.tying import Entries, Tying
from clearway.model import (
    Basis,
    Candidate,
    Claim,
    Figure,
    Judgement,
    Level,
    Place,
    Quantifier,
    Relation,
    Status,
    Tie,
    Verdict,
    Whole,
)
from clearway.picture import Entry, entry_of, relations, rulings, sketched
from clearway.picture.rulings import NONE, Rulings

FAR = Candidate(id="g:9", name="Ashford", level=Level.SETTLEMENT, country="YY", adm1_code="07")
NEXT_TOWN = replace(TOWN, id="g:11", name="Ashton", latitude=1.0, longitude=1.0)
AROUND_TOWN = replace(TOWN, id="g:13", latitude=1.0, longitude=1.1, radius_km=50.0)
CLINIC = replace(TOWN, id="g:12", name="Oakton Clinic", level=Level.FACILITY)
WILD = Candidate(id="g:10", name="The Moor", level=Level.AREA, latitude=1.0, longitude=1.0, radius_km=90.0)
REPORTS = {
    one.id: one
    for one in (
        report("r1"),
        report("r2", published=FRIDAY, publisher="Paper r1"),
        report("r3", published=MONDAY),
        report("r4", published=None),
    )
}

PLACES = (
    *(Place(name=one.name, start=0, end=1, resolved=one) for one in (TOWN, OTHER_TOWN, FAR, PROVINCE, COUNTRY, WILD)),
    *(Place(name=name, start=0, end=1) for name in ("Oakton", "Nowhere")),
    *(Place(name="The Mill", start=0, end=1, within=one) for one in (PROVINCE, TOWN)),
    *(Place(name=one.name, start=0, end=1, resolved=one) for one in (NEXT_TOWN, CLINIC)),
    Place(name="north of Oakton", start=0, end=1, level=Level.AREA, resolved=AROUND_TOWN),
)
FIGURES = (
    None,
    *(Figure(value=value) for value in (0, 3, 30, 31, 300)),
    *(Figure(value=30, quantifier=hedge) for hedge in (Quantifier.MORE_THAN, Quantifier.ALMOST)),
    *(Figure(value=30, basis=basis) for basis in (Basis.EVENT, Basis.STOCK, Basis.CUMULATIVE)),
    Figure(value=30, unit="family"),
    Figure(value=3, whole=Whole(words="the dead", value=30)),
    percent(10),
    percent(10, whole=30),
)
PERIODS = (None, days(MONDAY), days(TUESDAY), days(date(2020, 2, 1), TUESDAY), days(date(2020, 1, 1)))
KINDS = ("killed", "injured", "population", "road_status")
WORDS = (None, "Thirty were killed there as the rain fell and the road was closed")


def _several(seed: int) -> list[Claim]:
    """Claims that are like one another: of few kinds, figures and days, at few places."""
    pick = Random(seed)  # noqa: S311  # made up, not secret
    kinds, figures = pick.choices(KINDS, k=2), pick.choices(FIGURES, k=3)
    periods, places = pick.choices(PERIODS, k=2), pick.choices(PLACES, k=6)
    words, status = pick.choice(WORDS), pick.choice((None, Status.OPEN))
    made = (
        replace(
            claim(
                pick.choice(kinds),
                pick.choice(figures),
                by=pick.choice((None, "the mayor")),
                when=pick.choice(periods),
                within=pick.choice(sorted(REPORTS)),
                start=start,
                words=words,
                group=pick.choice((None, "civilians")),
                status=status,
                negated=not pick.randrange(9),
            ),
            id="",
            places=tuple(pick.sample(places, k=pick.choice((0, 1, 1, 1, 2)))),
        )
        for start in range(12)
    )
    return list({one.id: one for one in made}.values())


def _judged(some: Sequence[Claim], verdict: Verdict, slot: str | None = None, value: str | None = None) -> Rulings:
    names = tuple(one.id for one in some)
    return rulings(
        [Judgement(verdict=verdict, claims=names, by="a", at=datetime(2020, 3, 1, tzinfo=UTC), slot=slot, value=value)]
    )


def _ties(
    some: Sequence[Claim], ruled: Rulings, sketches: Mapping[str, bytes] | None = None
) -> tuple[list[Relation], list[Relation], int]:
    """What the first claim is to the others: as it is worked out, as the rules say, and how often these were asked."""
    asked = []

    def hold(one: Entry, other: Entry) -> tuple[Relation, ...]:
        asked.append(other)
        return relations([one, other])

    first, *others = some
    entries = Entries(REPORTS, ruled, lambda names: {name: (sketches or {}).get(name, b"") for name in names})
    plain = [entry_of(one, REPORTS[one.report], ruled) for one in some]
    told = [tie for one in plain[1:] for tie in relations([plain[0], one])]
    return Tying(entries.of(first), entries, hold).ties(others), told, len(asked)


@given(st.integers(min_value=0))
@settings(max_examples=500)
def test_no_claim_with_a_relation_is_left_out_and_none_without_one_is_added(seed: int) -> None:
    found, told, _ = _ties(_several(seed), NONE)
    assert found == told


@given(st.integers(min_value=0))
@settings(max_examples=500)
def test_so_it_is_where_people_judged(seed: int) -> None:
    some, pick = _several(seed), Random(seed)  # noqa: S311  # made up, not secret
    one, other = some[0], pick.choice(some[1:])
    ruled = pick.choice(
        [
            _judged([one, other], Verdict.PART_OF),
            _judged([other, one], Verdict.PART_OF),
            _judged([other], Verdict.CORRECT, "kind", "population"),
            _judged([one], Verdict.CORRECT, "value", "30"),
            _judged([other], Verdict.CORRECT, "places", "none"),
            _judged([one], Verdict.CORRECT, "places", "none"),
            _judged([one, other], Verdict.DIFFERENT),
        ]
    )
    found, told, _ = _ties(some, ruled)
    assert found == told


def test_the_rules_are_asked_once_for_all_that_are_elsewhere() -> None:
    here = claim("population", 3_000, at=TOWN)
    others = [claim("population", value, at=OTHER_TOWN, within="r3", start=value) for value in range(1, 40)]
    found, told, asked = _ties([here, *others], NONE)
    assert (found, asked) == (told, 1)
    assert {one.tie for one in found} == {Tie.AREA}


def test_two_towns_of_one_area_are_elsewhere_and_a_town_and_its_area_are_not() -> None:
    here = claim("population", 3_000, at=TOWN)
    others = [
        claim("population", value, at=at, within="r3", start=value) for at in (NEXT_TOWN, PROVINCE) for value in (5, 6)
    ]
    found, told, asked = _ties([here, *others], NONE)
    assert (found, asked) == (told, 3)
    assert [one.tie for one in found] == [Tie.AREA, Tie.AREA, Tie.METHOD, Tie.METHOD]


def test_claims_of_kinds_that_no_one_event_brings_about_are_held_once() -> None:
    here = claim("killed", 3, at=TOWN, when=days(TUESDAY))
    others = [claim(kind, 3, at=TOWN, when=days(TUESDAY)) for kind in ("population", "road_status", "injured")]
    found, told, asked = _ties([here, *others], NONE)
    assert (found, asked) == (told, 2)
    assert [(one.tie, one.other) for one in found] == [(Tie.EVENT, min(here.id, others[2].id))]


def test_a_town_in_what_is_around_another_is_not_elsewhere() -> None:
    around = Place(name="north of Oakton", start=0, end=1, level=Level.AREA, resolved=AROUND_TOWN)
    here = claim("population", 3_000, at=NEXT_TOWN)
    others = [
        replace(claim("population", value, within="r3", start=value), id="", places=(around,)) for value in (5, 6)
    ]
    found, told, asked = _ties([here, *others], NONE)
    assert (found, asked) == (told, 2)


def test_a_place_that_nobody_knows_is_elsewhere_unless_its_name_is_the_same() -> None:
    here = claim("population", 3_000, at="Nowhere")
    others = [claim("population", 5_000, at=name, within="r3") for name in ("Elsewhere", "Far Off", "Nowhere")]
    found, told, asked = _ties([here, *others], NONE)
    assert (found, asked) == (told, 2)
    assert [one.tie for one in found] == [Tie.AREA, Tie.AREA, Tie.VALUE]


def test_what_was_kept_of_texts_is_looked_up_once_and_only_for_claims_that_may_be_copies() -> None:
    text = " ".join(f"word{number}" for number in range(200))
    reports = {name: replace(REPORTS[name], text=f"{text} {name}") for name in REPORTS}
    asked: list[Collection[str]] = []

    def sketches(names: Collection[str]) -> Mapping[str, bytes]:
        asked.append(sorted(names))
        return {name: sketched(reports[name].text) for name in names if name != "r3"}

    entries = Entries(reports, NONE, sketches)
    here = claim("killed", 3, at=TOWN)
    others = [claim("killed", 3, at=TOWN, within=name) for name in ("r2", "r3")]
    apart = claim("killed", 3, at=OTHER_TOWN, within="r4"), claim("killed", 5, at=OTHER_TOWN, within="r4", start=9)
    found = Tying(entries.of(here), entries, lambda *two: relations(two)).ties([*others, *apart])
    assert [tie.reason.partition(":")[0] for tie in found] == ["same text as Paper r1", "same text as Paper r3"]
    assert asked == [["r1", "r2", "r3", "r4"]]


def test_nothing_is_looked_up_of_texts_where_no_two_figures_are_the_same() -> None:
    def sketches(names: Collection[str]) -> Mapping[str, bytes]:
        raise AssertionError(names)

    entries = Entries(REPORTS, NONE, sketches)
    others = [claim("killed", value, at=TOWN, within="r3") for value in (4, 5)]
    found = Tying(entries.of(claim("killed", 3, at=TOWN)), entries, lambda *two: relations(two)).ties(others)
    assert [tie.tie for tie in found] == [Tie.VALUE, Tie.VALUE]
