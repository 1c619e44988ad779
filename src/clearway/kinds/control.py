"""A place or area taken, lost, held, besieged, contested or surrendered."""

from clearway.kinds.kind import Kind
from clearway.model import Basis

CONTROL = Kind(
    name="control",
    about="A place or area taken, lost, held, besieged, contested or surrendered.",
    topic="hostilities and control",
    unit="settlement",
    basis=Basis.EVENT,
    field="ACLED territory changes",
)
