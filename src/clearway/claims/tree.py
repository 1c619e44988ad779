"""A parsed sentence: tokens with heads, behind one small interface, so that any parser can make it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from clearway.languages.mentions import Quantity

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
NOUNS = frozenset({"NN", "NNP", "NNPS", "NNS"})
CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "xcomp", "pcomp", "csubj"})


@dataclass(slots=True, eq=False)
class Token:
    """One token: `start` and `end` count characters of the report; `tag` is Penn Treebank's, `dep` ClearNLP's."""

    i: int
    start: int
    end: int
    text: str
    lower: str
    tag: str
    dep: str
    head: "Token" = field(repr=False, default=None)  # type: ignore[assignment]  # set once the tokens exist
    children: "list[Token]" = field(repr=False, default_factory=list)
    quantity: Quantity | None = field(repr=False, default=None)
    left: int = 0
    right: int = 0

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb in any form."""
        return self.tag in VERBS

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun or a name."""
        return self.tag in NOUNS

    @property
    def is_root(self) -> bool:
        """Whether it governs the sentence."""
        return self.head is self

    def child(self, *deps: str) -> "Token | None":
        """The first child with one of these relations."""
        for child in self.children:  # asked so often that a generator would cost more than the search
            if child.dep in deps:
                return child
        return None

    def all(self, *deps: str) -> "list[Token]":
        """Every child with one of these relations."""
        return [child for child in self.children if child.dep in deps]

    def ancestors(self) -> "Iterator[Token]":
        """Head, head of head, up to the root."""
        token = self
        while (up := token.head) is not token:
            token = up
            yield token

    def covers(self, other: "Token") -> bool:
        """Whether the other token is in this one's subtree."""
        while other is not self:
            up = other.head
            if up is other:
                return False
            other = up
        return True


@dataclass(slots=True, eq=False)
class Tree:
    """A sentence's tokens, in order; `start` and `end` count characters of the report."""

    start: int
    end: int
    text: str
    tokens: list[Token]

    def between(self, start: int, end: int) -> list[Token]:
        """The tokens that lie within these characters of the report."""
        return [token for token in self.tokens if token.start >= start and token.end <= end]

    def at(self, position: int) -> Token | None:
        """The token that holds this character of the report."""
        return next((token for token in self.tokens if token.start <= position < token.end), None)

    def subtree(self, token: Token) -> list[Token]:
        """The token and all that it governs, in order."""
        within = self.tokens[token.left : token.right + 1]
        return [other for other in within if token.covers(other)] if len(within) > 1 else within

    def fell(self) -> None:
        """Part the tokens, which hold each other, so that the memory of a tree that is read is free at once."""
        for token in self.tokens:
            del token.head
            token.children.clear()


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage that holds itself: among the many tokens of a batch, Python looks again and again in vain."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def link(tokens: list[Token], heads: list[int]) -> None:
    """Set heads, children and the reach of each subtree."""
    for token, head in zip(tokens, heads, strict=True):
        token.head = tokens[head]
    relink(tokens)


def relink(tokens: list[Token]) -> None:
    """Set children and reach anew after heads have changed."""
    for token in tokens:
        token.children.clear()
        token.left = token.right = token.i
    for token in tokens:
        up = token.head
        if up is token:
            continue
        up.children.append(token)
        i, below = token.i, token
        while up is not below:
            if i < up.left:
                up.left = i
            elif i > up.right:
                up.right = i
            below, up = up, up.head
