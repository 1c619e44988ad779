"""People taken by force."""

from clearway.kinds.kind import Kind
from clearway.model import Basis, Sensitivity

ABDUCTED = Kind(
    name="abducted",
    about="People taken by force.",
    topic="harm",
    unit="person",
    basis=Basis.EVENT,
    sensitivity=Sensitivity.MODERATE,
    field="ACLED Abduction/forced disappearance",
)
