"""`clearway incidents`."""

from datetime import datetime
from typing import Annotated

import typer

from clearway.cli.options import DEFAULT_LEDGER, Day, Json, Ledger, Profile
from clearway.cli.terminal import emit_json, note, out, plural
from clearway.model import IncidentQuery
from clearway.model import Profile as ProfileName


def incidents(
    as_of: Annotated[datetime | None, Day] = None,
    kind: Annotated[str | None, typer.Option(help="With claims of this kind (`clearway kinds` lists them).")] = None,
    place: Annotated[str | None, typer.Option(help="At a place: part of its name.")] = None,
    limit: Annotated[int | None, typer.Option(min=0, help="No more than this many.")] = None,
    ledger: Ledger = DEFAULT_LEDGER,
    profile: Profile = ProfileName.RESTRICTED,
    json: Json = False,
) -> None:
    """List the events that claims tell of: where, when, whom they harmed, who is said to have done it, how sure.

    Ranges of one event may count the same people twice and are never added. `clearway judge same` and `clearway
    judge different` join and part events; an undone judgement leaves them as they were.
    """
    from clearway.cli.incidents import IncidentTable
    from clearway.cli.leaving import opened, tell
    from clearway.crisis import incident_lines, kinds

    if kind:
        kinds().named(kind)
    query = IncidentQuery(kind=kind or None, place=place or None, limit=limit)
    with opened(ledger) as crisis:
        release = crisis.incidents(query, as_of=as_of.date() if as_of else None, profile=profile)
    if json:
        emit_json(incident_lines(release))
    else:
        out().print(IncidentTable(release))
    tell(release)
    named = {name for one in release.incidents for name in one.claims}
    note(f"{plural(len(release.incidents), 'incident')} of {plural(len(named), 'claim')}")
