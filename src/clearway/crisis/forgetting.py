"""What was remembered of texts of claims, let go of where it is much: a desk runs for weeks over all of a ledger."""

import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

MOST = 2_000
"""Answers that each function may go on remembering: of sentences, each with its words, they are some 10 MB."""
ROOM = "clearway.picture."


def forget_much() -> None:
    """Have the functions of the picture that remember more than so many answers forget them all.

    They remember some hundred thousand, for whoever folds a ledger as a whole; one key of it after another has hardly
    a sentence in common with the last one.
    """
    for one in _remembering(len(sys.modules)):
        if one.cache_info().currsize > MOST:
            one.cache_clear()


@lru_cache(maxsize=1)
def _remembering(modules: int) -> tuple[Any, ...]:
    """The functions that may remember so many, as far as their modules are loaded; `modules` tells when more are."""
    del modules
    return tuple({id(one): one for one in _remembered() if (one.cache_info().maxsize or 0) > MOST}.values())


def _remembered() -> Iterator[Any]:
    rooms = [module for name, module in list(sys.modules.items()) if name.startswith(ROOM)]
    return (one for room in rooms for one in vars(room).values() if hasattr(one, "cache_info"))
