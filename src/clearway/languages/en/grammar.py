"""English verbs and nouns that carry a claim without saying of what kind it is."""

from functools import cache

from clearway.languages.en.forms import noun_forms, verb_forms


def _forms(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in verb_forms(verb))


@cache
def copulas() -> frozenset[str]:
    """Forms of verbs that say what somebody is ("were dead", "left homeless", "reported missing")."""
    return _forms("be become declare find leave make remain render report stay")


@cache
def light_verbs() -> frozenset[str]:
    """Forms of verbs that add nothing to an event noun ("suffered a siege"), whose whole clause is then the claim."""
    return _forms(
        "announce be cause create endure establish experience face impose include lead maintain open record "
        "report see"
        " seek suffer trigger witness"
    )


@cache
def causing_verbs() -> frozenset[str]:
    """Forms of verbs whose object happened ("caused deaths", "triggered displacement")."""
    return _forms("bring cause inflict lead report spark trigger")


@cache
def rising_verbs() -> frozenset[str]:
    """Forms of verbs behind "the number of" that bring the number."""
    return _forms(
        "be climb drop exceed fall grow have hit increase jump pass reach remain rise soar stand surpass swell top"
    )


@cache
def number_nouns() -> frozenset[str]:
    """Forms of nouns that such a verb can have as its subject."""
    nouns = "case caseload count estimate figure number population tally toll total"
    return frozenset(form for noun in nouns.split() for form in noun_forms(noun))


@cache
def plain_verbs() -> dict[str, str]:
    """Forms of verbs that frames name among a predicate's complements."""
    verbs = "access beg build deliver burn eat enter provide reach rebuild run skip sleep treat"
    return {form: verb for verb in verbs.split() for form in verb_forms(verb)}


RESULTING = _forms("result lead")
"""Verbs that with "in" or "to" bring what happened ("resulted in casualties")."""

ANSWERING = _forms("address answer assess cover fulfil help meet monitor satisfy")
"""Verbs whose object, a need, is answered and not stated."""

BE = _forms("be")
"""Forms of "be"."""

GOING_ON = _forms("begin continue grow intensify resume slow start")
"""Verbs whose subject, an event, goes on."""

OBJECT_RESULT = _forms("find leave make render")
"""Copulas whose object the adjective is said of ("left them homeless")."""

EVENT_SETTINGS = frozenset({"after", "amid", "following", "wake"})
"""Words behind which an event noun with its own "in" or "between" still tells of the event."""

PREDICATIVE_PREPOSITIONS = frozenset({"at", "in", "under", "without"})
"""Prepositions of "in need", "under siege", "at risk"."""

BEFORE_PLAIN_VERBS = frozenset(
    "to will would shall should can could may might must cannot do does did not t ll d let make makes made help helps"
    " helped see saw watch and or but as if that which who where when there please"
    " i you we they he she it me him her us them these those some many most several all both others"
    " people police men women children staff troops military army media public majority crew"
    " one two three four five six seven eight nine ten"
    " also ever further never still then now often always already".split()
)
"""Words behind which a verb stands in its plain form; behind other words without a plural "s" that form is a noun or an
adjective ("a food aid call", "the most direct help", "a house fire")."""
