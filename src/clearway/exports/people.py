"""Whose names may go out: those who speak for an office, never victims, witnesses or private persons."""

from collections.abc import Iterable, Iterator

from clearway.exports.masking import joined, words
from clearway.exports.sites import is_proper
from clearway.kinds import kinds
from clearway.model import Claim, Source, SourceKind

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
        committee corps council crescent cross defence defense department directorate federation force forces
        foundation front fund government group helmets institute international ministry mission movement network
        news newspaper observatory office organisation organization party police radio relief society television
        tv union watch
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

LEAST_PART = 3
"""Letters that a part of a name must have to be looked for by itself."""


def held_names(claims: Iterable[Claim], areas: frozenset[str]) -> Iterator[tuple[str, str, bool]]:
    """Phrase, mark, and whether a capital is needed, for every name of a person and its parts.

    `areas` are folded names of areas and places, which a part of a name must not blot out.
    """
    for name in sorted(private_names(claims, areas)):
        parts = [name[word.start : word.end] for word in words(name)]
        yield name, MARK, len(parts) == 1
        for part in parts:
            key = joined(part)
            if len(key) >= LEAST_PART and key not in NOT_NAMES and key not in areas:
                yield part, MARK, True


def private_names(claims: Iterable[Claim], areas: frozenset[str]) -> frozenset[str]:
    """The names of persons that claims and their speakers give, without those who speak for an office."""
    claims = tuple(claims)
    officials: dict[str, set[str]] = {}
    for claim in claims:
        speaking = [source.name for source in claim.attribution.chain if source.kind in OFFICES]
        officials.setdefault(claim.report, set()).update(speaking)
    named = frozenset(joined(name) for claim in claims for name in claim.names)
    held = {name for claim in claims for name in claim.names if not _in_office(name, claim, officials[claim.report])}
    for claim in claims:
        for source in claim.attribution.chain:
            if is_private(source, named) and not (source.kind is SourceKind.UNKNOWN and joined(source.name) in areas):
                held.add(source.name)
    return frozenset(held)


def _in_office(name: str, claim: Claim, officials: Iterable[str]) -> bool:
    """Whether the name is of somebody who speaks for an office here; where people are harmed, in this very claim."""
    kind = kinds().get(claim.kind)
    if kind is None or kind.topic == "harm":
        officials = [source.name for source in claim.attribution.chain if source.kind in OFFICES]
    said = {word.form for word in words(name)}
    return any(said and said <= {word.form for word in words(official)} for official in officials)


def is_private(source: Source, named: frozenset[str]) -> bool:
    """Whether a source is a person who may not be named; `named` are folded names of persons.

    Common words ("witnesses", "a doctor") name nobody. A source of unknown kind with a name of its own counts as a
    person unless a word tells an organisation.
    """
    if source.kind in OFFICES or not is_proper(source.name):
        return False
    if joined(source.name) in named or source.kind in PRIVATE:
        return True
    told = {word.form for word in words(source.name)} & ORGANISATIONS
    return source.kind is SourceKind.UNKNOWN and not told


def named_or_not(source: Source, named: frozenset[str]) -> Source:
    """The source, or what stands for it where it may not be named."""
    if not is_private(source, named):
        return source
    return Source(name=STANDS_FOR.get(source.kind, "a source"), kind=source.kind)
