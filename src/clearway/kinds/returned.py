"""People who went back."""

from clearway.kinds.kind import Kind
from clearway.model import Basis

RETURNED = Kind(
    name="returned",
    about="People who went back.",
    topic="displacement",
    unit="person",
    basis=Basis.PERIOD,
    field="IDMC returns",
)
