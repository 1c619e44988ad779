import pytest
from tests.picture.making import FRIDAY, MONDAY, TOWN, claim, days, report

from clearway.model import Certainty, Claim, Grade, SourceKind
from clearway.picture import entry_of
from clearway.picture.grading import graded

HERE = {"at": TOWN, "when": days(MONDAY)}
MONITOR = {"by": "Coast Monitor", "sort": SourceKind.MONITOR}
CLINIC = {"by": "Field Clinic", "sort": SourceKind.NGO, "within": "r2"}
ARMY = {"by": "army", "sort": SourceKind.PARTY}
DENIED = claim("killed", 5, certainty=Certainty.DENIED, **ARMY, **HERE)


def told(by: str | None, within: str, *, denied: bool = False) -> Claim:
    """What a speaker, or the report, says of one attack, in words that nobody else uses."""
    sure = Certainty.DENIED if denied else Certainty.ASSERTED
    return claim("killed", 5, by=by, within=within, certainty=sure, words=f"{within} {by} {denied}", **HERE)


@pytest.mark.parametrize(
    ("claims", "grade"),
    [
        ([told("Field Clinic", "r1"), told("Field Clinic", "r2", denied=True)], Grade.DISCOUNTED),
        ([told(None, "r1"), told(None, "r2", denied=True)], Grade.DISCOUNTED),
        ([told("Field Clinic", "r1"), told("the army", "r2", denied=True)], Grade.CONTESTED),
        ([told("Field Clinic", "r2"), told("Field Clinic", "r1", denied=True)], Grade.CONTESTED),
        (
            [told("Field Clinic", "r1"), told("Coast Monitor", "r1"), told("Field Clinic", "r2", denied=True)],
            Grade.CONTESTED,
        ),
    ],
    ids=["by its teller", "by its paper", "by another", "told again", "by one of two"],
)
def test_what_whoever_told_it_took_back_is_discounted(claims: list[Claim], grade: Grade) -> None:
    papers = {"r1": report("r1", publisher="Daily"), "r2": report("r2", publisher="Daily", published=FRIDAY)}
    assert graded([entry_of(one, papers[one.report]) for one in claims])[0] is grade


@pytest.mark.parametrize(
    ("claims", "grade", "reason"),
    [
        ([DENIED], Grade.DISCOUNTED, "nobody tells it but those who deny it"),
        ([claim("killed", 5, actor="army", **ARMY, **HERE)], Grade.CONFIRMED, "a party says that it did it"),
        ([claim("killed", 5, **MONITOR, **HERE), DENIED], Grade.CONTESTED, "it is denied"),
        (
            [claim("killed", 5, actor="army", **MONITOR, **HERE), claim("killed", 5, actor="rebels", **CLINIC, **HERE)],
            Grade.CONTESTED,
            "two parties are said to have done it",
        ),
        ([claim("killed", 5, **ARMY, **HERE)], Grade.WEAK, "no source that is neither a party nor unknown"),
        ([claim("killed", 5, **MONITOR, **HERE)], Grade.WEAK, "a single credible source"),
        (
            [claim("killed", 5, **MONITOR, **HERE), claim("killed", 5, **CLINIC, **HERE)],
            Grade.WEAK,
            "2 credible sources, but neither act nor doer is told",
        ),
        (
            [claim("killed", 5, cause="fire", **MONITOR, **HERE), claim("killed", 5, **CLINIC, **HERE)],
            Grade.FAIR,
            "2 credible sources, and the act or its doer is told",
        ),
    ],
)
def test_a_grade_says_why(claims: list[Claim], grade: Grade, reason: str) -> None:
    assert graded([entry_of(one, report(one.report)) for one in claims]) == (grade, reason)
