"""`clearway corridor record` and `clearway corridor watch`: a way kept as a record, and whether it still holds."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from clearway.cli.asking import days, needed, patience
from clearway.cli.judging import By as Who
from clearway.cli.judging import Why, login
from clearway.cli.options import DEFAULT_LEDGER, Age, Avoid, By, Day, Json, Ledger, Places, Roads, Unverified
from clearway.cli.terminal import emit_json, note, out
from clearway.model import Answer, Purpose

NOT_VALID = 3
"""The exit code of `watch` for a record that is stale or expired, so that a schedule can tell."""
HOUR = typer.Option(formats=["%Y-%m-%dT%H:%M"], metavar="YYYY-MM-DDTHH:MM", help="Valid until this hour, UTC.")


def record(
    file: Annotated[Path, typer.Argument(metavar="FILE.json", help="Where the record is kept.")],
    origin: Annotated[str, typer.Option("--from", metavar="PLACE", help="Where it begins.")],
    destination: Annotated[str, typer.Option("--to", metavar="PLACE", help="Where it leads.")],
    until: Annotated[datetime, HOUR],
    way: Annotated[str, typer.Option(help="Which way of the plan: A is the first.")] = "A",
    purpose: Annotated[Purpose, typer.Option(help="People out, goods in, or both.")] = Purpose.OUT,
    party: Annotated[list[str] | None, typer.Option(help="A party that has to agree; may be given again.")] = None,
    reached_from: Annotated[
        str | None, typer.Option(metavar="PLACE", help="From where people reach its start.")
    ] = None,
    window: Annotated[str | None, typer.Option(help="When it is open: 08:00 to 16:00.")] = None,
    recurrence: Annotated[str | None, typer.Option(help="How often: daily, once.")] = None,
    beneficiaries: Annotated[str | None, typer.Option(help="Who may pass.")] = None,
    voluntary: Annotated[Answer, typer.Option(help="Whether leaving is voluntary.")] = Answer.UNKNOWN,
    choice: Annotated[Answer, typer.Option(help="Whether people may choose where they go.")] = Answer.UNKNOWN,
    staying: Annotated[str | None, typer.Option(help="What becomes of those who stay.")] = None,
    monitors: Annotated[str | None, typer.Option(help="Who watches it.")] = None,
    medical: Annotated[str | None, typer.Option(help="Medical help along it.")] = None,
    mines: Annotated[str | None, typer.Option(help="Whether and by whom it was cleared.")] = None,
    as_of: Annotated[datetime | None, Day] = None,
    max_age: Age = "7d",
    vehicle: By = "car",
    show_unverified: Unverified = False,
    avoid: Avoid = None,
    ledger: Ledger = DEFAULT_LEDGER,
    roads: Roads = None,
    gazetteer: Places = None,
) -> None:
    """Keep a planned way as a corridor's record, with what is reported of each party's agreement and what is unknown.

    The record is a file of its own: restricted, and valid until its hour or until `corridor watch` finds it stale.
    """
    from clearway.cli.leaving import opened, write_bytes
    from clearway.cli.records import RecordSheet
    from clearway.crisis.corridors import Ask, Keep, recorded
    from clearway.crisis.roads import roads_beside
    from clearway.model import Details, to_json

    details = Details(
        purpose=purpose,
        window=window,
        recurrence=recurrence,
        beneficiaries=beneficiaries,
        voluntary=voluntary,
        choice=choice,
        staying=staying,
        monitors=monitors,
        medical=medical,
        mines=mines,
    )
    keep = Keep(
        name=file.stem,
        way=way.upper(),
        details=details,
        parties=tuple(party or ()),
        until=until.replace(tzinfo=UTC),
        reached_from=reached_from,
    )
    with opened(ledger, gazetteer=gazetteer) as crisis:
        ask = Ask(
            origin=origin,
            destination=destination,
            vehicle=vehicle,
            as_of=as_of.date() if as_of else crisis.today,
            max_age=days(max_age),
            show_unverified=show_unverified,
            avoid=tuple(avoid or ()),
        )
        with patience():
            made, release = recorded(crisis, roads or roads_beside(ledger), ask, keep, on_needed=needed)
    write_bytes(file, to_json(made) + b"\n")
    out().print(RecordSheet(made, release))
    note(release.banner)
    note(f"{file} is written; `clearway corridor watch {file}` tells whether it still holds")


def withdraw(
    file: Annotated[Path, typer.Argument(metavar="FILE.json", help="A record.", readable=False)],
    by: Who = "",
    why: Why = "",
) -> None:
    """Say that nobody goes by a record any more: it stays in its file, with who withdrew it, when and why.

    `corridor watch` tells it as withdrawn from then on, with the exit code 3.
    """
    from clearway.cli.leaving import write_bytes
    from clearway.crisis.corridors import record_of, withdrawn
    from clearway.model import to_json

    made = withdrawn(record_of(file), by=by or login(), at=datetime.now(UTC).replace(microsecond=0), why=why)
    write_bytes(file, to_json(made) + b"\n")
    note(f"{file} is withdrawn; the record stays in it")


def watch(
    files: Annotated[list[Path], typer.Argument(metavar="FILE.json...", help="Records.", readable=False)],
    as_of: Annotated[datetime | None, Day] = None,
    ledger: Ledger = DEFAULT_LEDGER,
    roads: Roads = None,
    json: Json = False,
) -> None:
    """Hold records against what is known now: valid, stale (which new claims on which leg), expired, or withdrawn.

    The exit code is 3 where one does not hold any more.
    """
    from clearway.cli.leaving import opened
    from clearway.cli.records import watched_text
    from clearway.crisis.corridors import record_of, watch
    from clearway.crisis.roads import roads_beside
    from clearway.model import Validity, to_json

    records = [record_of(file) for file in files]
    holds = True
    with opened(ledger) as crisis:
        for known in records:
            with patience():
                day = as_of.date() if as_of else None
                found, release = watch(crisis, roads or roads_beside(ledger), known, as_of=day, on_needed=needed)
            holds &= found.validity is Validity.VALID
            if json:
                emit_json(to_json(found).decode() + "\n")
            else:
                out().print(watched_text(found, release), soft_wrap=True)
    note(release.banner)
    if not holds:
        raise typer.Exit(NOT_VALID)
