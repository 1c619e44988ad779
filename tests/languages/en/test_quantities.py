"""Numbers with their hedges, units and senses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearway.languages.en.quantities import find_quantities
from clearway.languages.mentions import Quantity
from clearway.model import Measure, Quantifier

Q = Quantifier


def only(text: str) -> Quantity:
    """The one quantity of a text."""
    [quantity] = find_quantities(text)
    return quantity


def counts(text: str) -> list[int | float | None]:
    """The values of the text's counts."""
    return [quantity.value for quantity in find_quantities(text) if quantity.sense == "count"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234 tents", 1234),
        ("816 000 people", 816_000),
        ("1\u2009250\u2009000 people", 1_250_000),
        ("1.5 million people", 1_500_000),
        ("3.2m people", 3_200_000),
        ("12k families", 12_000),
        ("18.000 people", 18_000),
        ("2,7 million people", 2_700_000),
        ("2 lakh people", 200_000),
        ("12 lakhs of people", 1_200_000),
        ("3 crore people", 30_000_000),
        ("1.2m people", 1_200_000),
        ("5 K people", 5_000),
        ("half-a-million people", 500_000),
        ("1,50,000 people", 150_000),
        ("2 million 300 thousand people", 2_300_000),
        ("three trucks", 3),
        ("Twenty-one trucks", 21),
        ("thirty five trucks", 35),
        ("one hundred and five trucks", 105),
        ("two and a half million people", 2_500_000),
        ("half a million people", 500_000),
        ("hundred thousand people", 100_000),
        ("3 hundred thousand people", 300_000),
        ("two-and-a-half million people", 2_500_000),
        ("a quarter of a million people", 250_000),
        ("a million and a half people", 1_500_000),
        ("a dozen trucks", 12),
        ("two dozen trucks", 24),
        ("a hundred trucks", 100),
        ("0 cases", 0),
        ("1.5\nmillion people", 1_500_000),
    ],
)
def test_a_number_is_read_however_it_is_written(text: str, value: float) -> None:
    assert counts(text) == [value]


@pytest.mark.parametrize(
    ("text", "words", "quantifier"),
    [
        ("killed about 300 civilians", "about 300", Q.APPROXIMATELY),
        ("home to some three million people", "some three million", Q.APPROXIMATELY),
        ("an estimated 3 million people", "an estimated 3 million", Q.APPROXIMATELY),
        ("the losses are estimated at 300 homes", "estimated at 300", Q.APPROXIMATELY),
        ("officials said about 300 people fled", "about 300", Q.APPROXIMATELY),
        ("barely 40 beds", "barely 40", Q.APPROXIMATELY),
        ("40,000 approximately in the north", "40,000 approximately", Q.APPROXIMATELY),
        ("300 or so people", "300 or so", Q.APPROXIMATELY),
        ("~50 homes", "~50", Q.APPROXIMATELY),
        ("nearly one\nmillion people", "nearly one\nmillion", Q.ALMOST),
        ("close to 900,000 people", "close to 900,000", Q.ALMOST),
        ("just under 1,000 families", "just under 1,000", Q.ALMOST),
        ("just shy of 2,000 tents", "just shy of 2,000", Q.ALMOST),
        ("the number has exceeded 730,000", "exceeded 730,000", Q.MORE_THAN),
        ("destroyed (more than 71,000)", "more than 71,000", Q.MORE_THAN),
        ("and over 20,400 children", "over 20,400", Q.MORE_THAN),
        ("no fewer than 60 homes", "no fewer than 60", Q.MORE_THAN),
        ("300+ homes", "300+", Q.MORE_THAN),
        ("200 or more homes", "200 or more", Q.MORE_THAN),
        ("as many as 45,000 people", "as many as 45,000", Q.LESS_THAN),
        ("up to an estimated 500 people", "up to an estimated 500", Q.LESS_THAN),
        ("fewer than 20 beds", "fewer than 20", Q.LESS_THAN),
        ("a sub-300 gram loaf", "sub-300", Q.LESS_THAN),
        ("an average of 20 people", "20", Q.EXACT),
        ("12 people", "12", Q.EXACT),
    ],
)
def test_a_hedge_goes_with_the_number_beside_it(text: str, words: str, quantifier: Quantifier) -> None:
    quantity = only(text)
    assert (text[quantity.start : quantity.end], quantity.quantifier) == (words, quantifier)


