"""Ranks the candidates of each name of a report, and says why the first is the likeliest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from clearway.model import Candidate, Level
from clearway.places.areas import is_outside
from clearway.places.context import (
    Context,
    Neighbours,
    Vector,
    add_resolved,
    area_weight,
    core_name,
    lies_in,
    vector,
)
from clearway.places.folding import fold
from clearway.places.gazetteer import scored
from clearway.places.mentions import Mention

MOST_OTHERS = 5
TURNS = 3
COUNTRY_WEIGHT = 1.5
COUNTRY_ALONE = 0.8
"""What being a country is worth to a name without a word that gives its level."""
AREA_WEIGHT = 0.8
HOLDS_WEIGHT = 1.5
"""What it is worth to an area with the name of a country (Georgia) that another place of the report lies in it."""
CONTAINER_WEIGHT = {Level.COUNTRY: 1.5, Level.REGION: 1.5, Level.ADM1: 3.0}
CLOSE_CONTAINER_WEIGHT = 4.0
"""What lying in the area beside the name is worth, by that area's level: the smaller, the more."""
NEAR_WEIGHT = 1.0
LEVEL_WEIGHT = 0.8
KNOWN_ABROAD = 100_000
"""People from which a city may be meant that lies in a country of which the report says nothing."""
LEAST_LOOSE = 0.95
"""The score, context counted, below which a name that only sounds alike is left unresolved."""
TOLD_ENOUGH = 2
"""How often a report has to name its country for small places of other countries to be doubted."""
AMONG = 4
"""How many places of one country a report has to name for a small place of another country to be doubted."""
BESIDE_KM = 50.0
"""How near another place has to be to be told as a reason."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate, its score in this report, and the words that explain it."""

    candidate: Candidate
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class Named:
    """The mentions that bear one name in one way: they stand for one place.

    `worth` is what each bearer scores whatever else the report says, `points` where it lies; `twin` says that a country
    bears the name too.
    """

    name: str
    mention: Mention
    bearers: Sequence[Candidate]
    own: frozenset[str]
    worth: Sequence[float]
    points: Sequence[Vector | None]
    twin: bool
    choices: list[Choice] = field(default_factory=list)


def ranked(
    mentions: Sequence[Mention], options: Mapping[str, Sequence[Candidate]], context: Context, *, text: str
) -> list[list[Choice]]:
    """The likely candidates of each mention, likeliest first; `options` are the candidates of each bare name.

    Names are ranked again with the places that the turn before chose around them, until that changes nothing.
    """
    names = _named(mentions, options, text)
    each = list({id(named): named for named in names if named}.values())
    first: list[Candidate] = []
    for turn in range(TURNS):
        neighbours = Neighbours(_anchors(first))
        holders = _holders(names, context, options, mentions, text=text)
        for named in each:
            named.choices = _scored(named, context, neighbours, holders.get(fold(named.name), ()))
        before, first = first, [named.choices[0].candidate for named in each if named.choices]
        if turn == 0:
            add_resolved(context, _anchors(first))
        elif [candidate.id for candidate in before] == [candidate.id for candidate in first]:
            break
    for named in each:
        named.choices = _explained(named, context, neighbours, holders.get(fold(named.name), ()))
    return [named.choices if named else [] for named in names]


def _named(mentions: Sequence[Mention], options: Mapping[str, Sequence[Candidate]], text: str) -> list[Named | None]:
    """What each mention is one of; nothing for demonyms and areas without a name."""
    known: dict[tuple[str, Level | None, bool, bool], Named] = {}
    names: list[Named | None] = []
    for mention in mentions:
        name = core_name(mention, text)
        if mention.kind == "demonym" or not name:
            names.append(None)
            continue
        key = (fold(name), mention.level, bool(mention.direction or mention.area), is_outside(mention))
        if key not in known:
            bearers = options.get(name, ())
            own = frozenset(candidate.id for candidate in bearers)
            worth = [candidate.score + _fit(candidate, mention) for candidate in bearers]
            points = [vector(candidate) for candidate in bearers]
            known[key] = Named(name, mention, bearers, own, worth, points, _names_country(bearers))
        names.append(known[key])
    return names


