"""English verbs and nouns with which a text gives somebody's words, beliefs or wishes.

The classes are those of VerbNet 3 (Kipper-Schuler, 2005), whose numbers stand beside them, with the verbs that news
uses. `speech` holds the narrower list by which a claim gets its source.
"""

from functools import cache

from clearway.languages.en.forms import verb_lemmas

SAY = """
acknowledge add admit allege announce answer argue articulate assert claim comment communicate conclude confess
confirm contend convey declare deny disclose divulge echo elaborate emphasise emphasize exclaim explain hint imply
indicate insinuate insist maintain mention note observe offer posit proclaim profess pronounce quip read reaffirm recall
recount reiterate relate remark repeat reply report respond retort reveal say signal specify state stipulate stress
suggest testify tweet underline underscore venture voice write joke lament muse opine post chant shout yell scream
whisper murmur cry complain boast brag grumble caution advise warn alert tell inform notify assure remind brief promise
pledge vow swear guarantee predict forecast estimate speculate reckon surmise concede counter allude continue
"""
"""Say (37.7), manner of speaking (37.3), complain (37.8), advise (37.9), tell (37.2), promise (37.13)."""

THINK = """
anticipate assume believe conceive doubt expect fear feel figure foresee guess hope imagine know presume realise realize
suppose suspect think understand wonder worry learn discover find conclude determine calculate see hear decide agree
consider dream recognise recognize remember forget
"""
"""Conjecture (29.5), consider (29.9), see (30.1), discover (84), agree (36.1)."""

WANT = """
aim ask beg demand desire hope intend mean plan prefer propose refuse request seek threaten urge vow want wish decline
pledge promise call push plead offer agree decide order instruct encourage invite implore recommend press
"""
"""Want (32.1), long (32.2), order (58.3), urge (58.1), refuse and promise with an infinitive."""

JUDGE = """
accuse acclaim applaud assail attack back bash blame blast castigate celebrate censure challenge chastise cite commend
condemn criticise criticize decry defend denounce deplore deride discuss dismiss dispute dub embrace endorse extol fault
favor favour hail highlight label lambast laud mock object oppose outline praise question rebuke rebuff reject
ridicule scold slam support thank tout detail describe call characterise characterize depict liken portray view regard
rate
"""
"""Judgement (33), characterize (29.2), dub (29.3), describe, approve (77)."""

SHOW = "demonstrate document illustrate indicate prove reflect reveal show suggest find confirm"
"""Indicate (78): studies, polls and pictures as sources."""

TOLD_TO = frozenset("advise alert assure brief inform notify remind tell warn ask urge persuade convince".split())
"""Verbs whose object is the hearer."""

ASKED_OF = frozenset(
    "ask beg call encourage implore instruct invite order press push recommend request urge want expect plead".split()
)
"""Verbs whose object is who is to act, and belongs to what is wanted ("urged them to leave")."""


@cache
def lemmas(words: str) -> dict[str, str]:
    """Each form of the verbs, with its lemma."""
    return verb_lemmas(words.split())


@cache
def clause_verbs() -> dict[str, str]:
    """Verbs that give a clause as somebody's."""
    return lemmas(f"{SAY} {THINK} {SHOW}")


@cache
def wish_verbs() -> dict[str, str]:
    """Verbs that give an infinitive as somebody's wish."""
    return lemmas(WANT)


@cache
def judging_verbs() -> dict[str, str]:
    """Verbs whose object is what somebody judges or describes."""
    return lemmas(JUDGE)