def test_a_hedge_behind_the_noun_counts_but_stays_outside() -> None:
    quantity = only("300 people or more")
    assert (quantity.end, quantity.quantifier, quantity.modifier) == (3, Q.MORE_THAN, "or more")


def test_odd_and_plus_against_a_number_are_hedges() -> None:
    found = find_quantities("300-odd men and 200-plus homes")
    assert [(quantity.value, quantity.quantifier, quantity.sense) for quantity in found] == [
        (300, Q.APPROXIMATELY, "count"),
        (200, Q.MORE_THAN, "count"),
    ]


def test_a_clause_of_estimate_hedges_its_number() -> None:
    quantity = only("4,000 people in the valley are also estimated to have fled")
    assert (quantity.end, quantity.quantifier, quantity.modifier) == (5, Q.APPROXIMATELY, "estimated")


def test_a_hedge_does_not_reach_the_next_number() -> None:
    found = find_quantities("more than 40 killed and 12 injured, including three children")
    assert [(quantity.value, quantity.quantifier) for quantity in found] == [
        (40, Q.MORE_THAN),
        (12, Q.EXACT),
        (3, Q.EXACT),
    ]


@pytest.mark.parametrize("text", ["they spoke about three clinics", "lost control over three towns"])
def test_an_ambiguous_hedge_is_none_behind_some_verbs(text: str) -> None:
    assert only(text).quantifier is Q.EXACT


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 2,000 and 3,000 people", 2000, 3000),
        ("from 20 to 30 people", 20, 30),
        ("2,000-3,000 people", 2000, 3000),
        ("10 to 15 homes", 10, 15),
        ("two or three homes", 2, 3),
        ("2-3 million people", 2_000_000, 3_000_000),
        ("two to three hundred people", 200, 300),
        ("10 – 15% of homes", 10, 15),
        ("10-15k homes", 10_000, 15_000),
        ("for one to two years", 1, 2),
        ("a 20-to-30-bed ward", 20, 30),
        ("20 to30 homes", 20, 30),
        ("between $US20 million and $US30 million", 20_000_000, 30_000_000),
    ],
)
def test_a_range_has_its_bounds_and_no_value(text: str, low: int, high: int) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.low, quantity.high, quantity.quantifier) == (None, low, high, Q.RANGE)


def test_a_change_is_two_numbers_and_no_range() -> None:
    assert counts("the toll rose from 12 to 15") == [12, 15]


def test_a_change_from_one_range_to_another_is_two_ranges() -> None:
    found = find_quantities("they cut the forecast from 5 to 7 per cent to 3 to 4 per cent")
    assert [(quantity.low, quantity.high) for quantity in found] == [(5, 7), (3, 4)]


@pytest.mark.parametrize(
    ("text", "value", "sense"),
    [
        ("it was minus 20 degrees", -20, "measure"),
        ("a minus-3.5 degree night", -3.5, "measure"),
        ("trade came to $-50 million", -50_000_000, "money"),
        ("trade came to -$50 million", -50_000_000, "money"),
        ("prices moved by -3%", -3, "measure"),
        ("by rain\n-3% of homes", 3, "count"),
        ("- 12 tents", 12, "count"),
        ("the north lost -12 tents", 12, "count"),
    ],
)
def test_only_what_is_measured_goes_below_zero(text: str, value: float, sense: str) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.sense) == (value, sense)


