from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.corridors.roads.made import network_in, tables

from clearway.corridors.roads import CLASSES, FEATURES, KINDS, VEHICLES, members
from clearway.corridors.roads.network import arrays_of, bits_of


@given(st.sets(st.sampled_from(VEHICLES)))
def test_a_set_is_kept_in_a_byte(chosen: set[str]) -> None:
    bits = bits_of(tuple(chosen), VEHICLES)

    assert 0 <= bits < 256
    assert set(members(bits, VEHICLES)) == chosen


def test_what_is_kept_as_a_byte_fits_into_one() -> None:
    assert max(len(VEHICLES), len(FEATURES)) <= 8
    assert max(len(CLASSES), len(KINDS)) <= 256


def test_every_array_is_as_long_as_there_are_nodes_or_legs(tmp_path: Path) -> None:
    network = network_in(tables(tmp_path / "valley"))
    legs = arrays_of(network.legs)

    assert {len(array) for array in arrays_of(network.nodes).values()} == {3}
    assert {len(array) for name, array in legs.items() if name not in ("starts", "shape")} == {2}
    assert len(legs["starts"]) == 3
    assert len(legs["shape"]) == legs["starts"][-1]


def test_each_credit_and_caution_is_told_once(tmp_path: Path) -> None:
    network = network_in(tables(tmp_path / "valley"))
    (source,) = network.sources
    twice = replace(network, sources=(replace(source, caution="draft", licence="CC0"),) * 2)

    assert twice.attribution == "valley (its file names no source) (CC0)"
    assert twice.cautions == ("draft",)


@pytest.mark.parametrize(("leg", "called"), [(0, "M9 (primary)"), (1, "(secondary)")])
def test_a_road_is_called_by_number_name_and_class(tmp_path: Path, leg: int, called: str) -> None:
    assert network_in(tables(tmp_path / "valley")).road_of(leg) == called
