"""How many a claim of harm counts where the words are no number."""

import pytest
from tests.claims.reading import claims, told, value_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A woman and 4-year-old child were killed in the raid.", [1, 1]),
        ("Two adults and a 4-year-old were wounded in the blast.", [2, 1]),
        ("A mother and her two sons were wounded.", [1, 2]),
        ("A couple was shot dead in their home.", [2]),
        ("A family was killed on the road.", [None]),
        ("Two men were shot dead and a third was wounded.", [2, 1]),
        ("A man was killed and another injured.", [1, 1]),
        ("Four people are dead and another wounded after a car bomb.", [4, 1]),
        ("Teacher killed, two wounded in market attack", [1, 2]),
        ("A 9-year-old boy who was hurt in the blast is home again.", [1]),
        ("His wife was killed.", [None]),
    ],
)
def test_persons_are_counted_by_their_articles(text: str, expected: list[object]) -> None:
    assert [value_of(claim) for claim in claims(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six people were shot, one fatally.", [("injured", 6), ("killed", 1)]),
        ("Police said five people were stabbed, two of them fatally.", [("injured", 5), ("killed", 2)]),
        ("Nine people were shot, two of them fatally, early on Friday.", [("injured", 9), ("killed", 2)]),
        ("Three people shot near the port, one dead", [("injured", 3), ("killed", 1)]),
        ("One killed 3 injured in weekend attack", [("killed", 1), ("injured", 3)]),
    ],
)
def test_a_part_that_died_is_no_word_on_the_whole(text: str, expected: list[tuple[str, object]]) -> None:
    assert [(kind, value) for kind, value, _ in told(text)] == expected


def test_a_person_s_name_is_no_group() -> None:
    [claim] = claims("Also killed were Jon Abel, 23, and Karl Bent, 25.")

    assert (claim.kind, claim.group, claim.figure) == ("killed", None, None)


def test_a_group_leaves_out_those_who_are_counted_by_themselves() -> None:
    assert [claim.group for claim in claims("Two men and a woman were wounded.")] == ["men", "woman"]
