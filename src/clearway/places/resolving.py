"""Resolves the places that a report names, all together."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from clearway.model import Candidate, Level, Place
from clearway.places.areas import shaped
from clearway.places.context import Context, core_name, read_context
from clearway.places.gazetteer import SPELT_ALIKE, Gazetteer
from clearway.places.mentions import Mention
from clearway.places.ranking import Choice, ranked
from clearway.places.runs import UPPER

_WATER = re.compile(r"\b(?:river|creek|lake|stream|street|avenue)\b", re.IGNORECASE)
"""What a place of the same name need not be near: the Albany River is far from Albany."""
VERY_LIKE = 0.85
"""How like a name has to be to one of any country, where the report gives no hint of which."""
FEATURES = {"road": Level.ROAD, "border": Level.BORDER, "facility": Level.FACILITY}
_NAMES_IN = re.compile(rf"[{UPPER}][\w’']+(?: [{UPPER}][\w’']+)*")


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
        if mention.kind == "demonym" and name not in options and (spoken := gazetteer.demonym(name)):
            options[name] = (spoken,)
        if mention.level is Level.ADM1 and len(name) == 2 and name.isupper():
            options[name] = tuple(area for country in ("US", "CA") if (area := gazetteer.area(f"{country}-{name}")))
    context = read_context(mentions, options, text=text, gazetteer=gazetteer, home=home)
    _add_loose(options, context, gazetteer)
    chosen = ranked(mentions, options, context, text=text)
    about = _country(chosen, context)
    country = gazetteer.country(about) if about else None
    report = _Report(chosen, context, country, text, gazetteer)
    return tuple(_place(index, mention, report) for index, mention in enumerate(mentions))


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
    if mention.kind in FEATURES:
        within = best.candidate if best and not _WATER.search(mention.name) else None
        if within is None and mention.kind in ("road", "border"):
            within = _crossed(mention, report)
        reason = f"a {mention.kind} named by the report"
        return _made(
            mention, None, reason=reason, level=FEATURES[mention.kind], within=within or _holder(index, report)
        )
    if mention.direction or mention.area:
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
        found = report.gazetteer.demonym(name) or next(iter(report.gazetteer.exact(name)), None)
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
