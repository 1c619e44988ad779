"""Resolves the places that a report names, all together."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from clearway.model import Candidate, Level, Place
from clearway.places.areas import shaped
from clearway.places.context import (
    Context,
    add_resolved,
    area_weight,
    away_km,
    core_name,
    lies_in,
    nearness,
    read_context,
)
from clearway.places.folding import fold
from clearway.places.gazetteer import SPELT_ALIKE, Gazetteer
from clearway.places.mentions import Mention
from clearway.places.runs import UPPER

MOST_OTHERS = 5
PASSES = 2
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


_NAMES_IN = re.compile(rf"[{UPPER}][\w’']+(?: [{UPPER}][\w’']+)*")


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate, its score in this report, and the words that explain it."""

    candidate: Candidate
    score: float
    reasons: tuple[str, ...]


def resolve(
    mentions: Sequence[Mention], *, text: str, gazetteer: Gazetteer, home: str | None = None
) -> tuple[Place, ...]:
    """One place for each mention, in order; `home` is the country reported on, where that is known (ISO 3166-1).

    Ranked by containment ("X, Y"), the report's own countries and areas, nearness to its other places, words that
    give the level, then prominence. A name that cannot be resolved keeps the area that contains it.
    """
    names = {core_name(mention, text) for mention in mentions if mention.kind != "demonym"}
    options = {name: _options(name, gazetteer) for name in sorted(names) if name}
    for mention in mentions:
        name = core_name(mention, text)
        if mention.level is Level.ADM1 and len(name) == 2 and name.isupper():
            options[name] = tuple(area for country in ("US", "CA") if (area := gazetteer.area(f"{country}-{name}")))
    context = read_context(mentions, options, text=text, gazetteer=gazetteer, home=home)
    _add_loose(options, context, gazetteer)
    chosen: list[list[Choice]] = [[] for _ in mentions]
    anchors: list[Candidate] = []
    for turn in range(1 + PASSES):
        chosen = _rank(mentions, options, context, anchors, chosen, text=text, last=turn == PASSES)
        best = {choices[0].candidate.id: choices[0].candidate for choices in chosen if choices}
        anchors = [candidate for candidate in best.values() if candidate.level not in (Level.COUNTRY, Level.REGION)]
        if turn == 0:
            add_resolved(context, anchors)
    return tuple(
        _place(index, mention, chosen, context, text=text, gazetteer=gazetteer)
        for index, mention in enumerate(mentions)
    )


