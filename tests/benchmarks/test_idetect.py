"""How a displacement fact is read off what Clearway finds."""

from collections.abc import Iterator

import pytest
from benchmarks.idetect import Fact, country_of, read_fact
from tests.claims.reading import claims
from tests.desk import parser

from clearway.places import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open() as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Floods forced the evacuation of about 5,000 people.", Fact(5000, "evacuated", "people")),
        ("Fire destroyed 42 houses and injured ten people.", Fact(42, "destroyed housing", "households")),
        ("Some 200 families fled to the hills.", Fact(200, "forced to flee", "households")),
        ("Storms left 120 people homeless in Lima and 30 people homeless in Cusco.", Fact(150, "homeless", "people")),
        ("Desplazados: 40 familias, 200 personas", Fact(200, "displaced", "people")),
    ],
)
def test_one_fact_is_read_off_an_excerpt(text: str, fact: Fact) -> None:
    assert read_fact(text, claims(text), parser()) == fact


def test_the_listed_location_tells_the_country_where_the_excerpt_does_not(gazetteer: Gazetteer) -> None:
    text = "A total of 1,964 households were displaced."

    assert country_of(text, "", gazetteer) is None
    assert country_of(text, "Rio Grande do Sul", gazetteer) == "BRA"
