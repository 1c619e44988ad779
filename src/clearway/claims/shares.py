"""Figures beside figures: shares of the figure before, parts after "including", breakdowns in brackets."""

from clearway.claims.arguments import Arguments
from clearway.claims.asides import opens_with_part
from clearway.claims.lines import Line
from clearway.claims.listed import LOCATING
from clearway.claims.matching import counting_frame
from clearway.claims.nouns import Scene, content, lemma_of, part_of
from clearway.claims.proposal import Proposal
from clearway.claims.slots import is_share
from clearway.claims.tree import Token
from clearway.languages.mentions import Quantity
from clearway.model import Whole

PEOPLE_KINDS = frozenset(
    {
        "killed",
        "injured",
        "missing",
        "detained",
        "abducted",
        "casualties",
        "affected",
        "displaced",
        "returned",
        "need",
        "disease",
        "population",
        "aid_delivery",
    }
)
FATALLY = frozenset({"fatally", "mortally"})
INCLUDING = frozenset({"including", "include", "includes", "included", "among", "comprising"})


def beside(scene: Scene, found: list[Proposal], before: Proposal | None) -> list[Proposal]:
    """A claim for each number that no frame has counted, of the kind of the figure it belongs to."""
    used = {id(proposal.quantity) for proposal in found if proposal.quantity is not None}
    more: list[Proposal] = []
    for token in scene.tree.tokens:
        quantity = token.quantity
        if quantity is None or quantity.sense != "count" or id(quantity) in used or token.i in scene.in_date:
            continue
        if _is_second_age(token):
            continue
        noun = _counted_noun(token)
        main = _belongs_to(scene, token, noun, quantity, [*found, *more], before)
        if main is None:
            continue
        used.add(id(quantity))
        part = _part(main, token, noun, quantity, same_sentence=main is not before)
        if _has_own_place(scene, token, main):
            part.whole = None
        own = _own_kind(token, scene)
        if own is not None and own != main.kind:
            part.kind, part.whole, part.like = own, None, None
        more.append(part)
    return more


def _own_kind(token: Token, scene: Scene) -> str | None:
    """The kind that a word beside the number tells ("the number of wounded, 82, stands", "one of them fatally")."""
    behind = scene.tree.tokens[token.i + 1 : token.right + 2]
    if any(word.lower in FATALLY for word in behind):
        return "killed"
    for up in token.ancestors():
        if up.is_verb:
            return None
        for inner in (up, *(prep.child("pobj") for prep in up.all("prep") if prep.lower == "of")):
            frame = counting_frame(inner) if inner is not None and inner is not token else None
            if frame is not None:
                return frame.kind
    return None


def _counted_noun(token: Token) -> Token:
    """The noun that a number counts: its head, or the noun behind "percent"."""
    noun = token
    if token.dep in ("nummod", "amod", "det", "compound", "quantmod", "nmod") and not token.is_root:
        noun = token.head
    if (
        noun.lower in ("percent", "%", "cent")
        and noun.dep in ("compound", "nummod", "nmod", "amod", "npadvmod")
        and noun.head.is_noun
    ):
        noun = noun.head
    return content(noun)


def _belongs_to(
    scene: Scene, token: Token, noun: Token, quantity: Quantity, found: list[Proposal], before: Proposal | None
) -> Proposal | None:
    people = "people" in scene.classes(noun) or noun.quantity is not None or noun is token or is_share(quantity)
    for up in token.ancestors():
        if (
            up.lower in INCLUDING
            or noun.dep in ("appos", "npadvmod", "dep", "conj", "parataxis")
            or is_share(quantity)
            or _bracketed(scene, token)
        ):
            main = _main(up, found, token)
            if main is not None and (people or lemma_of(noun) == (lemma_of(main.counted) if main.counted else "")):
                return main
    earlier = [proposal for proposal in found if proposal.quantity is not None and proposal.quantity.end <= token.start]
    if earlier and (is_share(quantity) or _bracketed(scene, token) or _of_them(token)):
        return earlier[-1]
    if before is not None and people and not earlier and _breaks_down(scene):
        return before
    return None


def _main(up: Token, found: list[Proposal], token: Token) -> Proposal | None:
    """The claim at or above a token whose figure comes first."""
    for step in (up, *up.ancestors()):
        for proposal in found:
            counts = proposal.kind in PEOPLE_KINDS or proposal.quantity is not None
            counted_before = step is proposal.counted and proposal.counted is not None and proposal.counted.i < token.i
            if counts and (step is proposal.head or counted_before):
                return proposal
    return None


