"""What a number without a noun beside it is said of: the subject that it is, reached, rose to or fell by."""

from clearway.claims.tree import Token
from clearway.languages.en.grammar import BE

PERCENT = frozenset({"percent", "%"})
LEVELS = frozenset({"at", "by", "from", "to"})
CHANGES = frozenset(
    """
    climb contraction cut decline decrease drop fall gain growth hike improvement increase jump reduction rise surge
    """.split()
)
"""Nouns of change: what changed stands behind "in" or is their sentence's subject."""

REACHED = frozenset(
    """
    averaged averaging exceeded exceeding exceeds hit hits numbered numbering passed passing reach reached reaches
    reaching surpassed surpassing topped totaled totaling totalled totalling totals
    """.split()
)
"""Verbs whose object is what their subject comes to."""


def measured(number: Token) -> Token | None:
    """The noun that the number is said of; `None` where there is none, or only a pronoun."""
    rate = number.head if number.head.lower in PERCENT else number
    above = rate.head
    if rate.dep == "nsubj" and above.lower in BE:
        return _noun(above.child("attr"))
    if rate.dep == "attr" and above.lower in BE:
        return _noun(_subject(above))
    if rate.dep == "dobj" and above.lower in REACHED:
        return _noun(_subject(above))
    if rate.dep == "pobj" and above.lower in LEVELS:
        verb = next((up for up in above.ancestors() if up.is_verb), None)
        return _noun(_subject(verb)) if verb is not None else None
    return None


def changed_by(noun: Token) -> Token | None:
    """What a noun of change beside a percentage is the change of: "a 7 percent rise in prices"."""
    if noun.lower not in CHANGES and noun.lower.removesuffix("s") not in CHANGES:
        return noun
    within = next((prep for prep in noun.all("prep") if prep.lower in ("in", "of")), None)
    return _noun(within.child("pobj")) if within is not None else None


def _subject(verb: Token) -> Token | None:
    subject = verb.child("nsubj", "nsubjpass")
    if subject is not None and subject.lower in ("which", "that") and verb.dep == "relcl":
        return verb.head
    return subject


def _noun(token: Token | None) -> Token | None:
    if token is None or not token.is_noun or token.quantity is not None or token.lower in PERCENT:
        return None
    return token
