import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearway.exports.runs import Span
from clearway.exports.telling import apart, outside, site_names, site_sentences

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda span: (span[0], sum(span))), max_size=8)


def signs(spans: list[Span]) -> set[int]:
    """The characters that lie in one of the spans."""
    return {sign for start, end in spans for sign in range(start, end)}


PIECES = st.sampled_from(
    [
        *(
            "Karam",
            "the",
            "camp",
            "Camp",
            "camp's",
            "camp’s",
            "d'camp",
            "encampment",
            "tents_",
            "Hospital",
            "in",
            "near",
        ),
        *("Al Noor", "al-Noor", "snow", "fell.", "St.", "fell!", "\n\n", "—", "Qimma", "The", "schools", "“School”"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Snow fell. The clinic is by the mill. It froze.", ["The clinic is by the mill."]),
        ("Snow fell.\n\nThe clinic\nis by the mill\n\nIt froze.", ["The clinic\nis by the mill"]),
        ("A school near St. Anton burned. Snow fell.", ["A school near St. Anton burned."]),
        ("Snow fell. It froze.", []),
        ("سقط الثلج. مخيم في الوادي. سقط الثلج.", ["مخيم في الوادي."]),
        ("", []),
    ],
)
def test_sentences_that_speak_of_a_site_are_found(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in site_sentences(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in the Hope of Khuzama school", ["Hope of Khuzama"]),
        ("The Zanbaq Hospital near Tell Nims", ["Zanbaq", "Tell Nims"]),
        ("a camp outside Qorat", ["Qorat"]),
        ("a camp in Aleppo", []),
        ("The hospital was hit; two schools burned", []),
        ("Two hospitals in the valley", []),
    ],
)
def test_names_of_sites_and_where_they_are_said_to_be_are_found(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _ in site_names(text, {"aleppo"})] == found


def test_edits_that_overlap_become_one() -> None:
    assert apart([(4, 9, "b"), (0, 5, "a"), (0, 3, "c"), (12, 13, "d")]) == [(0, 9, "a"), (12, 13, "d")]


@given(SPANS, SPANS)
def test_what_lies_outside_is_the_spans_less_the_others(some: list[Span], others: list[Span]) -> None:
    spans: list[Span] = []
    for start, end in sorted(some):
        if not spans or spans[-1][1] < start:
            spans.append((start, end))
    assert signs(list(outside(spans, sorted(others)))) == signs(spans) - signs(others)


@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_a_plain_text_tells_of_sites_what_one_with_accents_does(text: str) -> None:
    beside = "\n\né"  # such a letter makes that every word is looked at
    assert site_names(text, ()) == site_names(text + beside, ())
    assert site_sentences(text) == site_sentences(text + beside)
