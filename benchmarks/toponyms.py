"""Names of places in annotated articles: reading the corpora, and comparing what was found and resolved."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.corpus import Count, Score
from clearway.model import Candidate, Level, Place
from clearway.places import Gazetteer, find, mention_at, resolve
from clearway.places.geometry import distance_km

NEAR_KM = 161
"""A hundred miles, as the field measures (Gritta, Pilehvar and Collier, 2018)."""

DRIFT = 60
"""How far a mark may have drifted from its words, in characters."""
CAPITALISED = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name as people marked it, with the entry of GeoNames that it stands for and its point; `None` without one."""

    span: Span
    geonames: int | None = None
    point: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A text and its names."""

    text: str
    toponyms: Sequence[Toponym]


def articles(file: Path) -> list[Article]:
    """The articles of a file in the form of LGL; marks that have drifted from their words are put right."""
    root = ElementTree.parse(file).getroot()  # noqa: S314  # a file of the benchmarks, which nobody else writes
    found = []
    for element in root.iter("article"):
        text = element.findtext("text", "")
        found.append(Article(text, list(_toponyms(element, text))))
    return found


def _toponyms(article: ElementTree.Element, text: str) -> Iterator[Toponym]:
    for element in article.iter("toponym"):
        phrase = (element.findtext("phrase") or "").strip()
        start = _aligned(text, phrase, int(element.findtext("start", "0")))
        tag = element.find("gaztag")
        place = tag if tag is not None else element
        number, latitude, longitude = place.get("geonameid"), place.findtext("lat"), place.findtext("lon")
        yield Toponym(
            span=(start, start + len(phrase)),
            geonames=int(number) if number and number.isdecimal() else None,
            point=(float(latitude), float(longitude)) if latitude and longitude else None,
        )


def _aligned(text: str, phrase: str, start: int) -> int:
    """Where the phrase stands nearest to the start that is told."""
    near = range(max(0, start - DRIFT), start + DRIFT + 1)
    return min((at for at in near if text.startswith(phrase, at)), key=lambda at: abs(at - start), default=start)


def recognition(articles: Sequence[Article], gazetteer: Gazetteer, *, whole: bool = False) -> dict[str, Score]:
    """F1 of exact spans, and of spans that overlap, beside every run of capitalised words.

    `whole` takes the words for direction and level into the name ("northern X", "X province"), as some corpora do.
    """
    strict = overlap = trivial = Count()
    for article in articles:
        known = {toponym.span for toponym in article.toponyms}
        found = {
            mention.core if mention.core[1] and not whole else (mention.start, mention.end)
            for mention in find(article.text, gazetteer)
        }
        strict += Count(right=len(known & found), said=len(found), known=len(known))
        overlap += Count(right=overlapping(known, found), said=len(found), known=len(known))
        runs = {run.span() for run in CAPITALISED.finditer(article.text)}
        trivial += Count(right=len(known & runs), said=len(runs), known=len(known))
    return {
        "strict": Score(value=strict.f1, trivial=trivial.f1, detail=strict.words),
        "overlap": Score(value=overlap.f1, detail=f"{overlap.right:,} overlap"),
    }


def overlapping(known: set[Span], found: set[Span]) -> int:
    """How many known spans share characters with a found one, each found one used once."""
    free = sorted(found)
    count = 0
    for start, end in sorted(known):
        hit = next((span for span in free if span[0] < end and start < span[1]), None)
        if hit is not None:
            free.remove(hit)
            count += 1
    return count


def resolution(articles: Sequence[Article], gazetteer: Gazetteer) -> dict[str, Score]:
    """Of the names with a known place: the share resolved to its id or within 161 km; within 161 km alone.

    The trivial method takes the most populous place of that name.
    """
    right = raw = trivial = Count()
    for article in articles:
        known = [toponym for toponym in article.toponyms if toponym.point is not None]
        places = resolved_at(article.text, [toponym.span for toponym in known], gazetteer)
        largest = [most_populous(article.text[slice(*toponym.span)], gazetteer) for toponym in known]
        right += _share(map(is_right, known, places))
        raw += _share(map(is_near, known, (place.resolved for place in places)))
        trivial += _share(map(_is_one, known, largest))
    return {
        "resolved": Score(
            value=right.share, trivial=trivial.share, detail=f"{right.right:,} right, {right.known:,} known"
        ),
        "raw": Score(value=raw.share),
    }


def resolved_at(text: str, spans: Sequence[Span], gazetteer: Gazetteer) -> list[Place]:
    """What the names at these spans stand for, with whatever else the text names around them."""
    given = {span: mention_at(text, *span, gazetteer) for span in spans}
    others = {
        (mention.start, mention.end): mention
        for mention in find(text, gazetteer)
        if not any(start < mention.end and mention.start < end for start, end in spans)
    }
    ordered = sorted({**others, **given}.items())
    places = resolve([mention for _, mention in ordered], text=text, gazetteer=gazetteer)
    by_span = dict(zip((span for span, _ in ordered), places, strict=True))
    return [by_span[span] for span in spans]


def _share(rights: Iterable[bool]) -> Count:
    each = list(rights)
    return Count(right=sum(each), said=len(each), known=len(each))


def is_right(toponym: Toponym, place: Place) -> bool:
    """Whether a name was resolved to the known entry, or to a point near it."""
    return _is_one(toponym, named(place))


def named(place: Place) -> Candidate | None:
    """What the bare name stands for: of "north of X", X."""
    return place.within if place.level is Level.AREA else place.resolved


def _is_one(toponym: Toponym, candidate: Candidate | None) -> bool:
    same = candidate is not None and candidate.geonames is not None and candidate.geonames == toponym.geonames
    return same or is_near(toponym, candidate)


def is_near(toponym: Toponym, candidate: Candidate | None) -> bool:
    """Whether the point lies within 161 km of the known one."""
    if candidate is None or candidate.latitude is None or candidate.longitude is None or toponym.point is None:
        return False
    return distance_km(candidate.latitude, candidate.longitude, *toponym.point) <= NEAR_KM


def most_populous(name: str, gazetteer: Gazetteer) -> Candidate | None:
    """What anybody would try first."""
    return max(gazetteer.exact(name), key=lambda candidate: candidate.population or 0, default=None)
