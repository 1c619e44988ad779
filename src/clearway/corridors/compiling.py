"""Machine code for what walks large graphs, by numba, behind one typed door."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numpy as np

Compiled = TypeVar("Compiled", bound=Callable[..., Any])


def compiled(function: Compiled) -> Compiled:
    """The function in machine code, made at its first call; while it runs, other threads go on.

    The code is kept for the next process beside the module, else in the user's own cache (`NUMBA_CACHE_DIR` names
    another folder); where neither can be written, each process makes it anew.
    """
    from numba import njit

    try:
        return cast(Compiled, njit(cache=True, nogil=True)(function))
    except RuntimeError:  # numba found no folder to keep the code in
        return cast(Compiled, njit(nogil=True)(function))


@compiled
def whole(number: int) -> Any:
    """The number as one that may change: numba compiles anew what is given a constant."""
    return np.int64(number)
