import pytest

from clearway.corridors import compiling


def test_code_that_can_be_kept_nowhere_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    import numba

    asked = []

    def njit(function: object = None, *, cache: bool = False, nogil: bool = False) -> object:
        asked.append((cache, nogil))
        if cache:
            raise RuntimeError("cannot cache function")
        return function

    monkeypatch.setattr(numba, "njit", njit)

    assert compiling.compiled(len) is len
    assert asked == [(True, True), (False, True)]
