"""What a predicate counts: one claim for each counted noun of a list, and for those who get what is given."""

from clearway.claims.arguments import Arguments, prepositions
from clearway.claims.complements import argument
from clearway.claims.nouns import RELATIVE, antecedent_of, conjuncts, content, is_aged, part_of, quantity_of
from clearway.claims.proposal import Proposal
from clearway.claims.tree import Token
from clearway.languages.en.words import COLLECTIVE, TWO, is_one_person
from clearway.languages.frame import Frame

ONE_BY_ARTICLE = frozenset({"killed", "injured", "missing", "detained", "abducted"})
"""Kinds whose claims count one where the words say "a person": the claims guide."""


ARTICLES = frozenset({"a", "an", "another", "one"})
"""Words before a noun in the singular that count it."""

ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth"})
"""Words that with an article are one more person: "a third was wounded"."""

ZERO_KINDS = frozenset(
    "killed injured missing detained abducted casualties displaced affected disease attack facility_attack".split()
)
"""Kinds of which "nobody" and "no attack" are a count of zero."""


def counted_by(head: Token, arguments: Arguments, frame: Frame) -> list[Proposal]:
    """One claim for each counted conjunct, or one without a figure."""
    counted = argument(arguments, frame) if frame.counted else None
    if counted is not None and counted.lower in RELATIVE:
        counted = _counted_antecedent(counted, frame) or counted
    if counted is None:
        return [] if frame.counted_only else [Proposal.of(frame, head, arguments)]
    people = beneficiaries(arguments, counted) if frame.kind == "aid_delivery" else None
    if people is not None and quantity_of(counted) is None:
        counted, people = people, None
    found: list[Proposal] = []
    for noun in conjuncts(counted):
        quantity = quantity_of(noun)
        beside = bool(found) and frame.kind in ONE_BY_ARTICLE and is_one(noun, beside=True)
        if quantity is None and found and not beside:
            continue
        proposal = Proposal.of(frame, head, arguments, counted=content(noun), quantity=quantity)
        proposal.phrase = bool(found)
        if quantity is None and frame.kind in ONE_BY_ARTICLE:
            proposal.persons = 2 if is_two(noun) else 1
            proposal.one = beside or is_one(noun) or is_two(noun)
        proposal.zero = is_none(noun) and frame.kind in ZERO_KINDS
        found.append(proposal)
    if people is not None:
        found.append(Proposal.of(frame, head, arguments, counted=content(people), quantity=quantity_of(people)))
        found[-1].phrase = True
    if frame.counted_only and not any(proposal.quantity for proposal in found):
        return []
    return found


def _counted_antecedent(pronoun: Token, frame: Frame) -> Token | None:
    """The counted noun that a relative pronoun stands for: "40 people who were killed", "a boy who was hurt"."""
    noun = antecedent_of(pronoun)
    if noun is None:
        return None
    one = frame.kind in ONE_BY_ARTICLE and is_one(noun)
    return noun if one or quantity_of(noun) is not None else None


def beneficiaries(arguments: Arguments, given: Token) -> Token | None:
    """Who gets what is given, where they are counted."""
    for prep, target in [*arguments.preps, *prepositions(given)]:
        if prep in ("to", "for", "reaching") and quantity_of(target) is not None:
            return target
    return next((found for noun in given.all("conj") if (found := beneficiaries(Arguments(), noun)) is not None), None)


def is_one(noun: Token, *, beside: bool = False) -> bool:
    """Whether the words say one person: "a child", "one was killed"; `beside` another also "and her daughter"."""
    if noun.lower in ("one", "another"):
        return noun.child("det") is None
    if noun.lower in ORDINALS:
        article = noun.child("det")
        return article is not None and article.lower in ARTICLES
    if (noun.tag not in ("NN", "NNP") or noun.lower in COLLECTIVE) and not is_aged(noun):
        return False
    before = noun.child("det", "nummod", "poss")
    person = is_one_person(noun.lower) or is_aged(noun)
    if before is None:
        return person and (beside or noun.left == 0 or noun.lower == "old")
    if before.dep == "poss":
        return beside and person
    return noun.tag != "NNP" and before.lower in ARTICLES


def is_two(noun: Token) -> bool:
    """Whether the words say two people: "a couple", where no "of" follows."""
    article = noun.child("det")
    return noun.lower in TWO and article is not None and article.lower in ARTICLES and part_of(noun) is None


def is_none(noun: Token) -> bool:
    """Whether the words say nobody: "no casualties", "no one"."""
    article = noun.child("det")
    return noun.lower in ("nobody", "none") or (article is not None and article.lower == "no")
