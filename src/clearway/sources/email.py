"""E-mail as mail programs save it: its text, and the documents attached to it."""

import re
from collections.abc import Iterator
from datetime import date
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from clearway.errors import RefusedDocument
from clearway.model import Document
from clearway.sources.complete import refuse_size
from clearway.sources.decode import decode
from clearway.sources.format import Details, Draft, Enclosed, Format, Found
from clearway.sources.limits import Limits
from clearway.sources.names import printable

_HEADER = re.compile(
    rb"(?:return-path|received|delivered-to|mime-version|message-id|from|date|subject|to|x-[\w-]+|dkim-signature|"
    rb"content-type|content-transfer-encoding|reply-to|sender|cc|in-reply-to|references|authentication-results):",
    re.IGNORECASE,
)
_TELLING = re.compile(rb"^(?:mime-version|message-id|received|return-path):", re.IGNORECASE | re.MULTILINE)
_MBOX = re.compile(rb"From [^\r\n]{3,200}\r?\n")
_ADDRESS = re.compile(r"<?(https?://[^\s<>]{3,500})>?")
_PASSED_OVER = ("application/pgp-signature", "application/pkcs7-signature", "text/calendar", "text/vcard")
_HEAD = 16_384
_MOST_PARTS = 200


def read(document: Document, limits: Limits) -> Iterator[Found]:
    """Yield the mail's own text, plain before HTML, then each attached document; left-out attachments are errors."""
    refuse_size(document.name, len(document.data), limits.file_bytes)
    message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(_MBOX.sub(b"", document.data, count=1))
    _refuse_other(document.name, message)
    details = _details(message)
    body = message.get_body(preferencelist=("plain", "html"))
    if isinstance(body, EmailMessage) and (draft := _body(document.name, body, details)):
        yield draft
    for number, part in enumerate(_parts(message)):
        if number > _MOST_PARTS:
            rule = f"it has more than {_MOST_PARTS} parts; the others are left out"
            yield RefusedDocument(document.name, rule=rule, remedy="save the attachments and give them themselves")
            return
        if part is not body and (found := _attached(document, part, details)):
            yield found


def _refuse_other(name: str, message: EmailMessage) -> None:
    """Raise `RefusedDocument` for bytes that have none of the headers of a mail."""
    if not any(message.get(header) for header in ("From", "Subject", "Date", "Message-ID")):
        rule = "it is no e-mail: it has no From, Subject, Date or Message-ID"
        raise RefusedDocument(name, rule=rule, remedy="save the mail again as .eml, or its text as .txt")


def _body(name: str, body: EmailMessage, details: Details) -> Draft | None:
    """The mail's text with what its headers tell, or nothing where it is empty."""
    payload = body.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return None
    charset = body.get_content_charset()
    text, notes = decode(name, payload, declared=charset)
    if body.get_content_type() != "text/html":
        return Draft(text=text, details=(details,), notes=notes)
    from clearway.sources.html import draft_of

    page = draft_of(text, name, notes)
    return Draft(text=page.text, details=(details,), notes=page.notes) if page.text else None


def _attached(document: Document, part: EmailMessage, details: Details) -> Found | None:
    """An attached document; pictures and signatures, and other readings of the text, are passed over."""
    sort = part.get_content_type()
    filename = part.get_filename() or ""
    forwarded = sort == "message/rfc822"
    attached = filename or forwarded or part.get_content_disposition() == "attachment"
    if not attached or part.get_content_maintype() == "image" or sort in _PASSED_OVER:
        return None
    if forwarded:
        inner = part.get_payload(0)
        data: object = inner.as_bytes() if isinstance(inner, EmailMessage) else b""
        filename = filename or "forwarded.eml"
    else:
        data = part.get_payload(decode=True)
    name = f"{document.name}#{printable(filename) or 'attachment'}"
    if not isinstance(data, bytes) or not data:
        return RefusedDocument(name, rule="it is empty", remedy="ask the sender for the attachment")
    brought = Details(origin="the mail that brought it", published=details.published, publisher=details.publisher)
    return Enclosed(document=Document(name=name, data=data, hints=document.hints), details=brought)


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """Every part that holds something, without looking into forwarded mails; never recurses."""
    waiting: list[object] = [message]
    while waiting:
        part = waiting.pop(0)
        if not isinstance(part, EmailMessage):
            continue
        payload = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            waiting.extend(payload)
        else:
            yield part


def _details(message: EmailMessage) -> Details:
    """What the mail's headers tell: who sent it (name, else address), when, about what."""
    sender = message.get("From")
    addresses = getattr(sender, "addresses", ())
    publisher = (addresses[0].display_name or addresses[0].addr_spec) if addresses else str(sender or "") or None
    link = _ADDRESS.search(str(message.get("Archived-At") or ""))
    return Details(
        origin="mail headers",
        publisher=publisher,
        title=re.sub(r"\s+", " ", str(message.get("Subject") or "")).strip() or None,
        published=_day(message),
        url=link[1] if link else None,
    )


def _day(message: EmailMessage) -> date | None:
    """The day on which it was sent, by the sender's clock."""
    sent = getattr(message.get("Date"), "datetime", None)
    return sent.date() if sent else None


def recognises(data: bytes) -> bool:
    """Whether the bytes open with mail headers, one of them of a kind that only mail programs write."""
    head = _MBOX.sub(b"", data[:_HEAD], count=1) if data.startswith(b"From ") else data[:_HEAD]
    headers = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return _HEADER.match(headers) is not None and _TELLING.search(headers) is not None


EMAIL = Format(
    name="email",
    media_types=("message/rfc822",),
    extensions=(".eml",),
    read=read,
    recognises=recognises,
)
