"""Records to JSON and back."""

import json
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearway.model import (
    Act,
    Attribution,
    Basis,
    Certainty,
    Claim,
    Figure,
    Level,
    Measure,
    Passage,
    Period,
    Place,
    Quantifier,
    Report,
    Source,
    SourceKind,
    Status,
    Whole,
    from_json,
    from_plain,
    to_json,
    to_plain,
)

WORDS = st.text(max_size=12)
NUMBERS = st.integers(0, 10**9) | st.floats(0, 100, allow_nan=False)
DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
PASSAGES = st.builds(Passage, report=WORDS, start=st.integers(0, 99), end=st.integers(100, 200), words=WORDS)
FIGURES = st.builds(
    Figure,
    value=NUMBERS | st.none(),
    low=NUMBERS | st.none(),
    quantifier=st.sampled_from(Quantifier),
    unit=WORDS,
    measure=st.sampled_from(Measure),
    basis=st.sampled_from(Basis) | st.none(),
    whole=st.builds(Whole, words=WORDS, value=NUMBERS | st.none()) | st.none(),
)
SOURCES = st.builds(Source, name=WORDS, kind=st.sampled_from(SourceKind))
PLACES = st.builds(Place, name=WORDS, start=st.integers(0, 9), end=st.integers(9, 99), level=st.sampled_from(Level))
PERIODS = st.tuples(DAYS, DAYS).map(lambda days: Period(first=min(days), last=max(days)))
CLAIMS = st.builds(
    Claim,
    id=st.just(""),
    kind=WORDS,
    passage=PASSAGES,
    sentence=PASSAGES,
    attribution=st.builds(Attribution, chain=st.lists(SOURCES, max_size=2).map(tuple), cue=WORDS | st.none()),
    figure=FIGURES | st.none(),
    group=WORDS | st.none(),
    status=st.sampled_from(Status) | st.none(),
    act=st.sampled_from(Act) | st.none(),
    places=st.lists(PLACES, max_size=2).map(tuple),
    period=PERIODS | st.none(),
    certainty=st.sampled_from(Certainty),
)


@given(CLAIMS)
def test_a_claim_comes_back_from_json_as_it_was(claim: Claim) -> None:
    data = to_json(claim)
    assert from_json(data, Claim) == claim
    assert to_json(from_json(data, Claim)) == data
    assert from_plain(to_plain(claim), Claim) == claim


def test_json_is_canonical() -> None:
    record = Figure(value=12, unit="facility")
    data = to_json(record)
    fields = json.loads(data)
    assert list(fields) == sorted(fields)
    assert b": " not in data
    assert to_json(Source(name="Médecins")).decode() == '{"kind":"unknown","name":"Médecins"}'


def test_a_report_comes_back_from_json_as_it_was() -> None:
    report = Report(text="Il pleut.\n", document="a.txt", sha256="0" * 64, published=date(2023, 5, 10), notes=("odd",))
    assert from_json(to_json(report), Report) == report


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"name": 3}', b"nothing"])
def test_what_is_no_record_is_refused(data: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        from_json(data, Source)
