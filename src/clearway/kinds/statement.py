"""An act of speech by a party; the last choice."""

from clearway.kinds.kind import Kind
from clearway.model import Basis

STATEMENT = Kind(
    name="statement",
    about="An act of speech by a party; the last choice.",
    topic="talks, agreements and statements",
    unit="event",
    basis=Basis.EVENT,
    field="PLOVER REQUEST, REJECT, THREATEN, ACCUSE",
)
