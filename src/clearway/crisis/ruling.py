"""What all judgements come to, worked out once for as long as nobody judges."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from clearway.model import Claim, Judgement

if TYPE_CHECKING:
    from clearway.picture import Rulings

Heirs = Mapping[str, tuple[Claim, Claim]]
_LEDGERS = 4
"""Of so many ledgers, or moments of one, it is remembered."""


class _Same:
    """Judgements that are the same as long as it is the very same tuple, which is quicker seen than compared."""

    def __init__(self, judgements: tuple[Judgement, ...]) -> None:
        self.judgements = judgements

    def __hash__(self) -> int:
        return id(self.judgements)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.judgements is other.judgements


def standing(judgements: tuple[Judgement, ...]) -> Mapping[str, str]:
    """How each judgement stands, by its id."""
    return _standing(_Same(judgements))


def ruled(judgements: tuple[Judgement, ...], heirs: Heirs) -> "Rulings":
    """What holds of all judgements, those on a claim that no reading holds any more on its heir."""
    return _ruled(_Same(judgements), tuple(sorted(heirs.items())))


@lru_cache(maxsize=_LEDGERS)
def _standing(same: _Same) -> Mapping[str, str]:
    from clearway.picture import standing_of

    return standing_of(same.judgements)


@lru_cache(maxsize=_LEDGERS)
def _ruled(same: _Same, heirs: tuple[tuple[str, tuple[Claim, Claim]], ...]) -> "Rulings":
    from clearway.picture import inherited, rulings

    by_name = dict(heirs)
    return rulings(inherited(one, by_name) for one in same.judgements)
