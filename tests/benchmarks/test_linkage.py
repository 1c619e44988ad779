from benchmarks.corpus import Count
from benchmarks.linkage import _count, _pairs
from tests.lists.made import entries

A = entries("a", "id,name\n1,Ana\n2,Eva\n")
B = entries("b", "id,name\n1,Ana\n3,Ida\n")


def test_every_pair_of_a_group_is_one_whatever_its_order() -> None:
    assert _pairs([(A[0], B[0])]) == _pairs([(B[0], A[0])])
    assert len(_pairs([(*A, B[0])])) == 3


def test_records_of_two_lists_with_one_id_are_two() -> None:
    assert _pairs([(A[0], B[1])]) != _pairs([(B[0], B[1])])


def test_what_is_said_and_known_is_right() -> None:
    known = _pairs([(A[0], B[0]), (A[1], B[1])])

    assert _count(_pairs([(A[0], B[0]), (A[0], B[1])]), known) == Count(right=1, said=2, known=2)
