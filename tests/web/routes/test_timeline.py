"""The timeline: days by topic, and the course of a figure."""

from datetime import date

import pytest
from starlette.testclient import TestClient
from tests.ledger.making import AT, WAY, a_claim, a_place, a_report
from tests.web.making import Visit

from clearway.model import Figure
from clearway.web.rights import Role, routes_of

SCRIPT = "<script>alert(1)</script>"


def displaced(client: TestClient) -> str:
    """The id of the figure of all who were displaced, told of four days."""
    often = client.get("/timeline.json").json()["often"]
    return next(one["id"] for one in often if one["statement"].startswith("961,000"))


def test_claims_stand_by_topic_and_week_with_the_events_of_each(here: TestClient) -> None:
    line = here.get("/timeline.json").json()["chronicle"]
    assert line["unit"] == "week"
    assert next(iter(line["topics"])) == "harm"
    assert list(line["topics"])[-1] == "events"
    told = sum(n for column in line["columns"] for topic, n in column["counts"].items() if topic != "events")
    assert told + line["undated"] == 234
    days = [column["first"] for column in line["columns"]]
    assert days == sorted(days)


def test_a_cell_opens_to_as_many_claims_as_it_says(here: TestClient) -> None:
    line = here.get("/timeline.json").json()["chronicle"]
    for column in line["columns"][-4:]:
        for topic, count in column["counts"].items():
            asked = {"first": column["first"], "last": column["last"], "topic": topic}
            page = here.get("/timeline/days.json", params=asked).json()
            if topic == "events":
                assert page["incidents"] >= count
            else:
                [told] = page["evidence"]["claims"]
                assert (told["slug"], told["count"]) == (topic, count)
                assert len(told["claims"]) + told["left"] == count


def test_a_span_is_told_day_by_day(here: TestClient) -> None:
    asked = {"begin": "2020-02-17", "end": "2020-02-23"}
    line = here.get("/timeline.json", params=asked).json()["chronicle"]
    assert line["unit"] == "day"
    assert {column["first"] for column in line["columns"]} <= {f"2020-02-{day}" for day in range(17, 24)}
    html = here.get("/timeline", params=asked).text
    assert "/timeline/days?first=2020-02-18&amp;last=2020-02-18" in html


def test_a_day_tells_what_was_known_then_and_no_events(here: TestClient) -> None:
    early = here.get("/timeline.json", params={"as_of": "2020-01-06"}).json()["chronicle"]
    assert "events" not in early["topics"]
    assert max(column["last"] for column in early["columns"]) < "2020-03-01"
    page = here.get("/timeline", params={"as_of": "1999-01-01"})
    assert "No claim speaks of a day yet" in page.text


def test_the_incidents_of_some_days_are_told_as_they_were_known(here: TestClient) -> None:
    asked = {"first": "2020-02-01", "last": "2020-02-29", "topic": "events"}
    now = here.get("/timeline/days.json", params=asked).json()
    then = here.get("/timeline/days.json", params={**asked, "as_of": "2020-02-18"}).json()
    claims = [sum(one["claims"] for one in page["evidence"]["incidents"]) for page in (now, then)]
    assert now["evidence"]["incidents"]
    assert claims[1] < claims[0]


def test_a_figure_goes_from_day_to_day_each_step_with_its_words(here: TestClient) -> None:
    page = here.get(f"/timeline/figures/{displaced(here)}.json").json()
    steps = page["steps"]
    assert [(step["day"], step["low"], step["best"]) for step in steps] == [
        ("2020-01-16", None, 350_000),
        ("2020-02-20", None, 900_000),
        ("2020-03-06", None, 1_000_000),
        ("2020-03-16", 961_000, 961_000),
    ]
    html = here.get(f"/timeline/figures/{page['id']}").text
    for link in (link for step in steps for link in step["figure"]["words"]):
        assert f'href="/claims/{link["claim"]}"' in html


def test_a_figure_is_told_as_it_went_until_a_day(here: TestClient) -> None:
    first = here.get(f"/timeline/figures/{displaced(here)}.json").json()["steps"][0]["figure"]["id"]
    page = here.get(f"/timeline/figures/{first}.json", params={"as_of": "2020-02-20"}).json()
    assert [step["day"] for step in page["steps"]] == ["2020-01-16", "2020-02-20"]


def test_every_figure_of_the_picture_has_a_course(here: TestClient) -> None:
    for topic in here.get("/picture.json").json()["topics"]:
        for one in topic["figures"]:
            page = here.get(f"/timeline/figures/{one['id']}.json").json()
            assert page["steps"][-1]["figure"]["statement"], one["statement"]
    assert 'href="/timeline/figures/' in here.get("/picture").text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/timeline.json?begin=2020-02-02&end=2020-02-01", 422),
        ("/timeline/days.json?first=2020-02-02&last=2020-02-01", 422),
        ("/timeline/days.json?first=2020-02-02", 422),
        ("/timeline.json?policy=mine", 422),
        ("/timeline/figures/nothing.json", 404),
        ("/timeline?as_of=&begin=&end=", 200),
    ],
)
def test_what_makes_no_sense_is_told(here: TestClient, path: str, status: int) -> None:
    assert here.get(path).status_code == status


def test_what_a_report_says_is_text_and_no_script(alone: Visit) -> None:
    for day, number in ((18, 10), (19, 12)):
        text = f"{number} {SCRIPT} were displaced."
        report = a_report(text, published=date(2020, 2, day), publisher=SCRIPT)
        claim = a_claim(
            report, text, kind="displaced", group=SCRIPT, figure=Figure(value=number), places=(a_place(None, SCRIPT),)
        )
        alone.desk.crisis.ledger.add(report, [claim], **WAY, at=AT)
    pages = ["/timeline", "/timeline/days?first=2020-02-18&last=2020-02-19"]
    often = alone.client.get("/timeline.json").json()["often"]
    pages += [f"/timeline/figures/{one['id']}" for one in often if "script" in one["statement"]]
    assert len(pages) == 3
    for path in pages:
        answer = alone.client.get(path)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text


def test_a_reader_sees_the_days_of_what_partners_may_see(team: Visit) -> None:
    reader = team.signed_in(Role.READER)
    page = reader.get("/timeline.json").json()
    assert "PARTNERS" in page["banner"].upper()
    html = reader.get("/timeline").text
    assert "/timeline/days?" in html
    told = reader.get("/timeline/days", params={"first": "2020-02-01", "last": "2020-02-29"}).text
    assert 'href="/said/' in told
    assert 'href="/claims/' not in told
    for one in page["often"]:
        assert reader.get(f"/timeline/figures/{one['id']}").status_code == 200


def test_nothing_is_kept_that_is_made_of_what_may_be_old(alone: Visit) -> None:
    looked = [one for one in routes_of(alone.app) if one.path.startswith(("/map", "/timeline"))]
    assert len(looked) > 4
    assert not any(getattr(one, "kept", False) for one in looked)
