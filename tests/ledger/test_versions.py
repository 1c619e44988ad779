"""Which reports are versions of one work."""

from datetime import date
from itertools import permutations

import pytest

from clearway.ledger.versions import Version, in_order, nearly_same

BODY = " ".join(f"word{number}" for number in range(100))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (BODY, BODY, True),
        (BODY, BODY.upper() + " !", True),
        (BODY, BODY.replace("word50", "another"), True),
        (BODY, BODY + " " + BODY.replace("word", "more"), False),
        (BODY, BODY.replace("word", "more"), False),
        ("Ten died.", "Ten died", True),
        ("Ten died.", "Nine died.", False),
        ("", "Ten died.", False),
    ],
)
def test_texts_are_nearly_the_same_when_most_runs_of_words_are(one: str, other: str, same: bool) -> None:
    assert (nearly_same(one, other), nearly_same(other, one)) == (same, same)


def a_version(report: str, document: str, day: int | None, at: str) -> Version:
    published = None if day is None else date(2020, 2, day)
    return Version(report=report, sha256=document, ordinal=0, published=published, retrieved=None, at=at)


@pytest.mark.parametrize(
    "expected",
    [
        [a_version("a", "x", 18, "1"), a_version("b", "y", 19, "0")],
        [a_version("a", "x", 19, "0"), a_version("b", "x", 18, "1")],
        [a_version("a", "x", None, "1"), a_version("b", "y", 1, "0")],
        [a_version("a", "x", 20, "0"), a_version("b", "x", 18, "2"), a_version("c", "y", 19, "1")],
        [a_version("a", "x", 18, "0"), a_version("b", "y", 18, "0")],
    ],
    ids=["later published", "corrected later", "day unknown", "corrected among others", "all the same"],
)
def test_the_current_version_is_last_whatever_order_they_came_in(expected: list[Version]) -> None:
    assert all(in_order(order) == expected for order in permutations(expected))
