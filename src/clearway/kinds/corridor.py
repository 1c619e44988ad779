"""A humanitarian corridor, pause, safe passage or organised evacuation."""

from clearway.kinds.kind import Kind
from clearway.model import Basis, Sensitivity

CORRIDOR = Kind(
    name="corridor",
    about="A humanitarian corridor, pause, safe passage or organised evacuation.",
    topic="roads and access",
    unit="corridor",
    basis=Basis.STOCK,
    sensitivity=Sensitivity.HIGH,
    field="OCHA glossary of pauses",
)
