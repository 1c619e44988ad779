from pathlib import Path

import pytest
from tests.lists.made import sheet

from clearway.errors import UsageError
from clearway.lists.reading import read_lists


def test_lists_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    files = [sheet(folder, "id,name\n1,Ana\n", "list.csv") for folder in folders]

    assert list(read_lists(files).entries) == [str(file) for file in files]


def test_a_file_that_is_named_twice_is_refused(tmp_path: Path) -> None:
    file = sheet(tmp_path, "id,name\n1,Ana\n", "list.csv")

    with pytest.raises(UsageError, match="it is named twice; name each list once"):
        read_lists([file, file])


def test_a_heading_that_no_list_has_is_refused(tmp_path: Path) -> None:
    file = sheet(tmp_path, "id,name\n1,Ana\n", "list.csv")

    with pytest.raises(UsageError) as refused:
        read_lists([file], {"date_of_birth": "Born on"})

    assert str(refused.value) == "--date-of-birth Born on: no list has such a heading; name one that it has (id, name)"
