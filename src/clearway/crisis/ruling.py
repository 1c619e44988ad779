"""What all judgements come to, worked out once for as long as nobody judges."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from clearway.model import Claim, Judgement, Query, Verdict

if TYPE_CHECKING:
    from clearway.ledger import Ledger
    from clearway.picture import Rulings

One = TypeVar("One")
Heirs = Mapping[str, tuple[Claim, Claim]]
_LEDGERS = 4
"""Of so many ledgers, or moments of one, it is remembered."""
_PERSONS = 32
"""Of so many persons it is remembered what they have looked at."""

SETTLING = (Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT, Verdict.SPLIT, Verdict.ADD)
"""What takes a claim out of the queue: somebody has looked at its words."""

STANDS = ("holds", "contested")


class _Same(Generic[One]):
    """What is the same as long as it is the very same tuple, which is quicker seen than compared."""

    def __init__(self, some: tuple[One, ...]) -> None:
        self.some = some

    def __hash__(self) -> int:
        return id(self.some)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.some is other.some


class _Replaced(_Same[str]):
    """Claims that a ledger says are replaced."""

    def __init__(self, ledger: "Ledger", some: tuple[str, ...]) -> None:
        super().__init__(some)
        self.ledger = ledger


def standing(judgements: tuple[Judgement, ...]) -> Mapping[str, str]:
    """How each judgement stands, by its id."""
    return _standing(_Same(judgements))


def on_claims(judgements: tuple[Judgement, ...]) -> Mapping[str, tuple[Judgement, ...]]:
    """The judgements that speak of each claim, by the claim's id, in their order."""
    return _on_claims(_Same(judgements))


def settled(judgements: tuple[Judgement, ...], by: str | None) -> frozenset[str]:
    """The claims whose words somebody has looked at; with `by`, those that this person has."""
    return _settled(_Same(judgements), by)


def heirs_of(ledger: "Ledger", replaced: tuple[str, ...]) -> Heirs:
    """The claims of which a ledger says that no reading holds them any more, each with the one that takes its place."""
    return _heirs_of(_Replaced(ledger, replaced))


def ruled(judgements: tuple[Judgement, ...], heirs: Heirs) -> "Rulings":
    """What holds of all judgements, those on a claim that no reading holds any more on its heir."""
    return _ruled(_Same(judgements), tuple(sorted(heirs.items())))


@lru_cache(maxsize=_LEDGERS)
def _standing(same: _Same[Judgement]) -> Mapping[str, str]:
    from clearway.picture import standing_of

    return standing_of(same.some)


@lru_cache(maxsize=_LEDGERS)
def _on_claims(same: _Same[Judgement]) -> Mapping[str, tuple[Judgement, ...]]:
    found: dict[str, list[Judgement]] = {}
    for one in same.some:
        for name in dict.fromkeys(one.claims):
            found.setdefault(name, []).append(one)
    return {name: tuple(some) for name, some in found.items()}


@lru_cache(maxsize=_PERSONS)
def _settled(same: _Same[Judgement], by: str | None) -> frozenset[str]:
    stands = _standing(same)
    looked = (one for one in same.some if one.verdict in SETTLING and by in (None, one.by))
    return frozenset(name for one in looked if stands[one.id] in STANDS for name in one.claims)


@lru_cache(maxsize=_LEDGERS)
def _heirs_of(same: _Replaced) -> Heirs:
    from clearway.picture import heir_of

    found: dict[str, tuple[Claim, Claim]] = {}
    for name in same.some:
        old = same.ledger.claim(name)
        heir = heir_of(old, same.ledger.claims(Query(report=old.report)))
        if heir is not None:
            found[name] = (old, heir)
    return found


@lru_cache(maxsize=_LEDGERS)
def _ruled(same: _Same[Judgement], heirs: tuple[tuple[str, tuple[Claim, Claim]], ...]) -> "Rulings":
    from clearway.picture import inherited, rulings

    by_name = dict(heirs)
    return rulings(one if by_name.keys().isdisjoint(one.claims) else inherited(one, by_name) for one in same.some)
