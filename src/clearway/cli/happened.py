"""`clearway incidents`."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated

import typer

from clearway.cli.options import DEFAULT_LEDGER, Day, Json, Ledger, Profile
from clearway.cli.terminal import emit_json, note, out, plural
from clearway.model import Profile as ProfileName


def incidents(
    as_of: Annotated[datetime | None, Day] = None,
    kind: Annotated[str | None, typer.Option(help="With claims of this kind (`clearway kinds` lists them).")] = None,
    place: Annotated[str | None, typer.Option(help="At a place: part of its name.")] = None,
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
    with opened(ledger) as crisis:
        release = crisis.incidents(as_of=as_of.date() if as_of else None, profile=profile)
    sought = (place or "").casefold()
    chosen = [one for one in release.incidents if kind is None or kind in one.kinds]
    chosen = [one for one in chosen if sought in (one.place or "").casefold()]
    release = replace(release, incidents=tuple(chosen))
    if json:
        emit_json(incident_lines(release))
    else:
        out().print(IncidentTable(release))
    tell(release)
    named = {name for one in chosen for name in one.claims}
    note(f"{plural(len(chosen), 'incident')} of {plural(len(named), 'claim')}")
