"""Every error that Clearway raises, in one tree.

ClearwayError            carries a rule and a remedy
├── SkipError            skip this item, go on with the others
│   ├── RefusedDocument  a document that cannot or must not be read
│   │   └── ReaderLost   what read it ended over it
│   └── RefusedRecord    a line of a gazetteer, a record of a feed
└── StopError            stop the run
    ├── UsageError       the command or call makes no sense as given
    │   └── StaleError   it made sense for what was there before
    ├── LedgerError      the ledger cannot be opened or is not ours
    │   └── LedgerAway   the server of a ledger cannot be reached
    │       └── LedgerLost   it went away in the middle of something
    ├── GazetteerError   the gazetteer is missing or cannot be built
    ├── ModelError       the language model is missing, is not the pinned one, or has no time
    ├── RoadError        roads, or what is asked of them, cannot be worked with
    └── DeskError        the desk's own file, address or accounts cannot be worked with
"""


class ClearwayError(Exception):
    """What went wrong (`subject`, `rule`) and what to do about it (`remedy`)."""

    def __init__(self, subject: str, *, rule: str, remedy: str) -> None:
        super().__init__(f"{subject}: {rule}; {remedy}")
        self.subject = subject
        self.rule = rule
        self.remedy = remedy


class SkipError(ClearwayError):
    """One item is left out; the others go on."""


class RefusedDocument(SkipError):
    """A document that cannot be read, or must not be."""


class ReaderLost(RefusedDocument):
    """The process that read a document ended over it, or was ended; read once more, it may be readable."""


class RefusedRecord(SkipError):
    """One record inside a readable document that cannot be used."""


class StopError(ClearwayError):
    """The run cannot go on."""


class UsageError(StopError):
    """The command or call makes no sense as given."""


class StaleError(UsageError):
    """What somebody decides about has changed since they saw it."""


class LedgerError(StopError):
    """The ledger cannot be opened, is locked, or belongs to another version."""


class LedgerAway(LedgerError):
    """The server that keeps the ledger cannot be reached; asked again later, it may answer."""


class LedgerLost(LedgerAway):
    """The server went away in the middle; nothing is kept by half, and the same may be asked again."""


class GazetteerError(StopError):
    """The gazetteer is missing, damaged, or cannot be built."""


class ModelError(StopError):
    """The language model is missing, is not the pinned one, or cannot read just now."""


class RoadError(StopError):
    """Roads, their costs, or what is asked of them cannot be worked with."""


class DeskError(StopError):
    """The desk cannot work: its file, its port, or what is asked of its accounts."""
