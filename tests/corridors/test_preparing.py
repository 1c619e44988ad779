from clearway.corridors import planner_code
from clearway.corridors.preparing import prepare


def test_what_was_prepared_need_not_be_made_again() -> None:
    prepare()
    made = len(planner_code.fill.signatures)
    prepare()
    assert (made, len(planner_code.fill.signatures)) == (1, 1)
