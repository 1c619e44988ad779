"""Resolves the places that a report names, all together."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from clearway.model import Candidate, Level, Place
from clearway.places.areas import between, shaped
from clearway.places.context import Context, away_km, core_name, read_context
from clearway.places.gazetteer import SPELT_ALIKE, Gazetteer
from clearway.places.mentions import Mention
from clearway.places.ranking import Choice, ranked
from clearway.places.runs import UPPER

_WATER = re.compile(r"\b(?:river|creek|lake|stream|street|avenue)\b", re.IGNORECASE)
"""What a place of the same name need not be near: the Albany River is far from Albany."""
SPOTS = (Level.SETTLEMENT, Level.ADM2, Level.ADM3, Level.FACILITY)
"""What a road joins and what something lies between."""
MOST_ENDS = 12
"""Namesakes of one end of a road that are looked at."""
PARTIES = frozenset(
    """talks agreement deal truce ceasefire relations ties negotiations dialogue meeting accord tensions dispute match
    difference differences game war conflict contact cooperation treaty""".split()
)
"""What is between two names that stand for governments or teams."""
_AND = re.compile(r",? and (?:the )?(?:(?:city|town|village) of )?")
_BETWEEN = re.compile(
    r"(?:\b(\w+) )?\bbetween (?:the )?(?:(?:cities|towns|villages|city|town|village) of )?$", re.IGNORECASE
)
_JOINED = re.compile(r" ?[-–‐‑] ?| to ")
_ROAD_WORDS = re.compile(r" (?:\w+ )?(?:highways?|roads?|motorway|route)$")
VERY_LIKE = 0.85
"""How like a name has to be to one of any country, where the report gives no hint of which."""
FEATURES = {"road": Level.ROAD, "border": Level.BORDER, "facility": Level.FACILITY}
_NAMES_IN = re.compile(rf"[{UPPER}][\w’']+(?: [{UPPER}][\w’']+)*")


def resolve(
    mentions: Sequence[Mention], *, text: str, gazetteer: Gazetteer, countries: Sequence[str] = ()
) -> tuple[Place, ...]:
    """One place for each mention, in order; `countries` are those reported on, where that is known (ISO 3166-1).

    Ranked by containment ("X, Y"), the report's own countries and areas, nearness to its other places, words that
    give the level, then prominence. A name that cannot be resolved keeps the area that contains it.
    """
    names = {core_name(mention, text) for mention in mentions if mention.kind != "demonym"}
    options = {name: _options(name, gazetteer) for name in sorted(names) if name}
    for mention in mentions:
        name = core_name(mention, text)
        if mention.kind == "demonym" and name not in options and (spoken := gazetteer.demonym(name)):
            options[name] = (spoken,)
        if mention.level is Level.ADM1 and len(name) == 2 and name.isupper():
            options[name] = tuple(area for country in ("US", "CA") if (area := gazetteer.area(f"{country}-{name}")))
    context = read_context(mentions, options, text=text, gazetteer=gazetteer, countries=countries)
    _add_loose(options, context, gazetteer)
    chosen = ranked(mentions, options, context, text=text)
    about = _country(chosen, context)
    country = gazetteer.country(about) if about else None
    report = _Report(chosen, context, country, text, gazetteer)
    places = [_place(index, mention, report) for index, mention in enumerate(mentions)]
    for first, second in _pairs(mentions, text):
        places[first : second + 1] = _joined(places[first], places[second])
    return tuple(places)


def _pairs(mentions: Sequence[Mention], text: str) -> Iterator[tuple[int, int]]:
    """Which mentions stand together in "between X and Y", where that tells a place and not two parties."""
    for index, (mention, following) in enumerate(pairwise(mentions)):
        joined = mention.kind == following.kind == "place" and _AND.fullmatch(text[mention.end : following.start])
        found = _BETWEEN.search(text, max(0, mention.start - 60), mention.start) if joined else None
        if found and not (found[1] and found[1].lower() in PARTIES):
            yield index, index + 1


def _joined(first: Place, second: Place) -> tuple[Place, Place]:
    """Two places with what lies between them, unless one is large or they are far apart."""
    ends = [place.resolved for place in (first, second) if place.resolved and place.resolved.level in SPOTS]
    if len(ends) == 2 and ends[0].country == ends[1].country:
        name = f"between {ends[0].name} and {ends[1].name}"
        if area := between(*ends, level=Level.AREA, name=name):
            return tuple(  # type: ignore[return-value]  # two of two
                replace(place, level=Level.AREA, resolved=area, within=place.resolved) for place in (first, second)
            )
    return first, second


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
        if not found and not context.countries:
            options[name] = _only_one(gazetteer.loose(name, least=VERY_LIKE))
            continue
        if any(candidate.country in likely for candidate in found) or (found and found[0].score > 1.5):
            continue
        for country in likely:
            options[name] += gazetteer.loose(name, country=country)


@dataclass(frozen=True, slots=True)
class _Report:
    """What is known once all names are ranked; `country` is the one that most of them speak of."""

    chosen: Sequence[Sequence[Choice]]
    context: Context
    country: Candidate | None
    text: str
    gazetteer: Gazetteer


def _country(chosen: Sequence[Sequence[Choice]], context: Context) -> str | None:
    """The country that the report is about, unless no name that stands speaks of it any more."""
    standing = Counter(choices[0].candidate.country for choices in chosen if choices)
    if context.dominant in context.spoken or context.dominant in standing:
        return context.dominant
    return max(standing, key=lambda code: (standing[code], code or ""), default=None)


def _only_one(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """These, if all lie in one country: then a name that is spelt another way tells even that."""
    return tuple(found) if len({candidate.country for candidate in found}) == 1 else ()


def _place(index: int, mention: Mention, report: _Report) -> Place:
    """The record of one mention."""
    if mention.kind == "demonym":
        spoken = report.gazetteer.demonym(core_name(mention, report.text))
        level = spoken.level if spoken else None
        return _made(mention, spoken, reason="the people or things of a country", level=level)
    choices = report.chosen[index]
    best = choices[0] if choices else None
    others = tuple(choice.candidate for choice in choices[1:])
    if mention.kind == "road" and (road := _road(mention, report)):
        within = report.gazetteer.country(road.country) if road.country else None
        return _made(mention, road, reason="between the two places that it joins", level=Level.ROAD, within=within)
    if mention.kind == "facility" and best and best.candidate.level is Level.FACILITY:
        return _made(mention, best.candidate, reason="; ".join(best.reasons), level=Level.FACILITY, others=others)
    if mention.kind in FEATURES:
        within = best.candidate if best and not _WATER.search(mention.name) else None
        if within is None and mention.kind in ("road", "border"):
            within = _crossed(mention, report)
        reason = f"a {mention.kind} named by the report"
        return _made(
            mention, None, reason=reason, level=FEATURES[mention.kind], within=within or _holder(index, report)
        )
    if mention.direction or mention.area or mention.away_km:
        base = best.candidate if best else None
        if base is None and not core_name(mention, report.text):
            base = _holder(index, report)
        area = shaped(base, mention, report.gazetteer) if base else None
        reason = "; ".join(best.reasons) if best else "of the country that the report is about"
        within = base or _holder(index, report)
        return _made(mention, area, reason=reason, level=Level.AREA, within=within, others=others)
    if best is None:
        return _made(mention, None, reason="in no gazetteer", level=mention.level, within=_holder(index, report))
    return _made(mention, best.candidate, reason="; ".join(best.reasons), level=best.candidate.level, others=others)


def _road(mention: Mention, report: _Report) -> Candidate | None:
    """The road that joins two places, where both are known: of their namesakes, two of one country, the nearest."""
    names = [name.strip() for name in _JOINED.split(_ROAD_WORDS.sub("", mention.name))]
    if len(names) != 2:
        return None
    country = report.country.country if report.country else None
    found = [[one for one in report.gazetteer.exact(name) if one.level in SPOTS] for name in names]
    pairs = [
        (one.country != country, away_km(one, other), one, other)
        for one in found[0][:MOST_ENDS]
        for other in found[1][:MOST_ENDS]
        if one.country == other.country
    ]
    if not pairs:
        return None
    _, _, one, other = min(pairs, key=lambda pair: (pair[0], pair[1], pair[2].id, pair[3].id))
    return between(one, other, level=Level.ROAD, name=mention.name)


def _holder(index: int, report: _Report) -> Candidate | None:
    """The area known to contain a mention: what stands beside it, else the report's country."""
    outer = report.context.containers.get(index)
    if outer is not None and report.chosen[outer]:
        return report.chosen[outer][0].candidate
    return report.country


def _crossed(mention: Mention, report: _Report) -> Candidate | None:
    """The country of a road or border by the places named in it, where the report's own is not among them."""
    countries = []
    for name in _NAMES_IN.findall(mention.name):
        found = report.gazetteer.demonym(name) or report.gazetteer.glance(name)
        if found and found.country:
            countries.append(found.country)
    dominant = report.context.dominant
    own = dominant in countries or (dominant and len(countries) == 1 and mention.kind == "border")
    return report.gazetteer.country(countries[0]) if countries and not own else None


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
