"""The gate's rules: what each holds back, for whom and why (told rule by rule in docs/notes/gate.md)."""

from collections.abc import Mapping
from dataclasses import dataclass

from clearway.model import Profile, Withheld

BANNERS: Mapping[Profile, str] = {
    Profile.RESTRICTED: (
        "RESTRICTED: names, exact places and whole texts are inside. Not for publication, not to be passed on."
    ),
    Profile.PARTNERS: (
        "PARTNERS: for partners named by the data-responsibility officer. No names of persons; facilities, camps and "
        "convoys only by district. Not for publication."
    ),
    Profile.PUBLIC: (
        "PUBLIC: facilities, camps and convoys only by district, no names of victims or witnesses, words only where "
        "the publisher allows them."
    ),
}
"""What stands over every output of a profile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of the gate: its name, what it holds back, and the source that it follows."""

    name: str
    what: str
    source: str


REDISTRIBUTION = Rule(
    name="the publisher allows nothing to be passed on",
    what="claims of such reports",
    source="may_redistribute: none",
)
UNKNOWN_REPORT = Rule(
    name="the report, and so what its publisher allows, is not known here",
    what="claims without a report",
    source="may_redistribute: unknown counts as none",
)
NO_WORDS = Rule(
    name="the publisher allows figures and codes, not words",
    what="quotes",
    source="may_redistribute: derived",
)
NO_TEXT = Rule(
    name="the publisher does not allow the whole text",
    what="report texts",
    source="may_redistribute: none, derived, quote",
)
LONG_QUOTE = Rule(
    name="the publisher allows short quotes only",
    what="quotes cut short",
    source="may_redistribute: quote",
)
DISTRICT = Rule(
    name="facilities, camps and convoys no finer than admin level 2",
    what="places given by their district, or not at all",
    source="HDX information-sharing classes: high",
)
PROVINCE = Rule(
    name="claims classed severe no finer than admin level 1",
    what="places given by their province, or not at all",
    source="HDX information-sharing classes: severe",
)
NARRATIVE = Rule(
    name="no narrative of an attack on, or the site of, a facility, camp or convoy",
    what="quotes and sentences",
    source="WHO Surveillance System for Attacks on Health Care: what it does not publish",
)
FACILITY_NAME = Rule(
    name="no proper name of a facility",
    what="names of facilities",
    source="WHO SSA: what it does not publish",
)
PERSON = Rule(
    name="no name of a victim, a witness or a private person",
    what="names of persons",
    source="HDX information-sharing classes: severe",
)
BUILT_ON = Rule(
    name="findings and bounds go when the claims under them go",
    what="findings",
    source="every bound names its claims",
)

RULES = (
    REDISTRIBUTION,
    UNKNOWN_REPORT,
    NO_TEXT,
    NO_WORDS,
    LONG_QUOTE,
    DISTRICT,
    PROVINCE,
    NARRATIVE,
    FACILITY_NAME,
    PERSON,
    BUILT_ON,
)
"""Every rule, in the order in which what it held back is listed."""


def tally(counts: Mapping[str, int]) -> tuple[Withheld, ...]:
    """What was held back, by rule, in the order of the rules; rules that held nothing back are left out."""
    return tuple(
        Withheld(rule=rule.name, what=rule.what, count=counts[rule.name]) for rule in RULES if counts.get(rule.name)
    )
