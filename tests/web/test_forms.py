"""Forms of pages as a browser sends them."""

from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

PAGES = ("/inbox", "/picture", "/incidents", "/check?sentence=Ten+people+died.", "/review")


class Forms(HTMLParser):
    """The forms of a page that ask and change nothing, each with its address and what its fields hold."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a form, or of a field of one."""
        told = dict(attrs)
        if tag == "form":
            self._open = told.get("method") == "get"
            if self._open:
                self.found.append((told["action"] or "", {}))
        elif self._open and tag in ("input", "select", "textarea") and told.get("name"):
            empty = "value" not in told or told["value"] is None
            if not (empty and "required" in told):
                self.found[-1][1][told["name"] or ""] = told.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        """A form ends."""
        if tag == "form":
            self._open = False


@pytest.mark.parametrize("page", PAGES)
def test_a_form_is_answered_though_a_field_was_left_empty(here: TestClient, page: str) -> None:
    forms = Forms()
    forms.feed(here.get(page).text)
    for action, fields in forms.found:
        answer = here.get(action, params=fields)
        assert answer.status_code == 200, (action, fields)
