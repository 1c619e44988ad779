"""Sentences read with one language model, and their claims told in short."""

from datetime import date
from functools import cache

import pytest
from tests.desk import parser

from clearway.claims import Reader
from clearway.claims.sentences import split
from clearway.claims.tree import Token, Tree
from clearway.languages.en.quantities import find_quantities
from clearway.languages.mentions import Quantity
from clearway.model import Claim, Report, fingerprint
from clearway.places import Gazetteer


def fault(reason: str) -> pytest.MarkDecorator:
    """Mark what reading does not do yet; the mark must go once it does."""
    return pytest.mark.xfail(strict=True, reason=reason)


WEDNESDAY = date(2023, 5, 10)
"""The day on which every report of these tests is published."""


@cache
def reader() -> Reader:
    """The one reader of these tests."""
    return Reader(Gazetteer.open(), parser=parser())


def a_report(text: str, published: date | None = WEDNESDAY, language: str | None = "en") -> Report:
    """A report of this text."""
    return Report(
        text=text, document="wire.txt", sha256=fingerprint(text.encode()), published=published, language=language
    )


def claims(text: str, published: date | None = WEDNESDAY) -> tuple[Claim, ...]:
    """Every claim of the text."""
    return reader().read(a_report(text, published))


def only(text: str, kind: str | None = None) -> Claim:
    """The one claim of the text, or the one of this kind."""
    [claim] = [claim for claim in claims(text) if kind in (None, claim.kind)]
    return claim


def last(text: str) -> Claim:
    """The last claim of the text."""
    return claims(text)[-1]


def told(text: str) -> list[tuple[str, object, str]]:
    """Kind, figure and words of each claim; a range as its two ends, a vague word as itself."""
    return [(claim.kind, value_of(claim), claim.passage.words) for claim in claims(text)]


def value_of(claim: Claim) -> object:
    """The claim's figure as one value, `None` where it has none."""
    figure = claim.figure
    if figure is None:
        return None
    if figure.value is not None:
        return figure.value
    return (figure.low, figure.high) if figure.low is not None else figure.quantifier.value


def speaker(text: str) -> str | None:
    """Who says the text's one claim."""
    nearest = only(text).attribution.nearest
    return nearest.name if nearest else None


class Given:
    """A sentence as the parser wants it."""

    def __init__(self, text: str, start: int = 0) -> None:
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.asides: list[tuple[int, int]] = []
        self.quantities: list[Quantity] = find_quantities(" " * start + text)


def parsed(text: str, start: int = 0) -> Tree:
    """The tree of one sentence, which starts at this character of its report."""
    [tree] = parser().parse([Given(text, start)])
    return tree


def word(tree: Tree, text: str) -> Token:
    """The first token with this text."""
    return next(token for token in tree.tokens if token.text == text)


def sentences(text: str) -> list[str]:
    """The text's sentences as words."""
    return [text[start:end] for start, end in split(text)]
