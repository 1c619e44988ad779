"""Watched folders."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.web.making import Clock

from clearway.errors import UsageError
from clearway.web.inbox import Inbox
from clearway.web.store import Store
from clearway.web.watching import EVERY_S, Watching


class Seconds:
    time = 0.0

    def __call__(self) -> float:
        self.time += EVERY_S
        return self.time


Makes = Callable[..., Watching]


@pytest.fixture
def inbox(tmp_path: Path, clock: Clock) -> Inbox:
    return Inbox(Store.open(tmp_path / "desk.db"), tmp_path / "queue", now=clock)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "root/wires").mkdir(parents=True)
    return tmp_path / "root"


@pytest.fixture
def watching(inbox: Inbox, root: Path, clock: Clock) -> Watching:
    return Watching(inbox._store, inbox, root, now=clock, clock=Seconds(), largest=1000)


def names(inbox: Inbox) -> list[str]:
    return sorted(item.name for item in inbox.items())


def test_a_file_is_taken_once_it_has_stayed_as_it_is(watching: Watching, inbox: Inbox, root: Path) -> None:
    watching.add("wires", "Ada")
    (root / "wires/a.txt").write_text("Half of it")
    assert watching.look() == 0
    (root / "wires/a.txt").write_text("Half of it and the rest.")
    assert watching.look() == 0
    assert watching.look() == 1
    assert watching.look() == 0
    assert names(inbox) == ["a.txt"]


def test_a_file_that_changes_is_taken_again(watching: Watching, inbox: Inbox, root: Path) -> None:
    watching.add("wires", "Ada")
    for text in ("One.", "Another one."):
        (root / "wires/a.txt").write_text(text)
        watching.look()
        watching.look()
    assert names(inbox) == ["a.txt", "a.txt"]


def test_what_is_hidden_too_large_empty_or_a_link_is_left_alone(watching: Watching, inbox: Inbox, root: Path) -> None:
    watching.add("wires", "Ada")
    (root.parent / "secret.txt").write_text("Secret.")
    (root / "wires/link.txt").symlink_to(root.parent / "secret.txt")
    (root / "wires/.hidden").write_text("Hidden.")
    (root / "wires/large").write_bytes(b"x" * 1001)
    (root / "wires/empty").touch()
    (root / "wires/deep").mkdir()
    (root / "wires/deep/b.txt").write_text("Below.")
    for _ in range(3):
        watching.look()
    assert names(inbox) == ["b.txt"]


@pytest.mark.parametrize("folder", ["..", "../", "/etc", "wires/../..", "none", "wires/a\0b", "out"])
def test_only_a_folder_below_the_one_of_the_start_is_watched(watching: Watching, root: Path, folder: str) -> None:
    (root / "out").symlink_to(root.parent)
    with pytest.raises(UsageError, match="there is no such folder below the one that the desk was started with"):
        watching.add(folder, "Ada")
    assert watching.folders() == ()


def test_a_folder_that_became_a_link_elsewhere_is_watched_no_longer(
    watching: Watching, inbox: Inbox, root: Path
) -> None:
    watching.add("wires", "Ada")
    os.rename(root / "wires", root / "old")
    (root / "wires").symlink_to(root.parent)
    for _ in range(3):
        watching.look()
    assert names(inbox) == []


def test_a_folder_is_let_go(watching: Watching, inbox: Inbox, root: Path) -> None:
    watching.add("wires", "Ada")
    watching.remove("wires")
    (root / "wires/a.txt").write_text("Words.")
    for _ in range(3):
        watching.look()
    assert names(inbox) == []


def test_without_a_folder_of_the_start_nothing_is_watched(inbox: Inbox, clock: Clock) -> None:
    watching = Watching(inbox._store, inbox, None, now=clock, clock=Seconds(), largest=1000)
    with pytest.raises(UsageError):
        watching.add(".", "Ada")
    assert watching.look() == 0
