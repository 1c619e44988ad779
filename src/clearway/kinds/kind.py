"""What a kind of claim is, in no language."""

from dataclasses import dataclass

from clearway.model import Basis, Sensitivity

TOPICS = (
    "harm",
    "displacement",
    "facilities",
    "hostilities and control",
    "roads and access",
    "aid",
    "needs",
    "hazards and destruction",
    "disease",
    "population",
    "talks, agreements and statements",
    "deployments",
)
"""The topics of a picture, in the order in which it shows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of claim: what it counts, on what basis unless the words say otherwise, and where it is shown.

    `unit` is what a bare figure of this kind counts; `sensitivity` is the least that a claim of this kind has
    (HDX information-sharing classes); `field` names the nearest word or standard of the field.
    """

    name: str
    about: str
    topic: str
    unit: str
    basis: Basis
    sensitivity: Sensitivity = Sensitivity.LOW
    field: str
