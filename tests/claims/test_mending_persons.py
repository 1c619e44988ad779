"""Traps of the parser around persons, mended in real sentences."""

import pytest
from tests.claims.reading import parsed, told, word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five shot on one block within ten hours", [("injured", 5)]),
        ("15-year-old shot in the head at home", [("injured", 1)]),
        ("Boy, 15, shot near school", [("injured", 1)]),
        ("2 dead, 3-year-old wounded in shelling", [("killed", 2), ("injured", 1)]),
        ("The family of a 17-year-old shot and killed by a guard went to court.", [("killed", 1)]),
        ("Guard, suspect wounded in exchange of gunfire", [("injured", 1), ("injured", 1)]),
        ("Two adults, one child dead after explosion", [("killed", 2), ("killed", 1)]),
        ("According to officials, rebels killed three soldiers.", [("killed", 3)]),
    ],
)
def test_a_headline_tells_what_became_of_those_before_the_participle(
    text: str, expected: list[tuple[str, object]]
) -> None:
    assert [(kind, value) for kind, value, _ in told(text) if kind in ("killed", "injured")] == expected


@pytest.mark.parametrize(
    ("text", "verb", "head"),
    [
        ("Medics found a guard in the park who had lost blood.", "lost", "guard"),
        ("Medics found a guard inside the house who had sustained gunshot wounds.", "sustained", "guard"),
    ],
)
def test_who_belongs_to_a_person(text: str, verb: str, head: str) -> None:
    mended = word(parsed(text), verb)

    assert (mended.head.text, mended.dep) == (head, "relcl")


def test_those_behind_after_are_the_subject_of_its_clause() -> None:
    tree = parsed("Police are investigating after four adults and a 3-year-old were shot in Gao on Monday.")

    assert (word(tree, "adults").head.text, word(tree, "adults").dep) == ("shot", "nsubjpass")


def test_one_person_is_no_apposition_to_another() -> None:
    tree = parsed("The dead include a young woman, an old man and two guards.")

    assert (word(tree, "man").head.text, word(tree, "man").dep) == ("woman", "conj")


def test_a_shooting_death_is_a_death() -> None:
    tree = parsed("Two men were charged in shooting death of a guard.")

    assert (word(tree, "shooting").head.text, word(tree, "shooting").dep) == ("death", "compound")
