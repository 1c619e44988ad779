"""`clearway lists`: linking lists, comparing versions of one, and estimating what none of them has."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clearway.cli.options import Json
from clearway.cli.terminal import emit_csv, note, out, plural

if TYPE_CHECKING:
    from clearway.crisis.lists import Estimation

app = typer.Typer(no_args_is_help=True, help="Lists of victims or incidents: link them, and estimate what none has.")


def heading(option: str, what: str) -> typer.models.OptionInfo:
    """An option that names a column."""
    option_info: typer.models.OptionInfo = typer.Option(
        option,
        metavar="HEADING",
        help=f"The column of {what}, where it has another name than usual.",
        show_default=False,
    )
    return option_info


Id = Annotated[str | None, heading("--id", "ids")]
Name = Annotated[str | None, heading("--name", "whole names")]
Original = Annotated[str | None, heading("--original-name", "names in the original script")]
Given = Annotated[str | None, heading("--given-name", "given names")]
Family = Annotated[str | None, heading("--family-name", "family names")]
Born = Annotated[str | None, heading("--date-of-birth", "dates of birth")]
Age = Annotated[str | None, heading("--age", "ages")]
Sex = Annotated[str | None, heading("--sex", "sexes")]
Date = Annotated[str | None, heading("--date", "dates of death or of incidents")]
Place = Annotated[str | None, heading("--place", "places")]
Area = Annotated[str | None, heading("--area", "areas, such as provinces")]
Number = Annotated[str | None, heading("--number", "numbers of documents")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it there.")]


@app.command()
def link(
    files: Annotated[list[Path], typer.Argument(metavar="A.csv [B.csv ...]", help="Lists; one is searched for twins.")],
    output: Output = None,
    one_to_one: Annotated[
        bool, typer.Option("--one-to-one", help="Link a record with at most one of each other list.")
    ] = False,
    link_at: Annotated[float, typer.Option(help="Link from this weight on, in bits; at 0 it is as likely as not.")] = 0,
    doubt_at: Annotated[float, typer.Option(help="List as doubtful from this weight on.")] = -4,
    id: Id = None,  # noqa: A002  # the option's name
    name: Name = None,
    original_name: Original = None,
    given_name: Given = None,
    family_name: Family = None,
    date_of_birth: Born = None,
    age: Age = None,
    sex: Sex = None,
    date: Date = None,
    place: Place = None,
    area: Area = None,
    number: Number = None,
) -> None:
    """Find the records that are one person or incident, each with its weight and the reason in words.

    Links, doubtful pairs and single records come as CSV, which `clearway lists estimate` reads.
    """
    from clearway.crisis.lists import link_lists, linkage_csv

    named = {
        "id": id, "name": name, "original_name": original_name, "given_name": given_name, "family_name": family_name,
        "date_of_birth": date_of_birth, "age": age, "sex": sex, "date": date, "place": place, "area": area,
        "number": number,
    }  # fmt: skip
    given = {role: column for role, column in named.items() if column is not None}
    done = link_lists(files, named=given, one_to_one=one_to_one, link_at=link_at, doubt_at=doubt_at)
    leave(linkage_csv(done), output)
    for told in done.notes:
        note(told)
    note(
        f"{plural(len(done.links), 'link')}, {plural(len(done.doubtful), 'doubtful pair')}, "
        f"{plural(len(done.singles), 'single record')}"
    )


@app.command()
def changes(
    old: Annotated[Path, typer.Argument(metavar="OLD.csv", help="The earlier version.")],
    new: Annotated[Path, typer.Argument(metavar="NEW.csv", help="The later version.")],
    output: Output = None,
    id: Id = None,  # noqa: A002  # the option's name
) -> None:
    """List what was withdrawn from a list, changed in it and added to it, by the ids of its records."""
    from clearway.crisis.lists import changes_csv, list_changes

    found = list_changes(old, new, named={} if id is None else {"id": id})
    leave(changes_csv(found), output)
    states = [change.state for change in found]
    counted = (f"{states.count(state):,} {state}" for state in ("withdrawn", "renumbered", "changed", "added"))
    note(", ".join(counted))


@app.command()
def estimate(
    counts: Annotated[Path, typer.Argument(metavar="COUNTS.csv", help="Counts by pattern, or links between lists.")],
    seed: Annotated[int, typer.Option(help="Where the chains' random numbers start.")] = 1,
    chains: Annotated[int, typer.Option(min=4, help="How many chains; R-hat compares them.")] = 16,
    json: Json = False,
) -> None:
    """Estimate how many there are in all, recorded or not, by every method; one number only where they agree.

    COUNTS.csv has a column of 0 and 1 for each list and the count last; what `clearway lists link` wrote will do too.
    """
    from clearway.cli.terminal import emit_json
    from clearway.crisis.lists import counts_in, estimate_lines, estimate_lists

    known = counts_in(counts)
    note("estimating by every method; this takes up to a minute")
    done = estimate_lists(known, seed=seed, chains=chains)
    if json:
        emit_json(estimate_lines(done))
    else:
        show(done)


def leave(text: str, output: Path | None) -> None:
    """Write the CSV, to the file or to standard output, and say for whom it is."""
    from clearway.cli.leaving import write
    from clearway.crisis.lists import LISTS_BANNER

    if output is None:
        emit_csv(text)
    else:
        write(output, text)
        note(f"written: {output}")
    note(LISTS_BANNER)


def show(done: "Estimation") -> None:
    """Every method's figure with its interval, how each came to it, and the one number or why there is none."""
    from rich.table import Table

    page = out()
    page.print(f"{plural(done.counts.recorded, 'record')} on {len(done.counts.lists)} lists")
    table = Table("method", "low", "best", "high", "R-hat", box=None, pad_edge=False)
    for one in done.estimates:
        best = f"at least {one.best:,}" if one.bound else f"{one.best:,}"
        mixed = "" if one.rhat is None else f"{one.rhat:.3f}"
        table.add_row(one.method, f"{one.low:,}", best, f"{one.high:,}", mixed)
    page.print(table, "")
    for one in done.estimates:
        page.print(f"{one.method}: {one.how}")
    for missing in done.not_run:
        page.print(f"{missing.method}: not run, {missing.why}")
    page.print("")
    if done.headline:
        number = done.headline
        within = f"{number.best:,} in all ({number.low:,} to {number.high:,})"
        page.print(f"One number: {within}; the methods agree, and this is that of {number.method}.")
    for reason in done.refusals:
        page.print(f"No single number: {reason}.")
