"""What a person finds in a report and no reading did: where its words stand, its places, and the names beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clearway.errors import UsageError
from clearway.model import Claim, Passage, Place, Report, to_json

if TYPE_CHECKING:
    from clearway.crisis.reading import ClaimReader
    from clearway.places import Gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """By whom claims are written, with what reads names and what knows places."""

    by: str
    reader: "ClaimReader"
    gazetteer: "Gazetteer"

    def claim(self, report: Report, known: Sequence[Claim], where: tuple[int, int], slots: Mapping[str, str]) -> Claim:
        """A new claim in the report's characters from start to end, given what the report claims beside it."""
        passage = cut(report, *where)
        return self._drafted(report, known, passage, sentence_of(report, passage), slots, like=None)

    def parts(
        self, report: Report, known: Sequence[Claim], claim: Claim, parts: Sequence[Mapping[str, str]]
    ) -> tuple[Claim, ...]:
        """The claims that are put in one's place: each is as that one was but for the slots given; "words" moves it."""
        return tuple(self._drafted(report, known, claim.passage, claim.sentence, slots, like=claim) for slots in parts)

    def _drafted(
        self,
        report: Report,
        known: Sequence[Claim],
        passage: Passage,
        sentence: Passage,
        slots: Mapping[str, str],
        *,
        like: Claim | None,
    ) -> Claim:
        from clearway.picture import drafted

        if "places" in slots:
            slots = {**slots, "places": placed(report, sentence, slots["places"], self.gazetteer)}
        claim = drafted(passage, sentence, slots, by=self.by, like=like)
        beside = [one for one in known if one.sentence.start < sentence.end and sentence.start < one.sentence.end]
        names = dict.fromkeys((*self.reader.names(sentence.words), *(name for one in beside for name in one.names)))
        return replace(claim, names=tuple(names))


def cut(report: Report, start: int, end: int) -> Passage:
    """The passage from one character of a report to another, white space at its ends left out."""
    if 0 <= start < end <= len(report.text):
        words = report.text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    if not 0 <= start < end <= len(report.text):
        rule = f"characters {start} to {end} are no words of a text of {len(report.text)}"
        raise UsageError(f"report {report.id}", rule=rule, remedy="give words that stand in it")
    return Passage(report=report.id, start=start, end=end, words=report.text[start:end])


def found_words(report: Report, words: str) -> tuple[int, int]:
    """Where words stand in a report; raises `UsageError` where they do not, or in two places."""
    count = report.text.count(words) if words.strip() else 0
    if count != 1:
        rule = f"the words {words!r} stand {count} times in its text" if count else f"the words {words!r} are not in it"
        raise UsageError(
            f"report {report.id}", rule=rule, remedy="give the words just as they stand, and enough of them"
        )
    start = report.text.index(words)
    return start, start + len(words)


def sentence_of(report: Report, passage: Passage) -> Passage:
    """The sentence, or sentences, of a report that a passage lies in; the passage itself where there is none."""
    from clearway.claims import sentence_bounds

    touched = [(a, b) for a, b in sentence_bounds(report.text) if a < passage.end and passage.start < b]
    start = min([passage.start, *(a for a, _ in touched)])
    end = max([passage.end, *(b for _, b in touched)])
    return Passage(report=report.id, start=start, end=end, words=report.text[start:end])


def placed(report: Report, sentence: Passage, value: str, gazetteer: "Gazetteer", *, read: Sequence[Place] = ()) -> str:
    """Places as a person names them, "Darat Izza=pcode:C1139; Idlib", as JSON: where each stands and what it is.

    A name stands in the sentence, or else somewhere in the report. Without an id it is what was read of that name, and
    else the gazetteer decides. Raises `UsageError` for a name that the report does not hold, or an id that the
    gazetteer does not.
    """
    if value.strip().startswith("[") or not value.strip() or value.strip().casefold() in ("none", "null"):
        return value
    places = []
    kept = {place.name: place for place in read}
    for one in value.split(";"):
        name, _, ref = (part.strip() for part in one.partition("="))
        if not ref and name in kept:
            places.append(kept[name])
            continue
        start = _stands(report, sentence, name)
        found = gazetteer.place(ref) if ref else next(iter(gazetteer.exact(name)), None)
        if ref and found is None:
            rule = f"the gazetteer holds no {ref!r}"
            raise UsageError(f"place {name!r}", rule=rule, remedy="leave the id out, or give a geonames: or pcode: id")
        others = tuple(other for other in gazetteer.candidates(name) if found is None or other.id != found.id)
        level = found.level if found else None
        reason = "chosen by a person" if ref else "the likeliest of its name"
        place = Place(
            name=name, start=start, end=start + len(name), level=level, resolved=found, others=others, reason=reason
        )
        places.append(place)
    return to_json(tuple(places)).decode()


def _stands(report: Report, sentence: Passage, name: str) -> int:
    at = sentence.words.find(name) if name else -1
    start = sentence.start + at if at >= 0 else report.text.find(name) if name else -1
    if start < 0:
        rule = f"report {report.id} does not name it"
        raise UsageError(f"place {name!r}", rule=rule, remedy="write the name as the report does: NAME=ID")
    return start
