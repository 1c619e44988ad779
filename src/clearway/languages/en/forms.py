"""Forms of English words: what an inflected word is a form of, for the words that the lexicon holds."""

from collections.abc import Iterable

VOWELS = "aeiou"

IRREGULAR_VERBS = {
    "be": "am is are was were been being 's 're",
    "bear": "bore borne bearing bears",
    "beat": "beaten beating beats",
    "become": "became becoming becomes",
    "begin": "began begun beginning begins",
    "bleed": "bled bleeding bleeds",
    "blow": "blew blown blowing blows",
    "break": "broke broken breaking breaks",
    "bring": "brought bringing brings",
    "build": "built building builds",
    "burst": "bursting bursts",
    "buy": "bought buying buys",
    "catch": "caught catching catches",
    "choose": "chose chosen choosing chooses",
    "come": "came coming comes",
    "cut": "cutting cuts",
    "die": "died dying dies",
    "do": "did done doing does",
    "draw": "drew drawn drawing draws",
    "drive": "drove driven driving drives",
    "fall": "fell fallen falling falls",
    "feed": "fed feeding feeds",
    "feel": "felt feeling feels",
    "fight": "fought fighting fights",
    "find": "found finding finds",
    "flee": "fled fleeing flees",
    "forbid": "forbade forbidden forbidding forbids",
    "foresee": "foresaw foreseen foreseeing foresees",
    "forget": "forgot forgotten forgetting forgets",
    "freeze": "froze frozen freezing freezes",
    "get": "got gotten getting gets",
    "give": "gave given giving gives",
    "go": "went gone going goes",
    "grow": "grew grown growing grows",
    "have": "has had having",
    "hit": "hitting hits",
    "hear": "heard hearing hears",
    "hold": "held holding holds",
    "hurt": "hurting hurts",
    "keep": "kept keeping keeps",
    "know": "knew known knowing knows",
    "lead": "led leading leads",
    "leave": "left leaving leaves",
    "let": "letting lets",
    "lie": "lay lain lying lies",
    "lose": "lost losing loses",
    "make": "made making makes",
    "mean": "meant meaning means",
    "meet": "met meeting meets",
    "overrun": "overran overrunning overruns",
    "overthrow": "overthrew overthrown overthrowing overthrows",
    "put": "putting puts",
    "quit": "quitting quits",
    "read": "reading reads",
    "retake": "retook retaken retaking retakes",
    "rise": "rose risen rising rises",
    "run": "ran running runs",
    "say": "said saying says",
    "see": "saw seen seeing sees",
    "seek": "sought seeking seeks",
    "send": "sent sending sends",
    "set": "setting sets",
    "shake": "shook shaken shaking shakes",
    "shoot": "shot shooting shoots",
    "shut": "shutting shuts",
    "slay": "slew slain slaying slays",
    "sleep": "slept sleeping sleeps",
    "speak": "spoke spoken speaking speaks",
    "spend": "spent spending spends",
    "spread": "spreading spreads",
    "stand": "stood standing stands",
    "steal": "stole stolen stealing steals",
    "strike": "struck stricken striking strikes",
    "swear": "swore sworn swearing swears",
    "sweep": "swept sweeping sweeps",
    "take": "took taken taking takes",
    "teach": "taught teaching teaches",
    "tear": "tore torn tearing tears",
    "tell": "told telling tells",
    "think": "thought thinking thinks",
    "throw": "threw thrown throwing throws",
    "undergo": "underwent undergone undergoing undergoes",
    "understand": "understood understanding understands",
    "undertake": "undertook undertaken undertaking undertakes",
    "wear": "wore worn wearing wears",
    "weep": "wept weeping weeps",
    "win": "won winning wins",
    "withdraw": "withdrew withdrawn withdrawing withdraws",
    "write": "wrote written writing writes",
}
"""Forms that no rule gives."""

IRREGULAR_NOUNS = {
    "child": "children",
    "man": "men",
    "woman": "women",
    "person": "people persons",
    "policeman": "policemen",
    "gunman": "gunmen",
    "serviceman": "servicemen",
    "fisherman": "fishermen",
    "life": "lives",
    "crisis": "crises",
    "wife": "wives",
    "elderly": "",
}

DOUBLING = frozenset(
    """
    admit airdrop ban bar blot chop commit compel control cram cut dig drop equip expel flip grab gut hit jam kidnap
    occur
    patrol permit pin plan propel rebel refer regret repel rip rob scan ship shut slam slip snap stab step stop strip
    submit
    transfer transmit trap whip wrap
    """.split()
)
"""Verbs that double their last letter before -ed and -ing."""


def verb_forms(lemma: str) -> list[str]:
    """Every form of the verb, itself first."""
    if lemma in IRREGULAR_VERBS:
        return [lemma, *IRREGULAR_VERBS[lemma].split()]
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    stem = lemma
    if lemma.endswith("e"):
        return [lemma, third, lemma + "d", (lemma if lemma.endswith("ee") else lemma[:-1]) + "ing"]
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    if lemma in DOUBLING:
        stem = lemma + lemma[-1]
    if lemma.endswith("el"):
        return [lemma, third, lemma + "ed", lemma + "ing", lemma + "led", lemma + "ling"]
    return [lemma, third, stem + "ed", stem + "ing"]


def noun_forms(lemma: str) -> list[str]:
    """Singular and plural of the noun; of several words, only the last changes."""
    first, _, last = lemma.rpartition(" ")
    if last in IRREGULAR_NOUNS:
        plurals = IRREGULAR_NOUNS[last].split()
    elif last.endswith("y") and last[-2:-1] not in VOWELS:
        plurals = [last[:-1] + "ies"]
    elif last.endswith(("s", "sh", "ch", "x", "z")):
        plurals = [last + "es"]
    elif last.endswith("man") and not last.endswith("human"):
        plurals = [last[:-3] + "men"]
    else:
        plurals = [last + "s"]
    prefix = f"{first} " if first else ""
    return [lemma, *(prefix + plural for plural in plurals)]


def verb_lemmas(lemmas: Iterable[str]) -> dict[str, str]:
    """Each form of the verbs, with the verb that it is a form of."""
    return {form: lemma for lemma in lemmas for form in reversed(verb_forms(lemma))}


def noun_lemmas(lemmas: Iterable[str]) -> dict[str, str]:
    """Each form of the nouns, with the noun that it is a form of."""
    return {form: lemma for lemma in lemmas for form in reversed(noun_forms(lemma))}
