from collections.abc import Iterable
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.picture.making import (
    FRIDAY,
    MONDAY,
    OTHER_TOWN,
    PROVINCE,
    TOWN,
    TUESDAY,
    claim,
    days,
    percent,
    report,
)

from clearway.model import (
    Certainty,
    Claim,
    Figure,
    Grade,
    Incident,
    Judgement,
    SourceKind,
    Verdict,
    Whole,
    from_json,
    to_json,
)
from clearway.picture import HAPPENS, entry_of, incidents, rulings

DAYS = {"r1": TUESDAY, "r2": TUESDAY, "r3": FRIDAY}
HERE = {"at": TOWN, "when": days(MONDAY)}
NOON = datetime(2020, 3, 1, 12)


def joined(*claims: Claim, judged: Iterable[Judgement] = ()) -> tuple[Incident, ...]:
    ruled = rulings(judged)
    return incidents(entry_of(one, report(one.report, published=DAYS[one.report]), ruled) for one in claims)


def only(*claims: Claim, judged: Iterable[Judgement] = ()) -> Incident:
    (incident,) = joined(*claims, judged=judged)
    return incident


def judgement(verdict: Verdict, *claims: Claim, undoes: Judgement | None = None) -> Judgement:
    names = undoes.claims if undoes else tuple(sorted(one.id for one in claims))
    after = (undoes.id,) if undoes else ()
    return Judgement(
        verdict=verdict, claims=names, by="her", at=NOON, after=after, undoes=undoes.id if undoes else None
    )


def ranges(incident: Incident) -> dict[tuple[str, str | None], tuple[object, ...]]:
    return {
        (harm.kind, harm.group): tuple(bound and bound.value for bound in (harm.low, harm.best, harm.high))
        for harm in incident.harms
    }


def test_harm_and_attack_told_of_one_place_and_day_are_one_incident() -> None:
    hit = claim("facility_attack", Figure(value=2, unit="facility"), facility="hospital", **HERE)
    hurt = claim("injured", 2, group="staff", within="r2", **HERE)
    incident = only(hit, hurt)
    assert incident.kinds == ("facility_attack", "injured")
    assert incident.claims == tuple(sorted((hit.id, hurt.id)))
    assert incident.facilities == ("hospital",)
    assert (incident.place, incident.place_id, incident.period) == ("Oakton", "g:2", days(MONDAY))


def test_rival_counts_of_one_event_are_a_range_that_names_its_claims() -> None:
    low = claim("killed", 18, by="Monitor", **HERE)
    high = claim("killed", 21, by="Ministry", within="r2", **HERE)
    incident = only(low, high)
    (harm,) = incident.harms
    assert (harm.low and harm.low.value, harm.best, harm.high and harm.high.value) == (18, None, 21)
    assert harm.high is not None
    assert harm.high.claims == (high.id,)


def test_parts_stand_beside_their_whole_and_are_never_added() -> None:
    dead = claim("killed", 21, **HERE)
    six = claim("killed", Figure(value=6, whole=Whole(words="the 21", value=21)), group="children", start=20, **HERE)
    women = claim("killed", 4, group="women", start=40, **HERE)
    assert ranges(only(dead, six, women)) == {
        ("killed", None): (21, 21, 21),
        ("killed", "women"): (4, 4, 4),
        ("killed", "children"): (6, 6, 6),
    }


def test_events_of_other_towns_or_days_stay_apart() -> None:
    here = claim("killed", 5, **HERE)
    there = claim("killed", 5, at=OTHER_TOWN, when=days(MONDAY), within="r2")
    later = claim("killed", 5, at=TOWN, when=days(FRIDAY), within="r3")
    assert [one.claims for one in joined(here, there, later)] == [(there.id,), (here.id,), (later.id,)]


def test_totals_shares_intentions_and_possibilities_make_no_incident() -> None:
    assert not joined(
        claim("killed", 299, at=PROVINCE, when=days(date(2020, 1, 1), TUESDAY)),
        claim("killed", percent(93, 299), start=20, **HERE),
        claim("attack", start=40, certainty=Certainty.INTENDED, **HERE),
        claim("killed", 3, start=60, certainty=Certainty.POSSIBLE, **HERE),
        claim("killed", 3, start=80, at=PROVINCE),
    )


