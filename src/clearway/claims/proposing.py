"""Names of places that no gazetteer has, proposed from the parse: behind "in" or "near", and beside known places."""

from clearway.claims.nouns import Scene
from clearway.claims.tree import Token
from clearway.languages.en.forms import verb_forms
from clearway.languages.en.speech import TITLES
from clearway.languages.en.words import classes_of
from clearway.places import Mention

WHERE = frozenset("in near around across outside inside at toward towards throughout between".split())


LEVELS = frozenset("county department district governorate province region state town township village".split())

MOVING = frozenset(
    form
    for verb in (
        "cross displace drive evacuate flee fly go head migrate move relocate return travel walk withdraw".split()
    )
    for form in verb_forms(verb)
)
"""Verbs whose "from" and "to" lead between places."""


STRUCK = frozenset(
    form
    for verb in ("besiege", "bomb", "bombard", "encircle", "liberate", "overrun", "recapture", "retake", "shell")
    for form in verb_forms(verb)
)
"""Verbs of fighting whose object, where it has a name, is a place."""


def recalled(scene: Scene, names: set[str]) -> list[Mention]:
    """Places of the sentence that were proposed earlier in the report, wherever they stand now."""
    found: list[Mention] = []
    tree = scene.tree
    for name in names:
        at = tree.text.find(name)
        tokens = tree.between(tree.start + at, tree.start + at + len(name)) if at >= 0 else []
        if tokens and not any(token.i in scene.in_place for token in tokens) and tokens[-1].tag.startswith("NNP"):
            start, end = tokens[0].start, tokens[-1].end
            found.append(Mention(start=start, end=end, name=name, kind="place", core=(start, end)))
    return found


def proposed(scene: Scene) -> list[Mention]:
    """Proper names of the sentence that stand where only a place can, and that are in no mention yet."""
    found: list[Mention] = []
    tokens = scene.tree.tokens
    for token in tokens:
        if (
            not (token.tag.startswith("NNP") or _is_level(token))
            or token.i in scene.in_place
            or token.i in scene.in_date
            or token.quantity is not None
        ):
            continue
        if not _stands_as_place(token, scene):
            continue
        first, last = _run(token, tokens, scene)
        words = tokens[first : last + 1]
        if any(_unfit(word) for word in words):
            continue
        start, end = words[0].start, words[-1].end
        found.append(
            Mention(
                start=start,
                end=end,
                name=scene.tree.text[start - scene.tree.start : end - scene.tree.start],
                kind="place",
                core=(start, end),
            )
        )
    return found


def _is_level(noun: Token) -> bool:
    """Whether the noun says of what level the name right before it is ("Mon State", "Duk county")."""
    name = noun.child("compound", "nmod") if noun.lower in LEVELS else None
    return name is not None and name.i == noun.i - 1 and name.tag.startswith("NNP")


def _stands_as_place(token: Token, scene: Scene) -> bool:
    if _is_level(token):
        return True
    if token.dep == "pobj" and token.head.lower in WHERE:
        return True
    if token.dep == "pobj" and token.head.lower in ("from", "to"):
        above = token.head.head
        alone = token.head.lower == "from" and token.child("det", "conj") is None
        if above.lower in MOVING or (alone and "people" in classes_of(above.lower)):
            return True
    if token.dep == "dobj" and token.head.lower in STRUCK:
        return True
    top = token
    while top.dep in ("conj", "appos"):
        top = top.head
        if top.i in scene.in_place and scene.in_place[top.i].kind == "place" and top.dep == "pobj":
            return True
    return top is not token and top.dep == "pobj" and top.head.lower in WHERE and top.tag.startswith("NNP")


def _run(token: Token, tokens: list[Token], scene: Scene) -> tuple[int, int]:
    first = token.i
    while (
        first > 0
        and tokens[first - 1].head is token
        and tokens[first - 1].dep in ("compound", "nmod", "punct")
        and first - 1 not in scene.in_date
        and (tokens[first - 1].tag.startswith("NNP") or tokens[first - 1].text in ("-", "’", "'"))
        and first - 1 not in scene.in_place
    ):
        first -= 1
    last = token.i
    while (
        last + 2 < len(tokens)
        and tokens[last + 1].text in ("’", "'", "-")
        and tokens[last + 2].tag.startswith("NN")
        and tokens[last + 1].end == tokens[last + 2].start
    ):
        last += 2
    return first, last


def _unfit(word: Token) -> bool:
    """Whether a word is an organisation's, a title's, or initials."""
    if word.lower in LEVELS:
        return False
    classes = classes_of(word.lower)
    return (
        bool(classes & {"organisation", "armed", "people", "disease"})
        or word.lower in TITLES
        or (word.text.isupper() and len(word.text) > 1)
        or (not word.text[0].isupper() and word.text not in ("-", "’", "'"))
    )
