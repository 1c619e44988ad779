"""Whether a report speaks of a natural hazard, in which nobody attacks a hospital."""

from clearway.claims.lines import Line
from clearway.claims.nouns import Scene
from clearway.claims.proposal import Proposal
from clearway.languages.en.words import classes_of


def is_about_hazard(lines: list[Line]) -> bool:
    """Whether the report speaks of a natural hazard more than of fighting: floods do not attack."""
    counts = {"hazard": 0, "violence": 0}
    for line in lines:
        for token in line.scene.tree.tokens:
            if token.is_noun:
                for name in classes_of(token.lower) & counts.keys():
                    counts[name] += 1
    return counts["hazard"] > counts["violence"]


def by_hazard(proposal: Proposal, scene: Scene) -> Proposal:
    """An attack on a facility in such a report is destruction, unless somebody attacks."""
    if proposal.kind == "facility_attack" and not scene.is_a(proposal.arguments.subject, "armed violence"):
        proposal.kind = "destruction"
    return proposal
