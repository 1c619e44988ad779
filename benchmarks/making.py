"""A made crisis: reports in the shape of real ones, and their claims, as many as are asked for; nothing in it is true.

A country of made-up places over ten years: incidents that several reports tell with slightly different numbers, stocks
and running totals that offices bring up to date, statuses that change, talk. Some reports are copies of another's
sentences, some are later versions of a report that was there before. The same seed makes the same reports.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from benchmarks.templates import PUBLISHERS, SPEAKERS, TEMPLATES, Template
from clearway.model import (
    Attribution,
    Candidate,
    Claim,
    Figure,
    Level,
    Manner,
    MayRedistribute,
    Passage,
    Period,
    Place,
    Precision,
    Quantifier,
    Report,
    Source,
    fingerprint,
)

SEED = 20_260_127
START = date(2014, 1, 1)
DAYS = 3_650
CLAIMS_A_REPORT = 10
AREAS, TOWNS = 14, 40
"""First-level areas, and settlements in each."""
COPIES, VERSIONS = 0.12, 0.04
"""The shares of reports that repeat another's sentences, and that replace a report that was there before."""
TOLD_BY = 5
"""How many claims tell one incident, about."""
EXTRACTOR = "made"

Told = tuple[Report, list[Claim]]
Slots = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The places of the made country: the country itself, its areas, and the settlements of each area."""

    country: Candidate
    areas: tuple[Candidate, ...]
    towns: tuple[tuple[Candidate, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What is told in one sentence: what about, where, when, and the number that it truly has."""

    template: Template
    spot: Candidate
    day: date
    number: int


