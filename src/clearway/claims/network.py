"""The model's network run for many sentences at a time: words to vectors, vectors to tags and to heads.

spaCy scores the parser's states one by one, and takes Python's lock for each. Here one multiplication scores the states
of all sentences of a batch; what a state is and what each step does to it stays spaCy's.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, repeat
from operator import contains
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from clearway.claims.vectors import Array, ContextVectors, WordVectors, largest, times

if TYPE_CHECKING:
    from spacy.language import Language

Wanted = Callable[[int, list[str]], bool]
"""Whether the tree of the sentence of that number is wanted, by the tags of its words."""

ROOT = "ROOT"
LIFTED = "||"
"""In a relation, before that of the head, where the parser had to hang a word higher than it belongs."""

LANES = 16
"""Columns of weights are filled up to a multiple of these; over others a row's sums are rounded by where it stands."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of one sentence's words: tags, relations, and heads as positions."""

    tags: list[str]
    deps: list[str]
    heads: list[int]


def everyone(which: int, tags: list[str]) -> bool:
    """Whether any sentence's tree is wanted: it is."""
    del which, tags
    return True


class Network:
    """The tagger and the parser of a loaded pipeline; what it says of a sentence depends on no other."""

    def __init__(self, language: "Language") -> None:
        layers = language.get_pipe("tok2vec").model.layers  # type: ignore[attr-defined]  # this component has a model
        self._words = WordVectors(layers[0], language.vocab)
        self._context = ContextVectors(layers[1])
        self._tagger = _Tagger(language.get_pipe("tagger"))
        self._transitions = _Transitions(language.get_pipe("parser"))

    def read(self, sentences: Sequence[Sequence[str]], wanted: Wanted = everyone) -> list[Reading | None]:
        """Tags, relations and heads of the words of each sentence; nothing of one that by its tags is not wanted."""
        import numpy as np

        lengths = [len(words) for words in sentences]
        if not any(lengths):
            return [Reading([], [], []) for _ in sentences]
        vectors = self._context.of(self._words.of(sentences), lengths)
        every, ends = self._tagger.of(vectors), list(accumulate(lengths))
        tags = [every[end - length : end] for end, length in zip(ends, lengths, strict=True)]
        kept = [wanted(which, own) for which, own in enumerate(tags)]
        vectors = vectors if all(kept) else vectors[np.repeat(kept, lengths)]
        trees = iter(self._transitions.of(list(compress(sentences, kept)), vectors) if len(vectors) else ())
        return [Reading(own, *next(trees, ([], []))) if stays else None for own, stays in zip(tags, kept, strict=True)]


class _Tagger:
    """The likeliest tag of each word."""

    def __init__(self, component: Any) -> None:
        output = next(node for node in component.model.walk() if node.has_param("W") and node.has_param("b"))
        self._labels: tuple[str, ...] = component.labels
        self._weights = _filled(output.get_param("W").T)
        self._bias = output.get_param("b")

    def of(self, vectors: Array) -> list[str]:
        """One tag a word."""
        scores = times(vectors, self._weights)[:, : len(self._labels)] + self._bias
        return [self._labels[best] for best in scores.argmax(axis=1).tolist()]


