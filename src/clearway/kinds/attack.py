"""Fighting with no more specific kind."""

from clearway.kinds.kind import Kind
from clearway.model import Basis

ATTACK = Kind(
    name="attack",
    about="Fighting with no more specific kind.",
    topic="hostilities and control",
    unit="attack",
    basis=Basis.EVENT,
    field="ACLED event types",
)
