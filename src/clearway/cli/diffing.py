"""`clearway diff`."""

from datetime import datetime
from typing import Annotated

import typer

from clearway.cli.options import DEFAULT_LEDGER, Json, Ledger, Profile
from clearway.cli.terminal import emit_json, note, out, plural
from clearway.model import Profile as ProfileName

DAY = ["%Y-%m-%d"]


def diff(
    first: Annotated[datetime, typer.Argument(formats=DAY, metavar="DAY", help="What was known at the end of it.")],
    last: Annotated[datetime, typer.Argument(formats=DAY, metavar="DAY", help="A later day.")],
    everything: Annotated[bool, typer.Option("--all", help="Show too what was only confirmed.")] = False,
    ledger: Ledger = DEFAULT_LEDGER,
    profile: Profile = ProfileName.RESTRICTED,
    json: Json = False,
) -> None:
    """List what changed between two days: new, revised, contradicted or withdrawn, each with its words."""
    from clearway.cli.leaving import opened, tell
    from clearway.crisis import change_lines
    from clearway.model import Turn

    with opened(ledger) as crisis:
        release = crisis.diff(first.date(), last.date(), profile=profile)
    if json:
        emit_json(change_lines(release))
    else:
        from clearway.cli.changes import ChangeTable

        out().print(ChangeTable(release, first.date(), last.date(), everything=everything))
    tell(release)
    told = [one for one in release.changes if one.turn is not Turn.CONFIRMED]
    confirmed = len(release.changes) - len(told)
    note(f"{plural(len(told), 'change')}; {plural(confirmed, 'finding')} only confirmed")
