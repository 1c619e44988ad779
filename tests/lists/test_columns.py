import pytest

from clearway.errors import RefusedDocument
from clearway.lists.columns import find_columns
from clearway.lists.sheet import Sheet


def sheet(*headings: str) -> Sheet:
    return Sheet(name="list.csv", headings=headings, rows=(), starts=())


@pytest.mark.parametrize(
    ("headings", "at"),
    [
        (("rec_id", "given_name", "surname", "dob"), {"id": 0, "given_name": 1, "family_name": 2, "date_of_birth": 3}),
        (("Name (AR)", "Name-EN", "Age", "Gender"), {"original_name": 0, "name": 1, "age": 2, "sex": 3}),
        (("fname_c1", "lname_c1", "by", "bm", "bd"),
         {"given_name": 0, "family_name": 1, "birth_year": 2, "birth_month": 3, "birth_day": 4}),
        (("الاسم", "Date of death", "Governorate"), {"original_name": 0, "date": 1, "area": 2}),
    ],
)  # fmt: skip
def test_columns_are_found_by_their_usual_names(headings: tuple[str, ...], at: dict[str, int]) -> None:
    assert dict(find_columns(sheet(*headings)).at) == at


def test_a_column_that_is_named_goes_before_the_usual_one() -> None:
    assert find_columns(sheet("name", "Called"), {"name": "called"}).at == {"name": 1}


def test_a_list_without_a_column_that_could_be_compared_is_refused() -> None:
    with pytest.raises(RefusedDocument) as refused:
        find_columns(sheet("colour", "weight"))

    assert str(refused.value) == (
        "list.csv: no column is known to be a name, number or date (colour, weight); "
        "name one: --name HEADING, or --date HEADING for incidents"
    )
