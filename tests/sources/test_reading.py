from datetime import date
from email.message import EmailMessage

import pytest
from tests.sources.making import document

from clearway.errors import ClearwayError, RefusedDocument, RefusedRecord
from clearway.model import Hints
from clearway.sources.limits import LIMITS, Limits
from clearway.sources.reading import Reading, read_here

WORDS = "The clinic in the valley was hit on Monday, its director said, and two nurses are hurt."
ATTACHED = "The district office counted 240 families who were on the road north on Monday evening."


def mail(depth: int = 0) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["Message-ID"] = f"Mail {depth}", "<1@example.org>"
    message["From"], message["Date"] = "Hill Post <desk@example.org>", "Tue, 18 Feb 2020 10:00:00 +0000"
    message.set_content(WORDS)
    return message


def reading(data: bytes, *, name: str = "a.eml", limits: Limits = LIMITS) -> Reading:
    given = document(data, name=name, hints=Hints(licence="CC0"))
    return read_here(given, retrieved=date(2020, 3, 1), limits=limits)


def test_an_attachment_is_a_report_of_its_own_dated_by_the_mail() -> None:
    message = mail()
    message.add_attachment(ATTACHED.encode(), maintype="text", subtype="plain", filename="count.txt")
    _, attached = reading(message.as_bytes()).reports
    assert (attached.document, attached.ordinal, attached.text) == ("a.eml#count.txt", 1, ATTACHED)
    assert (attached.published, attached.publisher, attached.licence) == (date(2020, 2, 18), "Hill Post", "CC0")
    assert "published from the mail that brought it" in attached.notes


def test_a_refused_attachment_leaves_the_mail_readable() -> None:
    message = mail()
    message.add_attachment(b"\0\1", maintype="application", subtype="octet-stream", filename="a.bin")
    found = reading(message.as_bytes())
    assert [report.title for report in found.reports] == ["Mail 0"]
    assert [(refused.subject, refused.rule) for refused in found.refused] == [
        ("a.eml#a.bin", "it is no text: byte 0 is NUL")
    ]


def test_mails_within_mails_are_followed_to_the_limit() -> None:
    message = mail(4)
    for depth in (3, 2, 1, 0):
        outer = mail(depth)
        outer.add_attachment(message)
        message = outer
    found = reading(message.as_bytes(), limits=Limits(enclosed=2))
    assert [report.title for report in found.reports] == ["Mail 0", "Mail 1", "Mail 2"]
    assert [refused.rule for refused in found.refused] == ["it lies deeper than 2 attachments within each other"]


def test_a_record_from_the_future_is_refused_and_the_others_are_read() -> None:
    records = [
        f'{{"fields": {{"body": "{WORDS}", "title": "{day}", "date": {{"original": "{day}"}}}}}}'
        for day in ("2020-02-18", "2020-03-02")
    ]
    found = reading("\n".join(records).encode(), name="a.jsonl")
    assert [report.title for report in found.reports] == ["2020-02-18"]
    assert "in the future" in found.refused[0].rule


def test_parts_left_out_are_warned_of_on_the_first_report() -> None:
    report = reading(mail().as_bytes()).reports[0]
    refused: tuple[ClearwayError, ...] = (RefusedRecord("a.json record 2", rule="it has no body", remedy="look"),)
    first = Reading(reports=(report,), refused=refused).or_refuse("a.json")[0]
    assert first.id == report.id
    assert first.notes == (*report.notes, "warning: left out a.json record 2: it has no body; look")


@pytest.mark.parametrize(
    ("refused", "message"),
    [
        ((RefusedRecord("a record 1", rule="it has no body", remedy="look"),), "a record 1: it has no body; look"),
        ((), "a: it holds no report; give another document"),
    ],
)
def test_nothing_read_is_a_refusal(refused: tuple[ClearwayError, ...], message: str) -> None:
    with pytest.raises(RefusedDocument) as raised:
        Reading(reports=(), refused=refused).or_refuse("a")
    assert str(raised.value) == message
