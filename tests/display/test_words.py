from datetime import date

import pytest

from clearway.display import words
from clearway.model import Candidate, Figure, Level, Measure, Number, Period, Place, Precision, Quantifier, Whole


@pytest.mark.parametrize(
    ("value", "told"), [(816000, "816,000"), (2.5, "2.5"), (3.0, "3"), (None, "?"), (0, "0"), (-4, "-4")]
)
def test_a_number_has_its_thousands_apart(value: Number | None, told: str) -> None:
    assert words.number(value) == told


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (Figure(value=300, quantifier=Quantifier.APPROXIMATELY), "about 300 people"),
        (Figure(value=1), "1 person"),
        (Figure(quantifier=Quantifier.DOZENS), "dozens of people"),
        (Figure(low=3, high=5, quantifier=Quantifier.RANGE, unit="facility"), "3 to 5 facilities"),
        (
            Figure(value=93, unit="percent", measure=Measure.SHARE, whole=Whole(words="299 deaths")),
            "93% of 299 deaths",
        ),
        (Figure(value=80, quantifier=Quantifier.MORE_THAN, unit="truck"), "more than 80 trucks"),
        (Figure(value=2, unit="box"), "2 boxes"),
        (Figure(value=2, unit="day"), "2 days"),
    ],
)
def test_a_figure_has_its_hedge_unit_and_whole(figure: Figure, told: str) -> None:
    assert words.figure(figure) == told


@pytest.mark.parametrize(
    ("first", "last", "precision", "told"),
    [
        (date(2020, 2, 18), date(2020, 2, 18), Precision.DAY, "18 Feb 2020"),
        (date(2020, 2, 1), date(2020, 2, 18), Precision.SPAN, "1 Feb – 18 Feb 2020"),
        (date(2019, 12, 1), date(2020, 2, 18), Precision.SPAN, "1 Dec 2019 – 18 Feb 2020"),
        (date(2020, 2, 1), date(2020, 2, 29), Precision.MONTH, "Feb 2020"),
        (date(2013, 1, 1), date(2013, 12, 31), Precision.YEAR, "2013"),
    ],
)
def test_a_period_is_as_exact_as_it_is_known(first: date, last: date, precision: Precision, told: str) -> None:
    assert words.period(Period(first=first, last=last, precision=precision)) == told


def test_a_place_says_what_the_gazetteer_calls_it_and_what_is_around_it() -> None:
    known = Candidate(id="1", name="Qurat", level=Level.SETTLEMENT, adm2="Jebel Saman", adm1="Aleppo")
    assert words.place(Place(name="Qorat", start=0, end=5, resolved=known)) == "Qorat (Qurat), Jebel Saman, Aleppo"


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2020, 2, 18), "of that day"),
        (date(2020, 2, 17), "1 day old"),
        (date(2019, 12, 1), "2 months old"),
        (date(2016, 12, 1), "3 years old"),
        (date(2020, 2, 19), "after that day"),
    ],
)
def test_age_is_in_the_largest_unit_that_says_something(day: date, told: str) -> None:
    assert words.age(day, date(2020, 2, 18)) == told
