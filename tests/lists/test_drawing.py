import numpy as np
from tests.lists.made import FAMILIES, HOSPITAL, entries

from clearway.lists.comparing import comparisons
from clearway.lists.drawing import draw
from clearway.lists.records import make_records

LISTS = {"hospital": entries("hospital", HOSPITAL), "families": entries("families", FAMILIES)}


def test_pairs_that_share_a_rule_are_drawn_once_with_a_level_for_each_comparison() -> None:
    records, compared = make_records(LISTS), comparisons(LISTS)
    found = draw(records, compared, [("date",), ("age",)])
    pairs = [(records.entries[a].id, records.entries[b].id) for a, b in zip(found.one, found.other, strict=True)]

    assert sorted(pairs) == [("F1", "H1"), ("F1", "H2"), ("F2", "H1"), ("F2", "H2"), ("F3", "H3")]
    assert found.levels.shape == (5, len(compared))
    sex = [one.name for one in compared].index("sex")
    assert found.levels[pairs.index(("F1", "H1")), sex] == 1
    assert found.levels[pairs.index(("F1", "H2")), sex] == 0


def test_the_shares_of_strangers_are_whole_and_none_is_nothing() -> None:
    records, compared = make_records(LISTS), comparisons(LISTS)

    for one, shares in zip(compared, draw(records, compared, [("age",)]).strangers, strict=True):
        assert len(shares) == len(one.levels)
        assert np.isclose(shares.sum(), 1)
        assert shares.min() > 0
