from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.lists.made import sheet

from clearway.errors import RefusedDocument
from clearway.lists.counts import Counts, counts_of, read_counts, rows
from clearway.lists.sheet import parse_sheet

CELLS = st.dictionaries(
    st.tuples(*[st.integers(0, 1)] * 3).filter(any), st.integers(0, 10_000), min_size=1
)  # fmt: skip


def test_counts_are_read_with_the_count_last_or_under_its_name(tmp_path: Path) -> None:
    last = read_counts(sheet(tmp_path, "A,B,seen\n1,0,4\n0,1,3\n1,1,2\n"))
    named = read_counts(sheet(tmp_path, "n,A,B\n4,1,0\n3,0,1\n2,1,1\n"))

    assert last == named
    assert last == Counts(name="counts.csv", lists=("A", "B"), cells=(((0, 1), 3), ((1, 0), 4), ((1, 1), 2)))
    assert (last.recorded, last.on(0), last.on(0, 1)) == (9, 6, 2)


def test_the_pattern_of_those_on_no_list_may_stand_there_with_0(tmp_path: Path) -> None:
    assert read_counts(sheet(tmp_path, "A,B,n\n0,0,0\n1,1,2\n")).cells == (((1, 1), 2),)


@given(CELLS)
def test_counts_round_trip_in_any_order(cells: dict[tuple[int, ...], int]) -> None:
    text = "\n".join(["A,B,C,n", *(",".join(map(str, (*pattern, count))) for pattern, count in cells.items())])
    back = "\n".join(["A,B,C,n", *(",".join(map(str, (*p, n))) for p, n in reversed(list(cells.items())))])
    try:
        counts = counts_of(parse_sheet("made", text.encode()))
    except RefusedDocument:
        return
    headings, lines = rows(counts)
    again = "\n".join([",".join(headings), *(",".join(map(str, line)) for line in lines)])

    assert counts_of(parse_sheet("made", back.encode())) == counts
    assert counts_of(parse_sheet("made", again.encode())) == counts


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("A,n\n1,4\n", "it has one list only; an estimate needs the overlaps of two lists, better of three"),
        ("A,B,n\n1,0,0\n1,1,0\n", "all its counts are 0; give the counts of the records"),
        (
            "A,B,n\n1,0,4\n0,1,3\n",
            "no record is on two lists, so nothing can be said of those on none; link the lists first "
            "(clearway lists link), or get another list",
        ),
        ("A,B,C,n\n1,0,0,4\n1,1,0,3\n", "no record is on the list C; leave its column out"),
        (
            "A,B,n\n1,0,4\n1,1,1\n1,0,3\n",
            "line 4 repeats the pattern of line 2; keep one line a pattern, with the count of both",
        ),
        (
            "A,B,n\n1,0,-4\n1,1,1\n",
            "line 2 has the count -4, and none is negative; give how many records have this pattern",
        ),
        ("A,B,n\n1,0,4.5\n1,1,1\n", 'line 2 has "4.5" for a count; give a whole number'),
        (
            "A,B,n\n2,0,4\n1,1,1\n",
            'line 2 has "2" under A, and a pattern is of 0 and 1; '
            "give a column of 0 and 1 for each list (2 read here) and the count last",
        ),
        (
            "A,B,n\n0,0,4\n1,1,1\n",
            "line 2 counts 4 on no list at all, and nobody can have counted those who are on no list; "
            "remove the line, or mark the lists that they are on",
        ),
    ],
)
def test_counts_that_make_no_sense_are_refused_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(RefusedDocument) as refused:
        read_counts(sheet(tmp_path, text))

    assert str(refused.value) == f"counts.csv: {message}"
