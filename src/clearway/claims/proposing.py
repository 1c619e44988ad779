"""Names of places that no gazetteer has, proposed from the parse: behind "in" or "near", and beside known places."""

from clearway.claims.nouns import Scene
from clearway.claims.tree import Token
from clearway.languages.en.speech import TITLES
from clearway.languages.en.words import classes_of
from clearway.places import Mention

WHERE = frozenset("in near around across outside inside at toward towards throughout between".split())


def proposed(scene: Scene) -> list[Mention]:
    """Proper names of the sentence that stand where only a place can, and that are in no mention yet."""
    found: list[Mention] = []
    tokens = scene.tree.tokens
    for token in tokens:
        if (
            not token.tag.startswith("NNP")
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


def _stands_as_place(token: Token, scene: Scene) -> bool:
    if token.dep == "pobj" and token.head.lower in WHERE:
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
    classes = classes_of(word.lower)
    return (
        bool(classes & {"organisation", "armed", "people", "disease"})
        or word.lower in TITLES
        or (word.text.isupper() and len(word.text) > 1)
        or (not word.text[0].isupper() and word.text not in ("-", "’", "'"))
    )
