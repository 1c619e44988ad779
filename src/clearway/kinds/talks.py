"""A meeting or round of talks and its outcome."""

from clearway.kinds.kind import Kind
from clearway.model import Basis

TALKS = Kind(
    name="talks",
    about="A meeting or round of talks and its outcome.",
    topic="talks, agreements and statements",
    unit="event",
    basis=Basis.EVENT,
    field="PLOVER CONSULT",
)
