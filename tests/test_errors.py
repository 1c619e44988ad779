"""One tree of errors."""

import inspect

import pytest

from clearway import errors
from clearway.errors import ClearwayError, RefusedDocument, SkipError, StopError

EVERY = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]


def test_an_error_names_the_thing_the_rule_and_the_remedy() -> None:
    error = RefusedDocument("wire.pdf", rule="it is encrypted", remedy="save it without a password")
    assert str(error) == "wire.pdf: it is encrypted; save it without a password"
    assert (error.subject, error.rule, error.remedy) == ("wire.pdf", "it is encrypted", "save it without a password")


@pytest.mark.parametrize("kind", EVERY)
def test_every_error_either_skips_an_item_or_stops_the_run(kind: type[ClearwayError]) -> None:
    assert issubclass(kind, ClearwayError)
    assert kind is ClearwayError or issubclass(kind, SkipError) != issubclass(kind, StopError)


@pytest.mark.parametrize("kind", EVERY)
def test_the_tree_is_drawn_as_it_is(kind: type[ClearwayError]) -> None:
    [line] = [line for line in (errors.__doc__ or "").splitlines() if f" {kind.__name__} " in f" {line}  "]
    depth = len(kind.__mro__) - len(ClearwayError.__mro__)
    assert line.index(kind.__name__) == 4 * depth
