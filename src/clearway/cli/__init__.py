"""The command line: one short command for each verb of `Crisis`."""

from clearway.cli.commands import app, main

__all__ = ["app", "main"]
