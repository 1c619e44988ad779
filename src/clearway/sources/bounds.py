"""Bounds that the system keeps on this process."""

import contextlib
import resource

UNTOUCHED = 3_000_000_000
"""Bytes that are mapped and never touched: libraries and threads' stacks."""


def bound(which: int, value: int) -> None:
    """Set a limit of the system (`resource.RLIMIT_*`), where it holds: macOS refuses some."""
    _, hard = resource.getrlimit(which)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(which, (value, hard))


def bound_all(memory_bytes: int, seconds: int) -> None:
    """Limit the memory and the processor time of a process of ours that works with what strangers sent."""
    bound(resource.RLIMIT_CORE, 0)
    bound(resource.RLIMIT_DATA, memory_bytes)
    bound(resource.RLIMIT_AS, memory_bytes + UNTOUCHED)
    bound(resource.RLIMIT_CPU, seconds)
