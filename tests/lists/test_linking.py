from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lists.made import FAMILIES, HOSPITAL, entries

from clearway.errors import UsageError
from clearway.lists import extra
from clearway.lists.linking import Compared, compare

LISTS = {"hospital": entries("hospital", HOSPITAL), "families": entries("families", FAMILIES)}


@cache
def known() -> Compared:
    return compare(LISTS)


@pytest.fixture
def compared() -> Compared:
    return known()


def found(compared: Compared) -> dict[frozenset[str], float]:
    return {frozenset((pair.one.id, pair.other.id)): pair.weight for pair in compared.pairs}


def test_the_likeliest_pairs_are_those_that_share_most(compared: Compared) -> None:
    best = [frozenset((pair.one.id, pair.other.id)) for pair in compared.pairs[:3]]

    assert set(best) == {frozenset(("H1", "F1")), frozenset(("H2", "F2")), frozenset(("H3", "F3"))}


def test_each_pair_has_its_reason_in_words(compared: Compared) -> None:
    reasons = {frozenset((pair.one.id, pair.other.id)): pair.reason for pair in compared.pairs}

    assert reasons[frozenset(("H2", "F2"))].split("; ")[1:] == [
        "ages within a year", "same sex", "same date", "place spelt alike",
    ]  # fmt: skip


@given(st.permutations(LISTS["hospital"]), st.booleans())
@settings(max_examples=2, deadline=None)
def test_neither_the_order_of_lists_nor_of_rows_makes_a_difference(rows: list[object], turned: bool) -> None:
    lists = {"hospital": rows, "families": LISTS["families"]}
    again = compare({name: lists[name] for name in (reversed(lists) if turned else lists)})  # type: ignore[misc]

    assert found(again) == found(known())


def test_the_original_script_goes_before_the_romanised_name() -> None:
    one = entries("one", "id,name_ar,name_en,age\n1,زياد الكرمي,Ziad Karmi,30\n2,سمر الكرمي,Samar Karmi,20\n")
    two = entries("two", "id,name_ar,name_en,age\n7,زياد الكرمي,Ziyad el-Kermi,30\n8,سمر البستاني,Samar Karmi,20\n")
    reasons = {pair.one.id + pair.other.id: pair.reason for pair in compare({"one": one, "two": two}).pairs}

    assert reasons["17"] == "same name in the original script; same age"
    assert reasons["28"] != "same name; same age"


def test_records_with_other_names_are_strangers_unless_a_number_says_else() -> None:
    one = entries("one", "id,name,dob,passport\n1,Ana Prado,1990-02-03,X1\n2,Ida Moss,1991-04-05,X2\n")
    two = entries("two", "id,name,dob,passport\n7,Berta Quill,1990-02-03,X9\n8,Zoe Fink,1991-04-05,X2\n")
    strangers = {pair.one.id + pair.other.id: pair.strangers for pair in compare({"one": one, "two": two}).pairs}

    assert strangers == {"17": True, "28": False}


def test_lists_that_share_no_column_cannot_be_linked() -> None:
    one, two = entries("one", "id,name\n1,Ana\n"), entries("two", "id,date\n1,2031-02-03\n")

    with pytest.raises(UsageError) as refused:
        compare({"one": one, "two": two})

    assert str(refused.value) == (
        "one two: the lists share no column that could be compared; "
        "name their columns: --name, --date-of-birth, --place ..."
    )


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extra, "find_spec", lambda _: None)

    with pytest.raises(UsageError) as refused:
        compare(LISTS)

    assert str(refused.value) == "splink: it is not installed; pip install 'clearway[lists]'"


def test_incidents_are_linked_by_day_place_kind_and_toll() -> None:
    one = entries("one", "event_id,event_date,location,event_type,fatalities\n1,2031-02-03,Wadi Noor,Air strike,7\n")
    two = entries(
        "two", "event_id,date,place,type,killed\n8,2031-02-04,Wadi Noor,Air strike,8\n9,2031-02-03,Ayn Karma,Raid,90\n"
    )
    best = compare({"one": one, "two": two}).pairs[0]

    assert (best.one.id, best.other.id) == ("1", "8")
    assert best.reason == "dates within a week; same place; same kind of incident; tolls within one or a tenth"
