from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearway.exports.masking import merge
from clearway.exports.runs import Edit, Runs, Shifts, Span

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6)).map(lambda pair: (pair[0], sum(pair))), max_size=8)
AT = st.integers(0, 36)


@st.composite
def edits(draw: st.DrawFn) -> list[Edit]:
    """Edits in order and apart, some of them touching, some taking nothing away."""
    made, at = [], 0
    for _ in range(draw(st.integers(0, 6))):
        start = at + draw(st.integers(0, 4))
        at = start + draw(st.integers(0, 4))
        made.append((start, at, "x" * draw(st.integers(0, 5))))
    return made


def plainly_moved(offset: int, made: Sequence[Edit], *, is_end: bool) -> int:
    """Where an offset goes, edit by edit."""
    shift = 0
    for start, end, mark in made:
        if end <= offset:
            shift += len(mark) - (end - start)
        elif start < offset:
            return start + shift + (len(mark) if is_end else 0)
    return offset + shift


def plainly_merged(spans: Sequence[Span], mark: str, others: Sequence[Edit]) -> list[Edit]:
    """Every edit held against every span."""
    whole: list[list[int]] = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1][1] = max(whole[-1][1], end)
        else:
            whole.append([start, end])
    free = [edit for edit in others if all(edit[1] <= start or edit[0] >= end for start, end in whole)]
    within = [edit for edit in others if any(start <= edit[0] and edit[1] <= end for start, end in whole)]
    cut = [edit for edit in others if edit not in free and edit not in within]
    if cut:
        return plainly_merged([*((s, e) for s, e in whole), *((s, e) for s, e, _ in cut)], mark, free)
    return sorted([(start, end, mark) for start, end in whole] + free)


@given(SPANS, AT, AT)
def test_runs_meet_what_any_of_their_spans_meets(spans: list[Span], start: int, end: int) -> None:
    plainly = any(start < last and first < end for first, last in spans)
    assert Runs.of(spans).meet(start, end) == plainly


@given(edits(), AT, st.booleans())
def test_an_offset_moves_as_far_as_edit_by_edit(made: list[Edit], offset: int, is_end: bool) -> None:
    assert Shifts.of(made).moved(offset, is_end=is_end) == plainly_moved(offset, made, is_end=is_end)


@given(SPANS, edits())
def test_edits_are_merged_as_if_each_were_held_against_each_span(spans: list[Span], others: list[Edit]) -> None:
    solid = [(start, end) for start, end in spans if start < end]
    marks = [edit for edit in others if edit[0] < edit[1]]
    assert merge(solid, "_", marks) == plainly_merged(solid, "_", marks)


@pytest.mark.parametrize(
    ("start", "end", "held"), [(2, 5, True), (3, 4, True), (1, 3, False), (4, 6, False), (6, 7, False), (5, 5, True)]
)
def test_a_run_holds_what_lies_within_it(start: int, end: int, held: bool) -> None:
    assert Runs.of([(2, 4), (3, 5), (8, 9)]).hold(start, end) is held
