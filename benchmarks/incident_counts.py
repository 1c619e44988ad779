"""How many a shooting killed and injured, by article and by incident: news joined to the Gun Violence Archive."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from hashlib import sha256
from typing import Any

from benchmarks.corpus import Corpus, Count, Figure, Score, json_rows
from benchmarks.incident_pairs import grouped, pairs
from benchmarks.incident_toll import DEADLY, Reading, joined, read_toll
from benchmarks.options import Options
from clearway.claims import Reader
from clearway.languages.en.quantities import find_quantities
from clearway.model import Report
from clearway.places import Gazetteer

FILE = "incident_counts.jsonl"
SAMPLE = 150
"""How many incidents the tests read, evenly spaced."""

PARTS = ("killed", "injured")
FIRST_TRY = {
    "killed": re.compile(r"(\w+) (?:\w+ )?(?:killed|dead)", re.IGNORECASE),
    "injured": re.compile(r"(\w+) (?:\w+ )?(?:injured|wounded|shot)", re.IGNORECASE),
}
WORDS = {word: number for number, word in enumerate("no one two three four five six seven eight nine ten".split())}
HARM = frozenset({"killed", "injured", "casualties"})


def score(options: Options) -> dict[str, Score]:
    """The share of articles, and of incidents with all their articles, whose dead and injured are right."""
    by_incident: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    everything = json_rows(options.data / FILE)
    for row in everything:
        by_incident[row["incident"]].append(row)
    incidents = drawn(list(by_incident.values()), full=options.full)
    rows = [row for articles in incidents for row in articles]
    groups = [[everything[place] for place in group] for group in grouped(everything)]
    found = [_found(articles, groups) for articles in incidents]
    with Gazetteer.open() as gazetteer:
        reader = Reader(gazetteer)
        needed = {row["id"]: row for row in (*rows, *(row for group in found for row in group))}
        claims = {name: reader.read(report(row)) for name, row in needed.items()}
    readings = {row["id"]: read_toll(row, claims[row["id"]]) for row in rows}
    scores = _scores(rows, incidents, readings)
    silent = [row for row in rows if not any(claim.kind in HARM for claim in claims[row["id"]])]
    undated = {name: read_toll({**row, "date": None}, claims[name]) for name, row in needed.items()}
    scores |= _found_scores(incidents, found, undated) | {"pairs": _pairs(list(by_incident.values()), groups)}
    scores["silent"] = _share(len(silent), rows)
    scores["no_death"] = _share(sum(tells_no_death(row) for row in rows), rows)
    scores["no_number"] = _share(sum(tells_no_number(row) for row in rows), rows)
    return scores


def _scores(
    rows: Sequence[Mapping[str, Any]],
    incidents: Sequence[Sequence[Mapping[str, Any]]],
    readings: Mapping[str, Reading],
) -> dict[str, Score]:
    scores = {}
    together = [joined([readings[row["id"]] for row in articles]) for articles in incidents]
    for part, name in enumerate(PARTS):
        right = sum(readings[row["id"]].toll[part] == row[name] for row in rows)
        first = sum(first_try(row["text"], name) == row[name] for row in rows)
        all_right = sum(one[part] == articles[0][name] for one, articles in zip(together, incidents, strict=True))
        scores[name] = Score(
            value=right / len(rows), trivial=first / len(rows), detail=f"{right:,} of {len(rows):,} articles"
        )
        scores[f"{name}_joined"] = Score(
            value=all_right / len(incidents), detail=f"{all_right:,} of {len(incidents):,} incidents"
        )
    return scores


def _found(articles: Sequence[Mapping[str, Any]], groups: Sequence[Sequence[Mapping[str, Any]]]) -> Sequence[Any]:
    """The group that holds most of an incident's articles."""
    mine = {row["id"] for row in articles}
    return max(groups, key=lambda group: sum(row["id"] in mine for row in group))


