"""One ledger as canonical lines, and one ledger put into another."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clearway.model import Judgement, to_json, to_plain

if TYPE_CHECKING:
    from clearway.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What putting one ledger into another came to: reports and judgements that were new to it, or had new readings."""

    reports: int
    judgements: int


def exported(ledger: "Ledger") -> Iterator[str]:
    """Everything that a ledger keeps, as JSON lines: the same bytes for the same contents, whatever their order.

    A line holds a report with its text, a reading with its claims, or a judgement.
    """
    for kept in ledger.kept():
        yield _line({"report": to_plain(kept.report)})
        for reading, claims in kept.readings:
            yield _line({"reading": to_plain(reading), "made": [to_plain(claim) for claim in claims]})
    for judgement in ledger.judgements():
        yield _line({"judgement": to_plain(judgement)})


def merge(into: "Ledger", other: "Ledger") -> Merged:
    """Put all that one ledger keeps into another; what is there already stays as it is, so that twice is once."""
    reports = sum(into.absorb(kept) for kept in other.kept())
    return Merged(reports=reports, judgements=sum(into.judge(one) for one in _after_one_another(other)))


def _after_one_another(ledger: "Ledger") -> Iterator[Judgement]:
    """The judgements, each behind those that it comes after, whatever their clocks said."""
    waiting = {one.id: one for one in ledger.judgements()}
    while waiting:
        ready = [one for one in waiting.values() if not any(name in waiting for name in one.after)]
        for one in ready or list(waiting.values()):
            del waiting[one.id]
            yield one


def _line(record: object) -> str:
    return f"{to_json(record).decode()}\n"
