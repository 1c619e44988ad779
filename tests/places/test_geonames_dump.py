import io
import zipfile
from pathlib import Path

import pytest

from clearway.errors import RefusedDocument
from clearway.places import geonames_dump
from clearway.places.geonames_dump import looks_like, parse, unzipped
from clearway.places.record import Above

AREA = "1\tNorth\tNorth\t\t36\t37\tA\tADM1\tXX\t\t01\t\t\t\t0\t\t1\tX\t2020"
TOWN = "2\tQorvand\tQorvand\tGorvand,قورفاند\t36\t37\tP\tPPL\tXX\t\t01\t\t\t\t900\t\t1\tX\t2020"
PATH = Path("XX.txt")


def test_a_town_knows_its_area_and_names() -> None:
    area, town = parse(f"{AREA}\n{TOWN}\n".encode(), PATH).records
    assert (area.ref, area.level, area.code) == ("geonames:1", "adm1", "XX.01")
    assert (town.names, town.population) == (("Qorvand", "Gorvand", "قورفاند"), 900)
    assert town.above == (Above(level="adm1", code="geonames:1"),)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("3\tShort", "2 columns where a dump has 19"),
        (TOWN.replace("2\tQ", "x\tQ", 1), "the GeoNames id is not a number"),
        (TOWN.replace("\t36\t37\t", "\t96\t37\t"), "the coordinates are not on the globe"),
    ],
)
def test_a_line_that_cannot_be_used_is_told(line: str, problem: str) -> None:
    assert parse(f"{AREA}\n{line}".encode(), PATH).warnings == (f"XX.txt, line 2: {problem}; the line is left out",)


def test_only_a_dump_looks_like_one() -> None:
    assert looks_like(TOWN.encode())
    assert not looks_like(b"a,b,c\n")


def test_a_zip_without_a_country_file_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("picture.png", b"x")
    with pytest.raises(RefusedDocument, match="exactly one country file"):
        unzipped(buffer.getvalue(), "XX.zip")


def test_a_zip_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geonames_dump, "MOST_BYTES", 1000)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("XX.txt", b"0" * 100_000)
    with pytest.raises(RefusedDocument, match="more than"):
        unzipped(buffer.getvalue(), "XX.zip")
