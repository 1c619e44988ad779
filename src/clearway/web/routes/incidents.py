"""Incidents: what happened where and when, from whose words; two that are one are merged, one that is two is split."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Form, Query

from clearway.crisis import kinds
from clearway.display import words
from clearway.display.catalogue import say
from clearway.errors import UsageError
from clearway.model import Incident, IncidentQuery, Verdict
from clearway.web.desk import TheDesk
from clearway.web.fields import OptionalDay
from clearway.web.page_route import Aside
from clearway.web.pages import Done, Pages, Stop
from clearway.web.refused import Refused
from clearway.web.rights import Role, Who

pages = Pages(stop=Stop(path="/incidents", name="incidents", key="g e", needs=Role.READER))

MOST = 20
"""Incidents on a page of the list."""

Text = Annotated[str | None, Query(max_length=200)]
Ids = Annotated[list[str], Form(max_length=400)]
Why = Annotated[str, Form(max_length=2000)]
Seen = Annotated[Sequence[str], Form(max_length=400)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A claim of an incident: its words, and whether it denies that it happened so."""

    id: str
    words: str
    source: str
    denies: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """An incident with the words of its claims; `when` is its days in words.

    `seen` goes back with what is decided about its claims, `seen_lead` about its lead.
    """

    incident: Incident
    lead: str
    when: str
    quotes: tuple[Quoted, ...]
    seen: str
    seen_lead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentList:
    """A page of the list; `after` is where the next one begins, `bounded` that not all of these days is looked at."""

    incidents: tuple[Happened, ...]
    kind: str | None
    kinds: tuple[str, ...]
    place: str | None
    as_of: date | None
    first: date | None
    last: date | None
    after: str | None
    bounded: bool
    banner: str


@pages.page("/incidents", needs=Role.READER, template="incidents", kept=True, aside=Aside.GATED)
def incidents(
    desk: TheDesk,
    who: Who,
    kind: Text = None,
    place: Text = None,
    first: OptionalDay = None,
    last: OptionalDay = None,
    as_of: Annotated[OptionalDay, Query(description="What was known at the end of that day.")] = None,
    after: Annotated[str | None, Query(max_length=400, description="Where the page before this one ended.")] = None,
) -> IncidentList:
    """What happened, in the order of its days."""
    if kind:
        kinds().named(kind)
    try:
        query = IncidentQuery(kind=kind or None, place=place or None, first=first, last=last, after=after, limit=MOST)
    except ValueError as error:
        raise Refused(422, say("wrong.later_first"), say("wrong.earlier_first"), document="days") from error
    page = desk.crisis.incident_page(query, as_of=as_of, profile=who.profile)
    found = page.release.incidents
    claims = {claim.id: claim for claim in page.release.claims}
    shown = []
    sets = [names for one in found for names in (one.claims, (one.lead,))]
    seen = iter(desk.crisis.seen_on(sets) if who.may(Role.ANALYST) else [""] * len(sets))
    for one in found:
        told = [claims[name] for name in one.claims if name in claims]
        quotes = tuple(
            Quoted(id=each.id, words=each.passage.words, source=words.sources(each), denies=each.id in one.denials)
            for each in told
        )
        when = words.period(one.period) if one.period else words.day(one.latest) if one.latest else ""
        shown.append(
            Happened(incident=one, lead=one.lead, when=when, quotes=quotes, seen=next(seen), seen_lead=next(seen))
        )
    return IncidentList(
        incidents=tuple(shown),
        kind=kind,
        kinds=tuple(kinds()),
        place=place,
        as_of=as_of,
        first=page.query.first,
        last=page.query.last,
        after=page.after,
        bounded=page.bounded,
        banner=page.release.banner,
    )


@pages.act("/incidents/merge", needs=Role.ANALYST)
def merge_incidents(desk: TheDesk, who: Who, leads: Ids, why: Why = "", seen: Seen = ()) -> Done:
    """Say that several incidents are one, each named by the first of its claims; `seen` is LEAD=SEEN for each."""
    told = dict(each.partition("=")[::2] for each in seen)
    known = {name: told[name] for name in leads if name in told}
    made = desk.crisis.judge(Verdict.SAME, leads, by=who.name, why=why, lead=who.may(Role.LEAD), seen=known)
    desk.note(who.name, "merge", f"{' '.join(made.claims)} ({made.id})")
    return Done(to=f"/claims/{made.claims[0]}", said="merged")


@pages.act("/incidents/split", needs=Role.ANALYST)
def split_incident(
    desk: TheDesk,
    who: Who,
    claims: Ids,
    of: Ids,
    why: Why = "",
    seen: Annotated[str | None, Form(max_length=64)] = None,
) -> Done:
    """Say that some claims of an incident, whose claims are `of`, tell of another event."""
    rest = [name for name in of if name not in claims]
    if not rest:
        raise UsageError("split", rule=say("wrong.no_claim_left"), remedy=say("wrong.choose_some"))
    made = desk.crisis.set_apart(claims, rest, by=who.name, why=why, lead=who.may(Role.LEAD), seen=seen)
    desk.note(who.name, "split", f"{' '.join(claims)} from {' '.join(rest)} ({len(made)} judgements)")
    return Done(to="/incidents", said="split_incident")
