"""The order in which a picture lists its findings."""

from collections.abc import Iterable, Mapping
from functools import cache

from clearway.kinds import TOPICS, kinds
from clearway.model import Finding, Measure, State
from clearway.picture.lines import size

LARGEST = 10**15
"""Numbers above this are put in order as if they were this: nobody counts so many of anything."""

MANY = 10**6


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings as a picture lists them."""
    return tuple(sorted(findings, key=line_of))


def line_of(finding: Finding) -> str:
    """A finding's place in line, as text that sorts: by topic, kind and importance.

    What holds comes first, then what is told before what is derived, counts before shares, large before small.
    """
    topics, listed = _places()
    topic, kind = topics.get(finding.topic, len(topics)), listed.get(finding.kind, len(listed))
    flags = (
        finding.state is State.SUPERSEDED,
        finding.derived_from is not None,
        finding.measure is Measure.SHARE,
    )
    smallness = LARGEST * 1000 - round(min(size(finding), LARGEST) * 1000)
    fewness = MANY - min(len(finding.sources), MANY)
    importance = "".join(str(int(flag)) for flag in flags)
    number = f"{smallness:019d}.{fewness:07d}"
    return f"{topic:02d}.{kind:03d}.{finding.kind}.{importance}.{number}.{finding.place or ''}.{finding.id}"


@cache
def _places() -> tuple[Mapping[str, int], Mapping[str, int]]:
    """The places in line of topics and of kinds."""
    return {topic: place for place, topic in enumerate(TOPICS)}, {name: place for place, name in enumerate(kinds())}