@pytest.mark.parametrize("whole", ["the worst floods", "the country's hardest-hit towns", "its main causes"])
def test_one_of_the_most_is_a_choice_and_no_count(whole: str) -> None:
    assert only(f"one of {whole}").sense == "choice"


@pytest.mark.parametrize(
    ("text", "quantifier"),
    [
        ("dozens of towns", Q.DOZENS),
        ("scores of people", Q.SCORES),
        ("hundreds more", Q.HUNDREDS),
        ("Thousands fled", Q.THOUSANDS),
        ("tens of thousands fled", Q.TENS_OF_THOUSANDS),
        ("hundreds of\nthousands fled", Q.HUNDREDS_OF_THOUSANDS),
        ("millions of people", Q.MILLIONS),
        ("several villages", Q.SEVERAL),
        ("several hundred men", Q.HUNDREDS),
        ("a few thousand men", Q.THOUSANDS),
        ("hundreds and hundreds of men", Q.HUNDREDS),
        ("dozens, if not hundreds, of men", Q.DOZENS),
    ],
)
def test_a_vague_word_stands_without_a_value(text: str, quantifier: Quantifier) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.quantifier, quantity.sense) == (None, quantifier, "count")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("93 percent of them", 93),
        ("60 per cent of homes", 60),
        ("7.5% of homes", 7.5),
        ("seventy-four per cent of homes", 74),
        ("half of them", 50),
        ("almost half the camp", 50),
        ("a third of the town", 33.3),
        ("two thirds of homes", 66.7),
        ("three quarters of them", 75),
        ("one in five children", 20),
        ("3/4 of homes", 75),
        ("½ of the wells", 50),
        ("nine out of ten homes", 90),
    ],
)
def test_a_share_is_in_percent(text: str, value: float) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.unit, quantity.measure) == (value, "percent", Measure.SHARE)


@pytest.mark.parametrize(
    "text", ["cut in half", "half an hour", "a third shell hit", "a third was hurt", "the third day", "the second half"]
)
def test_other_halves_and_thirds_are_no_shares(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "sense", "unit"),
    [
        ("a boy aged 12", "age", "year"),
        ("a 6.1 quake", "measure", "magnitude"),
        ("5.2 on the Richter scale", "measure", "magnitude"),
        ("a 7-month-old baby", "age", "year"),
        ("children under five", "age", "year"),
        ("the driver, Sami Example, 34, said", "age", "year"),
        ("the victim, 24, was a nurse", "age", "year"),
        ("the dead are Sami Example, 36; others fled", "age", "year"),
        ("Sami Example Jr., 59, said", "age", "year"),
        ("a boy (12) and his father", "age", "year"),
        ("with its people, 24, or so", "count", None),
        ("$54m", "money", "usd"),
        ("US$ 3bn", "money", "usd"),
        ("40 million dollars", "money", "usd"),
        ("EUR5 million", "money", "eur"),
        ("Rs500 million", "money", "rupee"),
        ("Rs. 2 crore", "money", "rupee"),
        ("Ksh 500m", "money", "shilling"),
        ("USh2bn", "money", "shilling"),
        ("Tk4,15,548 crore", "money", "taka"),
        ("PEN 760", "money", "sol"),
        ("K2 million", "money", "k"),
        ("C30,000", "money", "c"),
        ("HK$3 m", "money", "hkd"),
        ("it sold at 118.5p", "money", "cent"),
        ("500 pen friends", "count", None),
        ("10L of oil", "count", "litre"),
        ("100km/hr winds", "measure", "km/h"),
        ("their now-18 month-old twins", "age", "year"),
        ("over three days", "time", "day"),
        ("a 48-hour truce", "time", "hour"),
        ("120 km away", "measure", "km"),
        ("40 degrees", "measure", "degree"),
        ("a 10-member team", "measure", None),
        ("500 metric tons of flour", "count", "tonne"),
        ("200 hectares", "count", "hectare"),
        ("thousands of hectares", "count", "hectare"),
    ],
)
def test_what_a_number_is_shows_in_the_words_beside_it(text: str, sense: str, unit: str | None) -> None:
    quantity = only(text)
    assert (quantity.sense, quantity.unit) == (sense, unit)


