"""`clearway kinds` and `clearway formats`."""

from collections.abc import Sequence

from clearway.cli.options import Json
from clearway.cli.terminal import emit_json, out


def kinds(json: Json = False) -> None:
    """List the kinds of claim, by topic."""
    from clearway.crisis import kinds as all_kinds
    from clearway.model import to_json

    if json:
        emit_json("".join(to_json(kind).decode() + "\n" for kind in all_kinds().values()))
        return
    listed([(kind.topic, kind.name, kind.about) for kind in all_kinds().values()], ("topic", "kind", "what"))


def formats(json: Json = False) -> None:
    """List the formats that can be read."""
    from clearway.crisis import formats as all_formats
    from clearway.model import to_json

    known = all_formats().values()
    if json:
        rows = [{"name": one.name, "extensions": one.extensions, "media_types": one.media_types} for one in known]
        emit_json("".join(to_json(row).decode() + "\n" for row in rows))
        return
    cells = [(one.name, " ".join(one.extensions), " ".join(one.media_types)) for one in known]
    listed(cells, ("format", "files", "type"))


def listed(rows: Sequence[tuple[str, ...]], columns: tuple[str, ...]) -> None:
    """Print a plain table."""
    from rich.table import Table

    from clearway.cli.terminal import one_line

    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in columns:
        table.add_column(column)
    for row in rows:
        table.add_row(*(one_line(cell) for cell in row))
    out().print(table)
