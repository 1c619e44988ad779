"""How the toll of one incident is read off the claims of an article."""

import pytest
from benchmarks.incident_counts import Toll, first_try, toll, usual
from tests.claims.reading import claims


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Two killed in market attack", "Two people were killed and five were injured on Monday.", (2, 5)),
        ("Shooting at a bar", "Six people were shot at a bar. Two of them died.", (2, 4)),
        ("Man shot", "A man was shot in the arm and taken to hospital.", (0, 1)),
        ("Man dies", "A man was shot. He died in hospital.", (1, 0)),
        ("Fatal fight", "Tickets for the match are sold out.", (1, 0)),
        ("Council meets", "Four people were killed in a fire in 2004.", (0, 0)),
    ],
)
def test_the_toll_of_an_article(title: str, text: str, expected: Toll) -> None:
    row = {"title": title, "text": text, "published": "2020-02-19"}

    assert toll(row, claims(f"{title}\n\n{text}")) == expected


def test_articles_are_joined_by_what_most_of_them_say() -> None:
    assert usual([2, 3, 2]) == 2
    assert usual([1, 4]) == 4
    assert usual([]) == 0


def test_the_first_try_takes_the_word_before() -> None:
    assert first_try("Three people killed", "killed") == 3
    assert first_try("A quiet day", "killed") == 0
