"""Killed and injured not told apart."""

from clearway.kinds.kind import Kind
from clearway.model import Basis

CASUALTIES = Kind(
    name="casualties",
    about="Killed and injured not told apart.",
    topic="harm",
    unit="person",
    basis=Basis.EVENT,
    field="MUC-4 HUM TGT",
)
