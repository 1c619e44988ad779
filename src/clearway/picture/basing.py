"""What a claim counts, and over what: one event, a period, a running total, a stock or a rate."""

from datetime import date

from clearway.kinds import Kind, kinds
from clearway.model import Basis, Certainty, Claim, Figure, Measure

LAST_TOPIC = "other"
"""The topic of claims whose kind nobody has listed any more."""


def kind_of(name: str) -> Kind:
    """The kind of that name; one that nobody lists any more keeps its claims, under a topic of its own."""
    return kinds().get(name) or Kind(
        name=name, about="A kind that is not listed.", topic=LAST_TOPIC, unit="event", basis=Basis.EVENT, field=""
    )


def figure_of(claim: Claim, kind: Kind) -> Figure | None:
    """Its figure; "no one was hurt" counts nobody, so that it can be held against a count."""
    nobody = claim.negated and kind.topic == "harm" and claim.certainty is not Certainty.DENIED
    return Figure(value=0, unit=kind.unit) if claim.figure is None and nobody else claim.figure


def basis_of(claim: Claim, figure: Figure | None, published: date | None, kind: Kind) -> Basis:
    """Over what the claim counts: as its figure says, or as its period shows, or as its kind does.

    A period of more than two days that runs to the day of publication is a running total (IDMC's cumulative), one
    that ended before is a period's count.
    """
    period = claim.period
    if figure and figure.basis:
        return figure.basis
    if figure and figure.measure is Measure.RATE:
        return Basis.RATE
    if period and (period.last - period.first).days > 1:
        return Basis.CUMULATIVE if published and period.last >= published else Basis.PERIOD
    return kind.basis
