"""Humanitarian access given, limited or denied."""

from clearway.kinds.kind import Kind
from clearway.model import Basis, Sensitivity

ACCESS = Kind(
    name="access",
    about="Humanitarian access given, limited or denied.",
    topic="roads and access",
    unit="area",
    basis=Basis.STOCK,
    sensitivity=Sensitivity.MODERATE,
    field="OCHA AMRF",
)
