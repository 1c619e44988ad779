"""The kinds of claim."""

import re
from pathlib import Path

import pytest

import clearway.kinds
from clearway.kinds import BUILT_IN, TOPICS, Kind, kinds
from clearway.model import Sensitivity

GUIDE = re.compile(r"^\| ((?:`\w+`(?:, )?)+) \|", re.MULTILINE)


def test_every_kind_has_a_file_of_its_own() -> None:
    files = {path.stem for path in Path(clearway.kinds.__file__).parent.glob("*.py")} - {"__init__", "kind", "priority"}
    assert files == {kind.name for kind in BUILT_IN}


def test_kinds_are_found_by_name() -> None:
    assert [kinds().named(kind.name) for kind in BUILT_IN] == list(BUILT_IN)
    assert kinds() is kinds()


@pytest.mark.parametrize("kind", BUILT_IN, ids=lambda kind: kind.name)
def test_a_kind_says_what_it_is_and_where_it_is_shown(kind: Kind) -> None:
    assert kind.about.endswith(".")
    assert kind.topic in TOPICS
    assert kind.unit.islower()
    assert kind.field


def test_every_topic_has_a_kind_and_kinds_come_by_topic() -> None:
    topics = list(dict.fromkeys(kind.topic for kind in BUILT_IN))
    assert set(topics) == set(TOPICS)
    assert [kind.topic for kind in BUILT_IN] == sorted((kind.topic for kind in BUILT_IN), key=topics.index)


@pytest.mark.parametrize("name", ["facility_attack", "facility_status", "corridor"])
def test_what_could_be_a_target_is_sensitive(name: str) -> None:
    assert kinds().named(name).sensitivity is Sensitivity.HIGH


def test_the_kinds_are_those_of_the_guide(shared: Path) -> None:
    guide = (shared / "article" / "claims-guide.md").read_text()
    named = {name for row in GUIDE.findall(guide) for name in re.findall(r"`(\w+)`", row)}
    assert named == kinds().keys()
