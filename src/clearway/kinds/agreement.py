"""A ceasefire, deal or truce made, kept or broken."""

from clearway.kinds.kind import Kind
from clearway.model import Basis

AGREEMENT = Kind(
    name="agreement",
    about="A ceasefire, deal or truce made, kept or broken.",
    topic="talks, agreements and statements",
    unit="event",
    basis=Basis.EVENT,
    field="PLOVER AGREE",
)
