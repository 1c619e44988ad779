"""A road, bridge, border or crossing open, closed, cut or limited."""

from clearway.kinds.kind import Kind
from clearway.model import Basis, Sensitivity

ROAD_STATUS = Kind(
    name="road_status",
    about="A road, bridge, border or crossing open, closed, cut or limited.",
    topic="roads and access",
    unit="road",
    basis=Basis.STOCK,
    sensitivity=Sensitivity.MODERATE,
    field="OCHA AMRF; Logistics Cluster",
)
