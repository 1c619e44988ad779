"""Aid sent, crossing, received, planned, halted or refused."""

from clearway.kinds.kind import Kind
from clearway.model import Basis, Sensitivity

AID_DELIVERY = Kind(
    name="aid_delivery",
    about="Aid sent, crossing, received, planned, halted or refused.",
    topic="aid",
    unit="package",
    basis=Basis.EVENT,
    sensitivity=Sensitivity.MODERATE,
    field="3W; cross-border reports",
)
