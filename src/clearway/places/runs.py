"""Runs of capitalised words, which is where names are."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from clearway.places.english import ARABIC_ARTICLE, FUNCTION

UPPER = "A-ZÀ-ÖØ-Þ\u0100-\u024f\u1e00-\u1eff"
_APOSTROPHE = "’'ʼʿʾ‘`\ufffd"
_NAME = rf"[{UPPER}]\w*(?:[{_APOSTROPHE}‐‑-]\w+)*"
_WORD = (
    rf"(?:(?:[{UPPER}]\.){{2,}}[A-Z]?|(?:St|Ste|Mt|Ft|Pt)\.|"
    rf"(?:{ARABIC_ARTICLE}|bin|ibn)[-‐‑] ?[{_APOSTROPHE}]?{_NAME}|[‘ʿʾ]?{_NAME})"
)
_LINK = (
    r"(?:(?:de|del|della|la|las|los|le|les|du|des|da|do|dos|das|di|e|y|upon|van|den|der|ben|abu|al|el|ash|ar|ez|es|ul|wa)"
    r"[- ]){1,2}(?:[dl][’'\ufffd])?|[dl][’'\ufffd]"
)
_RUN = re.compile(rf"(?=[{UPPER}‘ʿʾabeiu])(?<![\w@#/])(?:{_WORD})(?:[ \u00a0](?:{_LINK})?(?:{_WORD}))*")
"""Its first letter is looked at before anything else: so most of a text is passed over in a third of the time."""
_TOKEN = re.compile(rf"{_WORD}|[^\s]+")
_POSSESSIVE = re.compile(r"(?:[’'‘`]s|(?<=s)[’'])$")
_POSSESSIVE_ENDS = ("’s", "'s", "‘s", "`s", "’", "'")
_OPENERS = frozenset(word.capitalize() for word in FUNCTION)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;•\n\t|]|[\"“”»«(\[-]|[’'‘](?=$))\s*$")


class Token(NamedTuple):
    """One word of a run, without a possessive ending; `lower` is without case and a closing full stop too."""

    start: int
    end: int
    word: str
    lower: str


class Run(NamedTuple):
    """Capitalised words that stand together; `initial` when the first one opens a sentence or line."""

    tokens: tuple[Token, ...]
    initial: bool


def runs(text: str, known: Callable[[str], bool] = lambda _: False) -> Iterator[Run]:
    """The runs of a text, each ending at a possessive unless the name is `known` to go on ("Cox's Bazar").

    Single words that open sentences and name nothing ("The") are left out.
    """
    for match in _RUN.finditer(text):
        start, end = match.span()
        whole = match.group()
        single = " " not in whole and "\u00a0" not in whole
        if single and whole in _OPENERS:
            continue
        initial = _opens(text, start)
        if single and not whole.endswith(_POSSESSIVE_ENDS):
            yield Run((Token(start, end, whole, whole.lower().rstrip(".")),), initial)
            continue
        yield from _parts(text, list(_TOKEN.finditer(text, start, end)), known, initial=initial)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or line begins at `start`."""
    if start > 1 and text[start - 1] == " " and text[start - 2].isalpha():
        return False
    return start == 0 or bool(_SENTENCE_START.search(text[max(0, start - 3) : start]))


def _parts(text: str, words: Sequence[re.Match[str]], known: Callable[[str], bool], *, initial: bool) -> Iterator[Run]:
    """The words of a run, parted at possessives."""
    tokens: list[Token] = []
    for index, token in enumerate(words):
        word = token.group()
        owner = _POSSESSIVE.search(word)
        if owner and index + 1 < len(words) and known(text[token.start() : words[index + 1].end()]):
            owner = None
        kept = word[: owner.start()] if owner else word
        if kept:
            tokens.append(Token(token.start(), token.start() + len(kept), kept, kept.lower().rstrip(".")))
        if owner and tokens:
            yield Run(tuple(tokens), initial)
            tokens, initial = [], False
    if tokens:
        yield Run(tuple(tokens), initial)
