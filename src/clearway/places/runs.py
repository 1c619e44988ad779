"""Runs of capitalised words, which is where names are."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clearway.places.english import ARABIC_ARTICLE

UPPER = "A-ZÀ-ÖØ-Þ\u0100-\u024f\u1e00-\u1eff"
_APOSTROPHE = "’'ʼʿʾ‘`"
_NAME = rf"[{UPPER}]\w*(?:[{_APOSTROPHE}‐‑-]\w+)*"
_WORD = (
    rf"(?:(?:[{UPPER}]\.){{2,}}[A-Z]?|(?:St|Ste|Mt|Ft|Pt)\.|"
    rf"(?:{ARABIC_ARTICLE}|bin|ibn)[-‐‑] ?[{_APOSTROPHE}]?{_NAME}|[‘ʿʾ]?{_NAME})"
)
_LINK = (
    r"(?:(?:de|del|della|la|las|los|le|les|du|des|da|do|dos|das|di|e|y|upon|van|den|der|ben|abu|al|el|ash|ar|ez|es|ul|wa)"
    r"[- ]){1,2}(?:[dl][’'])?|[dl][’']"
)
_RUN = re.compile(rf"(?<![\w@#/])(?:{_WORD})(?:[ \u00a0](?:{_LINK})?(?:{_WORD}))*")
_TOKEN = re.compile(rf"{_WORD}|[^\s]+")
_POSSESSIVE = re.compile(r"(?:[’'‘`]s|(?<=s)[’'])$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;•\n\t|]|[\"“”»«(\[-]|[’'‘](?=$))\s*$")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a run, without a possessive ending."""

    start: int
    end: int
    word: str

    @property
    def lower(self) -> str:
        """The word without case or a closing full stop."""
        return self.word.lower().rstrip(".")


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that stand together; `initial` when the first one opens a sentence or line."""

    tokens: tuple[Token, ...]
    initial: bool


def runs(text: str, known: Callable[[str], bool] = lambda _: False) -> Iterator[Run]:
    """The runs of a text, each ending at a possessive unless the name is `known` to go on ("Cox's Bazar")."""
    for match in _RUN.finditer(text):
        initial = bool(_SENTENCE_START.search(text[max(0, match.start() - 3) : match.start()])) or match.start() == 0
        words = list(_TOKEN.finditer(text, match.start(), match.end()))
        tokens: list[Token] = []
        for index, token in enumerate(words):
            word = token.group()
            owner = _POSSESSIVE.search(word)
            if owner and index + 1 < len(words) and known(text[token.start() : words[index + 1].end()]):
                owner = None
            kept = word[: owner.start()] if owner else word
            if kept:
                tokens.append(Token(token.start(), token.start() + len(kept), kept))
            if owner and tokens:
                yield Run(tuple(tokens), initial)
                tokens, initial = [], False
        if tokens:
            yield Run(tuple(tokens), initial)
