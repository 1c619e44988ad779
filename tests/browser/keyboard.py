"""People who sit at a desk with a keyboard alone, each in a browser of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.browser.serving import Served

from clearway.web.accounts import people, sessions
from clearway.web.rights import Role

AXE = Path(__file__).parent / "vendor/axe-core/axe.min.js"
FINDS = """axe.run().then((found) => found.violations.map((one) => `${one.id}: ${one.nodes[0].html}`))"""
MOST_TABS = 400
LOOKED_AT: set[str] = set()
"""The pages that axe has looked at in this run, by what they are a page of and what is told on them."""
REFUSED = "Failed to load resource: the server responded with a status of"
"""What a browser says by itself of an answer that refuses; the desk's own scripts say nothing."""


@dataclass(slots=True)
class Person:
    """Somebody at the keyboard: the page before them, what its console said, and what it asked for."""

    page: Any
    url: str
    console: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def goes(self, *keys: str, to: str) -> None:
        """Press keys, and wait for the page to which they lead; axe finds nothing on it."""
        self.press(*keys)
        self.page.wait_for_url(f"**{to}")
        self.look()

    def opens(self, path: str) -> None:
        """Write an address into the browser."""
        self.page.goto(self.url + path)
        self.look()

    def types(self, text: str) -> None:
        """Type where one is."""
        self.page.keyboard.type(text)

    def reaches(self, found: Any) -> None:
        """Go by Tab from where one is until one stands on the element."""
        element = found.element_handle()
        for _ in range(MOST_TABS):
            self.press("Tab")
            if element.evaluate("element => element === document.activeElement"):
                return
        raise AssertionError(f"Tab does not lead to {found}")

    def does(self, button: Any, *, to: str = "**") -> None:
        """Go to a button by Tab and press it; what it leads to is looked at."""
        self.reaches(button)
        self.goes("Enter", to=to)

    def look(self) -> None:
        """Wait until the page is whole; axe finds nothing on the first of its sort, and it fits the screen."""
        self.page.wait_for_load_state()
        path, _, query = self.page.url.removeprefix(self.url).partition("?")
        sort = f"{path.split('/')[1]} {path.count('/')} {query.partition('=')[0]} {self.page.title()}"
        if sort not in LOOKED_AT:
            LOOKED_AT.add(sort)
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
            assert self.page.evaluate(FINDS) == [], self.page.url
        assert self.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), self.page.url

    @property
    def told(self) -> str:
        """What the desk says after an act."""
        return str(self.page.locator(".told").inner_text())


@contextmanager
def at_the_desk(browser: Any, served: Served, name: str, *roles: Role) -> Iterator[Person]:
    """Somebody with these roles, signed in; at the end no page has complained, or asked anybody else for anything."""
    store = served.desk.store
    if people.account(store, name) is None:
        store.rows("INSERT INTO person VALUES (?, ?, NULL, 1, '2020-01-01')", (name, " ".join(roles)))
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-US")
    secret = sessions.begin(store, name, served.desk.now())
    context.add_cookies([{"name": served.desk.cookie, "value": secret, "url": served.url}])
    page = context.new_page()
    person = Person(page, served.url)
    page.on("console", lambda message: person.console.append(message.text))
    page.on("pageerror", lambda error: person.console.append(str(error)))
    page.on("request", lambda request: person.asked.append(request.url))
    yield person
    context.close()
    assert [said for said in person.console if not said.startswith(REFUSED)] == []
    assert [url for url in person.asked if not url.startswith((served.url, "data:"))] == []
