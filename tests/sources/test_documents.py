import io
import os
from pathlib import Path

import pytest

from clearway.errors import RefusedDocument
from clearway.model import Document, Hints
from clearway.sources import Limits, documents

WORDS = b"Two nurses are hurt."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(found: Document | RefusedDocument) -> str:
    return found.name if isinstance(found, Document) else str(found)


def test_files_keep_the_names_and_the_order_that_they_were_given_in(folder: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (folder / name).write_bytes(WORDS)
    hints = Hints(publisher="Hill Post")
    assert list(documents(["./b.txt", Path("a.txt")], hints=hints)) == [
        Document(name="./b.txt", data=WORDS, hints=hints),
        Document(name="a.txt", data=WORDS, hints=hints),
    ]


def test_a_folder_is_read_through_sorted_without_hidden_files(folder: Path) -> None:
    for name in ("r/b.md", "r/a/z.txt", "r/c.TXT", "r/.hidden.txt", "r/.git/x.txt", "r/table.xlsx"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(WORDS)
    found = [shown(one) for one in documents(["r"])]
    assert found[:3] == ["r/a/z.txt", "r/b.md", "r/c.TXT"]
    assert found[3].startswith(
        "r/table.xlsx: in a folder only files of known extensions are read; give the file itself"
    )
    assert len(found) == 4


def test_a_file_of_unknown_extension_is_read_when_given_itself(folder: Path) -> None:
    (folder / "valley.log").write_bytes(WORDS)
    assert [shown(one) for one in documents(["valley.log"])] == ["valley.log"]


def test_standard_input_is_a_document_named_by_a_dash() -> None:
    assert list(documents(["-"], stdin=io.BytesIO(WORDS))) == [Document(name="-", data=WORDS)]


def test_what_is_not_there_is_refused_and_the_others_are_read(folder: Path) -> None:
    (folder / "a.txt").write_bytes(WORDS)
    (folder / "empty").mkdir()
    assert [shown(one) for one in documents(["gone.txt", "empty", "a.txt"])] == [
        "gone.txt: there is no such file (any more); check its name",
        "empty: the folder is empty; give a folder that has reports",
        "a.txt",
    ]


def test_a_file_that_vanishes_while_a_folder_is_read_is_refused(folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_bytes(WORDS)
    found = documents([str(folder)])
    next(found)
    (folder / "b.txt").unlink()
    assert isinstance(next(found), RefusedDocument)


def test_a_broken_link_and_a_link_to_a_folder_are_refused(folder: Path) -> None:
    (folder / "r").mkdir()
    (folder / "r" / "a.txt").symlink_to("nowhere.txt")
    (folder / "r" / "loop").symlink_to(folder / "r")
    assert [shown(one).partition(";")[0] for one in documents(["r"])] == [
        "r/a.txt: there is no such file (any more)",
        "r/loop: links to folders are not followed",
    ]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything may be read by root")
def test_a_file_that_may_not_be_read_is_refused(folder: Path) -> None:
    (folder / "a.txt").write_bytes(WORDS)
    (folder / "a.txt").chmod(0)
    assert [shown(one) for one in documents(["a.txt"])] == [
        "a.txt: it may not be read; give yourself the right to read it"
    ]


def test_a_file_beyond_the_limit_is_refused_without_loading_it(folder: Path) -> None:
    with (folder / "big.txt").open("wb") as big:
        big.truncate(100_000_001)
    assert [shown(one) for one in documents(["big.txt"])] == [
        "big.txt: it is larger than the limit of 100 MB; cut it into parts"
    ]


def test_endless_input_is_refused() -> None:
    limits = Limits(file_bytes=1_000_000)
    assert [shown(one) for one in documents(["/dev/zero"], limits=limits)] == [
        "/dev/zero: it is larger than the limit of 1 MB; cut it into parts"
    ]


def test_a_pipe_in_a_folder_is_refused(folder: Path) -> None:
    (folder / "r").mkdir()
    os.mkfifo(folder / "r" / "a.txt")
    assert [shown(one) for one in documents(["r"])] == ["r/a.txt: it is no file; give it itself if it is meant"]


def test_a_name_of_two_lines_is_shown_on_one(folder: Path) -> None:
    (folder / "a\n\x1b[31mb.txt").write_bytes(WORDS)
    assert [shown(one) for one in documents(["."])] == ["./a\\n\\x1b[31mb.txt"]


@pytest.mark.skipif(os.uname().sysname == "Darwin", reason="macOS has no file names that are not UTF-8")
def test_a_name_that_is_not_utf8_is_shown_by_its_codes(folder: Path) -> None:
    with open(os.path.join(os.fsencode(folder), b"caf\xe9.txt"), "wb") as opened:
        opened.write(WORDS)
    assert [shown(one) for one in documents(["."])] == ["./caf\\xe9.txt"]
