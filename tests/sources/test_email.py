from datetime import date
from email.message import EmailMessage

import pytest
from tests.sources.making import document, docx, drafts

from clearway.errors import RefusedDocument
from clearway.sources.email import read, recognises
from clearway.sources.format import Details, Enclosed
from clearway.sources.limits import LIMITS

TEXT = "The clinic in the valley was hit on Monday.\n\nTwo nurses are hurt.\n"


def mail(*, plain: str = TEXT, page: str = "") -> EmailMessage:
    message = EmailMessage()
    message["From"] = '"Hill Post desk" <desk@example.org>'
    message["To"] = "Somebody <somebody@example.org>"
    message["Subject"] = "Valley clinic hit"
    message["Date"] = "Tue, 18 Feb 2020 23:30:00 +0200"
    message["Message-ID"] = "<1@example.org>"
    message["Archived-At"] = "<https://example.org/valley>"
    if plain:
        message.set_content(plain)
    if page:
        message.add_alternative(page, subtype="html")
    return message


def test_a_mail_gives_its_text_and_what_its_headers_say() -> None:
    draft = drafts(read, document(mail(page="<p>other</p>").as_bytes(), name="a.eml"))[0]
    assert draft.text == TEXT
    assert draft.details == (
        Details(
            origin="mail headers",
            publisher="Hill Post desk",
            title="Valley clinic hit",
            published=date(2020, 2, 18),
            url="https://example.org/valley",
        ),
    )


def test_a_mail_without_plain_text_gives_its_page() -> None:
    draft = drafts(read, document(mail(plain="", page="<html><body><p>Two nurses are hurt.</p>").as_bytes()))[0]
    assert draft.text == "Two nurses are hurt."


@pytest.mark.parametrize("charset", ["windows-1256", "utf-8"])
def test_right_to_left_text_comes_out_in_its_charset(charset: str) -> None:
    message = mail(plain="")
    message.set_content("قتل عشرة مدنيين في البلدة\n", charset=charset)
    assert drafts(read, document(message.as_bytes()))[0].text == "قتل عشرة مدنيين في البلدة\n"


def test_attachments_are_enclosed_and_pictures_passed_over() -> None:
    message = mail()
    message.add_attachment(docx("Two nurses"), maintype="application", subtype="octet-stream", filename="valley.docx")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    found = list(read(document(message.as_bytes(), name="a.eml"), LIMITS))
    enclosed = [one for one in found if isinstance(one, Enclosed)]
    assert len(found) == 2
    assert [one.document.name for one in enclosed] == ["a.eml#valley.docx"]
    assert enclosed[0].details == Details(
        origin="the mail that brought it", published=date(2020, 2, 18), publisher="Hill Post desk"
    )


def test_a_forwarded_mail_is_enclosed() -> None:
    message = mail()
    message.add_attachment(mail())
    found = list(read(document(message.as_bytes(), name="a.eml"), LIMITS))
    assert [one.document.name for one in found if isinstance(one, Enclosed)] == ["a.eml#forwarded.eml"]


def test_an_empty_attachment_is_refused_and_the_mail_read() -> None:
    message = mail()
    message.add_attachment(b"", maintype="application", subtype="pdf", filename="valley.pdf")
    found = list(read(document(message.as_bytes(), name="a.eml"), LIMITS))
    assert [str(one) for one in found if isinstance(one, RefusedDocument)] == [
        "a.eml#valley.pdf: it is empty; ask the sender for the attachment"
    ]


def test_what_has_no_headers_is_no_mail() -> None:
    with pytest.raises(RefusedDocument, match="it is no e-mail"):
        next(read(document("just words", name="a.eml"), LIMITS))


@pytest.mark.parametrize(
    ("data", "is_mail"),
    [
        (b"From: a@example.org\r\nMIME-Version: 1.0\r\n\r\nwords", True),
        (b"From a@example.org Tue Feb 18\nReceived: by b\nFrom: a\n\nwords", True),
        (b"Title: Valley\nDate: 2020-02-18\n\nwords", False),
        (b"From: the valley\n\nMessage-ID: is what they wrote", False),
    ],
)
def test_a_mail_is_recognised_by_headers_that_only_programs_write(data: bytes, *, is_mail: bool) -> None:
    assert recognises(data) is is_mail
