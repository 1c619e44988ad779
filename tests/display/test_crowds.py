from dataclasses import replace

from tests.browser.made_moves import many

from clearway.display.arriving import Case, Row, curve
from clearway.display.crowds import StreamView, Time, many_view


def test_the_times_say_by_which_numbers_and_how_near_the_best_they_are() -> None:
    view = many_view(many("the bridge"))

    assert (view.people, view.alone) == (
        "18,000 to 22,000 people",
        (("A", "9.4 to 50 hours"), ("B", "it passes nobody")),
    )
    assert view.times == (
        Time(
            case="at best",
            took="5.8 hours",
            how="the fewest people (18,000), 600 cars an hour on a lane, 5 a vehicle; "
            "by the quick planner, and no plan is quicker in steps of 5 min",
        ),
        Time(
            case="at worst",
            took="27 hours",
            how="the most people (22,000), 300 cars an hour on a lane, 2 a vehicle; "
            "by the quick planner, at most 2.5% longer than the shortest possible in steps of 5 min",
        ),
    )


def test_the_streams_of_most_people_are_shown_and_the_others_counted() -> None:
    view = many_view(many("the bridge"))

    assert (len(view.streams), view.more) == (12, 2)
    assert view.streams[0] == StreamView(people="1,000", when="0.0 to 27", by="Alba to the bridge")


def test_what_holds_up_and_what_a_loss_costs_is_said_of_each_leg() -> None:
    view = many_view(many("the bridge"))

    assert view.held == (
        ("the bridge", "480 people an hour pass; 480 more would gain 7.7 hours"),
        ("Berg to Dorn", "480 people an hour pass; 480 more would gain nothing by itself"),
    )
    assert view.lost == (
        ("Berg to Dorn, a bridge", "24 hours more; 11,280 pass it now"),
        ("the bridge", "22,000 people cannot get out; 10,720 pass it now"),
    )


def test_where_nobody_can_leave_there_are_no_times_and_no_curve() -> None:
    made = many("the bridge")
    none = replace(made.together.worst, hours=None, curve=())
    view = many_view(replace(made, together=replace(made.together, worst=none, streams=(), held=(), losses=())))

    assert (view.times, view.curve, view.streams, view.because[0]) == ((), None, (), "not recommended")


def test_the_curve_goes_from_nobody_at_the_start_to_all_at_the_end() -> None:
    drawn = curve(many("the bridge").together)

    assert drawn is not None
    assert [tick.words for tick in drawn.across] == ["0", "10", "20", "30"]
    assert drawn.up[-1].words == "25,000"
    assert drawn.cases[0] == Case(
        case="at best",
        line="M70 212L93.3 212L137.1 81",
        rows=(Row(hours="2.0", people="0"), Row(hours="5.8", people="18,000")),
    )