class _Transitions:
    """The parser's steps, each taken for all sentences that are not done."""

    def __init__(self, component: Any) -> None:
        import numpy as np
        from spacy.ml.parser_model import ParserStepModel  # type: ignore[import-not-found]  # it has no stubs

        self._component = component
        self._blanks: dict[int, Any] = {}
        moves = (component.moves.class_name(move).partition("-")[2] for move in range(component.moves.n_moves))
        self._labels = {component.vocab.strings[label]: label for label in moves if label}
        self._positions_of = ParserStepModel.get_token_ids
        tok2vec, lower, upper = component.model.layers
        linear = next(node for node in tok2vec.walk() if node.has_param("W"))
        self._narrow, self._narrow_bias = _filled(linear.get_param("W").T), linear.get_param("b")
        weights = lower.get_param("W")
        self._features, self._hidden, self._pieces, inner = weights.shape
        # the pieces of the maxout one behind the other, not side by side
        self._lower = np.ascontiguousarray(weights.transpose(3, 0, 2, 1).reshape(inner, -1))
        self._lower_bias = lower.get_param("b").T.reshape(-1)
        self._absent = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(-1)
        self._upper, self._upper_bias = _filled(upper.get_param("W").T), upper.get_param("b")
        self._room = np.empty((0, len(self._absent)), dtype="float32")

    def of(self, sentences: Sequence[Sequence[str]], vectors: Array) -> list[tuple[list[str], list[int]]]:
        """Relations and heads of each sentence; `vectors` are those of all words, one behind the other."""
        import numpy as np

        parser, table = self._component, self._table(vectors)
        places = np.arange(self._features)[:, None]
        asked = SimpleNamespace(state2vec=SimpleNamespace(nF=self._features))
        states = parser.moves.init_batch([self._blank(len(words)) for words in sentences])
        going = [state for state in states if not state.is_final()]
        while going:
            # a word's row, or the first one for a place without a word
            rows = (self._positions_of(asked, going).T + 1) * self._features + places
            sums = table.take(rows, axis=0).sum(axis=0)  # place by place, which adds long rows and not short ones
            sums += self._lower_bias
            best = largest(sums, self._hidden)
            scores = times(best, self._upper)[:, : len(self._upper_bias)] + self._upper_bias
            going = parser.transition_states(going, scores)
        return [self._tree(words, state.arcs) for words, state in zip(sentences, states, strict=True)]

    def _blank(self, length: int) -> Any:
        """A document of so many words for a state to begin with, which sees no more of it: one for all of a length."""
        from spacy.tokens import Doc

        if length not in self._blanks:
            self._blanks[length] = Doc(self._component.vocab, words=["x"] * length)
        return self._blanks[length]

    def _tree(self, words: Sequence[str], arcs: Sequence[dict[str, int]]) -> tuple[list[str], list[int]]:
        """Relations and heads by the arcs of a state; a word that the parser hung too high is lowered."""
        labels = self._labels
        deps, heads = [ROOT] * len(words), list(range(len(words)))
        for arc in arcs:
            child = arc["child"]
            deps[child], heads[child] = labels[arc["label"]], arc["head"]
        return self._lowered(words, deps, heads) if any(map(contains, deps, repeat(LIFTED))) else (deps, heads)

    def _lowered(self, words: Sequence[str], deps: list[str], heads: list[int]) -> tuple[list[str], list[int]]:
        from spacy.tokens import Doc

        document = Doc(self._component.vocab, words=list(words), heads=heads, deps=deps)
        for lower in self._component.postprocesses:
            lower(document)
        return [token.dep_ for token in document], [token.head.i for token in document]

    def _table(self, vectors: Array) -> Array:
        """What each word adds to a state in each of the places it can have there: (words + 1) x places, by width."""
        import numpy as np

        narrow = times(vectors, self._narrow)[:, : len(self._narrow_bias)] + self._narrow_bias
        if len(self._room) <= len(vectors):  # kept for the next batch: to get as much memory anew takes long
            self._room = np.empty((len(vectors) + 1, len(self._absent)), dtype="float32")
        table = self._room[: len(vectors) + 1]
        table[0] = self._absent
        if len(vectors) > 1:
            np.matmul(narrow, self._lower, out=table[1:])
        else:
            table[1:] = times(narrow, self._lower)
        return table.reshape(-1, self._hidden * self._pieces)


def _filled(weights: Array) -> Array:
    """The weights with columns of zeros behind them, up to a multiple of the lanes."""
    import numpy as np

    missing = -weights.shape[1] % LANES
    return np.ascontiguousarray(np.pad(weights, ((0, 0), (0, missing))))
