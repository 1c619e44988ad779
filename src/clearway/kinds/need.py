"""A need stated, or people in need."""

from clearway.kinds.kind import Kind
from clearway.model import Basis

NEED = Kind(
    name="need",
    about="A need stated, or people in need.",
    topic="needs",
    unit="person",
    basis=Basis.STOCK,
    field="HXL #inneed",
)
