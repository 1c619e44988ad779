"""`clearway picture` and `clearway page`."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from clearway.cli.options import DEFAULT_LEDGER, Csv, Day, Json, Ledger, Profile, Roads
from clearway.cli.terminal import emit_csv, emit_json, note, out, plural
from clearway.model import Profile as ProfileName

STANDARD = Path("-")
AsOf = Annotated[datetime | None, Day]


def picture(
    as_of: AsOf = None,
    policy: Annotated[str | None, typer.Option(help="How low, best and high are chosen.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Show figures too that newer ones replaced.")] = False,
    ledger: Ledger = DEFAULT_LEDGER,
    profile: Profile = ProfileName.RESTRICTED,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Show what the claims come to, by topic: low, best and high, who says so, and how old it is.

    A dot stands where the claims leave a side open. Figures that may overlap are never added.
    """
    from clearway.cli.findings import MOST_SHOWN, PictureTable
    from clearway.cli.leaving import one_form, opened, tell
    from clearway.crisis import csv_text, json_lines

    one_form(json=json, csv=csv)
    # what leaves under another profile, and what a policy weighs, is told by looking at everything
    at_a_glance = not (json or csv or everything or policy) and profile is ProfileName.RESTRICTED
    with opened(ledger) as crisis:
        if at_a_glance:
            drawn = crisis.glance(MOST_SHOWN, as_of=_day(as_of))
        else:
            drawn = crisis.picture(as_of=_day(as_of), policy=policy, profile=profile)
    if json:
        emit_json(json_lines(drawn.release, findings=True, totals=drawn.picture.totals))
    elif csv:
        emit_csv(csv_text(drawn.release, findings=True))
    else:
        out().print(PictureTable(drawn.picture, today=drawn.today, everything=everything, left=drawn.left))
    tell(drawn.release)
    if not drawn.picture.claims:
        known = f"by {drawn.picture.as_of}" if drawn.picture.as_of else "so far"
        note(f"nothing was published {known} that is in this ledger; `clearway read` adds reports")


def page(
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE.html|-", help="Where to write the page; - is standard output."),
    ],
    as_of: AsOf = None,
    policy: Annotated[str | None, typer.Option(help="How low, best and high are chosen.")] = None,
    title: Annotated[str | None, typer.Option(help="What the page is called.")] = None,
    corridor: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE.json", help="Also draw this corridor's record; may be given again."),
    ] = None,
    ledger: Ledger = DEFAULT_LEDGER,
    roads: Roads = None,
    profile: Profile = ProfileName.RESTRICTED,
) -> None:
    """Write one page that opens offline: figures, timeline, map, and each report with its claims marked."""
    from clearway.cli.leaving import opened, tell, write
    from clearway.crisis import title_of
    from clearway.crisis.corridors import record_of, watch
    from clearway.crisis.roads import roads_beside

    records = [record_of(file) for file in corridor or ()]
    with opened(ledger) as crisis:
        # what a ledger is called is the user's own, like the names of the files that were read into it
        named = title or (title_of(ledger) if profile is ProfileName.RESTRICTED else "Clearway")
        day = _day(as_of)
        kept = [(one, watch(crisis, roads or roads_beside(ledger), one, as_of=day)[0]) for one in records]
        made = crisis.page(as_of=day, policy=policy, title=named, profile=profile, corridors=kept)
    if output == STANDARD:
        typer.echo(made.html.encode(), nl=False)
    else:
        write(output, made.html)
    tell(made.release)
    held = made.release
    counts = ((held.findings, "finding"), (held.claims, "claim"), (held.reports, "report"))
    where = "to standard output" if output == STANDARD else output
    note(f"wrote {where}: {', '.join(plural(len(records), thing) for records, thing in counts)}")


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
