"""Whether a report speaks of a natural hazard, in which nobody attacks a hospital."""

import re
from collections.abc import Callable
from functools import cache

from clearway.claims.lines import Line
from clearway.claims.nouns import Scene
from clearway.claims.proposal import Proposal
from clearway.languages.en.forms import verb_forms
from clearway.languages.en.words import classes_of, noun_classes


def is_about_hazard(lines: list[Line]) -> bool:
    """Whether the report speaks of a natural hazard more than of fighting: floods do not attack."""
    counts = {"hazard": 0, "violence": 0}
    for line in lines:
        for token in line.scene.tree.tokens:
            if token.is_noun:
                for name in classes_of(token.lower) & counts.keys():
                    counts[name] += 1
    return counts["hazard"] > counts["violence"]


GENERIC = frozenset("disease epidemic fever flu illness infection outbreak pandemic plague virus".split())
"""Words of the class that name no disease."""


@cache
def _diseases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each name of a disease, with the pattern of it as a word."""
    return tuple(
        (form, re.compile(rf"\b{re.escape(form)}\b"))
        for form, (lemma, classes) in sorted(noun_classes().items())
        if "disease" in classes and lemma not in GENERIC
    )


def names_disease(text: str) -> bool:
    """Whether the text names a disease, so that its "cases" are of that."""
    lowered = text.lower()  # most texts hold none, and plain letters are sought in far less time than a pattern
    return any(name in lowered and word.search(lowered) for name, word in _diseases())


BURNING = frozenset({"blaze", "fire", "fires", "flames"})
"""What burns a school down is no attack of somebody's, unless the words say whose fire it was."""

ATTACKING = frozenset(
    form
    for verb in "ambush attack bomb bombard loot raid ransack shell strike target torch storm".split()
    for form in verb_forms(verb)
)
"""Forms of verbs that only people do."""


def by_hazard(proposal: Proposal, scene: Scene, about_hazard: Callable[[], bool]) -> Proposal:
    """An attack on a facility by a hazard, or by nobody in a report `about_hazard`, is destruction."""
    if proposal.kind != "facility_attack":
        return proposal
    subject = proposal.arguments.subject
    violent = scene.is_a(subject, "armed violence")
    if proposal.head.lower in ATTACKING:
        return proposal
    burnt = subject is not None and subject.lower in BURNING
    if burnt or (not violent and (scene.is_a(subject, "hazard") or about_hazard())):
        proposal.kind = "destruction"
    return proposal
