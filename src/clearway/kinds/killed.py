"""People killed or dead, with or without a figure."""

from clearway.kinds.kind import Kind
from clearway.model import Basis

KILLED = Kind(
    name="killed",
    about="People killed or dead, with or without a figure.",
    topic="harm",
    unit="person",
    basis=Basis.EVENT,
    field="HXL #affected+killed; ACLED fatalities",
)
