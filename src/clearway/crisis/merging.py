"""One ledger as canonical lines, and one ledger put into another."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from clearway.errors import LedgerError
from clearway.model import Judgement, to_json, to_plain

if TYPE_CHECKING:
    from clearway.ledger import Ledger
    from clearway.ledger.protocol import Kept


One = TypeVar("One")
TOGETHER = 32
"""How many reports are put into a ledger in one transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What putting one ledger into another came to: reports and judgements that were new to it, or had new readings."""

    reports: int
    judgements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What a copy came to: reports and judgements that were new to it, and the hash that both exports have."""

    reports: int
    judgements: int
    sha256: str


def exported(ledger: "Ledger") -> Iterator[str]:
    """Everything that a ledger keeps, as JSON lines: the same bytes for the same contents, whatever their order.

    A line holds a report with its text, a reading with its claims, or a judgement.
    """
    judgements = [*ledger.judgements()]  # before the reports, so that what they speak of is there
    for kept in ledger.kept():
        yield _line({"report": to_plain(kept.report)})
        for reading, claims in kept.readings:
            yield _line({"reading": to_plain(reading), "made": [to_plain(claim) for claim in claims]})
    for judgement in judgements:
        yield _line({"judgement": to_plain(judgement)})


def merge(
    into: "Ledger",
    other: "Ledger",
    *,
    on_progress: Callable[[int], None] | None = None,
    fit: Callable[["Kept | Judgement"], bool] = lambda _: True,
    trim: Callable[["Kept"], "Kept"] = lambda kept: kept,
) -> Merged:
    """Put all that one ledger keeps into another; what is there already stays as it is, so that twice is once.

    What is not `fit` is left out, and of a report what `trim` takes away.
    """
    with other.moment():
        reports = sum(_together(into, into.absorb, map(trim, filter(fit, other.kept())), on_progress))
        judgements = filter(fit, _after_one_another(other))
        return Merged(reports=reports, judgements=sum(_together(into, into.judge, judgements)))


def copy(ledger: Path | str, into: Path | str, *, on_progress: Callable[[int], None] | None = None) -> Copied:
    """Put a whole ledger into another, which is made, or carried on with where an earlier copy was stopped.

    Raises `LedgerError` where the other ledger holds something that this one does not, or the bytes of the two exports
    are not the same afterwards.
    """
    from clearway.ledger import open_ledger, shown

    with open_ledger(ledger, create=False) as one, open_ledger(into) as other, one.moment():
        held = {_hash([line]) for line in exported(other)}
        if held and not held <= {_hash([line]) for line in exported(one)}:
            rule = f"it holds reports or judgements that {shown(ledger)} does not"
            remedy = "copy to a new one, or put the two together with `clearway ledger merge`"
            raise LedgerError(shown(into), rule=rule, remedy=remedy)
        merged = merge(other, one, on_progress=on_progress)
        ours, theirs = _hash(exported(one)), _hash(exported(other))
    if ours != theirs:
        rule = f"its export does not have the bytes of that of {shown(ledger)}"
        raise LedgerError(shown(into), rule=rule, remedy="make it anew, while nobody else writes to it")
    return Copied(reports=merged.reports, judgements=merged.judgements, sha256=ours)


def _together(
    ledger: "Ledger", put: Callable[[One], bool], ones: Iterator[One], on_progress: Callable[[int], None] | None = None
) -> Iterator[bool]:
    """Put some at a time into a ledger, each time in one transaction; whether each was new to it."""
    done = 0
    while some := list(islice(ones, TOGETHER)):
        with ledger.together():
            found = [put(one) for one in some]
        yield from found
        done += len(some)
        if on_progress:
            on_progress(done)


def _hash(lines: Iterable[str]) -> str:
    """The hash of lines as they are exported."""
    hashed = hashlib.sha256()
    for line in lines:
        hashed.update(line.encode())
    return hashed.hexdigest()


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
