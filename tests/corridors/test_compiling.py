from collections.abc import Callable

import pytest

from clearway.corridors import compiling


def test_code_that_can_be_kept_nowhere_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    import numba

    asked = []

    def njit(*, nogil: bool, cache: bool = False) -> Callable[[object], object]:
        asked.append((cache, nogil))
        if cache:
            raise RuntimeError("cannot cache function")
        return lambda function: function

    monkeypatch.setattr(numba, "njit", njit)

    assert compiling.compiled(len) is len
    assert asked == [(True, True), (False, True)]
