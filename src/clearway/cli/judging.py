"""`clearway judge` and `clearway judgements`."""

import getpass
from datetime import datetime
from typing import Annotated

import typer

from clearway.cli.options import DEFAULT_LEDGER, Json, Ledger
from clearway.cli.terminal import emit_json, note, one_line, out, plural
from clearway.errors import UsageError
from clearway.model import Judgement, Verdict

app = typer.Typer(
    name="judge",
    no_args_is_help=True,
    help="Decide about claims: what is the same, what is wrong, what to prefer. Undo is a later judgement.",
)

Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Claims, by their ids or the start of them.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="The claim's id, or the start of it.")]
By = Annotated[
    str,
    typer.Option(
        "--by", envvar="CLEARWAY_BY", help="Who judges (your login name where nobody is named).", show_default=False
    ),
]
Why = Annotated[str, typer.Option("--why", help="The reason, in a few words.")]
Lead = Annotated[bool, typer.Option("--lead", help="Judge as the lead, who decides where two contradict one another.")]


def login() -> str:
    """Who is logged in; nobody where the system does not tell."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def _judge(
    verdict: Verdict, claims: list[str], *, ledger: str, by: str, why: str, lead: bool, **correction: str
) -> None:
    from clearway.cli.leaving import opened

    with opened(ledger) as crisis:
        made = crisis.judge(verdict, claims, by=by or login(), why=why, lead=lead, **correction)
    note(f"judgement {made.id}: {', '.join(made.claims)} {verdict}; `clearway judge undo {made.id}` takes it back")


@app.command("same")
def same(claims: Ids, by: By = "", why: Why = "", lead: Lead = False, ledger: Ledger = DEFAULT_LEDGER) -> None:
    """These claims tell the same thing: they make one finding."""
    _judge(Verdict.SAME, claims, by=by, why=why, lead=lead, ledger=ledger)


@app.command("different")
def different(claims: Ids, by: By = "", why: Why = "", lead: Lead = False, ledger: Ledger = DEFAULT_LEDGER) -> None:
    """No two of these claims tell the same thing: they stand apart."""
    _judge(Verdict.DIFFERENT, claims, by=by, why=why, lead=lead, ledger=ledger)


@app.command("part-of")
def part_of(
    part: Id,
    whole: Annotated[str, typer.Argument(metavar="WHOLE", help="The claim that counts the whole.")],
    by: By = "",
    why: Why = "",
    lead: Lead = False,
    ledger: Ledger = DEFAULT_LEDGER,
) -> None:
    """The first claim counts a part of what the second counts."""
    _judge(Verdict.PART_OF, [part, whole], by=by, why=why, lead=lead, ledger=ledger)


@app.command("accept")
def accept(claims: Ids, by: By = "", why: Why = "", lead: Lead = False, ledger: Ledger = DEFAULT_LEDGER) -> None:
    """These claims were read rightly."""
    _judge(Verdict.ACCEPT, claims, by=by, why=why, lead=lead, ledger=ledger)


@app.command("reject")
def reject(claims: Ids, by: By = "", why: Why = "", lead: Lead = False, ledger: Ledger = DEFAULT_LEDGER) -> None:
    """These are no claims, or were read wrongly: they count in no picture."""
    _judge(Verdict.REJECT, claims, by=by, why=why, lead=lead, ledger=ledger)


@app.command("prefer")
def prefer(claim: Id, by: By = "", why: Why = "", lead: Lead = False, ledger: Ledger = DEFAULT_LEDGER) -> None:
    """The figure of this claim is the best of its finding."""
    _judge(Verdict.PREFER, [claim], by=by, why=why, lead=lead, ledger=ledger)


@app.command("correct")
def correct(
    claim: Id,
    slot: Annotated[str, typer.Argument(metavar="SLOT", help="What is wrong: value, period, actor, status ...")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help='What it is; "none" empties it.')],
    by: By = "",
    why: Why = "",
    lead: Lead = False,
    ledger: Ledger = DEFAULT_LEDGER,
) -> None:
    """One slot of a claim was read wrongly, and is this."""
    _judge(Verdict.CORRECT, [claim], by=by, why=why, lead=lead, ledger=ledger, slot=slot, value=value)


@app.command("add")
def add(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The report's id, or the start of it.")],
    kind: Annotated[str, typer.Argument(metavar="KIND", help="What it claims: killed, displaced ... (clearway kinds)")],
    words: Annotated[str, typer.Option("--words", help="The words that say it, just as they stand in the report.")],
    slots: Annotated[
        list[str] | None, typer.Option("--set", metavar="SLOT=VALUE", help="What it says: value=12, places=Idlib ...")
    ] = None,
    by: By = "",
    why: Why = "",
    ledger: Ledger = DEFAULT_LEDGER,
) -> None:
    """Add a claim that was not read: no new reading takes it away."""
    from clearway.cli.leaving import existing
    from clearway.crisis import Crisis

    given = {**_slots(slots or []), "kind": kind}
    with Crisis.open(existing(ledger), tell=note) as crisis:
        made = crisis.add_claim(report, words, given, by=by or login(), why=why)
    note(f"claim {made.claims[0]} is added; `clearway judge undo {made.id}` takes it back")


@app.command("split")
def split(
    claim: Id,
    parts: Annotated[
        list[str],
        typer.Option(
            "--part", metavar="SLOT=VALUE,...", help="How one part differs: value=2,group=doctor. Twice or more."
        ),
    ],
    by: By = "",
    why: Why = "",
    ledger: Ledger = DEFAULT_LEDGER,
) -> None:
    """Put several claims in the place of one that says several things."""
    from clearway.cli.leaving import existing
    from clearway.crisis import Crisis

    given = [_slots(part.split(",")) for part in parts]
    with Crisis.open(existing(ledger), tell=note) as crisis:
        made = crisis.split(claim, given, by=by or login(), why=why)
    old, *new = made.claims
    note(f"claim {old} is split into {', '.join(new)}; `clearway judge undo {made.id}` takes it back")


def _slots(given: list[str]) -> dict[str, str]:
    """Slots and values, each pair written as SLOT=VALUE."""
    pairs = [one.partition("=") for one in given]
    for slot, sign, _ in pairs:
        if not sign or not slot.strip():
            raise UsageError(f"slot {slot!r}", rule="it has no value", remedy="write SLOT=VALUE, as value=12")
    return {slot.strip(): value.strip() for slot, _, value in pairs}


@app.command("undo")
def undo(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its id, or the start of it.")],
    by: By = "",
    why: Why = "",
    ledger: Ledger = DEFAULT_LEDGER,
) -> None:
    """Take a judgement back; to undo an undoing brings it into force again."""
    from clearway.cli.leaving import opened

    with opened(ledger) as crisis:
        made = crisis.undo(judgement, by=by or login(), why=why)
    note(f"judgement {made.id}: {made.undoes} is undone")


def judgements(ledger: Ledger = DEFAULT_LEDGER, json: Json = False) -> None:
    """List every judgement: who, when, what, why, and whether it holds."""
    from clearway.cli.leaving import opened
    from clearway.crisis import judgement_lines

    with opened(ledger) as crisis:
        known = crisis.judgements()
    if json:
        emit_json(judgement_lines(known))
    else:
        for one, standing in known:
            out().print(f"{one.id}  {_when(one.at)}  {one_line(one.by)}: {told(one)}  [{standing}]", soft_wrap=True)
    note(plural(len(known), "judgement"))


def told(one: Judgement) -> str:
    """A judgement in a few words."""
    words = f"{' '.join(one.claims)} {one.verdict}"
    words += f" {one.slot} is {one.value}" if one.slot else ""
    words += f" of {one.undoes}" if one.undoes else ""
    return one_line(words + (f" ({one.why})" if one.why else ""))


def _when(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M")
