"""What a process of the desk does with its memory, each tried in a process of its own."""

import subprocess
import sys


def told(program: str) -> str:
    """What a program of a few lines prints."""
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return found.stdout.strip()


def test_what_is_there_at_the_start_is_not_looked_at_again() -> None:
    program = "import gc; from clearway.web.processes import settle; settle(); print(gc.get_freeze_count() > 10_000)"
    assert told(program) == "True"


def test_what_nobody_reaches_is_still_found() -> None:
    program = """
import gc, weakref
from clearway.web.processes import settle
class One: pass
settle()
one = One()
one.itself = one
seen = weakref.ref(one)
del one
gc.collect()
print(seen())
"""
    assert told(program) == "None"
