import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exports.making import claim, finding, place, report, said_by

from clearway.exports import csv_text, findings_csv, release
from clearway.exports.csv import CLAIM_COLUMNS, FINDING_COLUMNS, defused
from clearway.model import Figure, Level, MayRedistribute, Profile, Release


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def restricted(text: str, kind: str, words: str, **slots: object) -> Release:
    of = report(text, may=MayRedistribute.FULL)
    one = claim(of, kind, words, **slots)
    return release([of], [one], [finding(one)], profile=Profile.RESTRICTED)


def test_a_row_has_the_claim_s_slots_as_numbers_and_texts() -> None:
    of = report("The office said 299 died in Qorat.")
    one = claim(
        of,
        "killed",
        "299 died in Qorat",
        figure=Figure(value=299),
        places=(place(of, "Qorat"),),
        attribution=said_by("The office", "Desk"),
    )
    (row,) = rows(csv_text(release([of], [one], profile=Profile.RESTRICTED)))
    told = {
        key: row[key] for key in ("id", "kind", "quote", "value", "source", "sources", "places", "latitudes", "profile")
    }
    assert told == {
        "id": one.id,
        "kind": "killed",
        "quote": "299 died in Qorat",
        "value": "299",
        "source": "The office",
        "sources": "The office | Desk",
        "places": "Qorat",
        "latitudes": "36.28",
        "profile": "restricted",
    }


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", '"=1', "'=1", "＝1", "a;=1", "a\n=1", "\ufeff=1", "“=1"],
)
def test_a_cell_that_a_spreadsheet_would_run_is_text(text: str) -> None:
    bare = defused(text)
    assert bare != text
    assert "'" in bare
    assert bare.replace("'", "") == text.replace("'", "")


@pytest.mark.parametrize("text", ["", "12 killed", "a - b", "well-known", "x@example.org", "a; b", "50 = half"])
def test_a_cell_that_runs_nothing_stays_as_it_is(text: str) -> None:
    assert defused(text) == text


@given(st.text(st.sampled_from("=+-@\t\r\n ;\"'a1"), max_size=12))
def test_no_cell_and_no_part_of_one_starts_a_formula(text: str) -> None:
    of = report(f"x{text}x 12 died.", title=text or None, publisher=text or None)
    one = claim(of, "killed", "12 died", group=text or None)
    for row in csv.reader(io.StringIO(csv_text(release([of], [one], profile=Profile.RESTRICTED)))):
        for cell in row:
            for part in cell.replace("\r", ";").replace("\n", ";").replace("\t", ";").split(";"):
                assert not part.lstrip(' "').startswith(("=", "+", "-", "@"))


def test_a_negative_degree_stays_a_number() -> None:
    of = report("Shells fell on Qorat.")
    one = claim(of, "attack", "Shells fell on Qorat", places=(place(of, "Qorat", longitude=-71.5),))
    (row,) = rows(csv_text(release([of], [one], profile=Profile.RESTRICTED)))
    assert row["longitudes"] == "-71.5"


def test_a_finding_s_row_has_its_bounds_and_their_claims() -> None:
    out = restricted("In all 299 died.", "killed", "299 died", figure=Figure(value=299))
    (row,) = rows(findings_csv(out))
    assert (row["low"], row["best"], row["high"]) == ("299", "299", "299")
    assert row["best_claims"] == out.claims[0].id


def test_the_columns_are_the_head_of_the_table_even_without_a_row() -> None:
    nothing = release([], [], profile=Profile.PUBLIC)
    assert csv_text(nothing) == ",".join(CLAIM_COLUMNS) + "\n"
    assert findings_csv(nothing) == ",".join(FINDING_COLUMNS) + "\n"


def test_several_places_share_a_cell_without_a_semicolon() -> None:
    of = report("They fled from Qorat to Binnin.")
    one = claim(
        of,
        "displaced",
        "They fled from Qorat to Binnin",
        places=(place(of, "Qorat"), place(of, "Binnin", level=Level.ADM2)),
    )
    (row,) = rows(csv_text(release([of], [one], profile=Profile.RESTRICTED)))
    assert (row["places"], row["latitudes"]) == ("Qorat | Binnin", "36.28 | 36.28")
