"""The first part of the model, vectors of words in their sentence, as the model works them out but in less time.

What it makes of a word alone is worked out once and looked up afterwards; the layers that look at the words beside it
multiply larger matrices at a time than thinc does. Reports repeat their words, and sentences are short.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Array = Any
"""A numpy array of float32."""

KEPT = 20_000
"""How many words are kept, 8 MB of vectors; before there are more, all are forgotten and worked out anew."""

EPSILON = 1e-8
"""What thinc's layer norm adds to a variance before it divides by its root."""

BESIDE = 3
"""A word and the two beside it: the window that each layer sees."""


def make_quick(language: "Language") -> None:
    """Replace the two layers of the pipeline's `tok2vec`; its documents must have a space behind every word."""
    from thinc.api import Model

    layers = language.get_pipe("tok2vec").model.layers  # type: ignore[attr-defined]  # this component has a model
    words, context = WordVectors(layers[0], language.vocab), ContextVectors(layers[1])
    layers[0] = Model("words", _apply, attrs={"apply": words.of})
    layers[1] = Model("context", _apply, attrs={"apply": context.of})


def _apply(model: Any, given: Any, is_train: bool) -> tuple[list[Array], Any]:
    if is_train:
        raise NotImplementedError("this pipeline reads and is not trained")
    return model.attrs["apply"](given), None


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
        best = np.maximum(mixed[:, :width], mixed[:, width : 2 * width])
        for first in range(2 * width, mixed.shape[1], width):
            np.maximum(best, mixed[:, first : first + width], out=best)
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
        from thinc.api import chain

        self._vocab = vocab
        self._features: Any = chain(*layer.layers[:3])
        self._mix = _mix(layer.layers[3])
        self._rows: dict[int, int] = {}
        self._table = self._empty(KEPT)

    def of(self, documents: "Sequence[Doc]") -> list[Array]:
        """One array a document, of words x width."""
        import numpy as np
        from spacy.attrs import ORTH  # type: ignore[import-not-found]  # it has no stubs

        words = [document.to_array(ORTH).tolist() for document in documents]
        self._learn({word for each in words for word in each})
        rows = self._rows
        flat = self._table[np.fromiter((rows[word] for each in words for word in each), dtype="int32")]
        return np.split(flat, np.cumsum([len(each) for each in words])[:-1])

    def _learn(self, words: set[int]) -> None:
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

    def _worked_out(self, words: list[int]) -> Array:
        """Words x width; each word is multiplied alone, since a sum's last bits depend on the shape of the matrix."""
        import numpy as np
        from spacy.tokens import Doc

        strings = self._vocab.strings
        features = self._features.predict([Doc(self._vocab, words=[strings[word] for word in words])]).data
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

    def of(self, documents: list[Array]) -> list[Array]:
        """One array a document, of words x width; between two stand as many empty rows as there are layers."""
        import numpy as np

        width, pad = self._mixes[0].width, self._pad
        starts = np.cumsum([pad + len(document) for document in documents]) - [len(document) for document in documents]
        rows = np.zeros((starts[-1] + len(documents[-1]) + pad, width), dtype="float32")
        for start, document in zip(starts, documents, strict=True):
            rows[start : start + len(document)] = document
        for mix in self._mixes:
            rows += mix.finish(_windows(rows) @ mix.weights)
        return [rows[start : start + len(document)] for start, document in zip(starts, documents, strict=True)]


def _windows(rows: Array) -> Array:
    """Each row with the one before and the one behind it, zeros at the ends."""
    import numpy as np

    count, width = rows.shape
    windows = np.zeros((count, BESIDE * width), dtype="float32")
    windows[1:, :width] = rows[:-1]
    windows[:, width : 2 * width] = rows
    windows[:-1, 2 * width :] = rows[1:]
    return windows
