"""Persons' names in a sentence, so that the gate can keep victims' and witnesses' names inside."""

from clearway.claims.nouns import Scene
from clearway.claims.tree import Token
from clearway.languages.en.speech import OFFICE_WORDS, TITLES
from clearway.languages.en.words import classes_of

LONGEST = 4
KIN = frozenset(
    """
    aunt baby boy brother child cousin daughter father friend girl grandfather grandmother grandson granddaughter
    husband man mother named neighbour neighbor nephew niece sister son uncle widow widower wife woman called
    """.split()
)
"""Words behind which one name alone is a person's."""

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
        if not run:
            continue
        name = _name(run, scene) or _first_name(run, scene)
        if name:
            found[name] = None
        run = []
    return tuple(found)


def _first_name(run: list[Token], scene: Scene) -> str | None:
    """One name alone, where the words beside it say that it is a person's: "her son X", "X, 34,"."""
    if len(run) != 1 or run[0].i in scene.in_place or classes_of(run[0].lower):
        return None
    tokens, at = scene.tree.tokens, run[0].i
    kin = at > 0 and tokens[at - 1].lower in KIN
    aged = at + 2 < len(tokens) and tokens[at + 1].text == "," and tokens[at + 2].lower[:1].isdigit()
    return run[0].text if kin or aged else None


def _name(run: list[Token], scene: Scene) -> str | None:
    """The name in a run of proper nouns, its titles left out; `None` where it names no person."""
    title = max((i for i, token in enumerate(run) if token.lower.strip(".") in TITLES), default=-1)
    rest = run[title + 1 :]
    if not rest or len(rest) > LONGEST or (len(rest) < 2 and title < 0):
        return None
    tokens = scene.tree.tokens
    after = tokens[rest[-1].i + 1] if rest[-1].i + 1 < len(tokens) else None
    if rest[-1].text[0].islower() or (after is not None and after.text in ("-", "‐") and after.start == rest[-1].end):
        return None
    if any((token.text.isupper() and len(token.text) > 2) or classes_of(token.lower) & NOT_PERSONS for token in rest):
        return None
    if all(token.i in scene.in_place for token in rest) or any(token.lower in OFFICE_WORDS for token in rest):
        return None
    if title < 0 and rest[0].i > 0 and tokens[rest[0].i - 1].lower == "the":
        return None
    start, end = rest[0].start - scene.tree.start, rest[-1].end - scene.tree.start
    return " ".join(scene.tree.text[start:end].split())
