"""The first part of the model, vectors of words in their sentence, as the model works them out but in less time.

What it makes of a word alone is worked out once and looked up afterwards; the layers that look at the words beside it
multiply larger matrices at a time than thinc does. Reports repeat their words, and sentences are short.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

Array = Any
"""A numpy array of float32."""

KEPT = 20_000
"""How many words are kept, 8 MB of vectors; before there are more, all are forgotten and worked out anew."""

EPSILON = 1e-8
"""What thinc's layer norm adds to a variance before it divides by its root."""

TOGETHER = 400
"""Words of whole documents that are worked on at a time: what is made of them stays in the processor's cache."""

BESIDE = 3
"""A word and the two beside it: the window that each layer sees."""


@dataclass(frozen=True, slots=True)
class _Mix:
    """A maxout layer followed by a layer norm: weights (inputs x pieces of outputs), bias, scale and shift."""

    weights: Array
    bias: Array
    scale: Array
    shift: Array

    @property
    def width(self) -> int:
        """How many numbers a vector has."""
        return len(self.scale)

    def finish(self, mixed: Array) -> Array:
        """The largest piece of each output, normalised; `mixed` are rows of inputs times weights, and is spent."""
        import numpy as np

        mixed += self.bias
        width = self.width
        best = largest(mixed, width)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best) / np.float32(width) + np.float32(EPSILON)
        best *= (spread**-0.5)[:, None]
        best *= self.scale
        best += self.shift
        return best


def _mix(layer: Any) -> _Mix:
    """The weights of a layer of thinc, with the pieces of all outputs side by side."""
    import numpy as np

    parameters = {node.name: node for node in layer.walk() if node.param_names}
    maxout, norm = parameters["maxout"], parameters["layernorm"]
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    return _Mix(
        weights=np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1)),
        bias=np.ascontiguousarray(bias.T).reshape(-1),
        scale=norm.get_param("G"),
        shift=norm.get_param("b"),
    )


class WordVectors:
    """What spaCy's `MultiHashEmbed` makes of each word: the same float for float, whatever words come with it."""

    def __init__(self, layer: Any, vocab: Any) -> None:
        from thinc.api import chain as chained

        self._vocab = vocab
        self._features: Any = chained(*layer.layers[:3])
        self._mix = _mix(layer.layers[3])
        self._rows: dict[str, int] = {}
        self._table = self._empty(KEPT)

    def of(self, sentences: Sequence[Sequence[str]]) -> Array:
        """The words of all sentences, one behind the other: words x width."""
        import numpy as np

        words = list(chain.from_iterable(sentences))
        self._learn(set(words))
        rows = self._rows
        return self._table[np.fromiter((rows[word] for word in words), dtype="int32", count=len(words))]

    def _learn(self, words: set[str]) -> None:
        missing = words - self._rows.keys()
        if not missing:
            return
        if len(self._rows) + len(missing) > KEPT:
            self._rows.clear()
            self._table = self._empty(max(KEPT, len(words)))
            missing = words
        first, listed = len(self._rows), sorted(missing)
        self._table[first : first + len(listed)] = self._worked_out(listed)
        self._rows.update(zip(listed, range(first, first + len(listed)), strict=True))

    def _worked_out(self, words: list[str]) -> Array:
        """Words x width; each word is multiplied alone, since a sum's last bits depend on the shape of the matrix."""
        import numpy as np
        from spacy.tokens import Doc

        features = self._features.predict([Doc(self._vocab, words=words)]).data
        return self._mix.finish(np.matmul(features[:, None, :], self._mix.weights)[:, 0])

    def _empty(self, words: int) -> Array:
        import numpy as np

        return np.empty((words, self._mix.width), dtype="float32")


class ContextVectors:
    """What spaCy's `MaxoutWindowEncoder` makes of the vectors of words in a row."""

    def __init__(self, layer: Any) -> None:
        residuals = layer.layers[0].layers
        self._pad: int = layer.attrs["pad"]
        self._mixes = [_mix(residual) for residual in residuals]

    def of(self, words: Array, lengths: Sequence[int]) -> Array:
        """As many rows as there are words; `lengths` says how many each document has.

        Between two documents stand as many empty rows as there are layers, so that none sees another.
        """
        import numpy as np

        found, first, position = [], 0, 0
        while first < len(lengths):
            last, end = first, position
            while last < len(lengths) and (end == position or end - position + lengths[last] <= TOGETHER):
                end += lengths[last]
                last += 1
            found.append(self._of(words[position:end], lengths[first:last]))
            first, position = last, end
        return np.concatenate(found) if len(found) != 1 else found[0]

    def _of(self, words: Array, lengths: Sequence[int]) -> Array:
        import numpy as np

        pad = self._pad
        own = np.arange(len(words)) + pad * (1 + np.repeat(np.arange(len(lengths)), lengths))
        rows = np.zeros((len(words) + pad * (len(lengths) + 1), self._mixes[0].width), dtype="float32")
        rows[own] = words
        *before, last = self._mixes
        for mix in before:
            rows += mix.finish(times(_windows(rows), mix.weights))
        return rows[own] + last.finish(times(_windows(rows)[own], last.weights))  # nobody sees the empty rows any more


def largest(pieces: Array, width: int) -> Array:
    """The largest of the pieces of each output; the pieces stand one behind the other, each of that width."""
    import numpy as np

    best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
    for first in range(2 * width, pieces.shape[1], width):
        np.maximum(best, pieces[:, first : first + width], out=best)
    return best


def times(rows: Array, weights: Array) -> Array:
    """Rows times weights, each row to the same last bit whatever rows stand beside it.

    One row alone would be multiplied in another way than many, and its sum rounded otherwise.
    """
    import numpy as np

    return rows @ weights if len(rows) != 1 else (np.repeat(rows, 2, axis=0) @ weights)[:1]


def _windows(rows: Array) -> Array:
    """Each row with the one before and the one behind it, zeros at the ends."""
    import numpy as np

    count, width = rows.shape
    windows = np.zeros((count, BESIDE * width), dtype="float32")
    windows[1:, :width] = rows[:-1]
    windows[:, width : 2 * width] = rows
    windows[:-1, 2 * width :] = rows[1:]
    return windows
