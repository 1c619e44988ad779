import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.lists.made import entries

from clearway.errors import RefusedDocument
from clearway.lists.entries import read_entries
from clearway.lists.sheet import parse_sheet


def one(headings: str, row: str) -> dict[str, object]:
    (entry,) = entries("list.csv", f"{headings}\n{row}\n")
    shown = {name: getattr(entry, name) for name in entry.__slots__}
    return {name: value for name, value in shown.items() if value is not None and name not in ("list", "line", "id")}


def test_a_name_in_another_script_is_kept_and_romanised_too() -> None:
    found = one("name,age", "يوسف الزيتوني,34")

    assert found["original"] == "يوسف الزيتوني"
    assert found["roman"]
    assert str(found["roman"]).isascii()


def test_where_both_spellings_are_given_neither_is_made() -> None:
    assert one("name_ar,name_en", "عمر النهري,Omar Nahri") == {"original": "عمر النهري", "roman": "omar nahri"}


def test_names_in_parts_are_joined_and_kept_apart() -> None:
    assert one("given_name,middle name,surname", "Ana,Maria,Prado") == {
        "roman": "ana maria prado", "given": "ana maria", "family": "prado",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2031-02-03", (2031, 2, 3)),
        ("20310203", (2031, 2, 3)),
        ("3/2/2031", (2031, 2, 3)),
        ("3 Feb 2031", (2031, 2, 3)),
        ("February 3rd, 2031", (2031, 2, 3)),
        ("2031-02", (2031, 2, None)),
        ("2031", (2031, None, None)),
        ("2031-13-45", (2031, 13, 45)),
    ],
)
def test_dates_are_read_in_parts_and_kept_though_impossible(
    written: str, day: tuple[int, int | None, int | None]
) -> None:
    assert one("name,date of birth", f'Ana Prado,"{written}"')["born"] == day


def test_a_day_over_12_in_the_middle_tells_that_months_are_first() -> None:
    first, second = entries("list.csv", "name,date\nAna Prado,02/03/2031\nEva Prado,02/23/2031\n")

    assert (first.date, second.date) == ((2031, 2, 3), (2031, 2, 23))


def test_a_date_of_birth_in_three_columns_is_one() -> None:
    assert one("name,by,bm,bd", "Ana Prado,1990,2,3")["born"] == (1990, 2, 3)


@pytest.mark.parametrize(("written", "age"), [("34", 34), ("34 years", 34), ("8 months", 0), ("2.5", 2)])
def test_ages_are_whole_years(written: str, age: int) -> None:
    assert one("name,age", f"Ana Prado,{written}")["age"] == age


def test_an_age_follows_from_two_dates() -> None:
    assert one("name,dob,date_of_death", "Ana Prado,1990-02-03,2031-05-01")["age"] == 41


def test_what_cannot_be_read_is_told_and_counts_as_unknown() -> None:
    found, notes = read_entries(parse_sheet("list.csv", b"id,name,date\n1,Ana Prado,soon\n"))

    assert found[0].date is None
    assert notes == ("list.csv: 1 dates, ages or tolls cannot be read and count as unknown",)


def test_two_records_with_one_id_are_refused() -> None:
    with pytest.raises(RefusedDocument) as refused:
        entries("list.csv", "id,name\n7,Ana\n8,Eva\n7,Ida\n")

    assert str(refused.value) == (
        "list.csv: line 4 has the id of line 2 (7); give each record its own id, or name the column: --id"
    )


@given(st.lists(st.text(max_size=12), min_size=2, max_size=2))
def test_no_text_in_a_cell_stops_the_reading(cells: list[str]) -> None:
    safe = [cell.replace('"', "'").replace("\x00", "").replace("\r", " ").replace("\n", " ") for cell in cells]
    text = 'id,name,date\n1,"{}","{}"\n'.format(*safe)
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return

    assert len(read_entries(parse_sheet("list.csv", data))[0]) == 1
