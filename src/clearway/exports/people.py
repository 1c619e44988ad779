"""Whose names may go out: those who speak for an office, never victims, witnesses or private persons."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clearway.exports.masking import joined, words
from clearway.exports.sites import is_proper
from clearway.kinds import kinds
from clearway.model import Claim, Report, Source, SourceKind

MARK = "[name withheld]"

OFFICES = frozenset({SourceKind.UN, SourceKind.NGO, SourceKind.GOVERNMENT, SourceKind.PARTY})
"""Who speaks for these speaks in an office, and is named as such."""

PRIVATE = frozenset({SourceKind.WITNESS, SourceKind.PERSON})

STANDS_FOR = {
    SourceKind.WITNESS: "a witness",
    SourceKind.PERSON: "a person",
    SourceKind.MONITOR: "a monitor",
    SourceKind.MEDIA: "a media source",
}
"""What is said in the stead of a name; "a source" for the rest."""

ORGANISATIONS = frozenset(
    str.split(
        """
        agency agencies army association authority brigade bureau centre center centers coalition commission
        cluster committee corps council crescent cross defence defense department desk directorate federation force
        forces foundation forum front fund government group helmets institute international ministry mission movement
        network news newspaper observatory office organisation organization party police radio relief society team
        television tv union watch
        """
    )
)
"""Words that tell an organisation where nobody knows what sort of source it is."""

NOT_NAMES = frozenset(
    str.split(
        """
        abu umm bin ibn al el ar as an ash ad at az de du la le van von der mr mrs ms dr prof sir captain colonel
        general major sergeant sheikh the of and
        """
    )
)
"""Parts of names that name nobody by themselves."""

BY_MAIL = frozenset({"publisher from mail headers", "publisher from the mail that brought it"})
"""Notes of a report whose publisher is whoever sent it: more often a person than an office."""

LEAST_PART = 3
"""Letters that a part of a name must have to be looked for by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Folded names of places, of persons and of organisations that the records tell to be such.

    `public` are whole names of publishers and of those who speak for an office, whoever else may mention them.
    """

    places: frozenset[str]
    persons: frozenset[str]
    organisations: frozenset[str]
    public: frozenset[str]

    def is_place(self, name: str) -> bool:
        """Whether a place is called so, or begins so ("Bab al" of "Bab al-Hawa", cut short by a reading)."""
        key, several = joined(name), len(words(name)) > 1
        return key in self.places or (several and any(place.startswith(key) for place in self.places))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Of whom some claims speak: whoever says them, and persons' names, `named` folded.

    `names` are those, as written, that no office speaks through, by the claims of their report.
    """

    sources: frozenset[Source] = frozenset()
    named: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


def spoken_in(claims: Sequence[Claim]) -> Spoken:
    """Of whom the claims of one report speak."""
    officials = {source.name for claim in claims for source in claim.attribution.chain if source.kind in OFFICES}
    return Spoken(
        sources=frozenset(source for claim in claims for source in claim.attribution.chain),
        named=frozenset(joined(name) for claim in claims for name in claim.names),
        names=frozenset(name for claim in claims for name in claim.names if not _in_office(name, claim, officials)),
    )


def all_of(spoken: Iterable[Spoken]) -> Spoken:
    """Of whom the claims of several reports speak."""
    some = tuple(spoken)
    return Spoken(
        sources=frozenset().union(*(one.sources for one in some)),
        named=frozenset().union(*(one.named for one in some)),
        names=frozenset().union(*(one.names for one in some)),
    )


def known_names(reports: Iterable[Report], claims: Iterable[Claim], places: frozenset[str], spoken: Spoken) -> Known:
    """What names are known to be of; a publisher is an organisation, and so is what the words call "the" so and so."""
    reports = tuple(reports)
    publishers = {joined(name) for name in _publishers(reports)}
    unknown = {one.name for one in spoken.sources if one.kind is SourceKind.UNKNOWN and is_proper(one.name)}
    told = _told(reports, claims) if unknown else ""
    organisations = publishers | {joined(name) for name in unknown if _is_called_the(name, told)}
    offices = {joined(one.name) for one in spoken.sources if one.kind in OFFICES and len(words(one.name)) > 1}
    return Known(
        places=places,
        persons=spoken.named,
        organisations=frozenset(organisations),
        public=frozenset(publishers | offices),
    )


