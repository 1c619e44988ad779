"""A page in Debian's chromium; where there is none, these tests skip and say so."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from tests.browser.made import page_of_a_crisis
from tests.browser.made_plan import page_of_a_plan

from clearway.model import Profile

CHROMIUM = Path(os.environ.get("CLEARWAY_CHROMIUM", "/usr/bin/chromium"))


@dataclass(slots=True)
class Seen:
    """What a page did: what its console said, and what it asked for."""

    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, started once."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: no browser test runs")
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}: install Debian's chromium to run the browser tests")
    with sync_api.sync_playwright() as play:
        started = play.chromium.launch(executable_path=str(CHROMIUM), chromium_sandbox=False)
        yield started
        started.close()


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[Profile, Path]:
    """The page of a made-up crisis on the disk, for each profile."""
    folder = tmp_path_factory.mktemp("pages")
    for profile in Profile:
        (folder / f"{profile}.html").write_text(page_of_a_crisis(profile), encoding="utf-8")
    return {profile: folder / f"{profile}.html" for profile in Profile}


@pytest.fixture
def visit(browser: Any) -> Iterator[Any]:
    """Opens a file: `visit(file, width, height, scheme)`; its console says nothing and it asks for nothing else."""
    contexts = []
    seen = Seen()
    visited: set[str] = set()

    def opens(file: Path, width: int = 1366, height: int = 768, scheme: str = "light") -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: seen.console.append(message.text))
        page.on("pageerror", lambda error: seen.console.append(str(error)))
        page.on("request", lambda request: seen.requests.append(request.url))
        visited.add(file.as_uri())
        page.goto(file.as_uri())
        return page

    yield opens
    for context in contexts:
        context.close()
    assert seen.console == []
    assert {url.partition("#")[0] for url in seen.requests} <= visited


@pytest.fixture
def opened(visit: Any, files: dict[Profile, Path]) -> Any:
    """Opens the page of the crisis: `opened(width, height, scheme, profile)`."""

    def opens(
        width: int = 1366, height: int = 768, scheme: str = "light", profile: Profile = Profile.RESTRICTED
    ) -> Any:
        return visit(files[profile], width, height, scheme)

    return opens


@pytest.fixture(scope="session")
def plan_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a made-up plan on the disk."""
    file = tmp_path_factory.mktemp("plans") / "plan.html"
    file.write_bytes(page_of_a_plan())
    return file
