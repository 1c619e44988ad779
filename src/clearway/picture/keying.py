"""Under which key a claim is folded: its kind, where it belongs, and the month of which it speaks."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from clearway.kinds import Kind
from clearway.model import Basis, Candidate, Cell, Claim, Key
from clearway.picture import entries
from clearway.picture.basing import basis_of, figure_of, kind_of
from clearway.picture.correcting import corrected
from clearway.picture.rulings import NONE, Rulings

Look = Callable[[str], tuple[date | None, Key] | None]
"""From a claim's id to the day on which its report was published and the key that it has of itself."""

NOWHERE = "nowhere"
UNDATED = "undated"
AREA = "/"
"""Between the codes of a country and its first-level area."""

CLEARLY = 0.5
"""The share of a report's places that must lie in one first-level area for the report to be at home there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Where a report plays: what its claims without a place of their own are taken to speak of."""

    country: str | None = None
    adm1: str | None = None


def keys_of(
    claims: Iterable[Claim], published: date | None, rulings: Rulings = NONE, look: Look | None = None
) -> Mapping[str, Key]:
    """The key of each claim of one report, by the claim's id; those judged false have none.

    Claims that were judged the same, or parts of one whole, go by one key: that of the one which was published first,
    so that on no day it is a claim's that nobody knew yet. `look` tells of claims of other reports.
    """
    claims = tuple(corrected(claim, rulings.corrections.get(claim.id, ())) for claim in claims)
    home = home_of(claims)
    own = {claim.id: key_of(claim, published, home) for claim in claims}
    tied = rulings.tied() if rulings.group or rulings.whole else {}
    found = {}
    for name, key in own.items():
        if name in rulings.rejected:
            continue
        others = {other: (published, own[other]) if other in own else look(other) if look else None
                  for other in tied.get(name, ())}  # fmt: skip
        known = [(pair[0] or date.max, other, pair[1]) for other, pair in others.items() if pair]
        found[name] = min(known, key=lambda one: one[:2])[2] if known else key
    return found


def cells_of(
    claims: Iterable[Claim], published: date | None, rulings: Rulings = NONE, look: Look | None = None
) -> Mapping[str, Cell]:
    """The key of each claim of one report, as `keys_of` gives it, and its home within that key.

    Figures that are told of different first-level areas alone have nothing to do with one another, unless somebody
    judged so; what is told of one such area has it in its key already.
    """
    by_id = {claim.id: claim for claim in claims}
    found = {}
    for name, key in keys_of(by_id.values(), published, rulings, look).items():
        claim = by_id[name]
        free = figure_of(claim, kind_of(claim.kind)) is not None and AREA not in key.area
        free = free and not rulings.moves(name)
        found[name] = Cell(key=key, home=entries.home_of(claim) if free else None)
    return found


def key_of(claim: Claim, published: date | None, home: Home) -> Key:
    """The key of a claim.

    What happened on one occasion is kept with its first-level area; totals, stocks and shares with their country,
    since reports tell them for areas that overlap.
    """
    kind = kind_of(claim.kind)
    day = claim.period.last if claim.period else published
    return Key(kind=claim.kind, area=_area(claim, kind, published, home), month=f"{day:%Y-%m}" if day else UNDATED)


def home_of(claims: Iterable[Claim]) -> Home:
    """The country that a report's claims name most, and the first-level area if most of their places lie in it."""
    spots = [spot for claim in claims for spot in _spots(claim)]
    country = _most(spot.country for spot in spots)
    inside = [spot.adm1_code for spot in spots if spot.country == country]
    area = _most(inside)
    clear = area is not None and inside.count(area) > CLEARLY * len(inside)
    return Home(country=country, adm1=area if clear else None)


def _area(claim: Claim, kind: Kind, published: date | None, home: Home) -> str:
    spots = _spots(claim)
    countries = {spot.country for spot in spots if spot.country}
    country = home.country if not countries or home.country in countries else min(countries)
    if country is None:
        return NOWHERE
    areas = {spot.adm1_code for spot in spots if spot.country == country}
    area = next(iter(areas)) if len(areas) == 1 else home.adm1 if not areas else None
    return f"{country}{AREA}{area}" if area and _is_local(claim, kind, published) else country


def _is_local(claim: Claim, kind: Kind, published: date | None) -> bool:
    """Whether it tells of one occasion: no count at all, or one that has a day or a settlement to itself."""
    figure = figure_of(claim, kind)
    if figure is None:
        return True
    once = basis_of(claim, figure, published, kind) is Basis.EVENT
    return once and (claim.period is not None or entries.in_settlements(claim))


def _spots(claim: Claim) -> list[Candidate]:
    return [spot for place in claim.places if (spot := place.resolved or place.within) is not None]


def _most(values: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None
