"""The one API: a crisis is a ledger, a gazetteer, and what one asks of them."""

from clearway.crisis.api import Crisis
from clearway.crisis.asking import (
    add_places,
    answer_lines,
    bound_process,
    change_lines,
    csv_text,
    desk_beside,
    formats,
    frame,
    gazetteer_holdings,
    incident_lines,
    is_server,
    json_lines,
    judgement_lines,
    kinds,
    places_beside,
    policies,
    shown,
    title_of,
)
from clearway.crisis.checking import Checked
from clearway.crisis.outcomes import Drawn, Outcome, Page, ReadSummary, Resolved
from clearway.crisis.reading import ClaimReader
from clearway.crisis.reviewing import Looked, Queue

__all__ = [
    "Checked",
    "ClaimReader",
    "Crisis",
    "Drawn",
    "Looked",
    "Outcome",
    "Page",
    "Queue",
    "ReadSummary",
    "Resolved",
    "add_places",
    "answer_lines",
    "bound_process",
    "change_lines",
    "csv_text",
    "desk_beside",
    "formats",
    "frame",
    "gazetteer_holdings",
    "incident_lines",
    "is_server",
    "json_lines",
    "judgement_lines",
    "kinds",
    "places_beside",
    "policies",
    "shown",
    "title_of",
]
