"""What a share or a part is of, in the report's words: "299 civilians", "all the schools in town"."""

from dataclasses import replace

from clearway.claims.nouns import Scene, part_of
from clearway.claims.proposal import Proposal
from clearway.claims.slots import is_share
from clearway.claims.tree import Token
from clearway.model import Figure, Whole

LONGEST = 90
"""Characters from which a phrase tells more than what the whole is."""


def with_whole(figure: Figure | None, proposal: Proposal, scene: Scene, text: str) -> Figure | None:
    """The figure with the words of its whole, where it is a share or a part of something."""
    if figure is None:
        return None
    if figure.whole is not None:
        return replace(figure, whole=replace(figure.whole, words=_words_of_main(proposal, text)))
    whole = _behind_of(proposal, scene, text) if is_share(proposal.quantity) else None
    return replace(figure, whole=whole) if whole is not None else figure


def _words_of_main(proposal: Proposal, text: str) -> str:
    """The words of the figure that this one is a part of, with the noun that it counts."""
    main = proposal
    while main.like is not None and (main is proposal or not is_share(main.quantity)):
        main = main.like
    quantity, noun = main.quantity, main.counted
    if quantity is None:
        return ""
    end = noun.end if noun is not None and quantity.end <= noun.start < quantity.end + LONGEST else quantity.end
    return " ".join(text[quantity.start : end].split())


def _behind_of(proposal: Proposal, scene: Scene, text: str) -> Whole | None:
    """The whole behind the "of" of a share: "half of all the schools"; "half of them" is of the figure before."""
    number = next((token for token in scene.tree.tokens if token.quantity is proposal.quantity), None)
    if number is None:
        return None
    inner = (part_of(number.head) if number.dep == "nummod" else None) or part_of(number)
    if inner is None:
        return None
    if inner.tag.startswith(("PRP", "W")):
        return _figure_before(number, scene, text)
    start, end = scene.tree.tokens[inner.left].start, scene.tree.tokens[inner.right].end
    return Whole(words=" ".join(text[start : end if end - start <= LONGEST else inner.end].split()))


def _figure_before(number: Token, scene: Scene, text: str) -> Whole | None:
    """The last count of the sentence before a number, with its noun."""
    for token in reversed(scene.tree.tokens[: number.i]):
        quantity = token.quantity
        if quantity is not None and quantity.sense == "count" and not is_share(quantity):
            end = token.head.end if token.dep == "nummod" and token.head.start >= quantity.end else quantity.end
            words = " ".join(text[quantity.start : end].split())
            return Whole(words=words, value=quantity.value, quantifier=quantity.quantifier)
    return None
