from clearway.corridors import fronts_code, planner_code, shortest_code, sums_code
from clearway.corridors.preparing import prepare


def test_what_was_prepared_need_not_be_made_again() -> None:
    prepare()
    code = (planner_code.fill, fronts_code.search, shortest_code.from_one, sums_code.sums_to_go)
    made = [len(each.signatures) for each in code]
    prepare()
    assert min(made) > 0
    assert [len(each.signatures) for each in code] == made
