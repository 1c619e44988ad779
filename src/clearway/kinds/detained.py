"""People arrested or held."""

from clearway.kinds.kind import Kind
from clearway.model import Basis, Sensitivity

DETAINED = Kind(
    name="detained",
    about="People arrested or held.",
    topic="harm",
    unit="person",
    basis=Basis.EVENT,
    sensitivity=Sensitivity.MODERATE,
    field="ACLED Arrests",
)
