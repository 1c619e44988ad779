import pytest

from clearway.places.rows import Row, score
from clearway.places.schema import ALTERNATE, MAIN


def row(level: str, population: int | None = None, capital: int = 0) -> Row:
    return Row(
        "geonames:1", "Place", level, "SYR", None, None, None, 1, None, 35.0, 36.0, None, population, capital, None
    )


@pytest.mark.parametrize(
    ("place", "how", "worth"),
    [
        (row("country", 10_000_000), MAIN, 1.9625),
        (row("settlement", 10_000), MAIN, 1.4),
        (row("settlement", 10_000, capital=1), MAIN, 1.65),
        (row("settlement", 10_000), ALTERNATE, 1.1),
        (row("settlement"), MAIN, 1.32),
        (row("adm2"), MAIN, 1.315),
    ],
)
def test_the_score_is_how_well_the_name_agrees_and_how_well_known_the_place_is(
    place: Row, how: int, worth: float
) -> None:
    assert score(place, how) == worth
