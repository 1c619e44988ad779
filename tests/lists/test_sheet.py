import pytest

from clearway.errors import RefusedDocument
from clearway.lists.sheet import parse_sheet


def refusal(data: bytes) -> str:
    with pytest.raises(RefusedDocument) as refused:
        parse_sheet("list.csv", data)
    return str(refused.value)


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (b"a,b\n1,2\n", (("1", "2"),)),
        (b"\xef\xbb\xbfa;b\r\n1;2\r\n\r\n3;\r\n", (("1", "2"), ("3", ""))),
        ("a\tb\n١\tب\n".encode("utf-16"), (("١", "ب"),)),
        (b'a, b\n"x, y",  2\n', (("x, y", "2"),)),
    ],
)
def test_a_table_is_read_whatever_its_separator_and_mark(data: bytes, rows: tuple[tuple[str, ...], ...]) -> None:
    sheet = parse_sheet("list.csv", data)

    assert (sheet.headings, sheet.rows) == (("a", "b"), rows)


def test_a_row_is_known_by_the_line_where_it_begins() -> None:
    assert parse_sheet("list.csv", b'a,b\n"two\nlines",1\n\n3,4\n').starts == (2, 5)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "list.csv: it is empty; give a CSV with headings and rows"),
        (b"a,b\n", "list.csv: it has headings and no rows; give the rows too"),
        (b"a,a\n1,2\n", "list.csv: two columns are called a; rename one of them"),
        (b"a,,b\n1,2,3\n", "list.csv: a column has no heading; give each column a heading"),
        (b"a,b\n1,2,3\n", "list.csv: line 2 has 3 cells under 2 headings; quote cells that hold the separator"),
        (b"a,b\n1,caf\xe9\n", "list.csv: line 2 is not UTF-8 (byte 9); save it as CSV UTF-8"),
        (b"a,b\n1,\x002\n", "list.csv: it is no text; save the table as CSV UTF-8"),
    ],
)
def test_what_is_no_table_is_refused_in_one_line(data: bytes, message: str) -> None:
    assert refusal(data) == message
