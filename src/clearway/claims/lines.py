"""A sentence and who says what in it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from clearway.claims.nouns import Scene
from clearway.claims.tree import Token
from clearway.languages.mentions import Quantity
from clearway.model import Source


@dataclass(slots=True, eq=False)
class Speech:
    """One act of saying within a sentence: whom, by which word, and which tokens it covers."""

    speaker: str | None
    cue: str
    verb: Token
    covers: set[int] = field(default_factory=set)
    frame: set[int] = field(default_factory=set)
    cited: bool = False
    """Whether another speaker cites it: it is then the nearer one."""
    weak: bool = False
    """Whether it speaks only where no verb of saying does."""


@dataclass(slots=True, eq=False)
class Line:
    """A sentence's part in who says what: its speeches, and the speaker of words in it that no speech covers."""

    scene: Scene
    paragraph: int
    quoted: list[tuple[int, int]]
    speeches: list[Speech] = field(default_factory=list)
    quoting: str | None = None
    carried: str | None = None
    ahead: str | None = None
    names: tuple[str, ...] = ()
    source: Callable[[str], Source] = lambda name: Source(name=name)
    asides: list[tuple[int, int, Quantity]] = field(default_factory=list)

    def speaker_at(self, token: Token) -> tuple[str | None, str | None]:
        """Who says the clause of this token, and by which word: the nearest act of saying wins."""
        covering = [speech for speech in self.speeches if token.i in speech.covers and token.i not in speech.frame]
        if covering:
            nearest = min(covering, key=lambda speech: (speech.weak, not speech.cited, len(speech.covers)))
            if nearest.weak and self.quoting and self.is_quoted(token):
                return self.quoting, None
            return nearest.speaker, nearest.cue
        if self.quoting and any(start <= token.start < end for start, end in self.quoted):
            return self.quoting, None
        return self.carried, None

    def chain_at(self, token: Token) -> tuple[str, ...]:
        """Every speaker whose words cover the token, nearest first."""
        covering = sorted(
            (
                speech
                for speech in self.speeches
                if token.i in speech.covers and token.i not in speech.frame and not speech.weak
            ),
            key=lambda speech: (not speech.cited, len(speech.covers)),
        )
        names = [speech.speaker for speech in covering if speech.speaker]
        return tuple(dict.fromkeys(names))

    def is_quoted(self, token: Token) -> bool:
        """Whether the token stands within quotation marks."""
        return any(start <= token.start < end for start, end in self.quoted)
