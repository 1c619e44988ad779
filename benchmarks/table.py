"""A benchmark's result: lines with their floors, shown in the terminal and kept in the docs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

HEADINGS = ("measured", "now", "asked", "")
VERDICTS = {True: "pass", False: "fail", None: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One measurement: what, how much, what is asked of it, and whether it is met; `None` where nothing is asked."""

    what: str
    value: str
    floor: str = ""
    passed: bool | None = None

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """The line as a table has it."""
        return self.what, self.value, self.floor, VERDICTS[self.passed]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """All that one benchmark measured, and how."""

    name: str
    title: str
    lines: Sequence[Line]
    notes: Sequence[str] = field(default=())

    @property
    def passed(self) -> bool:
        """Whether every floor is met."""
        return all(line.passed is not False for line in self.lines)


def at_least(what: str, value: float, floor: float, form: str = "{:.2f}", detail: str = "") -> Line:
    """A line whose value has to be no smaller than its floor."""
    said = f"{form.format(value)}{detail}"
    return Line(what=what, value=said, floor=f"at least {form.format(floor)}", passed=value >= floor)


def at_most(what: str, value: float, floor: float, form: str = "{:.2f}", detail: str = "") -> Line:
    """A line whose value has to be no larger than asked."""
    said = f"{form.format(value)}{detail}"
    return Line(what=what, value=said, floor=f"at most {form.format(floor)}", passed=value <= floor)


def show(section: Section, console: Console) -> None:
    """The section as a table on the terminal."""
    table = Table(*HEADINGS, title=section.title, title_justify="left", caption_justify="left")
    colours = {True: "green", False: "bold red", None: ""}
    for line in section.lines:
        *cells, verdict = line.cells
        table.add_row(*cells, f"[{colours[line.passed]}]{verdict}[/]" if verdict else "")
    console.print(table)
    for note in section.notes:
        console.print(note, soft_wrap=True, markup=False, highlight=False)


def as_markdown(section: Section) -> str:
    """The same as a Markdown table."""
    table = [_row(HEADINGS), "|---|---|---|---|", *(_row(line.cells) for line in section.lines)]
    return "\n".join([*table, "", *(f"- {note}" for note in section.notes)]).rstrip() + "\n"


def keep(section: Section, file: Path) -> None:
    """Put the section between its markers in the docs; raises `ValueError` where they are missing."""
    start, end = f"<!-- {section.name}: printed by `python -m benchmarks` -->", f"<!-- {section.name}: end -->"
    text = file.read_text("utf-8")
    between = re.compile(f"{re.escape(start)}.*?{re.escape(end)}", re.DOTALL)
    if not between.search(text):
        raise ValueError(f"{file.name} has no lines {start} and {end} to write between")
    table = f"{start}\n{as_markdown(section)}{end}"
    file.write_text(between.sub(lambda _: table, text), "utf-8")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
