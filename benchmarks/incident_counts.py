"""How many a shooting killed and injured, by article and by incident: news joined to the Gun Violence Archive."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from hashlib import sha256
from typing import Any

from benchmarks.corpus import Corpus, Figure, Score, json_rows
from benchmarks.options import Options
from clearway.claims import Reader
from clearway.model import Certainty, Claim, Measure, Report
from clearway.places import Gazetteer

FILE = "incident_counts.jsonl"
SAMPLE = 150
"""How many incidents the tests read, evenly spaced."""

LONG_AGO = 365
"""Days before the article from which what it tells is another incident."""

HURT = re.compile(r"injur|wound|hurt|hospital|critical|graz|surviv", re.IGNORECASE)
SOMEBODY_ELSE = re.compile(r"\b(?:another|others?|also|second|third|two|three)\b", re.IGNORECASE)
DEADLY = re.compile(
    r"\b(?:fatal(?:ly)?|homicide|murders?|deadly|slain|slaying|manslaughter|dead|dies|died|killed|kills|death)\b",
    re.IGNORECASE,
)
HARMFUL = re.compile(
    r"\b(?:shot|wounded|injured|hurt|injures|wounds|shoots|injury|critical|hospitalized)\b", re.IGNORECASE
)
FIRST_TRY = {
    "killed": re.compile(r"(\w+) (?:\w+ )?(?:killed|dead)", re.IGNORECASE),
    "injured": re.compile(r"(\w+) (?:\w+ )?(?:injured|wounded|shot)", re.IGNORECASE),
}
WORDS = {word: number for number, word in enumerate("no one two three four five six seven eight nine ten".split())}
Toll = tuple[float, float]


def score(options: Options) -> dict[str, Score]:
    """The share of articles, and of incidents with all their articles, whose dead and injured are right."""
    by_incident: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in json_rows(options.data / FILE):
        by_incident[row["incident"]].append(row)
    incidents = drawn(list(by_incident.values()), full=options.full)
    rows = [row for articles in incidents for row in articles]
    with Gazetteer.open() as gazetteer:
        reader = Reader(gazetteer)
        tolls = {row["id"]: toll(row, reader.read(report(row))) for row in rows}
    joined = [[usual(tolls[row["id"]][part] for row in articles) for part in (0, 1)] for articles in incidents]
    scores = {}
    for part, name in enumerate(("killed", "injured")):
        right = sum(tolls[row["id"]][part] == row[name] for row in rows)
        first = sum(first_try(row["text"], name) == row[name] for row in rows)
        together = sum(one[part] == articles[0][name] for one, articles in zip(joined, incidents, strict=True))
        scores[name] = Score(
            value=right / len(rows), trivial=first / len(rows), detail=f"{right:,} of {len(rows):,} articles"
        )
        scores[f"{name}_joined"] = Score(
            value=together / len(incidents), detail=f"{together:,} of {len(incidents):,} incidents"
        )
    return scores


def drawn(incidents: Sequence[Sequence[Mapping[str, Any]]], *, full: bool) -> list[Sequence[Mapping[str, Any]]]:
    """All incidents, or as many as the sample has, evenly spaced."""
    wanted = len(incidents) if full else min(SAMPLE, len(incidents))
    return [incidents[i * len(incidents) // wanted] for i in range(wanted)]


def report(row: Mapping[str, Any]) -> Report:
    """An article with its title as its first line."""
    text = f"{row['title'] or ''}\n\n{row['text']}"
    published = None
    with suppress(TypeError, ValueError):
        published = date.fromisoformat(row["published"])
    return Report(text=text, document=FILE, sha256=sha256(text.encode()).hexdigest(), published=published)


def toll(row: Mapping[str, Any], claims: Iterable[Claim]) -> Toll:
    """The dead and the injured of the one incident that an article is about.

    The archive counts whoever was shot and lived as injured, and a title without a number as one person.
    """
    published = report(row).published
    told = [claim for claim in claims if _counts(claim, published)]
    dead = [claim for claim in told if claim.kind == "killed"]
    harmed = [claim for claim in told if claim.kind == "injured"]
    killed = usual(size for claim in dead if (size := _size(claim))) or float(any(_size(one) is None for one in dead))
    injured = _injured(harmed, dead, killed)
    title = row["title"] or ""
    if not killed and DEADLY.search(title):
        killed = 1.0
    if not killed and not injured and HARMFUL.search(title):
        injured = 1.0
    return killed, injured


def _counts(claim: Claim, published: date | None) -> bool:
    """Whether a claim tells of people harmed in what the article is about."""
    if claim.certainty not in (Certainty.ASSERTED, Certainty.POSSIBLE) or claim.negated:
        return False
    if claim.figure is not None and claim.figure.measure is not Measure.COUNT:
        return False
    return claim.period is None or published is None or (published - claim.period.last).days <= LONG_AGO


def _size(claim: Claim) -> float | None:
    """How many a claim counts; of "a father and daughter" two; `None` where its words leave it open."""
    if claim.figure is not None:
        return claim.figure.value if claim.figure.value is not None else claim.figure.low
    persons = (claim.group or "").split(" and ")
    return len(persons) if len(persons) > 1 and not any(person.endswith("s") for person in persons) else None


def _injured(harmed: Sequence[Claim], dead: Sequence[Claim], killed: float) -> float:
    """Those said to be injured; else those shot, without the dead; else one, unless he may be the one who died."""
    hurt = [claim for claim in harmed if HURT.search(claim.passage.words)]
    several = [size for claim in hurt if (size := _size(claim) or 0) > 1]
    if several:
        return usual(several)
    shot = max((_size(claim) or 0 for claim in harmed if claim not in hurt), default=0)
    if shot > 1:
        return shot - killed if shot > killed else shot
    if not killed:
        return float(bool(harmed))
    groups = {claim.group for claim in dead} | {None, "victim", "person"}
    return float(any(claim.group not in groups or SOMEBODY_ELSE.search(claim.passage.words) for claim in hurt))


def usual(values: Iterable[float]) -> float:
    """The value that is said most often, of several the largest; 0 of none."""
    counts = Counter(values)
    return max(counts, key=lambda value: (counts[value], value), default=0.0)


def first_try(text: str, name: str) -> float:
    """What anybody would try first: the number before "killed" or "injured"."""
    found = FIRST_TRY[name].search(text)
    if found is None:
        return 0
    word = found[1].lower()
    return int(word) if word.isdecimal() else WORDS.get(word, 1)


CORPUS = Corpus(
    name="incident_counts",
    title="Killed and injured, by article and incident (Gun Violence)",
    files=[FILE],
    figures={
        "killed": Figure(what="killed, by article", at_least=0.84, published="30 lines of regular expressions .758"),
        "injured": Figure(what="injured, by article", at_least=0.72, published=".538"),
        "killed_joined": Figure(what="killed, by incident, its articles given", at_least=0.88),
        "injured_joined": Figure(what="injured, by incident, its articles given", at_least=0.78),
    },
    score=score,
    notes=['Trivial: the word before "killed" or "injured", as a number.'],
)
measure = CORPUS.measure