def _found_scores(
    incidents: Sequence[Sequence[Mapping[str, Any]]],
    found: Sequence[Sequence[Mapping[str, Any]]],
    readings: Mapping[str, Reading],
) -> dict[str, Score]:
    """The share of incidents whose toll is right in the group that was found for them."""
    tolls = [joined([readings[row["id"]] for row in group]) for group in found]
    scores = {}
    for part, name in enumerate(PARTS):
        right = sum(toll[part] == articles[0][name] for toll, articles in zip(tolls, incidents, strict=True))
        detail = f"{right:,} of {len(incidents):,} incidents"
        scores[f"{name}_found"] = Score(value=right / len(incidents), detail=detail)
    return scores


def _pairs(incidents: Sequence[Sequence[Mapping[str, Any]]], groups: Sequence[Sequence[Mapping[str, Any]]]) -> Score:
    """F1 of the pairs of articles on one incident; trivial are those of one day whose commonest name is the same."""
    known, said = (pairs([row["id"] for row in group] for group in some) for some in (incidents, groups))
    by_day: dict[object, list[str]] = defaultdict(list)
    for group in incidents:
        for row in group:
            named = Counter(re.findall(r"\b[A-Z][a-z]+", _text(row)))
            by_day[row["published"], max(named, key=lambda word: (named[word], word), default="")].append(row["id"])
    counts = Count(right=len(known & said), said=len(said), known=len(known))
    first = pairs(by_day.values())
    trivial = Count(right=len(known & first), said=len(first), known=len(known))
    return Score(value=counts.f1, trivial=trivial.f1, detail=counts.words)


def _share(count: int, rows: Sequence[Mapping[str, Any]]) -> Score:
    return Score(value=count / len(rows), detail=f"{count:,} of {len(rows):,} articles")


def drawn(incidents: Sequence[Sequence[Mapping[str, Any]]], *, full: bool) -> list[Sequence[Mapping[str, Any]]]:
    """All incidents, or as many as the sample has, evenly spaced."""
    wanted = len(incidents) if full else min(SAMPLE, len(incidents))
    return [incidents[i * len(incidents) // wanted] for i in range(wanted)]


def report(row: Mapping[str, Any]) -> Report:
    """An article with its title as its first line."""
    text = _text(row)
    published = None
    with suppress(TypeError, ValueError):
        published = date.fromisoformat(row["published"])
    return Report(text=text, document=FILE, sha256=sha256(text.encode()).hexdigest(), published=published)


def _text(row: Mapping[str, Any]) -> str:
    return f"{row['title'] or ''}\n\n{row['text']}"


def tells_no_death(row: Mapping[str, Any]) -> bool:
    """Whether the archive knows of dead, and no word of the article or its title speaks of a death."""
    return row["killed"] > 0 and DEADLY.search(_text(row)) is None


def tells_no_number(row: Mapping[str, Any]) -> bool:
    """Whether the archive counts several injured, and no number of the article is theirs or of all who were hit."""
    if row["injured"] < 2:
        return False
    told = {quantity.value for quantity in find_quantities(_text(row)) if quantity.sense == "count"}
    return told.isdisjoint({row["injured"], row["injured"] + row["killed"]})


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
        "pairs": Figure(what="pairs of articles on one incident, F1", at_least=0.80),
        "killed_found": Figure(what="killed, by incident, its articles found", at_least=0.86),
        "injured_found": Figure(what="injured, by incident, its articles found", at_least=0.76),
        "silent": Figure(what="articles without any claim of harm"),
        "no_death": Figure(what="articles on the dead with no word of a death"),
        "no_number": Figure(what="articles on several injured with no number of theirs"),
    },
    score=score,
    notes=[
        'Trivial: the word before "killed" or "injured", as a number; for pairs, the day and the commonest name.',
        "Pairs are always of all articles; where they are found and not given, the archive's day is unseen too.",
    ],
)
measure = CORPUS.measure
