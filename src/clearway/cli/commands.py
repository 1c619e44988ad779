"""The application: its commands, its version, and how it fails."""

import errno
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from clearway.cli.checking import check
from clearway.cli.corridor import app as corridor
from clearway.cli.diffing import diff
from clearway.cli.gazetteer import app as gazetteer
from clearway.cli.gazetteer import resolve
from clearway.cli.happened import incidents
from clearway.cli.judging import app as judge
from clearway.cli.judging import judgements
from clearway.cli.ledger import app as ledger
from clearway.cli.listing import claims, show
from clearway.cli.lists import app as lists
from clearway.cli.moving import move
from clearway.cli.picturing import page, picture
from clearway.cli.reading import read
from clearway.cli.roads import app as roads
from clearway.cli.serving import app as desk
from clearway.cli.serving import serve
from clearway.cli.terminal import note, prepare
from clearway.cli.vocabulary import formats, kinds
from clearway.errors import ClearwayError, UsageError

FAILED = 1
USAGE = 2
STOPPED = 130


class Commands(TyperGroup):
    """Commands whose errors are one line each: exit code 2 for a call that makes no sense, 1 for what failed."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except UsageError as error:
            note(f"clearway: {error}")
            raise typer.Exit(USAGE) from error
        except KeyboardInterrupt as stopped:
            note("clearway: stopped; what was read is kept, and the same command finishes the rest")
            raise typer.Exit(STOPPED) from stopped
        except ClearwayError as error:
            note(f"clearway: {error}")
            raise typer.Exit(FAILED) from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # whoever read the output has seen enough, which is no fault; typer ends quietly
            what = error.filename or "output"
            note(f"clearway: {what}: the system says: {error.strerror or error}; check the disk and your rights to it")
            raise typer.Exit(FAILED) from error


app = typer.Typer(
    name="clearway",
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Read what is reported about a crisis; keep every claim with who said it and the words that say it.",
)


def show_version(asked: bool) -> None:
    """Print the version and stop."""
    if asked:
        from clearway import __version__

        typer.echo(f"clearway {__version__}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options before the command."""
    del version
    prepare()


app.command("read")(read)
app.command("claims")(claims)
app.command("show")(show)
app.command("picture")(picture)
app.command("page")(page)
app.command("incidents")(incidents)
app.command("diff")(diff)
app.command("check")(check)
app.add_typer(judge, name="judge")
app.command("judgements")(judgements)
app.add_typer(ledger, name="ledger")
app.add_typer(gazetteer, name="gazetteer")
app.add_typer(lists, name="lists")
app.add_typer(roads, name="roads")
corridor.command("move")(move)
app.add_typer(corridor, name="corridor")
app.command("resolve")(resolve)
app.command("serve")(serve)
app.add_typer(desk, name="desk")
app.command("kinds")(kinds)
app.command("formats")(formats)


def main() -> None:
    """Run the command line."""
    app()
