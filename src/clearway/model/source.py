"""Who says it."""

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """What sort of source this is; UCDP and Airwars grade claims by it."""

    UN = "un"
    NGO = "ngo"
    MONITOR = "monitor"
    PARTY = "party to the conflict"
    GOVERNMENT = "government"
    WITNESS = "witness"
    MEDIA = "media"
    PERSON = "person"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A person, office or group that says something; never the publisher as such."""

    name: str
    kind: SourceKind = SourceKind.UNKNOWN
