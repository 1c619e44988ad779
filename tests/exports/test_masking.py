import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearway.exports.masking import _POINTS, apply, find, flat, fold, forms, masked, merge, terms, words
from clearway.exports.runs import Shifts

HELD = terms(
    [("Darat Qimma", "[x]", False), ("Ma‘arret", "[x]", False), ("Hope", "[x]", True), ("سراقب", "[x]", False)]
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("in Darat Qimma today", "in [x] today"),
        ("in DARAT QIMMA", "in [x]"),
        ("Dārat-Qimma’s people", "[x]’s people"),
        ("darat\nqimma", "[x]"),
        ("#DaratQimma", "#[x]"),
        ("Dar\u00adat Qim\u200bma", "[x]"),
        ("Maarret and Ma'arret", "[x] and [x]"),
        ("Darat alone", "Darat alone"),
        ("Daratqimmans", "Daratqimmans"),
        ("Hope died in hope", "[x] died in hope"),
        ("ضربات بسراقب اليوم", "ضربات [x] اليوم"),
    ],
)
def test_a_term_is_found_however_it_is_spelled(text: str, left: str) -> None:
    assert masked(text, HELD) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("at 36.2812, 36.8521 today", "at [coordinates withheld] today"),
        ("at 36.28° N, 36.85° E", "at [coordinates withheld]"),
        ("at N36.2812 E36.8521", "at [coordinates withheld]"),
        ("lat 36.28 lon 36.85", "[coordinates withheld]"),
        ("at 36°16′52″N 36°51′7″E", "at [coordinates withheld] [coordinates withheld]"),
        ("grid 37S BV 12345 67890", "grid [coordinates withheld]"),
        ("12.5 percent, 13.5 the year before", "12.5 percent, 13.5 the year before"),
        ("fell from 1,240 to 36.2 S", "fell from 1,240 to 36.2 S"),
        ("20 in 2019 2020", "20 in 2019 2020"),
    ],
)
def test_a_point_in_degrees_is_masked_whatever_is_held(text: str, left: str) -> None:
    assert masked(text, terms([])) == left


@pytest.mark.parametrize("sign", [" ", "1", "°", ".", "A", "36.1111 "])
def test_a_long_run_of_signs_takes_no_time_to_look_through(sign: str) -> None:
    assert masked("36.11" + sign * 30_000, terms([])).endswith(sign[-1])


def test_spans_that_touch_become_one_mark() -> None:
    assert apply("abcdefgh", merge([(1, 3), (3, 5)], "_", [(4, 6, "!"), (7, 8, "?")])) == "a_g?"


@given(
    st.text(st.sampled_from("ab "), max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5)), max_size=5),
    st.integers(0, 30),
)
def test_an_offset_outside_every_edit_stands_before_the_same_letters(
    text: str, cuts: list[tuple[int, int]], at: int
) -> None:
    spans = [(start, min(start + size, len(text))) for start, size in cuts if start < len(text)]
    edits = merge(spans, "__", [])
    if at <= len(text) and not any(start < at < end for start, end, _ in edits):
        behind = apply(text, edits)[Shifts.of(edits).moved(at, is_end=False) :]
        assert behind.endswith(text[at:][-1:] if not spans else "")
        assert apply(text[at:], [(s - at, e - at, m) for s, e, m in edits if s >= at]) == behind


def test_folding_takes_away_case_accents_and_apostrophes() -> None:
    assert fold("Dārat ‘Izzah’S") == "darat izzahs"


PIECES = st.sampled_from(
    [
        *(
            "Darat Qimma",
            "darat",
            "Qimma's",
            "Qimma’s",
            "Hope",
            "hope",
            "o'Hope",
            "'Hope'",
            "Hope_",
            "`Hope`s",
            "rock''s",
        ),
        *(
            "snow",
            "and",
            " - ",
            "–",
            "“",
            "\n",
            "2,113",
            "36.28 N",
            "36,85 E",
            "n 36,2",
            "w 36,8",
            "lat 36,2",
            "lon 36,8",
        ),
        *("37S BA 1234 5678", "36°16′", "36.2812, 36.8521", "1,5 ſ 2,5 E"),
    ]
)
TEXTS = st.lists(PIECES, min_size=12, max_size=40).map(" ".join)


@given(TEXTS)
def test_a_plain_text_holds_what_it_holds_where_it_is_looked_at_word_by_word(text: str) -> None:
    beside = "~ é"  # such a letter makes that every word is looked at
    assert flat(text + beside) is None
    for any_case in (False, True):
        assert find(text, HELD, any_case=any_case) == find(text + beside, HELD, any_case=any_case)


@given(TEXTS)
def test_the_forms_of_a_text_are_those_of_its_words(text: str) -> None:
    assert list(forms(text)) == [word.form for word in words(text)]


@given(TEXTS)
def test_no_point_is_passed_over(text: str) -> None:
    found = {(start, end) for start, end, mark in find(text, terms([])) if mark != "[x]"}
    assert found == {match.span() for match in _POINTS.finditer(text)}
