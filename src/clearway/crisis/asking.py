"""What can be asked without a crisis: formats, kinds, places, and a release as text."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from clearway.crisis.checking import Checked
from clearway.model import Judgement, Release, Total, to_json, to_plain

if TYPE_CHECKING:
    from pandas import DataFrame

    from clearway.kinds import Kind
    from clearway.places import Added
    from clearway.places.about import Holding
    from clearway.registry import Registry
    from clearway.sources import Format


def bound_process(memory_bytes: int, seconds: int) -> None:
    """Limit the memory and the processor time of this process, for work with what strangers sent."""
    from clearway.sources.bounds import bound_all

    bound_all(memory_bytes, seconds)


def is_server(ledger: Path | str) -> bool:
    """Whether a ledger's name is the url of a database on a server."""
    from clearway.ledger import is_url

    return is_url(ledger)


def shown(ledger: Path | str) -> str:
    """A ledger's name as it may be printed: no password is in it."""
    from clearway.ledger import shown

    return shown(ledger)


def title_of(ledger: Path | str) -> str:
    """A ledger's short name, that of its file or database."""
    from clearway.ledger import title_of

    return title_of(ledger)


def places_beside(ledger: Path | str) -> Path:
    """Where the user's own places are kept unless another file is named: `NAME-places.db` beside `NAME.db`.

    Those of a ledger on a server are in the user's folder of data, `~/.local/share/clearway/SERVER/NAME-places.db`.
    """
    from clearway.ledger import beside

    return beside(ledger, "places.db")


def desk_beside(ledger: Path | str) -> Path:
    """Where a desk keeps its people and its log unless another file is named: `NAME-desk.db` beside `NAME.db`."""
    from clearway.ledger import beside

    return beside(ledger, "desk.db")


def add_places(file: Path | str, places: Path) -> "Added":
    """Add a GeoNames country dump or OCHA COD-AB file to the user's gazetteer `places`, which is made if need be."""
    from clearway.places import add

    make_folder(places)
    return add(Path(file), places)


def make_folder(file: Path) -> None:
    """Make the folder of a file that goes with a ledger on a server, for it lies in the user's folder of data."""
    from clearway.ledger import data_folder

    if file.is_relative_to(data_folder()):
        file.parent.mkdir(parents=True, exist_ok=True)


def gazetteer_holdings(places: Path) -> "tuple[Holding, ...]":
    """What the built-in gazetteer holds, and the user's own in the file `places` where there is one."""
    from clearway.places.about import about

    return about(places)


def kinds() -> "Registry[Kind]":
    """The kinds of claim, by name."""
    from clearway.kinds import kinds

    return kinds()


def policies() -> dict[str, str]:
    """The policies by which the ends of a range are chosen, the first one first, each with what it does."""
    from clearway.picture import POLICIES

    return {policy.name: policy.about for policy in POLICIES.values()}


def formats() -> "Registry[Format]":
    """The formats that can be read, by name."""
    from clearway import sources

    return sources.formats()


def json_lines(release: Release, *, findings: bool = False, totals: Iterable[Total] = ()) -> str:
    """The claims of a release, or its findings with the totals they are parts of, as JSON, one object a line."""
    from clearway import exports

    lines = exports.finding_lines(release, totals) if findings else exports.json_lines(release)
    return "".join(f"{line}\n" for line in lines)


def csv_text(release: Release, *, findings: bool = False, header: bool = True) -> str:
    """The claims of a release, or its findings, as CSV that a spreadsheet shows and never runs.

    `header` false gives rows of claims that go on below others.
    """
    from clearway import exports

    return exports.findings_csv(release) if findings else exports.csv_text(release, header=header)


def frame(release: Release, *, findings: bool = False) -> "DataFrame":
    """The claims of a release, or its findings, as a data frame; raises `UsageError` where pandas is missing."""
    from clearway.exports.frames import claims_frame, findings_frame

    return findings_frame(release) if findings else claims_frame(release)


def change_lines(release: Release) -> str:
    """The changes of a release as JSON, one object a line."""
    from clearway import exports

    return "".join(f"{line}\n" for line in exports.change_lines(release))


def answer_lines(checked: Checked) -> str:
    """The answers to a sentence as JSON, one object a line, each with the claims that it names."""
    from clearway import exports

    return "".join(f"{line}\n" for line in exports.answer_lines(checked.answers, checked.release))


def incident_lines(release: Release) -> str:
    """The incidents of a release as JSON, one object a line."""
    from clearway import exports

    return "".join(f"{line}\n" for line in exports.incident_lines(release))


def judgement_lines(judgements: Iterable[tuple[Judgement, str]]) -> str:
    """Judgements with how they stand, as JSON, one object a line."""
    rows = (to_plain(one) | {"standing": standing} for one, standing in judgements)
    return "".join(f"{to_json(row).decode()}\n" for row in rows)