def test_two_parties_accused_of_one_deed_make_it_contested() -> None:
    one = claim("killed", 5, actor="army", by="Monitor", **HERE)
    other = claim("killed", 5, actor="rebels", by="Ministry", within="r2", **HERE)
    incident = only(one, other)
    assert (incident.grade, incident.reason) == (Grade.CONTESTED, "two parties are said to have done it")
    assert [(each.actor, each.by) for each in incident.alleged] == [("army", ("Monitor",)), ("rebels", ("Ministry",))]


def test_a_denial_counts_against_the_grade_and_gives_no_bound() -> None:
    told = claim("killed", 5, by="Monitor", sort=SourceKind.MONITOR, **HERE)
    denied = claim("killed", 5, by="army", within="r2", certainty=Certainty.DENIED, **HERE)
    incident = only(told, denied)
    assert (incident.grade, incident.denials, incident.sources) == (Grade.CONTESTED, (denied.id,), ("Monitor",))
    assert ranges(incident) == {("killed", None): (5, 5, 5)}


def test_a_claim_that_nothing_happened_there_that_day_is_a_denial() -> None:
    hit = claim("facility_attack", facility="hospital", by="Monitor", **HERE)
    none = claim("facility_attack", facility="hospital", by="army", within="r2", negated=True, **HERE)
    assert only(hit, none).denials == (none.id,)


def test_a_denial_alone_is_no_incident() -> None:
    assert not joined(claim("killed", 5, by="army", certainty=Certainty.DENIED, **HERE))


def test_two_credible_sources_and_an_act_make_it_fair() -> None:
    one = claim("killed", 5, cause="shelling", by="Monitor", sort=SourceKind.MONITOR, **HERE)
    other = claim("killed", 5, cause="shelling", by="Field Clinic", sort=SourceKind.NGO, within="r2", **HERE)
    incident = only(one, other)
    assert (incident.grade, incident.origins) == (Grade.FAIR, 2)
    assert incident.reason == "2 credible sources, and the act or its doer is told"


def test_copies_of_one_wire_are_one_origin() -> None:
    words = "five people were killed in the market at noon on monday said the office"
    copies = [claim("killed", 5, by="Office", within=name, words=words, **HERE) for name in ("r1", "r2")]
    incident = only(*copies)
    assert (incident.origins, incident.grade) == (1, Grade.WEAK)


def test_a_judgement_joins_two_incidents_whole_and_undoing_it_parts_them() -> None:
    here, hurt = claim("killed", 5, **HERE), claim("injured", 9, start=0, **HERE)
    there = claim("killed", 7, at=OTHER_TOWN, when=days(FRIDAY), within="r3")
    same = judgement(Verdict.SAME, here, there)
    before = joined(here, hurt, there)
    assert only(here, hurt, there, judged=[same]).claims == tuple(sorted((here.id, hurt.id, there.id)))
    assert joined(here, hurt, there, judged=[same, judgement(Verdict.UNDO, undoes=same)]) == before


def test_a_judgement_parts_an_incident_and_undoing_it_joins_it_again() -> None:
    one = claim("killed", 5, **HERE)
    other = claim("killed", 6, within="r2", **HERE)
    different = judgement(Verdict.DIFFERENT, one, other)
    before = joined(one, other)
    assert len(before) == 1
    parted = joined(one, other, judged=[different])
    assert sorted(incident.claims for incident in parted) == sorted([(one.id,), (other.id,)])
    assert len({incident.id for incident in parted}) == 2
    assert joined(one, other, judged=[different, judgement(Verdict.UNDO, undoes=different)]) == before


