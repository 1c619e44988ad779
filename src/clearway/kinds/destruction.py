"""Homes, towns, crops, land or infrastructure destroyed, damaged or flooded."""

from clearway.kinds.kind import Kind
from clearway.model import Basis

DESTRUCTION = Kind(
    name="destruction",
    about="Homes, towns, crops, land or infrastructure destroyed, damaged or flooded.",
    topic="hazards and destruction",
    unit="house",
    basis=Basis.EVENT,
    field="IDMC destroyed housing",
)
