import pytest

from clearway import places


def test_the_public_names_are_sorted_and_there() -> None:
    assert places.__all__ == sorted(places.__all__)
    assert all(getattr(places, name) for name in places.__all__)


def test_another_name_is_not_there() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = places.nothing
