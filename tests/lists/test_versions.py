import pytest

from clearway.errors import RefusedDocument, UsageError
from clearway.lists.sheet import Sheet, parse_sheet
from clearway.lists.versions import changes


def version(text: str, name: str = "list.csv") -> Sheet:
    return parse_sheet(name, text.encode())


def test_what_was_withdrawn_renumbered_changed_and_added_is_listed() -> None:
    old = version("id,name,age\n1,Ana,30\n2,Eva,20\n3,Ida,10\n4,Zoe,5\n")
    new = version("id,name,age,town\n1,Ana,31,x\n4,Zoe,5,x\n9,Ida,10,x\n10,Uma,3,x\n")

    assert [change.row for change in changes(old, new)] == [
        ("withdrawn", "2", 3, "", "not in the new version"),
        ("renumbered", "3", 4, 4, "all the same, now as 9"),
        ("changed", "1", 2, 2, "changed: age"),
        ("added", "10", "", 5, "not in the old version"),
    ]


def test_the_same_list_has_no_changes_whatever_the_order_of_its_rows() -> None:
    assert changes(version("id,name\n1,Ana\n2,Eva\n"), version("id,name\n2,Eva\n1,Ana\n")) == ()


def test_two_that_look_alike_are_not_said_to_be_renumbered() -> None:
    old = version("id,name\n1,Ana\n2,Ana\n3,Eva\n")
    new = version("id,name\n3,Eva\n7,Ana\n8,Ana\n")

    assert [change.state for change in changes(old, new)] == ["withdrawn", "withdrawn", "added", "added"]


def test_versions_without_an_id_in_common_are_refused() -> None:
    with pytest.raises(UsageError) as refused:
        changes(version("id,name\n1,Ana\n", "old.csv"), version("id,name\n2,Ana\n", "new.csv"))

    assert str(refused.value) == (
        "old.csv, new.csv: the two versions have no id in common; name the column that stays the same: --id"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name\nAna\n", "no column is known to be an id; name the column that stays the same: --id HEADING"),
        (
            "id,name\n1,Ana\n1,Eva\n",
            "line 3 has the id of line 2 (1); give each record its own id, or name the column: --id",
        ),
        ("id,name\n,Ana\n", "line 2 has no id; give each record its own id"),
    ],
)
def test_a_version_whose_records_cannot_be_told_apart_is_refused(text: str, message: str) -> None:
    with pytest.raises(RefusedDocument) as refused:
        changes(version(text), version("id,name\n1,Ana\n"))

    assert str(refused.value) == f"list.csv: {message}"
