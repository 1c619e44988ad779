"""Processes of our own, in which the desk has done what takes long: each runs a module, and is ended with the desk."""

import ctypes
import gc
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_ARENA_MAX, _MMAP_THRESHOLD = -8, -3
"""M_ARENA_MAX and M_MMAP_THRESHOLD of mallopt(3)."""
_LARGE = 256 * 1024
"""Bytes from which memory is asked of the system and given back to it by itself: a page, or what it is made of."""

_SWITCH_S = 0.001
"""A thread that has waited so long for Python's lock is given it: one that looks up rows waits at each."""

_YOUNG, _OLDER = 5_000, 10
"""Objects that come before it is looked for those that nobody reaches, and how often that is before older ones are."""


def share() -> None:
    """Have the threads of this process share its memory and Python's lock without long waits."""
    sys.setswitchinterval(_SWITCH_S)
    _share_memory()


def settle() -> None:
    """Have what this process holds once it has started not be looked at again for what nobody reaches any more.

    That took a fifth of the time of large pages: each makes many objects, for which all of the program was looked at.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, _OLDER, _OLDER)


def _share_memory() -> None:
    """Have all threads of this process take memory from one heap, where the C library can be told so (glibc).

    Otherwise many threads that make large pages get a heap each that keeps what they gave back: each process of a desk
    under load took 70 MB more. What is large is given back at once; without a limit that is set, the C library would
    after the first large page keep all of them in that heap.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is not None:
        mallopt(_ARENA_MAX, 1)
        mallopt(_MMAP_THRESHOLD, _LARGE)


class Own:
    """Runs a module of ours, one process at a time; `end` ends the one that runs, from any thread."""

    def __init__(self, module: str) -> None:
        # -P: a file named csv.py in the folder where somebody works must not be taken for a library
        self._command = [sys.executable, "-P", "-m", module]
        self._child: subprocess.Popen[bytes] | None = None

    @contextmanager
    def running(self) -> "Iterator[subprocess.Popen[bytes]]":
        """A process with pipes for what goes in and comes out, ended behind it in any case."""
        child = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 our own
        self._child = child
        try:
            yield child
        finally:
            child.kill()
            child.wait()
            self._child = None

    def end(self) -> None:
        """End the process that runs, where one does."""
        child = self._child
        if child is not None:
            child.kill()
