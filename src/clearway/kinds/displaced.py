"""People who fled, are displaced, trapped or sheltering, or were evacuated."""

from clearway.kinds.kind import Kind
from clearway.model import Basis

DISPLACED = Kind(
    name="displaced",
    about="People who fled, are displaced, trapped or sheltering, or were evacuated.",
    topic="displacement",
    unit="person",
    basis=Basis.STOCK,
    field="IDMC stock and flow",
)
