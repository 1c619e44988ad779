import pytest
from tests.lists.made import FAMILIES, HOSPITAL, entries

from clearway.lists.comparing import AGE, OTHERS, PARTS, SEX, WHOLE, blocks, comparisons


def test_what_both_lists_say_is_compared() -> None:
    lists = {"hospital": entries("hospital", HOSPITAL), "families": entries("families", FAMILIES)}

    assert [one.name for one in comparisons(lists)] == ["roman", "age", "sex", "date", "place"]


def test_names_in_parts_are_compared_in_parts_and_an_age_not_beside_a_date_of_birth() -> None:
    lists = {name: entries(name, "id,given_name,surname,dob,age\n1,Ana,Prado,1990-01-02,3\n") for name in ("a", "b")}

    assert [one.name for one in comparisons(lists)] == ["given", "family", "born"]


def test_only_rules_are_used_whose_columns_are_there() -> None:
    assert blocks({"born", "first", "last", "place"}) == (("born",), ("first", "place"), ("last", "place"))


@pytest.mark.parametrize("one", [*PARTS, WHOLE, AGE, SEX, *OTHERS], ids=lambda one: one.name)
def test_every_comparison_ends_with_all_else_and_expects_whole_shares(one: object) -> None:
    levels = one.levels  # type: ignore[attr-defined]

    assert levels[-1].sql == "else"
    assert 0.9 < sum(level.m for level in levels) < 1.1
