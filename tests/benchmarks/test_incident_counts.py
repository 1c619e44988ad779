"""What anybody would try first, and which articles do not tell what the archive knows."""

import pytest
from benchmarks.incident_counts import first_try, tells_no_death, tells_no_number


def test_the_first_try_takes_the_word_before() -> None:
    assert first_try("Three people killed", "killed") == 3
    assert first_try("A quiet day", "killed") == 0


@pytest.mark.parametrize(
    ("title", "text", "killed", "silent"),
    [
        ("Man hurt", "He is in hospital.", 1, True),
        ("Man hurt", "He died on Monday.", 1, False),
        ("Man hurt", "He is in hospital.", 0, False),
    ],
)
def test_an_article_without_a_word_of_death(title: str, text: str, killed: int, silent: bool) -> None:
    assert tells_no_death({"title": title, "text": text, "killed": killed}) is silent


@pytest.mark.parametrize(
    ("text", "killed", "injured", "silent"),
    [
        ("Four people were shot.", 1, 3, False),
        ("Three were hurt.", 1, 3, False),
        ("Several were hurt, two badly.", 1, 3, True),
        ("A man was hurt.", 0, 1, False),
    ],
)
def test_an_article_without_the_number_of_the_injured(text: str, killed: int, injured: int, silent: bool) -> None:
    row = {"title": "", "text": text, "killed": killed, "injured": injured}

    assert tells_no_number(row) is silent
