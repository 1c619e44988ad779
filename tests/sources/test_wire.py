import pytest

from clearway.errors import ClearwayError, RefusedDocument, RefusedRecord
from clearway.model import from_json, to_json
from clearway.sources.wire import Answer, Refusal


@pytest.mark.parametrize("kind", [RefusedDocument, RefusedRecord])
def test_a_refusal_comes_over_the_pipe_as_it_was(kind: type[ClearwayError]) -> None:
    error = kind("a.json", rule="it has no body", remedy="look")
    answer = from_json(to_json(Answer(refused=(Refusal.of(error),))), Answer)
    (again,) = answer.reading().refused
    assert (type(again), str(again)) == (kind, str(error))


def test_a_refusal_is_one_line_whatever_it_quotes() -> None:
    refusal = Refusal.of(RefusedDocument("a", rule="part x\ny is broken", remedy="look"))
    assert str(refusal.error()) == "a: part x\\ny is broken; look"
