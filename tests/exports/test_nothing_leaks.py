"""What the gate holds back is in no byte of any output."""

import html
import json
from datetime import timedelta
from urllib.parse import unquote

from hypothesis import HealthCheck, given, settings
from tests.exports.crises import Crisis, crises
from tests.exports.making import DAY, picture

from clearway.exports import csv_text, finding_lines, findings_csv, incident_lines, json_lines, page, release
from clearway.exports.masking import fold
from clearway.model import Change, Incident, Known, Picture, Profile, Release, Story, Turn, to_json
from clearway.picture import entry_of, incidents


def outputs(out: Release, found: Picture) -> dict[str, str]:
    """Every output there is, and the release itself, of which others will be made; the page without its basemap."""
    made = page(out, found, title="A crisis", judged_at=DAY)
    head, _, rest = made.partition('<script type="application/json" id="world">')
    return {
        "release": to_json(out).decode(),
        "json": "\n".join(json_lines(out)),
        "findings": "\n".join(finding_lines(out)),
        "incidents": "\n".join(incident_lines(out)),
        "csv": csv_text(out),
        "findings csv": findings_csv(out),
        "page": head + rest.partition("</script>")[2],
    }


def happened(crisis: Crisis) -> tuple[Incident, ...]:
    """The incidents that the crisis's claims tell of."""
    reports = {report.id: report for report in crisis.reports}
    return incidents(entry_of(one, reports.get(one.report)) for one in crisis.claims)


def spellings(text: str) -> list[str]:
    """The text as written, without markup's escapes, without those of addresses, and folded."""
    plain = html.unescape(text)
    return [text, plain, unquote(plain), fold(plain)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(crises())
def test_no_name_point_place_or_quote_that_is_held_back_is_in_any_public_output(crisis: Crisis) -> None:
    told = happened(crisis)
    out = release(crisis.reports, crisis.claims, crisis.findings, incidents=told, profile=Profile.PUBLIC)
    for name, text in outputs(out, picture(*crisis.findings)).items():
        written = spellings(text)
        for secret in crisis.secret:
            assert not any(secret in one for one in written), (name, secret)
            assert fold(secret) not in written[-1], (name, secret)


def grown(crisis: Crisis) -> Story:
    """The crisis's findings as if some of them had stood on the day before only, each new on its day."""
    days = (DAY - timedelta(days=1), DAY)
    known = [
        Known(finding=one, since=days[at % 3 == 0], until=DAY if at % 3 == 1 else None, line=f"{one.place}.{one.id}")
        for at, one in enumerate(crisis.findings)
    ]
    changes = tuple(
        tuple(
            Change(turn=Turn.NEW, before=None, after=one.finding, claims=one.finding.claims)
            for one in known
            if one.since == day
        )
        for day in days
    )
    replaced = ((crisis.reports[0].id, DAY),) if len(crisis.reports) > 1 else ()
    return Story(days=days, known=tuple(known), changes=changes, replaced=replaced)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(crises())
def test_what_is_held_back_is_held_back_on_every_day_of_the_page(crisis: Crisis) -> None:
    out = release(crisis.reports, crisis.claims, story=grown(crisis), profile=Profile.PUBLIC)
    made = page(out, picture(*out.findings), title="A crisis", judged_at=DAY)
    head, _, rest = made.partition('<script type="application/json" id="world">')
    for text in (to_json(out).decode(), head + rest.partition("</script>")[2]):
        written = spellings(text)
        for secret in crisis.secret:
            assert not any(secret in one for one in written), secret
            assert fold(secret) not in written[-1], secret
    ids = {claim.id for claim in out.claims}
    assert out.story is not None
    assert all(set(one.finding.claims) <= ids for one in out.story.known)
    assert all(set(one.claims) <= ids for some in out.story.changes for one in some)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(crises())
def test_every_released_record_holds_together(crisis: Crisis) -> None:
    for profile in Profile:
        out = release(crisis.reports, crisis.claims, crisis.findings, incidents=happened(crisis), profile=profile)
        texts = {report.id: report.text for report in out.reports if report.text}
        ids = {claim.id for claim in out.claims}
        assert len(ids) == len({claim.id for claim in crisis.claims if claim.report in {one.id for one in out.reports}})
        assert all(claim.passage.cuts(texts[claim.report]) for claim in out.claims if claim.report in texts)
        assert all(set(finding.claims) <= ids for finding in out.findings)
        assert all(set(incident.claims) <= ids for incident in out.incidents)
        bounds = [bound for finding in out.findings for bound in (finding.low, finding.best, finding.high) if bound]
        assert all(set(bound.claims) <= ids for bound in bounds)
        assert all(json.loads(line)["profile"] == profile for line in json_lines(out))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(crises())
def test_the_gate_gives_the_same_in_whatever_order_the_records_come(crisis: Crisis) -> None:
    there = release(crisis.reports, crisis.claims, crisis.findings, profile=Profile.PUBLIC)
    back = release(crisis.reports[::-1], crisis.claims[::-1], crisis.findings[::-1], profile=Profile.PUBLIC)
    assert set(map(repr, there.claims)) == set(map(repr, back.claims))
    assert set(map(repr, there.reports)) == set(map(repr, back.reports))
    assert there.withheld == back.withheld
