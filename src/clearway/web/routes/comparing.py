"""Two questions for ways beside each other: other days, vehicles or areas, and what that changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Query

from clearway.crisis.corridors import legs_under
from clearway.display.catalogue import say
from clearway.display.comparing import Comparison, compare
from clearway.errors import ClearwayError
from clearway.model import Leg, Plan
from clearway.web.desk import Desk, TheDesk
from clearway.web.pages import Pages
from clearway.web.questions import Question
from clearway.web.refused import Refused, in_form
from clearway.web.rights import Who
from clearway.web.routes.corridors import SEES, Asked, page_of, plan_of

pages = Pages()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A question, how it stands in an address, and its plan."""

    question: Question
    query: str
    plan: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """Two questions with their plans, in which fields they differ, and what changed from the first to the second."""

    one: Side
    other: Side
    differ: dict[str, tuple[str, str]]
    found: Comparison
    banner: str


@pages.page("/corridors/compare", needs=SEES, template="compare")
def compare_corridors(
    desk: TheDesk,
    who: Who,
    asked: Asked,
    before: Annotated[str, Query(max_length=20_000, description="The first question, as in its address.")] = "",
) -> ComparePage:
    """What changed in ranking, verdict and legs from one question for ways to another."""
    first = Question.of(before)
    try:
        one, other = plan_of(desk, who, first), plan_of(desk, who, asked)
        under = _under(desk, one.plan, asked)
    except (ClearwayError, Refused) as error:
        raise in_form(error, "corridors", "/corridors", page=page_of(desk, who, asked), sheet=None) from error
    return ComparePage(
        one=Side(question=first, query=first.query, plan=one.plan),
        other=Side(question=asked, query=asked.query, plan=other.plan),
        differ=_differ(first, asked),
        found=compare(one.plan, other.plan, under),
        banner=other.release.banner,
    )


def _under(desk: Desk, plan: Plan, asked: Question) -> dict[str, Leg]:
    """The legs of a plan as they stand under another question."""
    crisis, roads = desk.crisis, desk.roads
    ask, legs = asked.ask(crisis.today), [leg for route in plan.routes for leg in route.legs]
    key = ("legs", asked.query, ask.as_of, tuple(leg.id for leg in legs))
    return desk.works.do(key, say("wrong.comparison"), lambda: legs_under(crisis, roads, legs, ask))


def _differ(one: Question, other: Question) -> dict[str, tuple[str, str]]:
    """The fields in which two questions differ, with what each says."""
    pairs: Mapping[str, tuple[Any, Any]] = {
        name: (getattr(one, name), getattr(other, name)) for name in Question.__dataclass_fields__
    }
    return {name: (_told(a), _told(b)) for name, (a, b) in pairs.items() if a != b}


def _told(value: str | bool) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else "; ".join(value.splitlines())
