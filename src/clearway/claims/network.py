"""The model's network run for many sentences at a time: words to vectors, vectors to tags and to heads.

spaCy scores the parser's states one by one, and takes Python's lock for each. Here one multiplication scores the states
of all sentences of a batch; what a state is and what each step does to it stays spaCy's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from clearway.claims.vectors import Array, ContextVectors, WordVectors, times

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LANES = 16
"""Columns of weights are filled up to a multiple of these; over others a row's sums are rounded by where it stands."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of one sentence's words: tags, relations, and heads as positions."""

    tags: list[str]
    deps: list[str]
    heads: list[int]


class Network:
    """The tagger and the parser of a loaded pipeline; what it says of a sentence depends on no other."""

    def __init__(self, language: "Language") -> None:
        layers = language.get_pipe("tok2vec").model.layers  # type: ignore[attr-defined]  # this component has a model
        self._strings = language.vocab.strings
        self._words = WordVectors(layers[0], language.vocab)
        self._context = ContextVectors(layers[1])
        self._tagger = _Tagger(language.get_pipe("tagger"))
        self._transitions = _Transitions(language.get_pipe("parser"))

    def read(self, documents: "Sequence[Doc]") -> list[Reading]:
        """Tags, relations and heads of each document, whose words must each have a space behind them."""
        lengths = [len(document) for document in documents]
        if not any(lengths):
            return [Reading([], [], []) for _ in documents]
        vectors = self._context.of(self._words.of(documents), lengths)
        tags = self._tagger.of(vectors)
        self._transitions.annotate(documents, vectors)
        readings, first = [], 0
        for document, length in zip(documents, lengths, strict=True):
            readings.append(self._reading(document, tags[first : first + length]))
            first += length
        return readings

    def _reading(self, document: "Doc", tags: list[str]) -> Reading:
        strings = self._strings
        columns = document.to_array(["DEP", "HEAD"])
        deps = [strings[dep] for dep in columns[:, 0].tolist()]
        offsets = columns[:, 1].astype("int64").tolist()
        return Reading(tags, deps, [i + offset for i, offset in enumerate(offsets)])


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

    def annotate(self, documents: "Sequence[Doc]", vectors: Array) -> None:
        """Write heads and relations into the documents."""
        import numpy as np

        parser, width = self._component, self._hidden * self._pieces
        table = self._table(vectors)
        places = np.arange(self._features)
        asked = SimpleNamespace(state2vec=SimpleNamespace(nF=self._features))
        states = parser.moves.init_batch(documents)
        going = [state for state in states if not state.is_final()]
        while going:
            # a word's row, or the first one for a place without a word
            rows = (self._positions_of(asked, going) + 1) * self._features + places
            sums = table.take(rows.reshape(-1), axis=0).reshape(len(going), self._features, width).sum(axis=1)
            sums += self._lower_bias
            best = sums.reshape(len(going), self._pieces, self._hidden).max(axis=1)
            scores = times(best, self._upper)[:, : len(self._upper_bias)] + self._upper_bias
            going = parser.transition_states(going, scores)
        parser.set_annotations(documents, states)

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
