"""How a report names a speaker: the person behind titles, the office before a comma, and of what kind it is."""

import re

from clearway.claims.nouns import Scene
from clearway.claims.tree import Token
from clearway.languages.en import speech as words
from clearway.languages.en.words import classes_of
from clearway.model import SourceKind


def speaker_name(scene: Scene, subject: Token) -> tuple[str, bool]:
    """The words that name the speaker, and whether they name a person."""
    appositions = [
        token for token in scene.tree.subtree(subject) if token.dep == "appos" and token.tag.startswith("NNP")
    ]
    if appositions and (not subject.tag.startswith("NNP") or subject.lower in words.TITLES):
        run = _name_run(scene, appositions[0])
        if len(run) >= 2:
            return _text(scene, run), True
    run = _name_run(scene, subject)
    stripped = _without_titles(run)
    if stripped and len(stripped) < len(run) and len(stripped) >= 1 and subject.tag.startswith("NNP"):
        return _text(scene, stripped), True
    if subject.tag.startswith("NNP") and _is_person(scene, run):
        return _text(scene, run), True
    tokens = _phrase(subject)
    short = _acronym(scene, tokens)
    return short or _text(scene, tokens), False


LONG_NAME = 5


def _acronym(scene: Scene, tokens: list[Token]) -> str | None:
    """The initials in brackets behind a long name, which is how the report goes on to call it."""
    if len(tokens) <= LONG_NAME:
        return None
    after = scene.tree.tokens[tokens[-1].i + 1 : tokens[-1].i + 4]
    if len(after) == 3 and after[0].text == "(" and after[2].text == ")" and after[1].text.isupper():
        return after[1].text
    return None


def _name_run(scene: Scene, token: Token) -> list[Token]:
    """The run of proper nouns that ends at the token."""
    tokens = scene.tree.tokens
    first = token.i
    while (
        first > 0
        and (
            tokens[first - 1].tag.startswith("NNP")
            or (tokens[first - 1].text in ("-", "’", "'") and first > 1 and tokens[first - 2].tag.startswith("NNP"))
        )
        and token.covers(tokens[first - 1])
    ):
        first -= 1
    return tokens[first : token.i + 1]


def _without_titles(run: list[Token]) -> list[Token]:
    last_title = max((i for i, token in enumerate(run[:-1]) if token.lower.strip(".") in words.TITLES), default=-1)
    rest = run[last_title + 1 :]
    return rest if len(rest) >= 1 else run


def _is_person(scene: Scene, run: list[Token]) -> bool:
    """Whether a run of two to four names is a person's: no word of it is an organisation's."""
    if not 2 <= len(run) <= 4 or run[0].i in scene.in_place:
        return False
    return not any(
        "organisation" in classes_of(token.lower) or token.text.isupper() or token.lower in words.OFFICE_WORDS
        for token in run
    )


def _phrase(subject: Token) -> list[Token]:
    """The noun phrase without relative clauses, appositions and what stands behind a comma."""
    found: list[Token] = []

    def take(token: Token) -> None:
        found.append(token)
        for child in token.children:
            article = child.dep == "det" and child.lower in ("the", "a", "an")
            topic = child.dep == "prep" and child.lower in ("about", "on", "over", "after", "into")
            if article or topic or child.dep in ("relcl", "appos", "acl", "advcl", "parataxis", "punct"):
                continue
            take(child)

    take(subject)
    found.sort(key=lambda token: token.i)
    run = [found[0]]
    for token in found[1:]:
        if token.i - run[-1].i > 2 and token.i > subject.i:
            break
        run.append(token)
    return run


def _text(scene: Scene, tokens: list[Token]) -> str:
    tree = scene.tree
    return " ".join(tree.text[tokens[0].start - tree.start : tokens[-1].end - tree.start].split())


KINDS = {
    "un": SourceKind.UN,
    "monitor": SourceKind.MONITOR,
    "party": SourceKind.PARTY,
    "ngo": SourceKind.NGO,
    "witness": SourceKind.WITNESS,
    "media": SourceKind.MEDIA,
    "government": SourceKind.GOVERNMENT,
}
"""The kinds that words tell of, in the order in which they are tried."""


def source_kind(words_around: str, *, name: str | None = None) -> SourceKind:
    """What sort of source these words tell of: "UN spokesman David Swanson" is the United Nations'."""
    if set(re.findall(r"\b[A-Z]{2,}\b", words_around)) & words.UN_INITIALS:
        return SourceKind.UN
    text = words_around.lower()
    for two in ("united nations", "red cross", "red crescent"):
        text = text.replace(two, two.replace(" ", "-"))
    tokens = set(re.findall(r"[\w-]+", text))
    for key, kind in KINDS.items():
        if tokens & words.SOURCE_KINDS[key]:
            return kind
    parts = (name or words_around).split()
    if any(part.lower() in words.OFFICE_WORDS for part in parts):
        return SourceKind.UNKNOWN
    return SourceKind.PERSON if len(parts) >= 2 and all(part[:1].isupper() for part in parts) else SourceKind.UNKNOWN
