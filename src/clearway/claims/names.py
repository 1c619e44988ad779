"""Persons' names in a sentence, so that the gate can keep victims' and witnesses' names inside."""

from clearway.claims.nouns import Scene
from clearway.claims.tree import Token
from clearway.languages.en.speech import TITLES
from clearway.languages.en.words import classes_of

LONGEST = 4
NOT_PERSONS = frozenset(
    {"organisation", "armed", "facility", "hazard", "violence", "disease", "agreement", "territory"}
)


def names_in(scene: Scene) -> tuple[str, ...]:
    """Every run of capitalised words that can be a person's name; rather one too many than one too few."""
    found: dict[str, None] = {}
    run: list[Token] = []
    for token in [*scene.tree.tokens, None]:
        if token is not None and token.tag.startswith("NNP") and token.i not in scene.in_date:
            run.append(token)
            continue
        name = _name(run, scene)
        if name:
            found[name] = None
        run = []
    return tuple(found)


def _name(run: list[Token], scene: Scene) -> str | None:
    """The name in a run of proper nouns, its titles left out; `None` where it names no person."""
    title = max((i for i, token in enumerate(run) if token.lower.strip(".") in TITLES), default=-1)
    rest = run[title + 1 :]
    if not rest or len(rest) > LONGEST or (len(rest) < 2 and title < 0):
        return None
    if any((token.text.isupper() and len(token.text) > 2) or classes_of(token.lower) & NOT_PERSONS for token in rest):
        return None
    if all(token.i in scene.in_place for token in rest):
        return None
    start, end = rest[0].start - scene.tree.start, rest[-1].end - scene.tree.start
    return " ".join(scene.tree.text[start:end].split())
