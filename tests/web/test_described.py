"""Whatever the description of the interface allows is answered, and never by a fault of ours."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from tests.ledger.making import AT, WAY, numbered
from tests.web.making import Visit

from clearway.ledger import open_ledger
from clearway.web.exporter import Exporter
from clearway.web.imports import Imports
from clearway.web.worker import Worker

FILES = ("/inbox/files", "/lists/", "/roads/add", "/merge/add")
"""Where files are sent."""
PARTS = {"document", "rule", "remedy"}


STORES = {"sqlite": 4, "postgresql": 2}
"""How many requests are tried of each kind; most of a request is the same on either store."""


@pytest.fixture(params=STORES)
def on_each(request: pytest.FixtureRequest, opened: Callable[..., Visit]) -> tuple[Visit, int]:
    """A desk on one's own machine on each store, and how many requests of each kind are tried there."""
    most = STORES[request.param]
    if request.param == "sqlite":
        return opened(), most
    url = request.getfixturevalue("postgres").fresh()
    with open_ledger(url) as ledger:
        for number in range(6):
            ledger.add(*numbered(number), **WAY, at=AT)
    return opened(ledger=url), most


def test_no_request_that_is_described_finds_a_fault(
    on_each: tuple[Visit, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone, most = on_each
    openapi = pytest.importorskip("schemathesis").openapi
    monkeypatch.setattr(Worker, "wake", lambda _: None)
    monkeypatch.setattr(Exporter, "step", lambda _: False)
    monkeypatch.setattr(Imports, "step", lambda _: False)
    described = openapi.from_dict(alone.client.get("/openapi.json").json())
    token = alone.token("/inbox")
    for found in described.get_all_operations():
        operation = found.ok()
        if operation.path.startswith(FILES) and operation.method.upper() == "POST":
            continue  # the tests of these routes send what is no form

        @settings(max_examples=most, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def answers(case: object) -> None:
            asked = case.as_transport_kwargs(base_url="http://127.0.0.1:8765")  # type: ignore[attr-defined]
            asked.pop("cookies", None)
            asked["headers"] = {**(asked.get("headers") or {}), "X-CSRF-Token": token}
            answer = alone.client.request(asked.pop("method"), asked.pop("url"), **asked)
            assert answer.status_code < 500, answer.text
            assert answer.status_code < 400 or set(answer.json()) == PARTS

        answers()


@pytest.mark.parametrize("path", ["/audit.json?before=", "/reports.json?most=", "/reports.json?before="])
@pytest.mark.parametrize("value", ["99999999999999999999", "-1", "%00", "%ff", "' OR 1=1 --", "9" * 5000])
def test_no_value_in_an_address_finds_a_fault(alone: Visit, path: str, value: str) -> None:
    answer = alone.client.get(path + value)
    assert answer.status_code == 422
    assert set(answer.json()) == PARTS
