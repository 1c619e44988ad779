"""People whose fate nobody knows."""

from clearway.kinds.kind import Kind
from clearway.model import Basis, Sensitivity

MISSING = Kind(
    name="missing",
    about="People whose fate nobody knows.",
    topic="harm",
    unit="person",
    basis=Basis.EVENT,
    sensitivity=Sensitivity.MODERATE,
    field="HXL #affected+missing",
)
