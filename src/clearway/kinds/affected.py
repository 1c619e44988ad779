"""People or areas affected by the crisis, no need stated."""

from clearway.kinds.kind import Kind
from clearway.model import Basis

AFFECTED = Kind(
    name="affected",
    about="People or areas affected by the crisis, no need stated.",
    topic="harm",
    unit="person",
    basis=Basis.STOCK,
    field="HXL #affected",
)
