"""How the corpora of quantities are compared with what Clearway finds."""

import pytest
from benchmarks.humset_quantities import rights
from benchmarks.newsquant import Said, known, said
from tests.desk import parser

from clearway.claims.counted import counted_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rents rose 5 percent.", [Said(5.0, "up", "percent")]),
        ("Output fell from 240 tonnes to 273 tonnes.", [Said((240.0, 273.0), "=", "tonnes")]),
        ("About a quarter of them left.", [Said(0.25, "~", "-")]),
        ("Millions fled.", [Said((1_000_000, 10_000_000), "=", "-")]),
        ("Tens of millions fled.", [Said((10_000_000, 100_000_000), "=", "-")]),
        ("Rents fell 3pc.", [Said(3.0, "down", "pc")]),
        ("Oil lost 19 points, or 2%.", [Said(19.0, "down", "points"), Said(2.0, "down", "%")]),
        ("It cost PS6m.", [Said(6_000_000.0, "=", "-")]),
        ("It fell from 24 tonnes on 3 May to 20 tonnes.", [Said((24.0, 20.0), "=", "tonnes")]),
        ("About 20-30 tonnes rotted.", [Said((20.0, 30.0), "~", "tonnes")]),
    ],
)
def test_values_are_written_as_the_news_corpus_has_them(text: str, expected: list[Said]) -> None:
    assert [(one.value, one.change) for one in said(text, parser())] == [(one.value, one.change) for one in expected]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Rents rose 5 percent.", "percent"),
        ("Half of the tenants left.", "%"),
        ("A 5.2 litre engine roared.", "litre"),
        ("The 65-year-old worries.", "year-old"),
        ("They sold 30 songs.", "songs"),
    ],
)
def test_units_are_written_as_the_news_corpus_has_them(text: str, unit: str) -> None:
    assert [one.unit for one in said(text, parser())] == [unit]


def test_known_values_are_numbers_or_ranges() -> None:
    row = {"quantities": [{"value": "5-9.5", "change": "~", "unit": "Km"}, {"value": "-", "change": "=", "unit": ""}]}

    assert known(row) == [Said((5.0, 9.5), "~", "km")]


def test_parts_of_a_quantity_are_compared_word_by_word_and_events_by_overlap() -> None:
    text = "About 40 new clinics opened in May."
    [counted] = counted_in(text, parser())
    marked = {
        "quantity": {"text": "40", "start": 6, "end": 8},
        "modifier": {"text": "About", "start": 0, "end": 5},
        "unit": {"text": "clinics", "start": 13, "end": 20},
        "event": {"text": "opened", "start": 21, "end": 27},
    }

    assert rights(marked, counted, text) == {"quantity": True, "modifier": True, "unit": False, "event": True}
    assert rights({"quantity": marked["quantity"]}, counted, text)["event"] is False
