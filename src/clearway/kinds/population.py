"""How many people are or live somewhere."""

from clearway.kinds.kind import Kind
from clearway.model import Basis

POPULATION = Kind(
    name="population",
    about="How many people are or live somewhere.",
    topic="population",
    unit="person",
    basis=Basis.STOCK,
    field="HXL #population",
)
