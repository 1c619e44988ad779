"""Vectors of words, worked out once for each word: the model's first layers see nothing but the word itself."""

from collections.abc import Sequence
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


def remember_words(language: "Language") -> None:
    """Have the pipeline look up the vector of each word; its documents must have a space behind every word."""
    from thinc.api import Model

    layers = language.get_pipe("tok2vec").model.layers  # type: ignore[attr-defined]  # this component has a model
    layers[0] = Model("remembered", _look_up, attrs={"vectors": WordVectors(layers[0], language.vocab)})


def _look_up(model: Any, documents: "Sequence[Doc]", is_train: bool) -> tuple[list[Array], Any]:
    if is_train:
        raise NotImplementedError("words that are remembered cannot be trained")
    return model.attrs["vectors"].of(documents), None


class WordVectors:
    """What spaCy's `MultiHashEmbed` layer makes of each word: the same float for float, whatever words come with it."""

    def __init__(self, layer: Any, vocab: Any) -> None:
        from thinc.api import chain

        self._vocab = vocab
        self._features: Any = chain(*layer.layers[:3])
        parameters = {node.name: node for node in layer.layers[3].walk() if node.param_names}
        maxout, norm = parameters["maxout"], parameters["layernorm"]
        self._weights, self._bias = maxout.get_param("W"), maxout.get_param("b")
        self._scale, self._shift = norm.get_param("G"), norm.get_param("b")
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
        pieces, size = self._weights.shape[:2], self._weights.shape[2]
        weights = np.ascontiguousarray(self._weights.reshape(-1, size).T)
        mixed = np.matmul(features[:, None, :], weights).reshape(-1, *pieces) + self._bias
        best = mixed.max(axis=-1)
        spread = best.var(axis=1, keepdims=True) + EPSILON
        normal = (best - best.mean(axis=1, keepdims=True)) * spread**-0.5
        return normal * self._scale + self._shift

    def _empty(self, words: int) -> Array:
        import numpy as np

        return np.empty((words, len(self._bias)), dtype="float32")
