"""Extensions by name."""

from dataclasses import dataclass

import pytest

from clearway import registry
from clearway.errors import UsageError
from clearway.registry import Registry


@dataclass(frozen=True)
class Thing:
    name: str
    made: str = "here"


@dataclass(frozen=True)
class Point:
    """What an installed package brings."""

    value: Thing

    def load(self) -> Thing:
        return self.value


def test_values_are_found_by_name_in_the_order_listed() -> None:
    things = Registry("clearway.things", [Thing("flood"), Thing("fire")])
    assert (list(things), len(things), things["fire"]) == (["flood", "fire"], 2, Thing("fire"))


def test_a_name_that_is_not_there_tells_those_that_are() -> None:
    things = Registry("clearway.things", [Thing("flood"), Thing("fire")])
    with pytest.raises(UsageError, match="storm: it is none of the things there are; use one of: flood, fire"):
        things.named("storm")


def test_packages_add_values_but_replace_none(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def points(group: str) -> list[Point]:
        asked.append(group)
        return [Point(Thing("storm", "there")), Point(Thing("flood", "there"))]

    monkeypatch.setattr(registry, "entry_points", points)
    things = Registry("clearway.things", [Thing("flood")])
    assert list(things.values()) == [Thing("flood"), Thing("storm", "there")]
    assert asked == ["clearway.things"]
