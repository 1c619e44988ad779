"""What reaches the terminal, cleaned: a report's text is never obeyed, only shown."""

import sys
from functools import cache
from typing import TYPE_CHECKING

import typer

from clearway.display.cleaning import clean, clean_json

if TYPE_CHECKING:
    from rich.console import Console


def one_line(text: str) -> str:
    """The text, cleaned, on one line."""
    return " ".join(clean(text).split())


def plural(number: int, thing: str) -> str:
    """A number of things.

    >>> plural(1, "report"), plural(2, "report")
    ('1 report', '2 reports')
    """
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


def emit_json(lines: str) -> None:
    """Write JSON lines to standard output as UTF-8, with what a terminal would obey as JSON escapes."""
    typer.echo(clean_json(lines).encode(), nl=False)


def emit_csv(text: str) -> None:
    """Write CSV to standard output as UTF-8, cleaned."""
    typer.echo(clean(text).encode(), nl=False)


def note(message: str) -> None:
    """One clear line on standard error."""
    typer.echo(one_line(message), err=True)


def out() -> "Console":
    """Where tables and pictures go; made anew because tests and pipes change the stream."""
    return _console(False)


def err() -> "Console":
    """Where progress goes."""
    return _console(True)


def _console(stderr: bool) -> "Console":
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False, soft_wrap=False)


@cache
def prepare() -> None:
    """Let streams that cannot show a character show a question mark instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
