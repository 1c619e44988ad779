"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from clearway.model.release import Profile as ProfileName

Ledger = Annotated[
    str,
    typer.Option(
        "--ledger",
        envvar="CLEARWAY_LEDGER",
        metavar="FILE|URL",
        help="The ledger: one SQLite file, or a team's postgresql://USER@HOST/DATABASE.",
    ),
]
Places = Annotated[
    Path | None,
    typer.Option(
        "--gazetteer",
        envvar="CLEARWAY_GAZETTEER",
        metavar="FILE",
        help="Your own places (see `clearway gazetteer add`). Else NAME-places.db beside the ledger NAME.db.",
        show_default=False,
    ),
]
Roads = Annotated[
    Path | None,
    typer.Option(
        "--roads",
        envvar="CLEARWAY_ROADS",
        metavar="FILE",
        help="The roads (see `clearway roads add`). Else NAME-roads.npz beside the ledger NAME.db.",
        show_default=False,
    ),
]
Profile = Annotated[
    ProfileName,
    typer.Option("--profile", help="For whom it is; what `public` and `partners` must not see is held back."),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
Csv = Annotated[bool, typer.Option("--csv", help="Comma-separated values, safe to open in a spreadsheet.")]
Age = Annotated[str, typer.Option("--max-age", metavar="7d", help="How old a word on a road may be to count.")]
By = Annotated[str, typer.Option("--vehicle", help="walk, car, bus, truck or ambulance.")]
Unverified = Annotated[
    bool, typer.Option("--show-unverified", help="Also legs of which nobody's word counts, and many over severe ones.")
]
Avoid = Annotated[
    list[str] | None,
    typer.Option(
        "--avoid",
        metavar="AREA",
        help='Keep clear of a place by 5 km, "PLACE within N km", an area by its corners, or areas in a GeoJSON file.',
    ),
]
Near = Annotated[float, typer.Option("--within-km", min=0, help="How far from a road a place may lie.")]
Day = typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD")

DEFAULT_LEDGER = "clearway.db"
"""In the folder where one works, so that one folder is one crisis."""
