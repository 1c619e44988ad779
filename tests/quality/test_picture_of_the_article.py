"""What the article's claims come to: what belongs together is together, what may overlap is never added."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from benchmarks import annotated as corpus
from tests.desk import parser
from tests.picture.making import bounds

from clearway.claims import Reader
from clearway.model import Claim, Finding, Picture, Relation, Tie
from clearway.picture import entry_of, fold, relations
from clearway.places import Gazetteer


@dataclass(frozen=True, slots=True)
class Drawn:
    """The article's claims, their picture, and what each claim is to the others."""

    claims: tuple[Claim, ...]
    picture: Picture
    ties: tuple[Relation, ...]

    def claim(self, kind: str, value: float, *, unit: str = "person") -> Claim:
        """The one claim of a kind with that number."""
        found = [
            one
            for one in self.claims
            if one.kind == kind and one.figure and (one.figure.value, one.figure.unit) == (value, unit)
        ]
        assert len(found) == 1, (kind, value)
        return found[0]

    def finding(self, claim: Claim) -> Finding:
        """The finding that a claim stands in, but for derived ones."""
        return next(one for one in self.picture.findings if claim.id in one.claims and one.derived_from is None)

    def tie(self, one: Claim, other: Claim) -> Tie | None:
        """What two claims are to one another."""
        pair = {one.id, other.id}
        return next((tie.tie for tie in self.ties if {tie.one, tie.other} == pair), None)


@pytest.fixture(scope="module")
def drawn(shared: Path) -> Drawn:
    report = corpus.article(shared).report
    with Gazetteer.open() as gazetteer:
        claims = Reader(gazetteer, parser=parser()).read(report)
    ties = relations(entry_of(one, report) for one in claims)
    return Drawn(claims, fold(claims, [report]), ties)


def test_about_300_and_299_are_one_finding_of_one_office(drawn: Drawn) -> None:
    rough, plain = drawn.claim("killed", 300), drawn.claim("killed", 299)
    assert drawn.finding(rough) == drawn.finding(plain)
    assert bounds(drawn.finding(plain)) == (299, 299, 299)
    assert drawn.tie(rough, plain) is Tie.ROUNDED


def test_93_percent_is_a_share_of_the_299_and_gives_a_derived_count(drawn: Drawn) -> None:
    share = drawn.claim("killed", 93, unit="percent")
    assert drawn.tie(share, drawn.claim("killed", 299)) is Tie.SHARE
    (derived,) = [one for one in drawn.picture.findings if one.derived_from == drawn.finding(share).id]
    assert derived.statement.startswith("derived, not reported: about 278")
    assert derived.best is not None
    assert (derived.best.value, derived.best.stated) == (278, False)


def test_nearly_a_million_and_900_000_are_related_and_never_summed(drawn: Drawn) -> None:
    million, fled = drawn.claim("displaced", 1_000_000), drawn.claim("displaced", 900_000)
    assert drawn.tie(million, fled) is not None
    told = {one.figure.value for one in drawn.claims if one.figure}
    numbers = {
        bound.value
        for one in drawn.picture.findings
        for bound in (one.low, one.best, one.high)
        if bound and bound.stated
    }
    assert 1_900_000 not in numbers
    assert numbers <= told | {None}


def test_525_000_children_are_a_subset_of_the_displaced(drawn: Drawn) -> None:
    children = drawn.claim("displaced", 525_000)
    assert drawn.tie(children, drawn.claim("displaced", 900_000)) is Tie.SUBSET


def test_half_of_three_million_stands_apart_from_the_flow_since_december(drawn: Drawn) -> None:
    half = drawn.claim("displaced", 50, unit="percent")
    assert drawn.finding(half) != drawn.finding(drawn.claim("displaced", 900_000))


def test_400_000_dead_of_the_whole_war_stand_apart(drawn: Drawn) -> None:
    war, year = drawn.claim("killed", 400_000), drawn.claim("killed", 299)
    assert drawn.finding(war) != drawn.finding(year)
    assert drawn.tie(war, year) is Tie.WINDOW


def test_the_towns_that_a_party_says_it_took_are_its_own_claim(drawn: Drawn) -> None:
    (towns,) = [one for one in drawn.claims if one.kind == "control" and one.figure]
    assert any(note.startswith("said by a party about itself") for note in drawn.finding(towns).notes)


def test_the_highway_is_open_after_it_was_taken(drawn: Drawn) -> None:
    def states(kind: str) -> set[str | None]:
        return {one.status for one in drawn.picture.findings if one.kind == kind and "M5" in (one.place or "")}

    assert states("road_status") == {"open"}
    assert states("control") == {"gained"}