def _of_them(number: Token) -> bool:
    """Whether the number is of those counted before: "30 of them"."""
    inner = part_of(number)
    return inner is not None and inner.lower in ("them", "whom", "these", "those")


def _is_second_age(number: Token) -> bool:
    """Whether the number stands beside an age ("aged 9 and 12")."""
    first = number
    while first.dep == "conj" and first.head.quantity is not None:
        first = first.head
    return first is not number and first.quantity is not None and first.quantity.sense == "age"


def _has_own_place(scene: Scene, number: Token, main: Proposal) -> bool:
    """Whether the number has its place as the figure before it has ("ten in Garowe and 15 in Bosaso")."""
    if main.quantity is None or not any(prep.lower in LOCATING for prep in number.all("prep")):
        return False
    return any(main.quantity.end <= place.start < number.start for place in scene.places if place.kind != "demonym")


def _bracketed(scene: Scene, token: Token) -> bool:
    before = scene.tree.text[: token.start - scene.tree.start].rstrip()
    return before.endswith("(") or before.count("(") > before.count(")")


def _breaks_down(scene: Scene) -> bool:
    """Whether the sentence breaks down the figure before it: "This includes ...", "Of these, ..."."""
    return opens_with_part(scene.tree.text)


def _fits_in(quantity: Quantity, whole: Whole | None) -> bool:
    """Whether a part is no more than the whole that it is said to be of."""
    if whole is None or is_share(quantity) or quantity.value is None or whole.value is None:
        return True
    return quantity.value <= whole.value


def _is_part(token: Token, quantity: Quantity, main: Proposal) -> bool:
    """Whether the words make the number a part of the figure before it, and not another one beside it."""
    if is_share(quantity) or _of_them(token) or main.head not in (token, *token.ancestors()):
        return True
    before = [token.head.lower, *(up.lower for up in token.ancestors())]
    bracket = any(child.text == "(" for up in (token, token.head) for child in up.children)
    households = main.counted is not None and lemma_of(main.counted) in ("family", "household")
    return any(word in INCLUDING or word in ("of", "among") for word in before) or (bracket and not households)


def _other_unit(noun: Token, main: Proposal) -> bool:
    """Whether one counts households and the other their people, which are no part of each other."""
    households = {"family", "household"}
    return main.counted is not None and (lemma_of(noun) in households) != (lemma_of(main.counted) in households)


def _part(main: Proposal, token: Token, noun: Token, quantity: Quantity, *, same_sentence: bool) -> Proposal:
    """The claim of a number beside another figure; its head is its own noun where that figure is a sentence before."""
    first = main
    while first.like is not None and not is_share(quantity):
        first = first.like
    whole = whole_of(first) if _is_part(token, quantity, main) and not _other_unit(noun, main) else None
    if not _fits_in(quantity, whole):
        whole = None
    return Proposal(
        kind=main.kind,
        head=main.head if same_sentence else noun,
        frame=main.frame,
        arguments=Arguments(subject=main.arguments.subject, object=main.arguments.object),
        counted=noun,
        quantity=quantity,
        whole=whole,
        phrase=True,
        status=main.status,
        certainty=main.certainty,
        like=main,
        reading="figures",
    )


def in_asides(line: Line, found: list[Proposal]) -> list[Proposal]:
    """A claim for each share in an aside: "..., 40 per cent of them children, ..." is of the figure before it."""
    more = []
    for start, end, quantity in line.asides:
        mains = [proposal for proposal in found if proposal.quantity is not None and proposal.quantity.end <= start]
        if mains:
            main = max(mains, key=lambda proposal: proposal.quantity.end if proposal.quantity else 0)
            part = Proposal(kind=main.kind, head=main.head, frame=main.frame, quantity=quantity, like=main)
            whole = whole_of(main)
            part.whole, part.reading, part.phrase = whole if _fits_in(quantity, whole) else None, "figures", True
            words = line.scene.tree.text[start - line.scene.tree.start : end - line.scene.tree.start]
            part.span = (start + len(words) - len(words.lstrip(" ,-–—")), end - len(words) + len(words.rstrip(" ,-–—")))
            part.status, part.certainty = main.status, main.certainty
            if not FATALLY.isdisjoint(words.lower().replace(",", " ").split()) and main.kind == "injured":
                part.kind, part.whole, part.like = "killed", None, None
            more.append(part)
    return more


def whole_of(main: Proposal) -> Whole | None:
    """The figure that a share or part is of, as a whole."""
    quantity = main.quantity
    if quantity is None or is_share(quantity) or main.counted is None:
        return None
    return Whole(words="", value=quantity.value, quantifier=quantity.quantifier)
