"""Hypothesis strategies: any claim that a report's text can hold."""

from datetime import date

from hypothesis import strategies as st

from clearway.model import (
    Act,
    Attribution,
    Basis,
    Candidate,
    Certainty,
    Claim,
    Figure,
    Level,
    Manner,
    Measure,
    Passage,
    Period,
    Place,
    Quantifier,
    Report,
    Sensitivity,
    Source,
    SourceKind,
    Status,
    Whole,
)

characters = st.characters(exclude_categories=["Cs"])
texts = st.text(characters, min_size=1, max_size=60)
words = st.text(characters, max_size=12)
maybe = st.none() | words
numbers = st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False, allow_infinity=False)
degrees = st.none() | st.floats(-180, 180)
wholes = st.builds(
    Whole, words=words, value=st.none() | numbers, quantifier=st.none() | st.sampled_from(Quantifier)
)  # fmt: skip
figures = st.builds(
    Figure,
    value=st.none() | numbers,
    low=st.none() | numbers,
    high=st.none() | numbers,
    quantifier=st.sampled_from(Quantifier),
    unit=words,
    measure=st.sampled_from(Measure),
    basis=st.none() | st.sampled_from(Basis),
    whole=st.none() | wholes,
)
candidates = st.builds(
    Candidate,
    id=words,
    name=words,
    level=st.sampled_from(Level),
    country=maybe,
    adm1=maybe,
    adm1_code=maybe,
    geonames=st.none() | st.integers(0, 2**31),
    pcode=maybe,
    latitude=degrees,
    longitude=degrees,
)
places = st.builds(
    Place,
    name=words,
    start=st.integers(0, 60),
    end=st.integers(0, 60),
    level=st.none() | st.sampled_from(Level),
    resolved=st.none() | candidates,
    within=st.none() | candidates,
    others=st.lists(candidates, max_size=2).map(tuple),
    reason=words,
)
periods = st.tuples(st.dates(date(1900, 1, 1)), st.dates(date(1900, 1, 1))).map(
    lambda pair: Period(first=min(pair), last=max(pair))
)
attributions = st.builds(
    Attribution,
    chain=st.lists(st.builds(Source, name=words, kind=st.sampled_from(SourceKind)), max_size=2).map(tuple),
    cue=maybe,
    manner=st.none() | st.sampled_from(Manner),
)


@st.composite
def passages(draw: st.DrawFn, report: Report) -> Passage:
    """Any run of the report's characters that is not empty."""
    start = draw(st.integers(0, len(report.text) - 1))
    end = draw(st.integers(start + 1, len(report.text)))
    return Passage(report=report.id, start=start, end=end, words=report.text[start:end])


def claims_of(report: Report) -> st.SearchStrategy[Claim]:
    """Any claim with passages of the report."""
    return st.builds(
        Claim,
        id=st.just(""),
        kind=words,
        passage=passages(report),
        sentence=passages(report),
        attribution=attributions,
        figure=st.none() | figures,
        group=maybe,
        actor=maybe,
        status=st.none() | st.sampled_from(Status),
        act=st.none() | st.sampled_from(Act),
        places=st.lists(places, max_size=2).map(tuple),
        period=st.none() | periods,
        certainty=st.sampled_from(Certainty),
        negated=st.booleans(),
        sensitivity=st.sampled_from(Sensitivity),
        names=st.lists(words, max_size=2).map(tuple),
        doubts=st.lists(words, max_size=2).map(tuple),
        extractor=words,
        version=words,
    )