def _options(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The exact candidates of a name; of one in a few capitals only countries and regions, where there are any."""
    found = gazetteer.exact(name)
    large = tuple(candidate for candidate in found if candidate.level in (Level.COUNTRY, Level.REGION))
    return large if large and name.isupper() and len(name) <= 4 else found


def _add_loose(options: dict[str, tuple[Candidate, ...]], context: Context, gazetteer: Gazetteer) -> None:
    """For names without an exact match in a country the report speaks of, what sounds alike there."""
    likely = [
        code
        for code, share in sorted(context.countries.items(), key=lambda item: -item[1])
        if share >= 0.2 and code not in SPELT_ALIKE
    ][:2]
    for name, found in options.items():
        if any(candidate.country in likely for candidate in found) or (found and found[0].score > 1.5):
            continue
        for country in likely:
            options[name] += gazetteer.loose(name, country=country)


def _rank(
    mentions: Sequence[Mention],
    options: Mapping[str, Sequence[Candidate]],
    context: Context,
    anchors: Sequence[Candidate],
    before: Sequence[Sequence[Choice]],
    *,
    text: str,
    last: bool,
) -> list[list[Choice]]:
    """The candidates of each mention in order of score; mentions of one name share their container.

    The `last` time only the likely ones stay, and they say why.
    """
    holders = _holders(mentions, context, before, options, text=text)
    ranked: list[list[Choice]] = []
    memory: dict[tuple[str, Level | None, bool], list[Choice]] = {}
    for mention in mentions:
        name = core_name(mention, text)
        key = (fold(name), mention.level, bool(mention.direction or mention.area))
        if mention.kind == "demonym" or not name:
            ranked.append([])
            continue
        if key not in memory:
            held = holders.get(fold(name), [])
            bearers = options.get(name, ())
            own = {candidate.id for candidate in bearers}
            around = [anchor for anchor in anchors if anchor.id not in own]  # a namesake is no neighbour
            twin = _names_country(bearers)
            scored = [_score(candidate, mention, context, around, held, twin=twin) for candidate in bearers]
            choices = sorted(scored, key=lambda choice: (-choice.score, choice.candidate.id))
            if last and choices:
                why = _reasons(choices[0].candidate, name, mention, context, around, held)
                likely = [one for one in choices if one.score >= LEAST_LOOSE and not _far_off(one, name, why, context)]
                choices = [
                    Choice(replace(one.candidate, score=round(one.score, 4)), one.score, why)
                    for one in likely[: 1 + MOST_OTHERS]
                ]
            memory[key] = choices
        ranked.append(memory[key])
    return ranked


def _holders(
    mentions: Sequence[Mention],
    context: Context,
    before: Sequence[Sequence[Choice]],
    options: Mapping[str, Sequence[Candidate]],
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
            found = [choice.candidate for choice in before[index][:1]] or list(
                options.get(core_name(mentions[index], text), ())[:3]
            )
            if not (listed and _names_country(found)):  # "Colombia, Brazil and Peru" is no Colombia in Brazil
                held.setdefault(fold(name), []).extend(found)
    return held


def _names_country(candidates: Sequence[Candidate]) -> bool:
    """Whether a name is first of all that of a country."""
    return bool(candidates) and candidates[0].level is Level.COUNTRY


def _agreement(candidate: Candidate, name: str) -> str:
    """How the name as written agrees with the gazetteer's."""
    if candidate.score >= 0.9:
        return "exact name" if fold(candidate.name) == fold(name) else f"a name of {candidate.name}"
    return f"close to the name {candidate.name}"


def _score(
    candidate: Candidate,
    mention: Mention,
    context: Context,
    anchors: Sequence[Candidate],
    held: Sequence[Candidate],
    *,
    twin: bool,
) -> Choice:
    """How likely a candidate is in this report; `twin` says that a country bears its name too."""
    score = candidate.score + COUNTRY_WEIGHT * context.countries.get(candidate.country or "", 0.0)
    score += max((_holding(area) for area in held if lies_in(candidate, area)), default=0.0)
    score += AREA_WEIGHT * area_weight(context, candidate)
    score += NEAR_WEIGHT * nearness(candidate, anchors)
    if twin and candidate.level is Level.ADM1 and any(lies_in(anchor, candidate) for anchor in anchors):
        score += HOLDS_WEIGHT
    return Choice(candidate, score + _fit(candidate, mention), ())


def _reasons(
    candidate: Candidate,
    name: str,
    mention: Mention,
    context: Context,
    anchors: Sequence[Candidate],
    held: Sequence[Candidate],
) -> tuple[str, ...]:
    """Why a candidate is the likeliest, in words."""
    reasons = [_agreement(candidate, name)]
    inside = max((area for area in held if lies_in(candidate, area)), key=_holding, default=None)
    share = context.countries.get(candidate.country or "", 0.0)
    if inside:
        reasons.append(f"in {inside.name}, which stands beside it")
    elif share and candidate.level is not Level.COUNTRY:
        named = context.named.get(candidate.country or "", 0)
        times = f"in a country that the report names {named} time{'s' if named != 1 else ''}"
        reasons.append(times if named else "in the report's country")
    own = fold(candidate.name)
    away = [(away_km(candidate, anchor), anchor.name) for anchor in anchors if fold(anchor.name) != own]
    closest = min(away, default=None)
    if closest and closest[0] < 50 and candidate.level is not Level.COUNTRY:
        reasons.append(f"{closest[0]:.0f} km from {closest[1]}")
    if _fit(candidate, mention) > 0 and (mention.level or mention.area or mention.direction):
        reasons.append(f"named as {mention.level.value if mention.level else 'an area'}")
    return tuple(reasons)


def _holding(area: Candidate) -> float:
    return CONTAINER_WEIGHT.get(area.level, CLOSE_CONTAINER_WEIGHT)


def _fit(candidate: Candidate, mention: Mention) -> float:
    """How well the candidate's level agrees with the words beside the name."""
    level = candidate.level
    if mention.level is None:
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


def _place(
    index: int,
    mention: Mention,
    chosen: Sequence[Sequence[Choice]],
    context: Context,
    *,
    text: str,
    gazetteer: Gazetteer,
) -> Place:
    """The record of one mention."""
    if mention.kind == "demonym":
        spoken = gazetteer.demonym(core_name(mention, text))
        return _made(
            mention, spoken, reason="the people or things of a country", level=spoken.level if spoken else None
        )
    holder = _holder(index, chosen, context, gazetteer)
    best = chosen[index][0] if chosen[index] else None
    others = tuple(choice.candidate for choice in chosen[index][1:])
    if mention.kind in ("road", "border"):
        holder = _crossed(mention, context, gazetteer) or holder
    if mention.kind in ("road", "border", "facility"):
        level = {"road": Level.ROAD, "border": Level.BORDER, "facility": Level.FACILITY}[mention.kind]
        return _made(
            mention,
            None,
            reason=f"a {mention.kind} named by the report",
            level=level,
            within=best.candidate if best else holder,
        )
    if mention.direction or mention.area:
        base = best.candidate if best else (holder if not core_name(mention, text) else None)
        area = shaped(base, mention, gazetteer) if base else None
        reason = "; ".join(best.reasons) if best else "of the country that the report is about"
        return _made(mention, area, reason=reason, level=Level.AREA, within=base or holder, others=others)
    if best is None:
        return _made(mention, None, reason="in no gazetteer", level=mention.level, within=holder)
    return _made(
        mention, best.candidate, reason="; ".join(best.reasons), level=best.candidate.level, within=None, others=others
    )


def _far_off(choice: Choice, name: str, why: Sequence[str], context: Context) -> bool:
    """Whether a small place only goes by the name too, in a country of which the report says nothing."""
    candidate = choice.candidate
    large = candidate.level in (Level.COUNTRY, Level.REGION, Level.ADM1) or (candidate.population or 0) >= KNOWN_ABROAD
    if large or candidate.country in context.spoken or any("stands beside" in reason for reason in why):
        return False
    return context.named.get(context.dominant or "", 0) >= 2 and fold(candidate.name) != fold(name)


def _holder(index: int, chosen: Sequence[Sequence[Choice]], context: Context, gazetteer: Gazetteer) -> Candidate | None:
    """The area known to contain a mention: what stands beside it, else the report's country."""
    outer = context.containers.get(index)
    if outer is not None and chosen[outer]:
        return chosen[outer][0].candidate
    return gazetteer.country(context.dominant) if context.dominant else None


def _crossed(mention: Mention, context: Context, gazetteer: Gazetteer) -> Candidate | None:
    """The country of a road or border by the places named in it, where the report's own is not among them."""
    countries = []
    for name in _NAMES_IN.findall(mention.name):
        found = gazetteer.demonym(name) or next(iter(gazetteer.exact(name)), None)
        if found and found.country:
            countries.append(found.country)
    own = context.dominant in countries or (context.dominant and len(countries) == 1 and mention.kind == "border")
    return gazetteer.country(countries[0]) if countries and not own else None


def _made(
    mention: Mention,
    resolved: Candidate | None,
    *,
    reason: str,
    level: Level | None,
    within: Candidate | None = None,
    others: tuple[Candidate, ...] = (),
) -> Place:
    return Place(
        name=mention.name,
        start=mention.start,
        end=mention.end,
        level=level,
        resolved=resolved,
        within=within,
        others=others,
        reason=reason,
    )
