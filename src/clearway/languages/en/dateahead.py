"""Where the words around a day or month without a year point: to what was, or to what is to come.

"The talks will resume on Tuesday" means the next Tuesday, "shells hit the town on Tuesday" the last.
"""

import re
from enum import Enum

_REACH = 160
_AFTER = 100
"""How many characters before and behind the words are looked at, at most to the ends of the sentence."""


class Direction(Enum):
    """Where a sentence points by the tense of its verbs."""

    AHEAD = "ahead"
    BACK = "back"


_SHORT = "".join(
    rf"(?<!\b{word}\.)" for word in "mr ms mrs dr st gen gov sen rep jan feb aug sept oct nov dec u\\.s u\\.n".split()
)
SENTENCE = re.compile(rf"[.!?](?<![^a-z][a-z]\.){_SHORT}[\"'”’)]*(?:\s|$(?<=[\"'”’]))|;\s|\n\s*\n")
"""Where a sentence ends, in lower-case text."""
_SUBORDINATE = re.compile(
    r"\b(?:where|who|whom|whose|which|after|because|since|as|killing|following)\s(?!soon|early|late|long|many|much|of\b)"
)
_IS = r"(?:is|are|’s|'s|’re|'re)"
_FUTURE = re.compile(
    r"\b(?:(?:will|shall|would|may|might|must|should)(?!\s+have\b)"
    r"|due|scheduled|slated|planned|plans?\s+to|planning|hop(?:es?|ing)|intends?|aims?|upcoming|until|till|next\s+(?:week|month|year)|tomorrow|deadline"
    r"|(?:expect(?:s|ed|ing)?|likely|ready|poised|agree[ds]?|agreement|vow(?:s|ed)?|pledge[ds]?|promise[ds]?|going|preparing|set)\s+to"
    r"|set\s+for|preparing\s+for|expected\s+(?:on|in|by|for)|(?:is|are|was|were)\s+to|(?<!believed\s)(?<!believe\s)(?<!thought\s)(?<!said\s)to\s+be\s+(?:[a-z]+ed|held|sent|made|taken|given|paid))\b|n[’']t\s+until\b|[’']ll\b"
)
_TOLD = (
    r"said|told|announced|added|reported|warned|stated|confirmed|wrote|tweeted|reporters|was|were|had|did|came|went|took|began|left|fell"
    r"|struck|hit|met|held|killed|wounded|injured|signed|happened|occurred|brought|bought|sold|paid|made|gave|got|found|sent|lost|led"
    r"|ran|rose|won|saw|kept|built|became|fought|fled|shot|drove|threw|broke|spoke|stood|won|launched|started|opened|closed|arrived"
)
_PAST = re.compile(
    rf"(?<!\bbe )(?<!\bbeen )(?<!\bbeing )(?<!\bget )\b(?:{_TOLD})\b|\s[a-z]{{3,}}ed\s+(?:(?:on|in|by|late|early)\s+)*$"
)
_PASSIVE = re.compile(r"\b(?:be|been|being|get)\s+(?:[a-z]+ly\s+)?[a-z]+\s+(?:(?:on|in|by|late|early)\s+)*$")
_MEANT = re.compile(r"due|scheduled|slated|planned|set\b")
_IS_TO = re.compile(rf"\b(?:{_IS}|be)\s+(?:[a-z]+ly\s+)?$")
_UNDONE = re.compile(r"\s+(?:was|were|had|did|has|have)\s")
_FAILED = re.compile(r"\bhad\s+(?:been\s+)?$")
_RIGHT_BEFORE = re.compile(
    r"\b(?:as\s+(?:early|soon|late)\s+as|no\s+later\s+than|due|payable|upcoming|ahead\s+of"
    r"|(?:planned|scheduled|expected|set|slated|postponed|delayed|extended)\s+(?:for|to|until))"
    r"\s+(?:(?:on|in|by|the|early|late|mid)[\s-]+)*$"
)
_FINISHED = re.compile(r"[a-z]ed\b")
_BY = re.compile(r"\bby\s+(?:(?:the|early|late|mid|this|end\s+of)[\s-]+)*$")
_OPENING = re.compile(
    r"\W*(?:(?:and|but|also|then|meanwhile|however|late|early|by|on|in|at|from|until|starting|beginning)[\s,]+)*"
)
_VERB = re.compile(
    rf"\b(?P<future>will|shall|{_IS}\s+(?:due|expected|scheduled|set|to|going)|(?:plans?|hopes?|intends?|expects?)\s+to|may(?!\s+have))\b"
    rf"|[’']ll\b|\b(?P<past>{_TOLD}|have|has|[a-z]{{2,}}ed)\b"
)


def direction(folded: str, start: int, end: int) -> Direction | None:
    """Where the sentence around the words from `start` to `end`, in lower case, points; `None` where no verb tells."""
    before = folded[max(0, start - _REACH) : start]
    opened = max((boundary.end() for boundary in SENTENCE.finditer(before)), default=0)
    before = before[opened:]
    if _OPENING.fullmatch(before) and (opened or start < _REACH):
        return _first_verb(folded[end : end + _AFTER])
    if _RIGHT_BEFORE.search(before):
        return Direction.BACK if " had " in before else Direction.AHEAD
    told = before[max((word.end() for word in _SUBORDINATE.finditer(before)), default=0) :]
    future = max((word.start() for word in _FUTURE.finditer(told)), default=None)
    if future is None:
        if (
            _BY.search(before)
            and _PAST.search(before) is None
            and _FINISHED.search(told) is None
            and _first_verb(folded[end : end + 40]) is not Direction.BACK
        ):
            return Direction.AHEAD
        return Direction.BACK if _PAST.search(told) else None
    if _FAILED.search(told, 0, future) or (
        _MEANT.match(told, future) and not _IS_TO.search(told, 0, future) and _UNDONE.match(folded, end)
    ):
        return Direction.BACK
    passive = _PASSIVE.search(told, future)
    past = _PAST.search(told, future, passive.start() if passive else len(told))
    return Direction.BACK if past else Direction.AHEAD


def _first_verb(behind: str) -> Direction | None:
    """Where the first verb behind the words that open a sentence points."""
    boundary = SENTENCE.search(behind)
    verb = _VERB.search(behind, 0, boundary.start() if boundary else len(behind))
    if verb is None:
        return None
    return Direction.BACK if verb["past"] else Direction.AHEAD
