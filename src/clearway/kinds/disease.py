"""Cases of a disease, or an outbreak."""

from clearway.kinds.kind import Kind
from clearway.model import Basis

DISEASE = Kind(
    name="disease",
    about="Cases of a disease, or an outbreak.",
    topic="disease",
    unit="person",
    basis=Basis.CUMULATIVE,
    field="HXL #affected; WHO outbreak news",
)
