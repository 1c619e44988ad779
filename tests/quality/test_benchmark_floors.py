"""Holds benchmarks on annotated texts to floors that only rise; `python -m benchmarks` prints what is reached now."""

import importlib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from benchmarks.__main__ import BENCHMARKS
from benchmarks.corpus import Corpus
from benchmarks.options import Options
from tests.quality.conftest import FLOORS, changed
from tests.quality.test_reading_floors import short

HELD: Mapping[str, Any] = tomllib.loads(FLOORS.read_text("utf-8"))["corpora"]


def corpora() -> dict[str, Corpus]:
    """The benchmarks that are scored on annotated texts, by name."""
    modules = {name: importlib.import_module(f"benchmarks.{name}") for name in BENCHMARKS}
    return {name: module.CORPUS for name, module in modules.items() if hasattr(module, "CORPUS")}


def test_every_benchmark_on_annotated_texts_has_floors() -> None:
    assert corpora().keys() == HELD.keys()


@pytest.mark.parametrize("name", HELD)
def test_the_texts_are_those_that_the_floors_were_pinned_on(shared: Path, name: str) -> None:
    pinned = HELD[name]["files"]

    assert changed(shared / "benchmarks", pinned) == [], f"the floors of {FLOORS.name} were pinned on other texts"
    assert pinned.keys() == set(corpora()[name].files)


@pytest.mark.parametrize("name", HELD)
def test_no_figure_falls_under_its_floor(shared: Path, name: str) -> None:
    scores = corpora()[name].scores(Options(data=shared / "benchmarks"))

    reached = {figure: score.value for figure, score in scores.items()}
    assert short(reached, HELD[name].get("at_least", {})) == {}
    most = HELD[name].get("at_most", {})
    assert {figure: value for figure, value in reached.items() if value > most.get(figure, value)} == {}


@pytest.mark.parametrize("name", HELD)
def test_every_figure_that_is_asked_for_has_a_floor(name: str) -> None:
    figures = corpora()[name].figures.items()
    for side in ("at_least", "at_most"):
        asked = {figure for figure, told in figures if getattr(told, side) is not None}
        assert asked <= HELD[name].get(side, {}).keys()
