from tests.lists.made import entries

from clearway.lists.records import make_records

LISTS = {
    "two": entries("two", "id,name,place\n9,Eva Prado,Ayn Karma\n8,Ana Prado,Wadi Noor\n"),
    "one": entries("one", "id,name,place\n1,Ana Prado,Wadi Noor\n2,Ida Moss,\n"),
}


def test_records_stand_in_one_order_whatever_that_of_lists_and_rows() -> None:
    records = make_records(LISTS)
    turned = make_records({name: LISTS[name][::-1] for name in ("one", "two")})

    assert [entry.id for entry in records.entries] == ["1", "2", "8", "9"]
    assert (records.sizes, records.possible) == ({"one": 2, "two": 2}, 4)
    assert turned == records


def test_records_that_agree_share_a_code_and_what_is_missing_agrees_with_nothing() -> None:
    codes = make_records(LISTS).codes(["last", "place"]).tolist()

    assert codes == [0, -1, 0, 1]


def test_pairs_are_counted_between_lists_or_within_the_one() -> None:
    assert make_records(LISTS).sharing(["last"]) == 2
    assert make_records({"two": LISTS["two"]}).sharing(["last"]) == 1
    assert make_records({"two": LISTS["two"]}).possible == 1


def test_a_value_is_as_common_as_those_who_have_it() -> None:
    assert make_records(LISTS).commonness("place").tolist() == [2 / 3, 1, 2 / 3, 1 / 3]
    assert make_records(LISTS).commonness("postcode").tolist() == [1, 1, 1, 1]


def test_only_columns_with_something_are_said() -> None:
    assert {"roman", "first", "last", "place"} <= make_records(LISTS).said
    assert not {"age", "born", "number"} & make_records(LISTS).said
