"""A pattern of words that makes a claim: a predicate and what its arguments must be."""

from dataclasses import dataclass

from clearway.model import Act, Certainty, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A predicate of one kind.

    `verbs`, `nouns` and `adjectives` are lemmas parted by spaces. `subject` and `object` name the noun classes one of
    which the logical subject (who does it) or object (to whom it is done) must have: "" asks for nothing, "none" for
    its absence. `spares` names classes that the object must not have, `unless` classes or words that the counted
    argument must not be. `counted` says which argument
    the figure and the group belong to: "subject", "object", "self" (the noun itself), "prep" (the object of a
    preposition in `preps`) or ""; `counted_only` that without a figure there is no claim. `with_words` are words of
    which one must stand among the predicate's complements ("take ... control"; DISEASE stands for any disease),
    `avoids` words of which none may stand there or within its subject.
    `event` marks a predicate that tells nothing of its own when it is only the cause of another claim, `main` one
    that tells nothing inside a noun phrase, `predicative` a noun that only tells behind a preposition ("in need"),
    `bearer` one that counts those who bear it ("four men with gunshot wounds").
    """

    kind: str
    verbs: str = ""
    nouns: str = ""
    adjectives: str = ""
    subject: str = ""
    object: str = ""
    unless: str = ""
    spares: str = ""
    counted: str = ""
    preps: str = ""
    with_words: str = ""
    avoids: str = ""
    status: Status | None = None
    act: Act | None = None
    certainty: Certainty | None = None
    cause: str | None = None
    facility: str | None = None
    event: bool = False
    bare: bool = True
    counted_only: bool = False
    main: bool = False
    predicative: bool = False
    bearer: bool = False
