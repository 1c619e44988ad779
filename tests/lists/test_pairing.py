from collections.abc import Sequence

import pytest
from tests.lists.made import entries

from clearway.errors import UsageError
from clearway.lists import pairing
from clearway.lists.linking import Compared, Pair
from clearway.lists.overlaps import LINK_COLUMNS
from clearway.lists.pairing import Linkage, link, link_rows

A = entries("a", "id,name\n1,Ana\n2,Eva\n3,Ida\n")
B = entries("b", "id,name\n7,Ana\n8,Eva\n9,Zoe\n")


def linked(monkeypatch: pytest.MonkeyPatch, pairs: Sequence[tuple[int, int, float]], **options: object) -> Linkage:
    made = tuple(Pair(one=B[b], other=A[a], weight=weight, reason="made up") for a, b, weight in pairs)

    def compare(_: object, *, least: float) -> Compared:
        return Compared(pairs=tuple(pair for pair in made if pair.weight >= least), notes=())

    monkeypatch.setattr(pairing, "compare", compare)
    return link({"a": A, "b": B}, **options)  # type: ignore[arg-type]


def ids(pairs: Sequence[Pair]) -> list[str]:
    return [pair.one.id + pair.other.id for pair in pairs]


def test_pairs_are_links_doubtful_or_left_and_the_rest_is_single(monkeypatch: pytest.MonkeyPatch) -> None:
    done = linked(monkeypatch, [(0, 0, 3.0), (1, 1, -2.0), (2, 2, -9.0)])

    assert (ids(done.links), ids(done.doubtful)) == (["17"], ["28"])
    assert [entry.id for entry in done.singles] == ["3", "9"]


def test_one_to_one_takes_the_likelier_and_says_why_the_other_is_doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    done = linked(monkeypatch, [(0, 0, 3.0), (0, 1, 5.0)], one_to_one=True)

    assert ids(done.links) == ["18"]
    assert [(pair.one.id + pair.other.id, pair.reason) for pair in done.doubtful] == [
        ("17", "made up; but one of the two is linked with another")
    ]


def test_one_to_one_never_picks_one_of_two_that_fit_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    done = linked(monkeypatch, [(0, 0, 5.0), (0, 1, 5.0), (1, 1, 3.0)], one_to_one=True)

    assert done.links == ()
    assert {pair.reason for pair in done.doubtful} == {
        "made up; but another pair fits as well", "made up; but one of the two is linked with another",
    }  # fmt: skip


def test_without_one_to_one_a_record_may_have_several(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ids(linked(monkeypatch, [(0, 0, 3.0), (0, 1, 5.0)]).links) == ["17", "18"]


def test_rows_have_ids_and_lines_and_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = list(link_rows(linked(monkeypatch, [(0, 0, 3.0)])))

    assert rows[0] == ("link", 3.0, 0.8889, "a", "1", 2, "b", "7", 2, "made up")
    assert rows[1] == ("single", "", "", "a", "2", 3, "", "", "", "")
    assert all(len(row) == len(LINK_COLUMNS) for row in rows)
    assert not {"Ana", "Eva", "Ida", "Zoe", "ana"} & {cell for row in rows for cell in row}


def test_thresholds_that_cross_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="a pair would be doubtful from 3 and linked from 1 on"):
        linked(monkeypatch, [], link_at=1.0, doubt_at=3.0)
