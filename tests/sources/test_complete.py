from datetime import date

import pytest
from tests.sources.making import NO_HINTS, document

from clearway.errors import RefusedDocument
from clearway.model import Hints, MayRedistribute, Report, fingerprint
from clearway.sources.complete import complete
from clearway.sources.format import Details, Draft
from clearway.sources.limits import LIMITS, Limits

TODAY = date(2020, 3, 1)
TEXT = "The clinic in the valley was hit on Monday, its director said. Two nurses who worked there are hurt."


def completed(draft: Draft, *, name: str = "a.txt", hints: Hints = NO_HINTS, limits: Limits = LIMITS) -> Report:
    given = document(b"bytes", name=name, hints=hints)
    return complete(draft, given, format_name="plain", ordinal=0, retrieved=TODAY, limits=limits)


def test_every_detail_says_where_it_came_from() -> None:
    draft = Draft(text=TEXT, details=(Details(origin="mail headers", publisher="Hill Post"),), notes=("as found",))
    hints = Hints(publisher="Other", url="https://example.org/1", may_redistribute=MayRedistribute.QUOTE)
    assert completed(draft, name="reports/valley-2020-02-18.txt", hints=hints) == Report(
        text=TEXT,
        document="reports/valley-2020-02-18.txt",
        sha256=fingerprint(b"bytes"),
        publisher="Hill Post",
        url="https://example.org/1",
        published=date(2020, 2, 18),
        retrieved=TODAY,
        language="en",
        may_redistribute=MayRedistribute.QUOTE,
        notes=(
            "publisher from mail headers",
            "url from what was given with the command",
            "published from file name",
            "may_redistribute from what was given with the command",
            "as found",
        ),
    )


def test_a_report_without_a_day_is_read_with_a_warning() -> None:
    report = completed(Draft(text=TEXT))
    assert report.published is None
    assert report.notes == ("warning: no day of publication found; --published DAY gives it",)


def test_a_report_may_not_be_given_on_unless_it_says_so() -> None:
    assert completed(Draft(text=TEXT)).may_redistribute is MayRedistribute.DERIVED


def test_what_was_given_fills_what_is_missing_and_yields_to_the_document() -> None:
    hints = Hints(published=date(2020, 2, 1))
    report = completed(Draft(text=f"Published: 2020-02-18\n\n{TEXT}"), hints=hints)
    assert report.published == date(2020, 2, 18)
    assert "warning: published given as 2020-02-01, but header block says 2020-02-18" in report.notes


@pytest.mark.parametrize("text", [f"Valley\n\nAs of 10 February 2020.\n\n{TEXT}", TEXT])
def test_what_was_given_wins_over_guesses(text: str) -> None:
    hints = Hints(published=date(2020, 2, 12))
    assert completed(Draft(text=text), name="a-2020-02-11.txt", hints=hints).published == date(2020, 2, 12)


def test_a_day_in_the_future_is_refused() -> None:
    with pytest.raises(RefusedDocument) as refused:
        completed(Draft(text=f"Published: 2020-03-02\n\n{TEXT}"))
    assert str(refused.value) == (
        "a.txt: it says it was published on 2020-03-02 (header block), which is in the future; "
        "give the right day with --published DAY"
    )


def test_a_day_in_the_future_gives_way_to_the_one_that_was_given() -> None:
    hints = Hints(published=date(2020, 2, 12))
    report = completed(Draft(text=f"Published: 2020-03-02\n\n{TEXT}"), hints=hints)
    assert report.published == date(2020, 2, 12)
    assert "warning: header block says 2020-03-02, which is in the future" in report.notes


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("12 345", "it has no letters"),
        ("word " * 10, "it has 50 characters of text, more than the limit of 40"),
        ("half \ud800 one", "its character 5 is half of one (a lone surrogate)"),
    ],
)
def test_a_text_that_holds_no_claims_is_refused(text: str, rule: str) -> None:
    with pytest.raises(RefusedDocument) as refused:
        completed(Draft(text=text), limits=Limits(characters=40))
    assert refused.value.rule == rule
