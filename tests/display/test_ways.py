from dataclasses import replace

import pytest
from tests.browser.made_plan import RED, SHELLS, WIRE, plan
from tests.exports.ways.test_written import ROUTE

from clearway.display.ways import PlanView, answer, plan_view, span
from clearway.model import Plan, Profile, Release

RELEASE = Release(profile=Profile.RESTRICTED, banner="RESTRICTED", reports=(WIRE,), claims=(SHELLS,))


def shown(made: Plan) -> PlanView:
    return plan_view(made, RELEASE, caution="", drawing="")


@pytest.mark.parametrize(
    ("good", "told"),
    [
        ("", "No corridor can be recommended"),
        ("A", "Way A can be recommended, with what stands below"),
        ("ABC", "Ways A, B and C can be recommended, with what stands below"),
    ],
)
def test_the_answer_is_a_sentence(good: str, told: str) -> None:
    routes = tuple(replace(ROUTE, name=name, recommended=name in good) for name in "ABC")
    assert answer(replace(plan(), routes=routes)) == told


def test_ways_are_told_beside_each_other() -> None:
    first, second = shown(plan()).ways
    assert (first.by, first.minutes, first.unknown, first.worst and first.worst.key) == (
        "Berg",
        "40 to 83 min",
        "none",
        "A-1",
    )
    assert (first.first, first.could, first.hangs) == ("280 of 300", "12 of 300", 1)
    assert (second.unknown, second.first, second.could, second.hangs) == ("27 km (50%)", "20 of 300", "0 of 300", 0)


def test_what_is_not_known_of_the_first_way_is_told_leg_by_leg() -> None:
    assert shown(plan()).unknown == (
        ("Alba to Berg", "only one source says that it is open"),
        ("Berg to Dorn", "only one source says that it is open"),
    )


def test_hidden_ways_and_a_cut_front_are_told() -> None:
    notes = shown(replace(plan(), hidden=2, truncated=10_000, avoided=("Carn",))).notes
    assert notes[0] == "2 ways are not shown, as unknown in part: ask for unknown ways to see them (--show-unverified)."
    assert notes[1] == "Kept clear of: Carn."
    assert notes[2] == "The search was cut: front truncated at 10,000."


def test_the_map_gets_lines_by_leg_ends_and_what_stands_on_the_way() -> None:
    told = shown(plan()).plain()
    assert [[leg["key"] for leg in way["legs"]] for way in told["ways"]] == [["A-1", "A-2"], ["B-1", "B-2"]]
    assert [leg["sure"] for leg in told["ways"][1]["legs"]] == [True, False]
    assert told["ends"] == [{"name": "from Alba", "at": (36.0, 37.0)}, {"name": "to Dorn", "at": (36.0, 37.5)}]
    assert told["stops"] == [{"name": "Berg gate", "at": (36.1, 37.2)}]
    assert told["places"] == [{"name": RED, "at": (35.8, 37.2)}]


def test_reports_that_are_named_have_a_title_and_only_web_addresses() -> None:
    (one,) = shown(plan()).reports
    assert (one.title, one.told, one.url) == (RED, "Example Wire, 18 Feb 2020", None)


@pytest.mark.parametrize(
    ("minutes", "told"), [((7.2, 7.4), "7 min"), ((21.9, 53.1), "22 to 53 min"), ((240.0, 480.0), "4 to 8 h")]
)
def test_long_ranges_are_told_in_hours(minutes: tuple[float, float], told: str) -> None:
    assert span(minutes) == told


def test_a_plan_without_a_way_has_no_plot_and_nothing_on_the_map() -> None:
    none = shown(replace(plan(), routes=()))
    assert (none.ways, none.plot, none.plain()["ends"]) == ((), None, [])
