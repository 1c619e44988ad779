from dataclasses import replace

import pytest
from tests.picture.making import (
    COUNTRY,
    FRIDAY,
    MONDAY,
    OTHER_TOWN,
    PROVINCE,
    TOWN,
    TUESDAY,
    about,
    claim,
    days,
    picture,
)

from clearway.model import Basis, Candidate, Certainty, Claim, Figure, Level, Quantifier, State, Total
from clearway.picture import totals

SOUTHSHIRE = Candidate(id="g:5", name="Southshire", level=Level.ADM1, country="XX", adm1_code="02")
FARSHIRE = Candidate(id="g:6", name="Farshire", level=Level.ADM1, country="YY", adm1_code="01")
DISTRICT = Candidate(id="g:7", name="Upper", level=Level.ADM2, country="XX", adm1_code="01", adm2_code="011")
WEEK = days(MONDAY, FRIDAY)


def told(*claims: Claim, areas: int = 3) -> tuple[Total, ...]:
    found = picture(*claims, r1=FRIDAY, r2=FRIDAY)
    return totals(found.findings, claims, lambda _: areas)


def fled(number: int | Figure, at: Candidate, *, by: str = "Coast Monitor", start: int = 0, **slots: object) -> Claim:
    given = {"when": WEEK, "group": "families"} | slots
    return claim("displaced", number, at=at, by=by, start=start, **given)  # type: ignore[arg-type]


def killed(number: int | Figure, *, start: int = 0, **slots: object) -> Claim:
    given = {"at": TOWN, "when": days(MONDAY), "by": "Coast Monitor"} | slots
    return claim("killed", number, start=start, **given)  # type: ignore[arg-type]


def test_figures_of_areas_beside_each_other_are_added_bound_by_bound() -> None:
    (total,) = told(fled(300, PROVINCE), fled(about(200), SOUTHSHIRE, start=50))
    assert (total.low, total.high, total.whole, len(total.parts)) == (480, 520, None, 2)
    assert total.words.startswith("480 to 520 added: ")
    assert total.words.endswith("(Coast Monitor)")
    assert total.why == "areas beside each other (Northshire; Southshire) and the same days"
    assert total.covers == "2 of the 3 areas of XX"


def test_an_open_side_of_a_part_leaves_the_total_open() -> None:
    more = Figure(value=200, quantifier=Quantifier.MORE_THAN)
    (total,) = told(fled(300, PROVINCE), fled(more, SOUTHSHIRE, start=50))
    assert (total.low, total.high) == (500, None)
    assert total.words.startswith("at least 500 added: ")


@pytest.mark.parametrize(
    "other",
    [
        fled(200, SOUTHSHIRE, start=50, when=days(TUESDAY, FRIDAY)),
        fled(200, SOUTHSHIRE, start=50, group="traders"),
        fled(200, SOUTHSHIRE, start=50, by="Relief Board"),
        fled(Figure(value=200, unit="household"), SOUTHSHIRE, start=50),
        fled(Figure(value=200, basis=Basis.STOCK), SOUTHSHIRE, start=50),
        fled(200, SOUTHSHIRE, start=50, cause="flood"),
        fled(200, SOUTHSHIRE, start=50, certainty=Certainty.POSSIBLE),
        fled(200, FARSHIRE, start=50),
        fled(200, DISTRICT, start=50),
        fled(200, OTHER_TOWN, start=50),
        claim("displaced", 200, at="Lost Vale", by="Coast Monitor", start=50, when=WEEK, group="families"),
    ],
    ids="days group source unit basis cause possible country level settlement unresolved".split(),
)
def test_what_may_overlap_or_differs_is_not_added(other: Claim) -> None:
    assert told(fled(300, PROVINCE), other) == ()


def test_stocks_of_different_days_are_not_added() -> None:
    stock = Figure(value=300, basis=Basis.STOCK)
    one, other = fled(stock, PROVINCE, when=days(MONDAY)), fled(stock, SOUTHSHIRE, start=50, when=days(FRIDAY))
    same = fled(stock, SOUTHSHIRE, start=50, when=days(MONDAY))
    assert told(one, other) == ()
    assert [total.low for total in told(one, same)] == [600]


def test_where_the_whole_is_reported_both_are_told() -> None:
    parts = fled(300, PROVINCE), fled(200, SOUTHSHIRE, start=50)
    (total,) = told(*parts, fled(900, COUNTRY, start=90, by="Relief Board", within="r2"))
    assert (total.low, total.whole is not None) == (500, True)
    assert "reported of all: 900" in total.words


def test_nothing_is_added_where_the_source_has_a_figure_of_no_place() -> None:
    nowhere = claim("displaced", 900, by="Coast Monitor", start=90, when=WEEK, group="families")
    assert told(fled(300, PROVINCE), fled(200, SOUTHSHIRE, start=50), nowhere) == ()


def test_a_contested_or_shared_out_figure_is_not_added() -> None:
    rival = fled(410, PROVINCE, by="Relief Board", within="r2")
    assert told(fled(300, PROVINCE), rival, fled(200, SOUTHSHIRE, start=50)) == ()


def test_the_killed_of_days_apart_at_one_place_are_added() -> None:
    (total,) = told(killed(7), killed(5, start=50, when=days(FRIDAY)))
    assert (total.low, total.high) == (12, 12)
    assert total.why == "one place, days apart (2020-02-17; 2020-02-21)"
    assert total.covers == "2 tellings between 2020-02-17 and 2020-02-21, not every day"


def test_the_displaced_of_days_apart_are_not_added_nor_the_killed_of_days_that_overlap() -> None:
    day = {"when": days(MONDAY), "group": None}
    assert told(fled(30, TOWN, **day), fled(50, TOWN, start=50, when=days(FRIDAY), group=None)) == ()
    assert told(killed(7, when=days(MONDAY, TUESDAY)), killed(5, start=50, when=days(TUESDAY))) == ()


def test_men_women_and_children_are_added_but_not_with_the_people() -> None:
    women, children = killed(4, group="women"), killed(3, start=50, group="children")
    (total,) = told(women, children)
    assert (total.low, total.why, total.covers) == (7, "nobody is two of man, woman and child", "none told as man")
    assert told(women, killed(9, start=50)) == ()
    (beside,) = told(women, children, killed(9, start=90))
    assert beside.whole is not None


def test_a_total_is_the_same_in_any_order_and_enters_no_finding() -> None:
    said = [fled(300, PROVINCE), fled(200, SOUTHSHIRE, start=50), killed(7), killed(5, start=70, when=days(FRIDAY))]
    assert told(*said) == told(*reversed(said))
    assert all(finding.low and finding.low.value in (300, 200, 7, 5) for finding in picture(*said).findings)


def test_a_superseded_figure_is_not_added() -> None:
    found = picture(fled(300, PROVINCE), fled(200, SOUTHSHIRE, start=50))
    old = [replace(one, state=State.SUPERSEDED) for one in found.findings]
    assert totals(old, [], lambda _: 3) == ()
