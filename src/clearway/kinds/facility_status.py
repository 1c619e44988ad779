"""How much of a facility works, is closed, or is used for something else."""

from clearway.kinds.kind import Kind
from clearway.model import Basis, Sensitivity

FACILITY_STATUS = Kind(
    name="facility_status",
    about="How much of a facility works, is closed, or is used for something else.",
    topic="facilities",
    unit="facility",
    basis=Basis.STOCK,
    sensitivity=Sensitivity.HIGH,
    field="WHO HeRAMS",
)
