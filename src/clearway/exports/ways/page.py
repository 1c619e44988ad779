"""One self-contained page of a plan that opens offline from the disk: the map, the panel why, the ways side by side."""

from clearway.display.ways import PlanView, plan_view
from clearway.exports.ways.map import svg
from clearway.exports.ways.telling import CAUTION
from clearway.model import Plan, Release


def plan_sheet(plan: Plan, release: Release) -> PlanView:
    """Everything that a page of a plan shows."""
    return plan_view(plan, release, caution=CAUTION, drawing=svg(plan))


def plan_page(plan: Plan, release: Release) -> bytes:
    """The page; nothing in it asks for anything elsewhere."""
    from clearway.display.rendering import plan_html

    return plan_html(plan_sheet(plan, release)).encode()