def _told(reports: Iterable[Report], claims: Iterable[Claim]) -> str:
    sentences = dict.fromkeys(claim.sentence.words for claim in claims)
    return "\n".join([*(report.text for report in reports), *sentences])


def public_names(reports: Iterable[Report], spoken: Spoken) -> frozenset[str]:
    """Names, as written, of publishers and of those who speak for an office."""
    return frozenset([*_publishers(reports), *(source.name for source in spoken.sources if source.kind in OFFICES)])


def _publishers(reports: Iterable[Report]) -> list[str]:
    return [report.publisher for report in reports if report.publisher and not is_sender(report)]


def _is_called_the(name: str, told: str) -> bool:
    """Whether words speak of "the" so and so, not of the so and so family, or write a single word without a capital."""
    low = name.lower()
    # plain search first: it is many times faster, and most names are nowhere written so
    if len(words(name)) == 1 and name != low and low in told and re.search(rf"\b{re.escape(low)}\b", told):
        return True
    if f"he {name}" not in told:
        return False
    called = rf"\b[Tt]he {re.escape(name)}\b(?! (?:famil|brother|sister|couple|child|household))"
    return re.search(called, told) is not None


def held_names(private: frozenset[str], spoken: Spoken, known: Known) -> Iterator[tuple[str, str, bool]]:
    """Phrase, mark, and whether a capital is needed, for every name of a person and its parts.

    Parts are looked for only where it is sure that a person is named, and never where a place is called so.
    """
    sure = sure_persons(spoken)
    for name in sorted(private):
        parts = [name[word.start : word.end] for word in words(name) if word.capital]
        yield name, MARK, len(words(name)) == 1
        for part in parts if joined(name) in sure else ():
            key = joined(part)
            if len(key) >= LEAST_PART and key not in NOT_NAMES and key not in known.places:
                yield part, MARK, True


def is_sender(report: Report) -> bool:
    """Whether a report's publisher is a person who sent it by mail, for all that is known."""
    name = report.publisher
    if not name or not BY_MAIL & frozenset(report.notes):
        return False
    said = words(name)
    acronym = any(name[word.start : word.end].isupper() and len(word.form) > 1 for word in said)
    return "@" in name or not (acronym or {word.form for word in said} & ORGANISATIONS)


def senders(reports: Iterable[Report], known: Known) -> frozenset[str]:
    """Names of those who sent a report and speak for no office that the records know."""
    names = {report.publisher for report in reports if report.publisher and is_sender(report)}
    return frozenset(name for name in names if joined(name) not in known.public | known.organisations)


def private_names(spoken: Spoken, known: Known) -> frozenset[str]:
    """The names of persons that claims and their speakers give, without those who speak for an office."""
    held = {name for name in spoken.names if not (known.is_place(name) or joined(name) in known.public)}
    return frozenset(held | {source.name for source in spoken.sources if is_private(source, known)})


def sure_persons(spoken: Spoken) -> frozenset[str]:
    """Folded names that a reading says are of persons."""
    return spoken.named | {joined(source.name) for source in spoken.sources if source.kind in PRIVATE}


def _in_office(name: str, claim: Claim, officials: Iterable[str]) -> bool:
    """Whether the name is of somebody who speaks for an office here; where people are harmed, in this very claim."""
    kind = kinds().get(claim.kind)
    if kind is None or kind.topic == "harm":
        officials = [source.name for source in claim.attribution.chain if source.kind in OFFICES]
    said = {word.form for word in words(name)}
    return any(said and said <= {word.form for word in words(official)} for official in officials)


def is_private(source: Source, known: Known) -> bool:
    """Whether a source is a person who may not be named.

    Common words ("witnesses", "a doctor") name nobody. A source of unknown kind with a name of its own counts as a
    person unless something tells that it is an organisation or a place.
    """
    key = joined(source.name)
    if source.kind in OFFICES or key in known.public or not is_proper(source.name):
        return False
    if source.kind in PRIVATE:
        return True
    if key in known.persons and not known.is_place(source.name):
        return True
    if source.kind is not SourceKind.UNKNOWN or key in known.organisations or key in known.places:
        return False
    return not {word.form for word in words(source.name)} & ORGANISATIONS


def named_or_not(source: Source, known: Known) -> Source:
    """The source, or what stands for it where it may not be named."""
    if not is_private(source, known):
        return source
    return Source(name=STANDS_FOR.get(source.kind, "a source"), kind=source.kind)
