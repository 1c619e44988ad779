"""English patterns of words around a number that tell its kind without any grammar: the second reading.

In a pattern # stands for the number. The nouns and verbs are those of the kinds' own vocabularies (HXL's
`#affected` attributes, IDMC's terms).
"""

import re
from functools import cache
from typing import NamedTuple

ADVERBS = r"(?:\w+ly |also |still |now |already |reportedly )*"
WERE = (
    rf"(?:(?:have|has|had|were|was|are|is|being|been|be|got|feared|confirmed|reported|left|rendered|made) {ADVERBS})*"
)
PERSONS = (
    "people|persons|civilians|men|women|children|others|residents|workers|staff|soldiers|fighters|families|households"
    "|troops|villagers|students|protesters|policemen|officers|patients|more"
)
THOSE = rf"(?:(?:\w+[- ]){{0,3}}?(?:{PERSONS}) )?"
OF = r"(?:of (?:them|whom) )?"

BEFORE = {
    "killed": r"killed|dead|died|perished|slain|drowned|massacred|executed|shot dead|lost their lives",
    "injured": r"injured|wounded|hurt|maimed",
    "missing": r"missing|unaccounted for",
    "displaced": r"displaced|uprooted|homeless|evacuated|relocated|fled|have fled|forced to flee|stranded|trapped",
    "detained": r"arrested|detained|imprisoned|in custody",
    "abducted": r"abducted|kidnapped|taken hostage",
    "affected": r"affected",
}
"""What stands behind the number: "# people were injured"."""

ENDS = (
    r"(?=\s*(?:$|[.,;:)\n]|(?:and|or|as|in|at|on|by|from|to|after|due|across|since|when|while|during|because|following"
    r"|with|nationwide|so)\b))"
)
"""What shows that such a word stands for itself, and before no noun ("12 injured protesters were arrested")."""

DWELLINGS = {
    "destruction": (
        r"(?:houses|homes|buildings|dwellings|huts|shelters|tents|shops|schools|classrooms)"
        rf" {WERE}(?:\w+ly )?(?:destroyed|damaged|burn(?:ed|t)(?: down)?|flooded|collapsed|demolished|flattened)"
    )
}
"""The things that the number counts, and what became of them: "# houses destroyed"."""

LABELS = {
    "killed": "deaths?|dead|killed|fatalities|death toll",
    "injured": "injured|injuries|wounded",
    "missing": "missing",
    "displaced": "displaced|displacement|idps|evacuated|evacuees|evacuation|homeless|relocated",
    "affected": "affected",
    "destruction": "(?:houses|homes|buildings|housing|dwellings) (?:destroyed|damaged)|(?:destroyed|damaged) "
    "(?:houses|homes|buildings|housing|dwellings)",
}
"""What a line names before its number: "Number of displaced: #", "Houses damaged #"."""

NOUNS = {
    "killed": r"deaths|fatalities",
    "injured": r"injuries",
    "casualties": r"casualties",
    "displaced": r"idps|refugees|internally displaced people|internally displaced persons|evacuees",
    "returned": r"returnees",
}
"""The noun that the number counts: "# civilian deaths"."""

VERBS = {
    "killed": r"kill(?:s|ed|ing)|claim(?:s|ed|ing) the lives of|claimed",
    "injured": r"injur(?:es|ed|ing)|wound(?:s|ed|ing)",
    "displaced": r"displac(?:es|ed|ing)|uproot(?:s|ed|ing)",
    "affected": r"affect(?:s|ed|ing)",
}
"""The verb right before the number: "killing #"."""

ROSE = (
    "(?:rose|risen|rises|climbed|climbs|increased|jumped|reached|stands|stood|passed|topped|surpassed|hit|grew|soared)"
)
TOLL = {
    "killed": (
        "(?:death|fatality) toll|toll|number of (?:dead|deaths|fatalities|people killed)|number who (?:perished|died)"
    ),
    "injured": r"number of (?:injured|wounded|people injured)",
    "displaced": r"number of (?:displaced|idps|refugees|people displaced|displaced people)",
    "affected": r"number of (?:people affected|affected people|affected)",
}
"""The number's name, with the number behind a verb of rising."""


@cache
def labels() -> re.Pattern[str]:
    """One of the words that name a number, alone."""
    return re.compile("|".join(LABELS.values()), re.IGNORECASE)


class Pattern(NamedTuple):
    """A pattern of one kind; where none of its `stems` is in a sentence, in lower case, it matches nothing there."""

    kind: str
    pattern: re.Pattern[str]
    stems: frozenset[str]


@cache
def patterns() -> tuple[Pattern, ...]:
    """The patterns, the more telling first.

    Each has the group `words`, in it `number` where # stood, and `alone` where a state stands before no noun.
    """
    number = r"(?P<number>#)"
    made = [
        (kind, toll, rf"\b(?:{toll})\b[^.;#]{{0,90}}?\b{ROSE}\b[^.;#]{{0,25}}?(?:from # to )?{number}")
        for kind, toll in TOLL.items()
    ]
    made += [(kind, verbs, rf"(?<!# )\b(?:{verbs}) {number}") for kind, verbs in VERBS.items()]
    made += [(kind, nouns, rf"{number} (?:\w+ ){{0,2}}?(?:{nouns})\b") for kind, nouns in NOUNS.items()]
    made += [(kind, states, rf"{number} {OF}{THOSE}{WERE}(?:{states})\b") for kind, states in BEFORE.items()]
    made += [(kind, states, rf"{number} (?:[\w-]+ ){{0,3}}?{states}\b") for kind, states in DWELLINGS.items()]
    whole = [(kind, told, rf"(?P<words>{words})(?P<alone>{ENDS})?") for kind, told, words in made]
    for kind, label in LABELS.items():
        before, behind = r"(?:[\w/’'-]+ ){0,4}?", r"(?: [\w/’'-]+){0,3}?"
        named = rf"{before}\b(?:{label})\b{behind} ?"
        whole.append((kind, label, rf"(?:^|[;(]) *(?P<words>{named}[:=–-] ?{number})(?= *(?:$|[.;,()]))"))
        whole.append((kind, label, rf"^(?P<words>{named}(?:total )?{number})[. ]*$"))
    return tuple(Pattern(kind, re.compile(words, re.IGNORECASE), stems(told)) for kind, told, words in whole)


def stems(told: str) -> frozenset[str]:
    """The longest letters in a row of each alternative, one of which every match has; none where one has no such."""
    plain = re.sub(r"\w\?", "", re.sub(r"\(\?:[^()]*\)\??", "#", told))
    found = [max(re.findall("[a-z]+", each), key=len, default="") for each in plain.split("|")]
    return frozenset(found) if all(found) else frozenset()
