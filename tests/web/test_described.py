"""Whatever the description of the interface allows is answered, and never by a fault of ours."""

import pytest
from hypothesis import HealthCheck, given, settings
from tests.web.making import Visit

from clearway.web.exporter import Exporter
from clearway.web.worker import Worker

PARTS = {"document", "rule", "remedy"}


def test_no_request_that_is_described_finds_a_fault(alone: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    openapi = pytest.importorskip("schemathesis").openapi
    monkeypatch.setattr(Worker, "wake", lambda _: None)
    monkeypatch.setattr(Exporter, "step", lambda _: False)
    described = openapi.from_dict(alone.client.get("/openapi.json").json())
    token = alone.token("/inbox")
    for found in described.get_all_operations():
        operation = found.ok()
        if operation.path.startswith(("/inbox/files", "/lists/")) and operation.method.upper() == "POST":
            continue  # `test_inbox` and `test_lists` send what is no form

        @settings(max_examples=4, deadline=None, database=None, suppress_health_check=list(HealthCheck))
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
