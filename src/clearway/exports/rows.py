"""A claim or a finding as one flat record, with the slots that the project's scorer and tables read."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from clearway.model import Bound, Change, Claim, Figure, Finding, Harm, Incident, Period, Place, Relation, Report, Total

Row = dict[str, Any]


def claim_row(claim: Claim, report: Report) -> Row:
    """One claim with its slots, its report and its resolved places; offsets count the report's characters."""
    figure, nearest = claim.figure, claim.attribution.nearest
    return {
        "id": claim.id,
        "kind": claim.kind,
        "start": claim.passage.start,
        "end": claim.passage.end,
        "quote": claim.passage.words,
        "sentence": claim.sentence.words,
        "figure": _figure(figure),
        "of": figure.whole.words if figure and figure.whole else None,
        "group": claim.group,
        "actor": claim.actor,
        "cause": claim.cause,
        "facility": claim.facility,
        "status": claim.status,
        "act": claim.act,
        "source": nearest.name if nearest else None,
        "sources": [{"name": source.name, "kind": source.kind} for source in claim.attribution.chain],
        "places": [place.name for place in claim.places],
        "resolved": [_place(place) for place in claim.places],
        "period": _days(claim.period),
        "certainty": claim.certainty,
        "negated": claim.negated,
        "sensitivity": claim.sensitivity,
        "doubts": list(claim.doubts),
        "extractor": claim.extractor,
        "version": claim.version,
        "report": report.id,
        "publisher": report.publisher,
        "title": report.title,
        "url": report.url,
        "published": _day(report.published),
        "licence": report.licence,
        "may_redistribute": report.may_redistribute,
    }


def finding_row(finding: Finding) -> Row:
    """One finding with its bounds, each with the claims that state it."""
    return {
        "id": finding.id,
        "topic": finding.topic,
        "kind": finding.kind,
        "statement": finding.statement,
        "place": finding.place,
        "place_id": finding.place_id,
        "period": _days(finding.period),
        "group": finding.group,
        "unit": finding.unit,
        "measure": finding.measure,
        "status": finding.status,
        "low": _bound(finding.low),
        "best": _bound(finding.best),
        "high": _bound(finding.high),
        "state": finding.state,
        "sources": list(finding.sources),
        "origins": finding.origins,
        "claims": list(finding.claims),
        "latest": _day(finding.latest),
        "notes": list(finding.notes),
        "basis": finding.basis,
        "certainty": finding.certainty,
        "sensitivity": finding.sensitivity,
        "part_of": finding.part_of,
        "superseded_by": finding.superseded_by,
        "derived_from": finding.derived_from,
    }


def total_row(total: Total) -> Row:
    """One total, which nobody reports, with its parts and why they have nothing in common."""
    return {
        "words": total.words,
        "low": total.low,
        "high": total.high,
        "derived": True,
        "why": total.why,
        "covers": total.covers,
        "parts": list(total.parts),
        "whole": total.whole,
    }


def change_row(change: Change, quotes: Mapping[str, str]) -> Row:
    """What became of one finding, with the finding before and after, and the words that brought it about."""
    return {
        "turn": change.turn,
        "before": finding_row(change.before) if change.before else None,
        "after": finding_row(change.after) if change.after else None,
        "claims": list(change.claims),
        "quotes": [quotes[name] for name in change.claims if quotes.get(name)],
    }


def relation_row(relation: Relation) -> Row:
    """What one claim is to another, with the reason."""
    return {"tie": relation.tie, "one": relation.one, "other": relation.other, "reason": relation.reason}


def incident_row(incident: Incident, quotes: Mapping[str, str]) -> Row:
    """One incident with its ranges, who is said to have done it, and the words that tell it."""
    return {
        "id": incident.id,
        "kinds": list(incident.kinds),
        "place": incident.place,
        "place_id": incident.place_id,
        "radius_km": incident.radius_km,
        "period": _days(incident.period),
        "harms": [_harm(harm) for harm in incident.harms],
        "alleged": [
            {"actor": one.actor, "by": list(one.by), "claims": list(one.claims), "own": one.own}
            for one in incident.alleged
        ],
        "causes": list(incident.causes),
        "facilities": list(incident.facilities),
        "grade": incident.grade,
        "reason": incident.reason,
        "sources": list(incident.sources),
        "origins": incident.origins,
        "claims": list(incident.claims),
        "denials": list(incident.denials),
        "quotes": [quotes[name] for name in incident.claims if quotes.get(name)],
        "joined": list(incident.joined),
        "latest": _day(incident.latest),
        "sensitivity": incident.sensitivity,
    }


def _harm(harm: Harm) -> Row:
    return {
        "kind": harm.kind,
        "group": harm.group,
        "unit": harm.unit,
        "low": _bound(harm.low),
        "best": _bound(harm.best),
        "high": _bound(harm.high),
        "state": harm.state,
        "part_of": harm.part_of,
        "claims": list(harm.claims),
    }


def _figure(figure: Figure | None) -> Row | None:
    if figure is None:
        return None
    return {
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "quantifier": figure.quantifier,
        "unit": figure.unit,
        "measure": figure.measure,
        "basis": figure.basis,
        "of": figure.whole.words if figure.whole else None,
        "of_value": figure.whole.value if figure.whole else None,
    }


def _place(place: Place) -> Row:
    known = place.resolved
    return {
        "name": place.name,
        "id": known.id if known else None,
        "resolved_name": known.name if known else None,
        "pcode": known.pcode if known else None,
        "level": (known.level if known else None) or place.level,
        "lat": known.latitude if known else None,
        "lon": known.longitude if known else None,
        "radius_km": known.radius_km if known else None,
        "country": known.country if known else None,
        "adm1": known.adm1 if known else None,
        "adm1_code": known.adm1_code if known else None,
        "adm2": known.adm2 if known else None,
        "adm2_code": known.adm2_code if known else None,
        "within": place.within.name if place.within else None,
    }


def _bound(bound: Bound | None) -> Row | None:
    if bound is None:
        return None
    return {"value": bound.value, "stated": bound.stated, "how": bound.how, "claims": list(bound.claims)}


def _days(period: Period | None) -> list[str] | None:
    return [period.first.isoformat(), period.last.isoformat()] if period else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
