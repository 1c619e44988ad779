"""Which claims somebody asks for."""

from datetime import date

import pytest

from clearway.model import Query


def test_a_query_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="up to 2020-02-17, before they start on 2020-02-18"):
        Query(first=date(2020, 2, 18), last=date(2020, 2, 17))


def test_a_query_cannot_ask_for_less_than_nothing() -> None:
    with pytest.raises(ValueError, match="-1 claims"):
        Query(limit=-1)


def test_an_empty_query_asks_for_what_is_current() -> None:
    assert Query() == Query(current=True, limit=None)
