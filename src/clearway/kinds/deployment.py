"""Troops, weapons, posts or teams sent or withdrawn."""

from clearway.kinds.kind import Kind
from clearway.model import Basis, Sensitivity

DEPLOYMENT = Kind(
    name="deployment",
    about="Troops, weapons, posts or teams sent or withdrawn.",
    topic="deployments",
    unit="person",
    basis=Basis.EVENT,
    sensitivity=Sensitivity.MODERATE,
    field="PLOVER MOBILIZE",
)
