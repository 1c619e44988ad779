"""A benchmark's result: lines with their floors, shown in the terminal and kept in the docs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

HEADINGS = ("measured", "now", "asked", "", "trivial", "published")
ALWAYS = 4
VERDICTS = {True: "pass", False: "fail", None: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One measurement: what, how much, what is asked of it and whether it is met (`None` where nothing is asked).

    `trivial` is what a method reaches that anybody would try first; `published`, what others reached.
    """

    what: str
    value: str
    floor: str = ""
    passed: bool | None = None
    trivial: str = ""
    published: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as a table has it, a cell for each heading."""
        return self.what, self.value, self.floor, VERDICTS[self.passed], self.trivial, self.published


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """All that one benchmark measured, and how."""

    name: str
    title: str
    lines: Sequence[Line]
    notes: Sequence[str] = field(default=())

    @property
    def columns(self) -> Sequence[int]:
        """Which headings it needs: the first four, and any other that a line fills."""
        filled = [any(cells) for cells in zip(*(line.cells for line in self.lines), strict=True)]
        return [i for i in range(len(HEADINGS)) if i < ALWAYS or (filled and filled[i])]

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
    columns = section.columns
    table = Table(*(HEADINGS[i] for i in columns), title=section.title, title_justify="left", caption_justify="left")
    colours = {"pass": "green", "fail": "bold red"}
    for line in section.lines:
        table.add_row(*(Text(line.cells[i], style=colours.get(line.cells[i], "")) for i in columns))
    console.print(table)
    for note in section.notes:
        console.print(note, soft_wrap=True, markup=False, highlight=False)


def as_markdown(section: Section) -> str:
    """The same as a Markdown table."""
    columns = section.columns
    rows = [HEADINGS, ("---",) * len(HEADINGS), *(line.cells for line in section.lines)]
    table = [_row(cells[i] for i in columns) for cells in rows]
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
