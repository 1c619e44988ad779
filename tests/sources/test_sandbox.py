import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.sources.making import changed, document, docx, encrypted_pdf, pdf

from clearway.errors import RefusedDocument
from clearway.model import Document
from clearway.sources import Limits, Sandbox, read

TODAY = date(2020, 3, 1)
WORDS = "The clinic in the valley was hit on Monday, its director said, and two nurses are hurt."
GOOD = document(docx("Published: 2020-02-18", WORDS), name="good.docx")
RTL = "قتل عشرة مدنيين في البلدة يوم الثلاثاء، وفق ما ذكره مسعفون، ونزحت مئات العائلات نحو الحدود."


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as opened:
        yield opened


def child_of(sandbox: Sandbox) -> int:
    assert sandbox._confined.pid is not None
    return sandbox._confined.pid


def test_a_document_read_in_the_child_is_the_one_read_here(sandbox: Sandbox) -> None:
    (report,) = sandbox.read(GOOD, retrieved=TODAY)
    assert report.text == f"Published: 2020-02-18\n\n{WORDS}"
    assert (report.published, report.retrieved, report.format) == (date(2020, 2, 18), TODAY, "docx")


def test_one_child_reads_many_documents(sandbox: Sandbox) -> None:
    sandbox.read(GOOD)
    first = child_of(sandbox)
    sandbox.read(document(f"<html><body><p>{WORDS}</p></body></html>", name="a.html"))
    assert child_of(sandbox) == first


def test_plain_text_starts_no_child() -> None:
    with Sandbox() as sandbox:
        assert [report.text for report in sandbox.read(document(WORDS))] == [WORDS]
        assert sandbox._confined.pid is None


def test_one_document_can_be_read_without_a_sandbox() -> None:
    assert [report.text for report in read(document(WORDS), retrieved=TODAY)] == [WORDS]


BAD = {
    "empty.txt": (b"", "it is empty"),
    "binary.txt": (bytes(range(256)), "it is no text: byte 0 is NUL"),
    "mixed.txt": ("“Ten”".encode() + b" caf\xe9", "it mixes encodings: most of it is UTF-8, byte 13 (0xe9) is not"),
    "huge.txt": (b"word " * 20_000_000, "it is larger than the limit of 20 MB"),
    "numbers.txt": (b"12 345", "it has no letters"),
    "locked.pdf": (encrypted_pdf(), "it is encrypted"),
    "broken.pdf": (b"%PDF-1.4\nrubbish", "it is broken or no PDF"),
    "scanned.pdf": (pdf([()]), "its 1 pages hold no text, as in a scan"),
    "bomb.docx": (
        changed(GOOD.data, "word/document.xml", lambda part: part + b" " * 30_000_000),
        "it unpacks more than 200-fold",
    ),
    "bomb.html": (b"<html>" + b"<p>a" * 3_000_000, "reading it takes more than 300 MB of memory"),
    "entities.html": (b'<!DOCTYPE html [<!ENTITY a "b">]><html>&a;</html>', "it declares entities of its own (a DTD)"),
    "dtd.xml": (b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "b"><a/>', "it is XML with a DTD"),
    "deep.html": (b"<html>" + b"<div>" * 10_000, "its tags are nested deeper than 256 levels"),
    "deep.json": (b'{"fields":' + b"[" * 100_000, "it is nested deeper than any reader follows"),
    "deep.eml": (
        b"From: a@example.org\nMIME-Version: 1.0\n"
        + b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(1_500)),
        "it is nested deeper than any reader follows",
    ),
    "future.html": (
        f'<html><head><meta name="date" content="2020-03-02"></head><body><p>{WORDS}'.encode(),
        "it says it was published on 2020-03-02 (HTML metadata), which is in the future",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gives_one_clear_line_and_the_next_document_is_read(name: str, small: Sandbox) -> None:
    data, rule = BAD[name]
    with pytest.raises(RefusedDocument) as refused:
        small.read(document(data, name=name), retrieved=TODAY)
    assert (refused.value.subject, refused.value.rule[: len(rule)]) == (name, rule)
    assert refused.value.remedy
    assert "\n" not in str(refused.value)
    assert len(small.read(GOOD)) == 1


@pytest.fixture(scope="module")
def small() -> Iterator[Sandbox]:
    with Sandbox(Limits(memory_bytes=300_000_000, seconds=20)) as opened:
        yield opened


def test_right_to_left_text_passes_untouched(sandbox: Sandbox) -> None:
    (report,) = sandbox.read(document(RTL))
    assert (report.text, report.language) == (RTL, "ar")


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Quatre personnes ont été blessées lundi dans une attaque contre la clinique, a dit le directeur.", "fr"),
        (RTL, "ar"),
        ("Four hurt in the valley on Monday, the director told reporters there later.", "en"),
    ],
)
def test_a_document_read_in_the_child_is_told_its_language(sandbox: Sandbox, words: str, language: str) -> None:
    (report,) = sandbox.read(document(docx("Published: 2020-02-18", words), name="other.docx"))
    assert report.language == language


def test_a_document_that_takes_too_long_is_refused_and_the_next_is_read() -> None:
    page = b"<html><body " + b"".join(b"a%d=b " % n for n in range(300_000)) + b"><p>words"
    with Sandbox(Limits(seconds=2)) as sandbox:
        with pytest.raises(RefusedDocument, match=r"slow\.html: reading it takes longer than 2 s; cut it into parts"):
            sandbox.read(document(page, name="slow.html"))
        assert len(sandbox.read(GOOD)) == 1


def test_a_child_that_was_killed_between_documents_is_replaced(sandbox: Sandbox) -> None:
    sandbox.read(GOOD)
    killed = child_of(sandbox)
    os.kill(killed, signal.SIGKILL)
    assert sandbox._confined._child is not None
    sandbox._confined._child.wait()
    assert len(sandbox.read(GOOD)) == 1
    assert child_of(sandbox) != killed


def test_a_child_that_dies_over_a_document_refuses_only_that(sandbox: Sandbox) -> None:
    sandbox.read(GOOD)
    os.kill(child_of(sandbox), signal.SIGSTOP)
    pid = child_of(sandbox)
    large = Document(name="large.docx", data=GOOD.data + b"\0" * 1_000_000)
    before = sandbox._confined._watch
    calls = []

    def kill_amid(*arguments: object) -> None:
        calls.append(arguments)
        if len(calls) == 2:
            os.kill(pid, signal.SIGKILL)
        before(*arguments)  # type: ignore[arg-type]

    sandbox._confined._watch = kill_amid  # type: ignore[method-assign]
    with pytest.raises(RefusedDocument, match=r"large\.docx: its reader was ended by SIGKILL"):
        sandbox.read(large)
    sandbox._confined._watch = before  # type: ignore[method-assign]
    assert len(sandbox.read(GOOD)) == 1


def test_a_file_beyond_the_limit_is_refused_before_anything_looks_at_it() -> None:
    with (
        Sandbox(Limits(file_bytes=10)) as sandbox,
        pytest.raises(RefusedDocument, match="larger than the limit of 10 bytes"),
    ):
        sandbox.read(replace(GOOD, name="a.docx"))


def test_closing_twice_is_harmless() -> None:
    sandbox = Sandbox()
    sandbox.read(GOOD)
    sandbox.close()
    sandbox.close()
    assert len(sandbox.read(GOOD)) == 1
    sandbox.close()