def _anchors(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The places that say something of where others lie, each once."""
    best = {candidate.id: candidate for candidate in candidates}
    return [candidate for candidate in best.values() if candidate.level not in (Level.COUNTRY, Level.REGION)]


def _holders(
    names: Sequence[Named | None],
    context: Context,
    options: Mapping[str, Sequence[Candidate]],
    mentions: Sequence[Mention],
    *,
    text: str,
) -> dict[str, list[Candidate]]:
    """The candidates of what stands around each name."""
    held: dict[str, list[Candidate]] = {}
    for inner, outer in context.containers.items():
        chain = [outer]
        while (further := context.containers.get(chain[-1])) is not None and further not in chain:
            chain.append(further)
        name = core_name(mentions[inner], text)
        listed = mentions[inner].level is None and _names_country(options.get(name, ()))
        for index in chain[:3]:
            found = _first(names[index]) or list(options.get(core_name(mentions[index], text), ())[:3])
            if inner in context.enumerated:  # "Khartoum, Bahri and Omdurman" is no Khartoum in Bahri
                found = [candidate for candidate in found if candidate.level is not Level.SETTLEMENT]
            if not (listed and _names_country(found)):  # "Colombia, Brazil and Peru" is no Colombia in Brazil
                held.setdefault(fold(name), []).extend(found)
    return held


def _first(named: Named | None) -> list[Candidate]:
    return [choice.candidate for choice in named.choices[:1]] if named else []


def _names_country(candidates: Sequence[Candidate]) -> bool:
    """Whether a name is first of all that of a country."""
    return bool(candidates) and candidates[0].level is Level.COUNTRY


def _scored(named: Named, context: Context, neighbours: Neighbours, held: Sequence[Candidate]) -> list[Choice]:
    """The bearers of a name, likeliest first."""
    choices = []
    for candidate, worth, point in zip(named.bearers, named.worth, named.points, strict=True):
        score = worth + COUNTRY_WEIGHT * context.countries.get(candidate.country or "", 0.0)
        if held:
            score += max((_holding(area) for area in held if lies_in(candidate, area)), default=0.0)
        score += AREA_WEIGHT * area_weight(context, candidate)
        score += NEAR_WEIGHT * neighbours.nearness(point, named.own)
        if named.twin and candidate.level is Level.ADM1 and neighbours.any_in(candidate, named.own):
            score += HOLDS_WEIGHT
        choices.append(Choice(candidate, score))
    return sorted(choices, key=lambda choice: (-choice.score, choice.candidate.id))


def _explained(named: Named, context: Context, neighbours: Neighbours, held: Sequence[Candidate]) -> list[Choice]:
    """The likely ones of a name's choices, with the reasons for the first.

    A small place of a country that the report does not speak of is left out where it is of another level than the
    report says or only goes by the name too, or where the report names many places of one other country.
    """
    if not named.choices:
        return []
    why = _reasons(named, named.choices[0].candidate, context, neighbours, held)
    foreign = context.named.get(context.dominant or "", 0) >= TOLD_ENOUGH
    most, count = neighbours.together
    apart = named.choices[0].candidate.country != most
    likely: list[Choice] = []
    for choice in named.choices:
        if choice.score < LEAST_LOOSE or len(likely) > MOST_OTHERS:
            break
        alias = fold(choice.candidate.name) != fold(named.name)
        unlike = alias and _fit(choice.candidate, named.mention) < 0
        doubted = (apart and (count >= AMONG or unlike)) or (foreign and alias)
        if not (doubted and _far_off(choice.candidate, why, context)):
            likely.append(Choice(scored(choice.candidate, choice.score), choice.score, why))
    return likely


def _reasons(
    named: Named, candidate: Candidate, context: Context, neighbours: Neighbours, held: Sequence[Candidate]
) -> tuple[str, ...]:
    """Why a candidate is the likeliest, in words."""
    reasons = [_agreement(candidate, named.name)]
    inside = max((area for area in held if lies_in(candidate, area)), key=_holding, default=None)
    share = context.countries.get(candidate.country or "", 0.0)
    if inside:
        reasons.append(f"in {inside.name}, which stands beside it")
    elif share and candidate.level is not Level.COUNTRY:
        times = context.named.get(candidate.country or "", 0)
        told = f"in a country that the report names {times} time{'s' if times != 1 else ''}"
        reasons.append(told if times else "in the report's country")
    if candidate.level is not Level.COUNTRY and (closest := neighbours.closest(candidate, named.own, BESIDE_KM)):
        reasons.append(f"{closest[0]:.0f} km from {closest[1]}")
    mention = named.mention
    if _fit(candidate, mention) > 0 and (mention.level or mention.area or mention.direction):
        reasons.append(f"named as {mention.level.value if mention.level else 'an area'}")
    return tuple(reasons)


def _agreement(candidate: Candidate, name: str) -> str:
    """How the name as written agrees with the gazetteer's."""
    if candidate.score >= 0.9:
        return "exact name" if fold(candidate.name) == fold(name) else f"a name of {candidate.name}"
    return f"close to the name {candidate.name}"


def _holding(area: Candidate) -> float:
    return CONTAINER_WEIGHT.get(area.level, CLOSE_CONTAINER_WEIGHT)


def _fit(candidate: Candidate, mention: Mention) -> float:
    """How well the candidate's level agrees with the words beside the name."""
    level = candidate.level
    if mention.level is None:
        if is_outside(mention) and level in (Level.SETTLEMENT, Level.FACILITY):
            return LEVEL_WEIGHT  # what is north of Kherson is so of the city
        if mention.area or mention.direction:
            return LEVEL_WEIGHT / 2 if level in (Level.ADM1, Level.COUNTRY, Level.REGION) else 0.0
        if level is Level.COUNTRY:
            return COUNTRY_ALONE
        return 0.1 if level is Level.SETTLEMENT else -0.2 if level in (Level.ADM2, Level.ADM3) else 0.0
    if mention.level is level:
        return LEVEL_WEIGHT
    if mention.level is Level.SETTLEMENT or level is Level.SETTLEMENT:
        return -LEVEL_WEIGHT / 2
    return LEVEL_WEIGHT / 4


def _far_off(candidate: Candidate, why: Sequence[str], context: Context) -> bool:
    """Whether a place is small and lies in a country of which the report says nothing."""
    large = candidate.level in (Level.COUNTRY, Level.REGION, Level.ADM1) or (candidate.population or 0) >= KNOWN_ABROAD
    return not (large or candidate.country in context.spoken or any("stands beside" in reason for reason in why))
