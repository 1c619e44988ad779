from dataclasses import replace

from tests.exports.making import claim, place, report, said_by

from clearway.exports import incident_lines, release
from clearway.model import Claim, Incident, Period, Profile, Release, Report
from clearway.picture import entry_of, incidents

DAY = Period(first=report("x").published, last=report("x").published)  # type: ignore[arg-type]  # it has a day
TEXT = "Shells hit a clinic in Qorat on Tuesday. Nine people were killed."


def found(of: Report, *claims: Claim) -> tuple[Incident, ...]:
    return incidents(entry_of(one, of) for one in claims)


def public(of: Report, *claims: Claim) -> Release:
    return release([of], claims, incidents=found(of, *claims), profile=Profile.PUBLIC)


def hit_and_dead(of: Report) -> tuple[Claim, Claim]:
    town = place(of, "Qorat")
    hit = claim(of, "facility_attack", "Shells hit a clinic in Qorat", facility="clinic", places=(town,), period=DAY)
    dead = claim(of, "killed", "Nine people were killed", group="people", attribution=said_by("Coast Monitor"))
    return hit, dead


def test_in_public_an_attack_on_a_facility_is_told_of_its_district() -> None:
    of = report(TEXT)
    (incident,) = public(of, *hit_and_dead(of)).incidents
    assert incident.place == "Jebel Saman"
    assert (incident.place_id, incident.radius_km) == (None, None)
    assert incident.kinds == ("facility_attack", "killed")
    assert "Qorat" not in "".join(incident_lines(public(of, *hit_and_dead(of))))


def test_a_claim_that_would_tell_where_the_facility_is_leaves_the_incident() -> None:
    text = "Shells hit a clinic in Qorat on Tuesday. Two were killed in Umm Zahran."
    of = report(text)
    hit, _ = hit_and_dead(report(TEXT))
    hit = claim(
        of,
        "facility_attack",
        "Shells hit a clinic in Qorat",
        facility="clinic",
        places=(place(of, "Qorat", radius_km=5.0),),
        period=DAY,
    )
    near = claim(of, "killed", "Two were killed", places=(place(of, "Umm Zahran", latitude=36.29),), period=DAY)
    (before,) = found(of, hit, near)
    (after,) = public(of, hit, near).incidents
    assert len(before.claims) == 2
    assert (len(after.claims), after.kinds, after.harms[0].kind) == (1, ("facility_attack",), "facility_attack")


def test_the_released_incident_names_released_claims_only() -> None:
    of = report(TEXT)
    out = public(of, *hit_and_dead(of))
    ids = {one.id for one in out.claims}
    (incident,) = out.incidents
    assert set(incident.claims) <= ids
    assert all(set(harm.claims) <= ids for harm in incident.harms)


def test_an_incident_without_a_claim_that_may_go_out_is_counted_as_held_back() -> None:
    of = report(TEXT)
    other = replace(of, may_redistribute=report("x").may_redistribute)
    claims = hit_and_dead(of)
    out = release([], claims, incidents=found(other, *claims), profile=Profile.PUBLIC)
    assert out.incidents == ()
    assert ("findings", 1) in [(item.what, item.count) for item in out.withheld]


def test_restricted_lets_the_incident_pass_as_it_is() -> None:
    of = report(TEXT)
    claims = hit_and_dead(of)
    made = found(of, *claims)
    assert release([of], claims, incidents=made, profile=Profile.RESTRICTED).incidents == made
