from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.picture.making import FRIDAY, MONDAY, PROVINCE, TOWN, about, bounds, claim, days, only, report
from tests.picture.prose import WIRE, text
from tests.picture.test_properties import CRISES, REPORTS

from clearway.errors import UsageError
from clearway.model import Claim, Figure, Finding, Quantifier, SourceKind, State
from clearway.picture import POLICIES, fold, sketched, under_policy

HERE = {"at": TOWN, "when": days(MONDAY), "cause": "air strike"}
LOW = claim("killed", 5, by="Coast Monitor", sort=SourceKind.MONITOR, **HERE)
HIGH = claim("killed", 9, by="UN", sort=SourceKind.UN, within="r2", **HERE)
OWN = claim("killed", 2, by="army", actor="army", sort=SourceKind.PARTY, within="r3", **HERE)


def found(policy: str, *claims: Claim) -> Finding:
    names = sorted({one.report for one in claims})
    return only(fold(claims, [report(name) for name in names], policy=policy))


def test_every_policy_says_what_it_does_and_where_it_comes_from() -> None:
    assert list(POLICIES) == ["range", "conservative", "graded", "recommended", "weighted"]
    assert all(policy.about and policy.source for policy in POLICIES.values())


@pytest.mark.parametrize("policy", POLICIES)
def test_a_policy_chooses_alike_by_the_sketches_that_were_kept(policy: str) -> None:
    papers = [replace(report(f"r{number}"), text=text(f"Paper {number}.", *WIRE)) for number in (1, 2, 3, 4)]
    named = [claim("killed", 5 + number, by=None, within=paper.id, **HERE) for number, paper in enumerate(papers)]
    findings = fold(named, papers).findings
    kept = {paper.id: sketched(paper.text) for paper in papers}
    bare = [replace(paper, text="") for paper in papers]
    assert under_policy(policy, findings, named, bare, sketches=kept) == under_policy(policy, findings, named, papers)


def test_an_unknown_policy_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="use one of: range, conservative, graded, recommended, weighted"):
        fold([], [], policy="mean")


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("range", (5, None, 9)),
        ("conservative", (5, 5, 9)),
        ("graded", (5, None, 9)),
        ("recommended", (9, 9, 9)),
        ("weighted", (5, 5, 9)),
    ],
)
def test_two_sources_that_exclude_one_another_are_chosen_from_by_each_policy(policy: str, expected: object) -> None:
    finding = found(policy, LOW, HIGH)
    assert bounds(finding) == expected
    assert finding.state is State.CONTESTED


def test_conservative_reads_dozens_as_twelve() -> None:
    dozens = claim("killed", Figure(quantifier=Quantifier.DOZENS), by="UN", **HERE)
    assert bounds(found("conservative", dozens)) == (12, 12, None)


def test_graded_keeps_a_party_on_itself_out_of_its_minimum_and_grades_it_confirmed() -> None:
    finding = found("graded", LOW, HIGH, OWN)
    assert (bounds(finding), "grade: confirmed" in finding.notes) == ((5, None, 9), True)
    assert "grade: fair" in found("graded", LOW, HIGH).notes
    assert "grade: weak" in found("graded", LOW).notes


def test_recommended_gives_one_figure_with_its_reason_and_the_others_as_triangulation() -> None:
    finding = found("recommended", LOW, HIGH, OWN)
    assert bounds(finding) == (9, 9, 9)
    assert any(note.startswith("recommended: 9 (UN, 2020-02-18), un source") for note in finding.notes)
    (others,) = [note for note in finding.notes if note.startswith("triangulation: ")]
    assert "5 (Coast Monitor, 2020-02-18)" in others
    assert "2 (army, 2020-02-18)" in others


def test_weighted_trusts_a_source_that_was_right_elsewhere() -> None:
    told = []
    for number in range(6):
        day = days(MONDAY.replace(day=3 + number))
        for place, (name, killed) in enumerate((("A watch", 20 + number), ("B watch", 20 + number), ("C watch", 90))):
            told.append(claim("killed", killed, by=name, at=TOWN, when=day, within=f"r{place + 1}", start=number * 10))
    last = days(FRIDAY.replace(day=14))
    told += [claim("killed", 40, by="A watch", at=TOWN, when=last, within="r1", start=80)]
    told += [claim("killed", 70, by="C watch", at=TOWN, when=last, within="r3", start=80)]
    picture = fold(told, [report(f"r{number}") for number in (1, 2, 3)], policy="weighted")
    best = {
        finding.period.first.day: finding.best.value for finding in picture.findings if finding.period and finding.best
    }
    assert best == {3: 20, 4: 21, 5: 22, 6: 23, 7: 24, 8: 25, 14: 40}


def test_a_rounder_wording_of_one_source_gives_no_bound_of_its_own() -> None:
    rough = claim("killed", about(300), by="UN", at=PROVINCE)
    plain = claim("killed", 299, by="UN", at=PROVINCE, within="r2")
    assert {policy: bounds(found(policy, rough, plain)) for policy in POLICIES if policy != "graded"} == {
        policy: (299, 299, 299) for policy in POLICIES if policy != "graded"
    }


@settings(max_examples=50, deadline=None)
@given(CRISES, st.sampled_from(sorted(POLICIES)), st.randoms(use_true_random=False))
def test_under_every_policy_a_bound_is_some_claims_number_and_no_order_matters(
    said: list[Claim], policy: str, chance: object
) -> None:
    picture = fold(said, REPORTS, policy=policy)
    shuffled = list(said)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fold(shuffled, REPORTS, policy=policy) == picture
    for finding in picture.findings:
        given_by = [bound for bound in (finding.low, finding.best, finding.high) if bound]
        assert all(set(bound.claims) <= set(finding.claims) for bound in given_by)
