"""Who says what in news: PolNeAR (Newell, Margolin and Ruths, LREC 2018)."""

import re
from collections.abc import Iterator, Sequence

from benchmarks.corpus import Corpus, Count, Figure, Score, json_rows
from benchmarks.options import Options
from clearway.claims.attributed import Attributed, attributions
from clearway.claims.parsing import Parser, SpacyParser

FILE = "polnear.jsonl"
PARTS = ("source", "cue", "content")
OPENING, EITHER, STRAIGHT = "``", "''", '"'
SAYING = ("said", "says", "told")
JOINED = re.compile(r"[,.;:?!%)\]}”’]|n't|['’](?:s|re|ve|ll|d|m)?|--", re.IGNORECASE)
CLOSED_BEHIND = (",", "?", "!")
OPEN = ("(", "[", "$", "“", "‘", "#")
Spans = dict[str, set[tuple[int, int]]]


def score(options: Options) -> dict[str, Score]:
    """F1 of exact spans of sources, cues and contents."""
    parser = SpacyParser()
    counts, trivial = dict.fromkeys(PARTS, Count()), dict.fromkeys(PARTS, Count())
    for row in json_rows(options.data / FILE):
        known = marked(row["labels"])
        for found, sums in ((said(row["tokens"], parser), counts), (first_try(row["tokens"]), trivial)):
            for part in PARTS:
                right = len(known[part] & found[part])
                sums[part] += Count(right=right, said=len(found[part]), known=len(known[part]))
    return {part: Score(value=counts[part].f1, trivial=trivial[part].f1, detail=counts[part].words) for part in PARTS}


def marked(labels: Sequence[str]) -> Spans:
    """First token and token behind the last of each part, from labels in the BIO scheme."""
    found: Spans = {part: set() for part in PARTS}
    part, start = "", 0
    for index, label in enumerate([*labels, "O"]):
        if part and (not label.startswith("I-") or label[2:] != part):
            found[part].add((start, index))
            part = ""
        if label.startswith("B-") or (label.startswith("I-") and not part):
            part, start = label[2:], index
    return found


def said(tokens: Sequence[str], parser: Parser) -> Spans:
    """The parts that Clearway finds, as tokens; a token has one label, so what lies inside another content is out."""
    text, starts = joined(tokens)
    ends = [start + len(word) for start, (word, _) in zip(starts, written(tokens), strict=True)]
    found: Spans = {part: set() for part in PARTS}
    taken: list[tuple[int, int]] = []
    for one in sorted(attributions(text, parser), key=_reach):
        first = one.cue[0] if one.cue is not None else one.content[0]
        if any(start <= first < end for start, end in taken):
            continue
        taken.append(one.content)
        for part, span in zip(PARTS, (one.source, one.cue, one.content), strict=True):
            if span is not None:
                inside = [index for index, start in enumerate(starts) if span[0] < ends[index] and start < span[1]]
                if inside:
                    found[part].add((inside[0], _with_comma(part, inside, tokens)))
    return found


def _with_comma(part: str, inside: Sequence[int], tokens: Sequence[str]) -> int:
    """The token behind a part; a source with an apposition takes the comma that ends it ("Ann Lee, a nurse,")."""
    end = inside[-1] + 1
    aside = part == "source" and any(tokens[index] == "," for index in inside) and tokens[end : end + 1] == [","]
    return end + aside


def _reach(one: Attributed) -> int:
    """The longer content holds the shorter."""
    return one.content[0] - one.content[1]


def joined(tokens: Sequence[str]) -> tuple[str, list[int]]:
    """The tokens as a text, and where each begins."""
    text, starts = "", []
    for word, glued in written(tokens):
        if text and not glued:
            text += " "
        starts.append(len(text))
        text += word
    return text, starts


def written(tokens: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each token as a text has it, and whether it joins the one before; the Treebank's quotation marks are others.

    The corpus has one mark for both ends at places: which one it is, the marks before it tell, or the comma.
    """
    opened = glued = False
    for index, word in enumerate(tokens):
        text = word
        if word in (OPENING, EITHER, STRAIGHT):
            closes = opened or (word == EITHER and index > 0 and tokens[index - 1] in CLOSED_BEHIND)
            opened = word == OPENING or not closes
            text = "“" if opened else "”"
        yield text, glued or bool(JOINED.fullmatch(text))
        glued = text in OPEN


def first_try(tokens: Sequence[str]) -> Spans:
    """What anybody would try first: "said", the capitalised words before it, and the words behind it."""
    found: Spans = {part: set() for part in PARTS}
    for index, word in enumerate(tokens):
        if word not in SAYING:
            continue
        first = index
        while first and tokens[first - 1][:1].isupper():
            first -= 1
        end = next((at for at in range(index, len(tokens)) if tokens[at] == "."), len(tokens))
        found["cue"].add((index, index + 1))
        found["source"].add((first, index))
        found["content"].add((index + 1, end))
    return found


CORPUS = Corpus(
    name="polnear",
    title="Who says what (PolNeAR)",
    files=[FILE],
    figures={
        "source": Figure(
            what="sources, F1 of exact spans", at_least=0.58, published="CRF .506; BiLSTM and CRF .696; BERT .832"
        ),
        "cue": Figure(
            what="cues, F1 of exact spans", at_least=0.60, published="CRF .534; BiLSTM and CRF .667; BERT .753"
        ),
        "content": Figure(
            what="contents, F1 of exact spans", at_least=0.42, published="CRF .286; BiLSTM and CRF .590; BERT .729"
        ),
    },
    score=score,
    notes=[
        "Trivial: said, the capitalised words before it, what stands behind it.",
        "Published figures are on the corpus' test part.",
    ],
)
measure = CORPUS.measure
