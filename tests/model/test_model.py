"""The public list."""

from clearway import model


def test_the_public_names_are_sorted_and_there() -> None:
    assert model.__all__ == sorted(model.__all__, key=lambda name: (not name[0].isupper(), name))
    assert all(hasattr(model, name) for name in model.__all__)
