"""`clearway corridor report`: what somebody who was there says of a stretch of road."""

from datetime import datetime
from typing import Annotated

import typer

from clearway.cli.asking import needed
from clearway.cli.options import DEFAULT_LEDGER, Ledger, Near, Places, Roads
from clearway.cli.terminal import note, one_line, out, plural
from clearway.model import Says, SourceKind

LEGS = 6
"""Legs that are listed."""
WHEN = typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The day of which it is said.")


def report(
    places: Annotated[
        list[str], typer.Argument(metavar="PLACE [PLACE]", help="The two ends of a stretch of road, or one place.")
    ],
    says: Annotated[Says, typer.Option(help="How the road is, or what happened on it.")],
    by: Annotated[str, typer.Option(metavar="NAME", help="The person or office that says so.")],
    when: Annotated[datetime, WHEN],
    words: Annotated[str, typer.Option(metavar="TEXT", help="In which words.")],
    kind: Annotated[SourceKind, typer.Option("--as", help="What sort of source this is.")] = SourceKind.WITNESS,
    around_km: Annotated[float, typer.Option(min=0, help="How far around one place it holds.")] = 1,
    within_km: Near = 5,
    ledger: Ledger = DEFAULT_LEDGER,
    roads: Roads = None,
    gazetteer: Places = None,
) -> None:
    """Keep what somebody says of a road, as one claim of one source; plans and records of corridors then know of it.

    It falls on the shortest way between the two places, or on all roads around one, and counts like what any witness
    says. It never leaves in the profiles public and partners. `clearway judge reject` takes it out again.
    """
    from clearway.cli.leaving import existing
    from clearway.crisis import Crisis
    from clearway.crisis.reporting import Seen, reported
    from clearway.crisis.roads import roads_beside

    seen = Seen(
        places=places,
        says=says,
        by=by,
        kind=kind,
        day=when.date(),
        words=words,
        around_km=around_km,
        within_km=within_km,
    )
    with Crisis.open(existing(ledger), gazetteer=gazetteer, tell=note) as crisis:
        kept = reported(crisis, roads or roads_beside(ledger), seen, on_needed=needed)
    out().print(f"claim {kept.claim.id} {'is kept' if kept.new else 'was kept before'}", soft_wrap=True)
    out().print(f"it falls on {plural(len(kept.legs), 'leg')}:", soft_wrap=True)
    for leg in kept.legs[:LEGS]:
        out().print(f"  {one_line(leg)}", soft_wrap=True, markup=False)
    if len(kept.legs) > LEGS:
        out().print(f"  and {len(kept.legs) - LEGS:,} more")
    note("it is restricted: it names who was where, and never leaves in the profiles public and partners")