def made_reports(claims: int, *, seed: int = SEED) -> Iterator[Told]:
    """Reports with about so many claims in all, by their days of publication."""
    random = Random(seed)  # noqa: S311  # made up, not secret
    world = made_world(random)
    number = max(1, claims // CLAIMS_A_REPORT)
    lately: list[Told] = []
    for at in range(number):
        day = START + timedelta(days=at * DAYS // number)
        told = _report(at, day, world, random, lately, a_day=number / DAYS)
        lately = [*lately[-30:], told]
        yield told


def later_reports(claims: int, some: int, *, after: int) -> Iterator[Told]:
    """Some more reports of the last day of a ledger of about so many claims, from the `after`th on."""
    random = Random(after)  # noqa: S311  # made up, not secret
    world = made_world(Random(SEED))  # noqa: S311
    number = max(1, claims // CLAIMS_A_REPORT)
    day = START + timedelta(days=(number - 1) * DAYS // number)
    for at in range(after, after + some):
        yield _report(at, day, world, random, (), a_day=number / DAYS)


def made_world(random: Random) -> World:
    """A country with areas and settlements whose names nobody bears."""
    country = Candidate(id="made:0", name="Ostrava Land", level=Level.COUNTRY, country="XAA", radius_km=300.0)
    areas, towns = [], []
    for area in range(AREAS):
        code = f"XA{area:02d}"
        name = f"{_name(random)} Province"
        latitude, longitude = 10 + area // 4 * 1.2, 20 + area % 4 * 1.2
        here = {"country": "XAA", "adm1": name, "adm1_code": code, "latitude": latitude, "longitude": longitude}
        areas.append(Candidate(id=f"made:{code}", name=name, level=Level.ADM1, radius_km=60.0, **here))  # type: ignore[arg-type]
        some = []
        for town in range(TOWNS):
            there = here | {"latitude": latitude + town % 7 * 0.1, "longitude": longitude + town // 7 * 0.1}
            level = Level.SETTLEMENT
            some.append(Candidate(id=f"made:{code}{town:03d}", name=_name(random), level=level, **there))  # type: ignore[arg-type]
        towns.append(tuple(some))
    return World(country=country, areas=tuple(areas), towns=tuple(towns))


def _report(at: int, day: date, world: World, random: Random, lately: Sequence[Told], *, a_day: float) -> Told:
    """One report: its own sentences, another's once more, or a later version of another."""
    turn = random.random()
    if lately and turn < COPIES:
        first, said = random.choice(lately[-10:])
        return _again(first, said, day, document=f"made-{at}.txt", publisher=random.choice(PUBLISHERS), random=random)
    if lately and turn < COPIES + VERSIONS:
        first, said = lately[-1]
        return _again(first, said, day, document=first.document, publisher=first.publisher or "", random=random)
    area = random.randrange(AREAS)
    things = [_thing(world, area, day, random, a_day) for _ in range(CLAIMS_A_REPORT)]
    written = [_sentence(thing, random) for thing in things]
    text = " ".join(sentence for sentence, _ in written)
    report = Report(
        text=text,
        document=f"made-{at}.txt",
        sha256=fingerprint(f"{at} {text}".encode()),
        publisher=random.choice(PUBLISHERS),
        title=f"Situation in {world.areas[area].name}, {day:%-d %B %Y}, no {at}",
        url=f"https://reports.example/{at}",
        published=day,
        language="en",
        may_redistribute=MayRedistribute.QUOTE,
    )
    return report, _claims(report, things, written)


def _again(first: Report, said: Sequence[Claim], day: date, *, document: str, publisher: str, random: Random) -> Told:
    """Another's sentences under one's own name, or one's own once more with a line behind them."""
    copied = document != first.document
    tail = f" Copied by {publisher}." if copied else f" This was updated, edition {random.randrange(10**6)}."
    text = first.text + tail
    report = Report(
        text=text,
        document=document,
        sha256=fingerprint(f"{document} {text}".encode()),
        publisher=publisher,
        title=first.title,
        url=f"https://copies.example/{document}" if copied else first.url,
        published=day,
        language="en",
        may_redistribute=MayRedistribute.QUOTE,
    )
    return report, [_moved(claim, report) for claim in said]


def _moved(claim: Claim, report: Report) -> Claim:
    passage, sentence = (replace(one, report=report.id) for one in (claim.passage, claim.sentence))
    return replace(claim, id="", passage=passage, sentence=sentence)


def _thing(world: World, area: int, day: date, random: Random, a_day: float) -> Thing:
    """Something to tell; of incidents there are so few that several reports tell each."""
    template = random.choice(TEMPLATES)
    when = day - timedelta(days=random.choice((0, 1, 1, 1, 2, 3)))
    if template.once:
        some = max(1, round(a_day * CLAIMS_A_REPORT / len(TEMPLATES) / TOLD_BY))
        own = Random(f"{template.kind} {area} {when} {random.randrange(some)}")  # noqa: S311
        spot = own.choice(world.towns[area])
        return Thing(template=template, spot=spot, day=when, number=own.randint(2, template.most))
    own = Random(f"{template.text} {area}")  # noqa: S311
    spot = own.choice(world.towns[area]) if template.small else world.areas[area]
    base = own.randint(template.most // 10, template.most)
    months = (day.year - START.year) * 12 + day.month
    return Thing(template=template, spot=spot, day=when, number=round(base * (1 + months / 40)))


def _sentence(thing: Thing, random: Random) -> tuple[str, dict[str, str]]:
    """The sentence, and the words that fill it, those of its speaker and of its claim among them."""
    speaker = random.choice(SPEAKERS)
    own = Random(f"{speaker[0]} {thing.number}")  # noqa: S311  # a speaker sticks to a number
    number = max(2, round(thing.number * own.choice((1, 1, 1, 0.95, 1.05, 1.2))))
    filled = {
        "place": thing.spot.name,
        "day": f"{thing.day:%-d %B}",
        "number": f"{number:,}",
        "hedge": random.choice(("", "", "about ", "more than ")) if thing.template.hedged else "",
    }
    core = thing.template.text.format(**filled)
    return f"{core}, {speaker[0]} said.", filled | {"core": core, "speaker": speaker[0], "source": speaker[1]}


def _claims(report: Report, things: Sequence[Thing], written: Sequence[tuple[str, Slots]]) -> list[Claim]:
    found, start = [], 0
    for thing, (sentence, slots) in zip(things, written, strict=True):
        found.append(_claim(report, thing, sentence, slots, start))
        start += len(sentence) + 1
    return found


def _claim(report: Report, thing: Thing, sentence: str, slots: Slots, start: int) -> Claim:
    template = thing.template
    first = start + sentence.index(slots["place"])
    day = thing.day if template.dated else None
    return Claim(
        kind=template.kind,
        passage=Passage(report=report.id, start=start, end=start + len(slots["core"]), words=slots["core"]),
        sentence=Passage(report=report.id, start=start, end=start + len(sentence), words=sentence),
        attribution=Attribution(
            chain=(Source(name=slots["speaker"], kind=template.source(slots["source"])),),
            cue="said",
            manner=Manner.INDIRECT,
        ),
        figure=_figure(template, slots) if template.counted else None,
        group=template.group,
        cause=template.cause,
        facility=template.facility,
        actor=template.actor,
        status=template.status,
        act=template.act,
        places=(
            Place(
                name=slots["place"],
                start=first,
                end=first + len(slots["place"]),
                level=thing.spot.level,
                resolved=thing.spot,
                reason="exact name",
            ),
        ),
        period=_period(template, day),
        extractor=EXTRACTOR,
        version="1",
    )


def _figure(template: Template, slots: Slots) -> Figure:
    quantifiers = {"about ": Quantifier.APPROXIMATELY, "more than ": Quantifier.MORE_THAN}
    return Figure(
        value=int(slots["number"].replace(",", "")),
        quantifier=quantifiers.get(slots["hedge"], Quantifier.EXACT),
        unit=template.unit,
        basis=template.basis,
    )


def _period(template: Template, day: date | None) -> Period | None:
    if day is None:
        return None
    if template.running:
        return Period(first=date(day.year, 1, 1), last=day, precision=Precision.SPAN)
    return Period(first=day, last=day)


def _name(random: Random) -> str:
    heads, middles, tails = (
        ("Bel", "Kor", "Tam", "Zar", "Ush", "Men", "Dol", "Fir"),
        "aeiou",
        ("dan", "rek", "mil", "ost"),
    )
    return random.choice(heads) + random.choice(middles) + random.choice(tails) + random.choice(("a", "", "in", "o"))
