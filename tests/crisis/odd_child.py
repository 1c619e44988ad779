"""A child that reads nothing and does what a text says: what a text of a stranger's may do to a reader."""

import os
import re
import signal
import sys
import time
from pathlib import Path
from typing import BinaryIO

from clearway.crisis.apart_child import Ask, Read, Told
from clearway.crisis.apart_child import told as really_told
from clearway.model import from_json
from clearway.sources.child import answer_all

ENDLESS, DEADLY, LARGE, LATER = "It never ends.", "It is deadly.", "It is large.", "It waits for "


def told(ask: Ask, rest: BinaryIO) -> Told:
    """The answer to a question: documents are read, and reports are obeyed."""
    if ask.document is not None:
        return really_told(ask, rest)
    text = ask.sentence or ask.reports[0].text
    if ENDLESS in text:
        re.match("(a+)+b", "a" * 64)  # within the machine's own code, where no thread of Python gets at it
    if DEADLY in text:
        os.abort()
    if LARGE in text:
        kept = []
        while True:
            kept.append(b"x" * 10_000_000)
    if LATER in text:
        path = Path(text.partition(LATER)[2].strip())
        while not path.exists():
            time.sleep(0.01)
    return Told(read=tuple(Read() for _ in ask.reports), names=(str(os.getpid()),))


if __name__ == "__main__":
    signal.signal(signal.SIGABRT, signal.SIG_DFL)
    answer_all(sys.argv[1:], lambda line, rest: told(from_json(line, Ask), rest))
