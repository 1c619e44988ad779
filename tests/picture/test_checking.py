from datetime import date

from tests.picture.making import MONDAY, OTHER_TOWN, PROVINCE, TOWN, TUESDAY, about, claim, days, report

from clearway.model import Claim
from clearway.picture import Answer, answers, entry_of, ties_of

SINCE = days(date(2020, 1, 1), TUESDAY)


def answer(asked: Claim, *known: Claim) -> Answer:
    names = {one.report for one in (asked, *known)}
    reports = {name: report(name) for name in names}
    entries = [entry_of(one, reports[one.report]) for one in known]
    ties = ties_of([entry_of(asked, reports[asked.report])], entries)
    (found,) = answers([asked], known, ties, reports)
    return found


def asked(kind: str, figure: object, **slots: object) -> Claim:
    return claim(kind, figure, within="asked", **slots)  # type: ignore[arg-type]


def test_a_rounder_wording_is_supported_and_attributed_to_the_plainest_source() -> None:
    plain = claim("killed", 299, by="UN rights office", when=SINCE, words="299 deaths were recorded")
    rough = claim("killed", about(300), by="UN", when=SINCE, start=20)
    found = answer(asked("killed", about(300), when=SINCE, by="UN"), rough, plain)
    assert found.verdict == "supported"
    assert found.attribution == (
        "“299 deaths were recorded”, from 2020-01-01 to 2020-02-18, according to UN rights office "
        "(Paper r1, 2020-02-18)."
    )


def test_a_number_that_excludes_a_known_one_is_contradicted_and_not_attributed() -> None:
    here = {"at": TOWN, "when": days(MONDAY)}
    found = answer(asked("killed", 9, **here), claim("killed", 5, by="UN", **here))
    assert (found.verdict, found.attribution) == ("contradicted", None)


def test_what_nobody_speaks_of_is_not_supported() -> None:
    found = answer(asked("killed", 9, at=TOWN, when=days(MONDAY)), claim("talks", by="UN"))
    assert (found.verdict, found.beside) == ("not supported by anything that is known", ())


def test_figures_that_may_overlap_are_not_added() -> None:
    children = claim("displaced", 525_000, group="children", by="UNICEF")
    people = claim("displaced", 900_000, by="UN", at=PROVINCE, start=20)
    (found,) = answer(asked("displaced", 1_425_000), children, people).sums
    assert (found.disjoint, found.words) == (
        False,
        "1,425,000 is 525,000 and 900,000 added, which cannot be added: the same people may be counted in both",
    )


def test_figures_of_other_places_and_the_same_days_may_be_added() -> None:
    one = claim("killed", 5, by="UN", at=TOWN, when=days(MONDAY))
    other = claim("killed", 9, by="UN", at=OTHER_TOWN, when=days(MONDAY), start=20)
    (found,) = answer(asked("killed", 14, when=days(MONDAY)), one, other).sums
    assert (found.disjoint, found.one, found.other) == (True, one.id, other.id)
