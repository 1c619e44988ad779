from pathlib import Path

import pytest

from clearway.exports.rules import BANNERS, RULES, tally
from clearway.model import Profile, Withheld

NOTE = Path(__file__).parents[2] / "docs/notes/gate.md"


@pytest.mark.parametrize("name", [rule.name for rule in RULES])
def test_the_note_on_the_gate_tells_every_rule(name: str) -> None:
    assert f"| {name} |" in NOTE.read_text(encoding="utf-8")


def test_every_profile_has_a_banner_that_names_it() -> None:
    assert all(BANNERS[profile].lower().startswith(profile) for profile in Profile)


def test_what_was_held_back_is_listed_in_the_order_of_the_rules() -> None:
    counts = {RULES[3].name: 2, RULES[0].name: 1, RULES[1].name: 0}
    assert tally(counts) == (
        Withheld(rule=RULES[0].name, what=RULES[0].what, count=1),
        Withheld(rule=RULES[3].name, what=RULES[3].what, count=2),
    )