@pytest.mark.parametrize(
    "text",
    [
        "the M5 and an Su-24",
        "COVID-19, S-400 and MH17",
        "COVID- 19 and COVID -19",
        "K9, P5 and X500,000",
        "16-18 Example Avenue and the 90049 ZIP",
        "the Galaxy 20 Ultra, the 787 Dreamliner",
        "S&P/ASX 200 and FTSE 100",
        "in 44 BC",
        "Resolution 2254, Article 5 and No 7",
        "Room 12, Camp 8W and Grades 1, 2 and 3",
        "IPC Phase 3",
        "the 21st century",
        "the twenty-first day",
        "on 18 February 2020, February 17, 2020 and 18/02/2020",
        "between 21 and 22 August, from 3 to 5 March",
        "in 2013 and the 2018 deal",
        "at 18:30, 6.30pm, 3 p.m., 1430hrs and from 0800 hours",
        "call +963 11 555 1234",
        "it ended 3-2",
        "No one could say; one another; the one",
        "1. Shelter\n2. Water",
        "by law: (1) shelter, (2) water",
        "food consumption scores",
    ],
)
def test_names_ordinals_dates_and_clock_times_are_no_quantities(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In 2018 2,000 people fled", [2000]),
        ("some 2000 houses", [2000]),
        ("On March 3, 20 homes burned", [20]),
        ("In May 10 people died", [10]),
        ("two in Camp 9, two in Camp 10", [2, 2]),
        ("one woman and one of its drivers", [1, 1]),
        ("two hospitals closed and one was hit", [2, 1]),
        ("killing one and wounding two", [1, 2]),
        ("five (5) trucks", [5]),
        ("one of the deadliest raids", []),
    ],
)
def test_counts_beside_dates_and_names_are_kept(text: str, values: list[int]) -> None:
    assert counts(text) == values


def test_a_list_of_ages_is_of_ages() -> None:
    assert [quantity.sense for quantity in find_quantities("boys (aged 7, 9 and 12)")] == ["age", "age", "age"]
    assert counts("a boy aged 12 and 40 men") == [40]


def test_a_rate_says_so() -> None:
    assert [only(text).measure for text in ("300 people a day", "30 litres per person", "30 litres")] == [
        Measure.RATE,
        Measure.RATE,
        Measure.COUNT,
    ]


PIECES = [
    "12",
    "1,234",
    "one",
    "half",
    "million",
    "about",
    "more than",
    "%",
    "-",
    "to",
    "and",
    "May",
    "$",
    "of",
    "(",
    ")",
    "\n",
    "İ",
    "٣",
]


@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.lists(st.sampled_from(PIECES)).map("".join)
    )
)
def test_whatever_the_text_quantities_are_in_order_and_inside_it(text: str) -> None:
    end = 0
    for quantity in find_quantities(text):
        assert end <= quantity.start <= quantity.number_start < quantity.number_end <= len(text)
        assert quantity.start < quantity.end <= len(text)
        assert quantity.number_end <= quantity.end
        end = quantity.end


def test_endless_digits_are_no_number() -> None:
    assert find_quantities("9" * 10_000) == []


@pytest.mark.parametrize(
    "text",
    [
        "two brothers, aged 9 and 12, were found",
        "the victims, ages 14, 18, 29 and 31, were shot",
        "a 14-, 15- and 17-year-old were seen",
        "two girls, 7 and 5, are missing",
        "with Ann Example, 23, and Ben Example, 25.",
    ],
)
def test_every_age_of_a_list_is_one(text: str) -> None:
    assert [value for value in counts(text) if value != 2] == []
