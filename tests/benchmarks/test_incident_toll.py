"""How the toll of one incident is read off the claims of an article, and joined from several."""

import pytest
from benchmarks.incident_toll import Reading, Toll, joined, read_toll
from tests.claims.reading import claims


def toll(title: str, text: str) -> Toll:
    """The toll of an article on an incident of the day before."""
    row = {"title": title, "text": text, "published": "2023-05-10", "date": "May 9, 2023"}
    return read_toll(row, claims(f"{title}\n\n{text}")).toll


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Two killed in market attack", "Two people were killed and five were injured on Tuesday.", (2, 5)),
        ("Shooting at a bar", "Six people were shot at a bar. Two of them died.", (2, 4)),
        ("Man shot", "A man was shot in the arm and taken to hospital.", (0, 1)),
        ("Man dies", "A man was shot. He died in hospital.", (1, 0)),
        ("Fatal fight", "Tickets for the match are sold out.", (1, 0)),
        ("Council meets", "Four people were killed in a fire in 2004.", (0, 0)),
        ("Raid on a house", "A mother and her two sons were wounded.", (0, 3)),
        ("Woman, 3-year-old dead", "Another man was hospitalised.", (2, 1)),
        ("Clash near a farm", "A man killed his wife and four children, then himself.", (6, 0)),
        ("Attack on a school", "A gunman killed three guards. The gunman was killed.", (4, 0)),
        ("Shooting", "The 14-year-old was shot in the leg. The 16-year-old was hit in the foot.", (0, 2)),
        ("Two shot", "Two men were wounded. Last year 300 people were killed in the city.", (0, 2)),
        ("Two shot", "Two men were wounded. In a separate shooting, a guard was killed.", (0, 2)),
    ],
)
def test_the_toll_of_an_article(title: str, text: str, expected: Toll) -> None:
    assert toll(title, text) == expected


def test_whoever_died_is_not_injured_as_well() -> None:
    assert toll("Boy dies", "A boy died on Tuesday. The child was taken to hospital.") == (1, 0)
    assert toll("Boy dies", "A boy died on Tuesday. A woman was taken to hospital.") == (1, 1)


def test_articles_are_joined_by_what_the_most_trusted_say() -> None:
    assert joined([Reading((2, 0), 1.0), Reading((3, 1), 1.0), Reading((2, 1), 1.0)]) == (2, 1)
    assert joined([Reading((1, 0), 0.3), Reading((1, 0), 0.3), Reading((4, 2), 1.0)]) == (4, 2)
    assert joined([]) == (0, 0)
