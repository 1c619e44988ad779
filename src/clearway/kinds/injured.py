"""People wounded or hurt."""

from clearway.kinds.kind import Kind
from clearway.model import Basis

INJURED = Kind(
    name="injured",
    about="People wounded or hurt.",
    topic="harm",
    unit="person",
    basis=Basis.EVENT,
    field="HXL #affected+injured",
)