def test_a_claim_judged_a_part_of_another_is_of_its_event() -> None:
    whole, part = claim("killed", 9, **HERE), claim("killed", 4, within="r3")
    judged = Judgement(verdict=Verdict.PART_OF, claims=(part.id, whole.id), by="her", at=NOON)
    incident = only(whole, part, judged=[judged])
    assert incident.joined == ("somebody judged that one counts a part of the other",)
    assert incident.harms[0].claims == (whole.id,)


def test_five_hundred_copies_of_one_wire_are_one_incident_of_one_origin() -> None:
    words = "five people were killed in the market at noon on monday said the office"
    claims = [claim("killed", 5, by="Office", within=f"w{number}", words=words, **HERE) for number in range(500)]
    (incident,) = incidents(entry_of(one, report(one.report)) for one in claims)
    assert (len(incident.claims), incident.origins) == (500, 1)


def test_an_incident_keeps_its_id_when_another_report_tells_it() -> None:
    first = claim("killed", 5, **HERE)
    assert only(first).id == only(first, claim("injured", 2, within="r2", **HERE)).id


@st.composite
def told(draw: st.DrawFn) -> Claim:
    kind = draw(st.sampled_from(sorted(HAPPENS)))
    return claim(
        kind,
        draw(st.sampled_from([None, 3, 5, 21])),
        by=draw(st.sampled_from([None, "UN", "Coast Monitor", "army"])),
        at=draw(st.sampled_from([(), TOWN, OTHER_TOWN, PROVINCE, (TOWN, OTHER_TOWN)])),
        when=draw(st.sampled_from([None, days(MONDAY), days(TUESDAY), days(FRIDAY)])),
        within=draw(st.sampled_from(["r1", "r2", "r3"])),
        start=draw(st.sampled_from([0, 10, 20, 30])),
        group=draw(st.sampled_from([None, "children"])),
        actor=draw(st.sampled_from([None, "army", "rebels"])),
        cause=draw(st.sampled_from([None, "shelling"])),
        certainty=draw(st.sampled_from([Certainty.ASSERTED] * 4 + [Certainty.DENIED])),
    )


CRISES = st.lists(told(), max_size=12)


@settings(max_examples=60, deadline=None)
@given(CRISES, st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_no_incident(said: list[Claim], chance: object) -> None:
    shuffled = list(said)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert joined(*shuffled) == joined(*said)


@settings(max_examples=60, deadline=None)
@given(CRISES)
def test_every_claim_that_is_no_denial_is_in_one_incident_at_most_and_ids_are_apart(said: list[Claim]) -> None:
    found = joined(*said)
    telling = [name for incident in found for name in incident.claims if name not in incident.denials]
    assert len(telling) == len(set(telling))
    assert len({incident.id for incident in found}) == len(found)


@settings(max_examples=30, deadline=None)
@given(CRISES)
def test_an_incident_goes_through_json_unchanged(said: list[Claim]) -> None:
    for incident in joined(*said):
        assert from_json(to_json(incident), Incident) == incident


@settings(max_examples=40, deadline=None)
@given(CRISES, st.sampled_from([Verdict.SAME, Verdict.DIFFERENT]))
def test_undoing_a_judgement_restores_every_incident(said: list[Claim], verdict: Verdict) -> None:
    if len({one.id for one in said}) < 2:
        return
    judged = judgement(verdict, *list({one.id: one for one in said}.values())[:2])
    undone = judgement(Verdict.UNDO, undoes=judged)
    assert joined(*said, judged=[judged, undone]) == joined(*said)


@pytest.mark.parametrize("kind", sorted(HAPPENS))
def test_every_kind_that_happens_makes_an_incident(kind: str) -> None:
    assert only(claim(kind, **HERE)).kinds == (kind,)


def test_an_incident_that_its_only_teller_denies_later_is_discounted() -> None:
    first = claim("killed", 9, by="Field Clinic", **HERE)
    after = claim("killed", 9, by="Field Clinic", within="r3", certainty=Certainty.DENIED, **HERE)
    incident = only(first, after)
    assert (incident.grade, incident.reason) == (Grade.DISCOUNTED, "whoever told it took it back later")
    assert incident.denials == (after.id,)
