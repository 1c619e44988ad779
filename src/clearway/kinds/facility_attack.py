"""A place that people depend on, or its staff as such, was hit, raided or looted."""

from clearway.kinds.kind import Kind
from clearway.model import Basis, Sensitivity

FACILITY_ATTACK = Kind(
    name="facility_attack",
    about="A place that people depend on, or its staff as such, was hit, raided or looted.",
    topic="facilities",
    unit="facility",
    basis=Basis.EVENT,
    sensitivity=Sensitivity.HIGH,
    field="WHO SSA; Insecurity Insight",
)
