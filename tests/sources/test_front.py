from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearway.model import MayRedistribute
from clearway.sources.format import Details
from clearway.sources.front import as_of, first_line_title, front_details, publisher_of

BODY = "\n\nThe clinic in the valley was hit on Monday, its director said.\n"


def published(text: str) -> date | None:
    return next((details.published for details in front_details(text) if details.published), None)


def publisher(text: str) -> str | None:
    return next((details.publisher for details in front_details(text) if details.publisher), None)


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\n\n"])
def test_a_header_block_tells_everything(gap: str) -> None:
    lines = (
        "Title: Valley clinic hit",
        "Publisher: Hill Post",
        "Published: 2020-02-18",
        "URL: https://example.org/valley",
        "Licence: CC BY 4.0",
        "May-redistribute: quote",
        "Language: English",
    )
    assert front_details(gap.join(lines) + "\n\n" + BODY)[0] == Details(
        origin="header block",
        title="Valley clinic hit",
        publisher="Hill Post",
        published=date(2020, 2, 18),
        url="https://example.org/valley",
        licence="CC BY 4.0",
        may_redistribute=MayRedistribute.QUOTE,
        language="en",
    )


def test_a_header_block_ends_with_an_empty_line() -> None:
    assert front_details("Title: Valley\nand this goes on as prose.\n") == ()


def test_a_first_line_with_a_colon_is_no_header_block() -> None:
    assert front_details("Valley: 300 people displaced\n\nThey fled on Monday.") == ()


def test_a_rule_that_is_unknown_is_taken_for_the_strictest() -> None:
    found = front_details("Title: Valley\nMay-redistribute: sure\n\nText")[0]
    assert found.may_redistribute is MayRedistribute.NONE
    assert found.warnings == (
        "warning: May-redistribute: 'sure' is none of none, derived, quote, full; nothing of it leaves",
    )


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Source: Hill Post and agencies", "Hill Post"),
        ("SOURCE: Hill Post, Reuters", "Hill Post"),
        ("*Source: Hill Post*", "Hill Post"),
        ("Source: Hill Post", "Hill Post"),
    ],
)
@pytest.mark.parametrize("at_top", [True, False])
def test_a_source_line_names_the_publisher(line: str, name: str, *, at_top: bool) -> None:
    assert publisher(line + BODY if at_top else BODY * 30 + line) == name


def test_a_source_line_amid_the_text_is_passed_over() -> None:
    assert publisher(BODY * 30 + "Source: Hill Post" + BODY * 30) is None


def test_words_that_are_too_long_name_no_publisher() -> None:
    assert publisher_of("the people who told us so " * 5) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("GENEVA, 18 February 2020 (Hill Aid) - The clinic was hit.", date(2020, 2, 18)),
        ("GENEVA (18 February 2020) – The clinic was hit.", date(2020, 2, 18)),
        ("Amman/Geneva, February 18, 2020 — The clinic was hit.", date(2020, 2, 18)),
        ("Valley clinic hit\n\n25 August 2015 The United Clinics said so.", date(2015, 8, 25)),
        ("25 August 2015  the United Clinics said so.", date(2015, 8, 25)),
        ("25 August 2015 \x96 The United Clinics said so.", date(2015, 8, 25)),
        ("Tuesday, 18 February 2020 14:30 GMT\n\nThe clinic was hit.", date(2020, 2, 18)),
        ("Valley: Update No 7 Last updated: 18 Sep 2020\n\nUPDATE (17 Sep 2020) Valley", date(2020, 9, 18)),
        ("FLASH UPDATE (17 Sep 2020)\n\nThe river rose.", date(2020, 9, 17)),
        ("Situation Report No. 5 | 18 February 2020\n\nThe river rose.", date(2020, 2, 18)),
        ("Situation Report No. 5, 1-15 February 2020\n\nThe river rose.", date(2020, 2, 15)),
        ("Valley\nPublished on 18 February 2020\n\nThe river rose.", date(2020, 2, 18)),
        ("The river rose." + BODY * 30 + "Published: 18 February 2020", date(2020, 2, 18)),
    ],
)
def test_the_day_of_publication_is_found_in_the_first_and_last_lines(text: str, day: date) -> None:
    assert published(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "25 August 2015 was the worst day of all.\n\nThe river rose.",
        "A study published on 12 February 2020 said that the river rose.",
        "Children sit in a camp in the valley, February 17, 2020. (Hill Pictures)\n\nThe river rose.",
        "Children sit in a camp in the valley, February 17, 2020 (Hill Pictures)\n\nThe river rose.",
        "The fighting that began on 12 February 2020 - the worst in years - goes on.",
        "It rose" + BODY * 30 + "Hill Aid, 18 February 2020 (Valley) - A box." + BODY * 30,
    ],
)
def test_a_day_in_a_sentence_or_a_caption_is_not_the_day_of_publication(text: str) -> None:
    assert published(text) is None


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("GENEVA, 18 February 2020 (Hill Aid) - The clinic was hit.", "Hill Aid"),
        ("Port Town (Hill Aid) – The clinic was hit.", "Hill Aid"),
        ("BEIRUT, Feb 18 (Hill Post) - The clinic was hit.", "Hill Post"),
        ("The clinic (Hill Aid) was hit.", None),
    ],
)
def test_a_dateline_names_the_agency(line: str, agency: str | None) -> None:
    assert publisher("Valley clinic hit\n\n" + line) == agency


def test_a_day_that_could_be_two_is_warned_of() -> None:
    found = front_details("Update 02/03/2020\n\nThe river rose.")
    assert [details.warnings for details in found if details.warnings] == [
        ("warning: 02/03/2020 could be two days; --published DAY says which",)
    ]


def test_as_of_gives_its_day() -> None:
    assert as_of("Valley\n\nAs of 23 August 2021. It rains.\n") == Details(
        origin='"as of" line', published=date(2021, 8, 23)
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Valley clinic hit\n\nIt was hit.", "Valley clinic hit"),
        ("Title: other\n\nValley clinic hit\n\nIt was hit.", "Valley clinic hit"),
        ("Valley update Last updated: 18 Sep 2020\n\nIt was hit.", "Valley update"),
        ("The clinic was hit on Monday.\n\nIt was hit again.", None),
        ("18 February 2020\n\nIt was hit.", None),
        ("GENEVA, 18 February 2020 (Hill Aid) - It was hit\n\nIt was hit.", None),
        ("Only one line", None),
        ("word " * 60 + "\n\nIt was hit.", None),
    ],
)
def test_the_first_line_is_the_title_if_it_looks_like_one(text: str, title: str | None) -> None:
    found = first_line_title(text)
    assert (found.title if found else None) == title


@given(st.text())
def test_no_text_upsets_the_front(text: str) -> None:
    assert isinstance(front_details(text), tuple)
    first_line_title(text)
    as_of(text)
