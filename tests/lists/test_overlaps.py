from pathlib import Path

import pytest
from tests.lists.made import sheet

from clearway.errors import RefusedDocument
from clearway.lists.counts import read_counts
from clearway.lists.overlaps import grouped

HEAD = "state,weight,probability,list_a,id_a,line_a,list_b,id_b,line_b,reason\n"


def test_linked_records_are_one_person_and_doubtful_ones_are_two(tmp_path: Path) -> None:
    links = (
        HEAD
        + "link,9,1,a.csv,1,2,b.csv,7,2,same name\n"
        + "link,9,1,b.csv,7,2,c.csv,4,2,same name\n"
        + "doubtful,-1,.3,a.csv,2,3,b.csv,8,3,names partly alike\n"
        + "single,,,c.csv,5,3,,,,\n"
    )
    found = read_counts(sheet(tmp_path, links, "links.csv"))

    assert found.lists == ("a.csv", "b.csv", "c.csv")
    assert found.cells == (((0, 0, 1), 1), ((0, 1, 0), 1), ((1, 0, 0), 1), ((1, 1, 1), 1))


def test_links_within_one_list_make_one_list(tmp_path: Path) -> None:
    with pytest.raises(RefusedDocument, match="it has one list only"):
        read_counts(sheet(tmp_path, HEAD + "link,9,1,a.csv,1,2,a.csv,7,2,same name\n"))


def test_a_state_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedDocument) as refused:
        read_counts(sheet(tmp_path, HEAD + "maybe,9,1,a.csv,1,2,b.csv,7,2,\n"))

    assert str(refused.value) == 'counts.csv: line 2 has the state "maybe"; use link, doubtful or single'


def test_groups_hold_together_whatever_the_order_of_links() -> None:
    records = [("a", str(number)) for number in range(4)]
    links = [(records[0], records[1]), (records[2], records[3]), (records[1], records[2])]

    assert grouped(records, links) == grouped(records, links[::-1]) == [records]
