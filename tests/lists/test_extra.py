import pytest

from clearway.errors import UsageError
from clearway.lists.extra import require


def test_what_is_there_passes() -> None:
    require("json", "csv")


def test_what_is_missing_is_named_with_what_to_install() -> None:
    with pytest.raises(UsageError) as refused:
        require("json", "no_such_library")

    assert str(refused.value) == "no_such_library: it is not installed; pip install 'clearway[lists]'"
