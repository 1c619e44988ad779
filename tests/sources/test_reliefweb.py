import json
from datetime import date

import pytest
from tests.sources.making import document, drafts

from clearway.errors import RefusedDocument, RefusedRecord
from clearway.sources.format import Details, Draft
from clearway.sources.limits import LIMITS
from clearway.sources.reliefweb import read, recognises

FIELDS = {
    "title": "Valley: update",
    "body": "**240** families fled.\n\n- Two nurses are hurt.",
    "url": "https://example.org/valley",
    "date": {"original": "2020-02-18T00:00:00+00:00", "created": "2020-02-19T00:00:00+00:00"},
    "source": [{"name": "Hill Aid", "shortname": "HA"}, {"shortname": "VS"}],
    "language": [{"code": "en"}],
}
DRAFT = Draft(
    text="240 families fled.\n\n- Two nurses are hurt.",
    details=(
        Details(
            origin="ReliefWeb fields",
            publisher="Hill Aid; VS",
            title="Valley: update",
            url="https://example.org/valley",
            published=date(2020, 2, 18),
            language="en",
        ),
    ),
)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"count": 1, "data": [{"id": "1", "fields": FIELDS}]}),
        json.dumps({"fields": FIELDS}, indent=1),
        json.dumps([{"fields": FIELDS}]),
        json.dumps(FIELDS),
    ],
)
def test_a_record_is_read_in_every_wrapping(text: str) -> None:
    assert drafts(read, document(text)) == [DRAFT]


def test_json_lines_are_read_and_a_broken_one_is_refused() -> None:
    line = json.dumps({"fields": FIELDS})
    found = list(read(document(f"{line}\n{line[:50]}\n\n{line}\n", name="a.jsonl"), LIMITS))
    assert [type(one) for one in found] == [Draft, RefusedRecord, Draft]
    assert str(found[1]).startswith("a.jsonl line 2: it is broken JSON")


@pytest.mark.parametrize(
    ("changes", "text", "day"),
    [
        (
            {"body": None, "body-html": "<p>Two nurses</p><p>are hurt.</p>"},
            "Two nurses\n\nare hurt.",
            date(2020, 2, 18),
        ),
        ({"date": {"created": "2020-02-19T00:00:00+00:00"}}, DRAFT.text, date(2020, 2, 19)),
        ({"date": "nonsense", "source": None, "language": 7}, DRAFT.text, None),
    ],
)
def test_what_a_record_lacks_is_had_elsewhere_or_empty(changes: dict[str, object], text: str, day: date | None) -> None:
    draft = drafts(read, document(json.dumps({"fields": {**FIELDS, **changes}})))[0]
    assert (draft.text, draft.details[0].published) == (text, day)


@pytest.mark.parametrize(
    ("record", "rule"),
    [
        ({"fields": {**FIELDS, "body": " "}}, "it has no body"),
        ({"fields": [1]}, "it has no fields"),
        ("words", "it has no fields"),
        ({"fields": {"body-html": "<div>" * 9_000 + "x"}}, "its tags are nested deeper than 256 levels"),
    ],
)
def test_a_record_without_text_is_refused_by_number(record: object, rule: str) -> None:
    found = list(read(document(json.dumps([{"fields": FIELDS}, record]), name="a.json"), LIMITS))
    assert isinstance(found[1], RefusedRecord)
    assert found[1].subject == "a.json record 2"
    assert found[1].rule.startswith(rule)


@pytest.mark.parametrize(
    ("text", "rule"), [('{"a": 1}', "it holds no ReliefWeb"), ('{"fields": {', "it is broken JSON")]
)
def test_other_json_is_refused(text: str, rule: str) -> None:
    with pytest.raises(RefusedDocument) as refused:
        next(read(document(text, name="a.json"), LIMITS))
    assert refused.value.rule.startswith(rule)


def test_records_are_recognised() -> None:
    assert recognises(b' {"data": [{"fields": {}}]}')
    assert not recognises(b'{"data": []}')
    assert not recognises(b'We said "fields"')
