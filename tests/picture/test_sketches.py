from collections.abc import Mapping
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import REPOSITORY
from tests.picture.prose import OWN, RETOLD, WIRE, text

from clearway.picture.sketches import (
    HELD,
    LEAST,
    MOST,
    SAME,
    Sketch,
    kept_sketch,
    long_runs,
    one_text,
    quoted_runs,
    sketch_of,
    sketched,
)
from clearway.picture.unions import join, root

WHOLE = text(*WIRE)


def held(one: str, other: str) -> float:
    return sketch_of(one).shared(sketch_of(other))


@pytest.mark.parametrize(
    "edited",
    [
        WHOLE.upper(),
        text("Bridge falls: many dead", "By our own staff", *WIRE),
        text(*WIRE[:3]),
        text(*WIRE[:3], *WIRE[4:]),
        text(*reversed(WIRE)),
        text(*WIRE[:5], OWN[0]),
        WHOLE.replace("Ten people", "Twelve people").replace("twenty", "thirty"),
    ],
    ids=["other type", "headline and byline", "cut short", "one paragraph out", "reordered", "one added", "new toll"],
)
def test_an_edited_copy_is_one_text_with_its_wire(edited: str) -> None:
    assert held(WHOLE, edited) >= HELD
    assert one_text({"r1": sketch_of(WHOLE), "r2": sketch_of(edited)}) == {"r1": "r1", "r2": "r1"}


@pytest.mark.parametrize(
    "other", [text(*RETOLD), text(*OWN), text(*WIRE[:2], *OWN)], ids=["retold", "of another", "two paragraphs taken"]
)
def test_what_was_written_anew_is_a_text_of_its_own(other: str) -> None:
    assert held(WHOLE, other) < HELD
    assert one_text({"r1": sketch_of(WHOLE), "r2": sketch_of(other)}) == {"r1": "r1", "r2": "r2"}


def test_a_text_of_a_few_words_is_held_against_nothing() -> None:
    short = "Ten people were killed in Oakton on Monday."
    assert sketched(short) == b""
    assert held(short, short) == 0.0


def test_a_sketch_is_the_same_however_it_was_come_by() -> None:
    kept = sketched(WHOLE)
    assert sketched(WHOLE) == kept
    again = kept_sketch(kept)
    assert (again.bands, again.runs, again.data) == (sketch_of(WHOLE).bands, sketch_of(WHOLE).runs, kept)


def test_a_text_joins_two_that_are_each_a_part_of_it() -> None:
    sketches = {"r1": sketch_of(text(*WIRE[:4])), "r2": sketch_of(text(*WIRE[4:])), "r3": sketch_of(WHOLE)}
    assert one_text({"r1": sketches["r1"], "r2": sketches["r2"]}) == {"r1": "r1", "r2": "r2"}
    assert one_text(sketches) == {"r1": "r1", "r2": "r1", "r3": "r1"}


class Counting(Sketch):
    """A sketch that counts how often it is held against another."""

    times = 0

    def shared(self, other: Sketch) -> float:
        Counting.times += 1
        return super().shared(other)


def test_many_copies_are_not_all_held_against_one_another() -> None:
    Counting.times = 0
    copies = {f"r{number}": Counting(text(f"Paper number {number}", *WIRE)) for number in range(500)}
    assert set(one_text(copies).values()) == {"r0"}
    assert Counting.times <= 500 * MOST


def told_apart(sketches: Mapping[str, Sketch]) -> Mapping[str, str]:
    """The same as `one_text`, with every text kept under each of its bands at once."""
    names, into = list(sketches), list(range(len(sketches)))
    under: dict[int, list[int]] = {}
    for place, name in enumerate(names):
        most = 0.0
        for head in dict.fromkeys(head for band in sorted(sketches[name].bands) for head in under.get(band, ())):
            share = sketches[name].shared(sketches[names[head]])
            if root(into, head) != root(into, place) and share >= HELD:
                join(into, place, head)
                most = max(most, share)
        for band in sketches[name].bands if most < SAME else ():
            if len(under.setdefault(band, [])) < MOST:
                under[band].append(place)
    return {name: names[root(into, place)] for place, name in enumerate(names)}


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 3)), max_size=60))
def test_texts_are_one_just_as_where_each_is_looked_for_under_its_bands(parts: list[tuple[int, int, int]]) -> None:
    texts = [text(f"Paper number {number}.", *WIRE[min(part) : max(part) + 1]) for *part, number in parts]
    sketches = {f"r{number}": sketch_of(one) for number, one in enumerate(texts)}
    assert one_text(sketches) == told_apart(sketches)


def test_a_long_run_of_plain_words_is_told_apart_from_titles() -> None:
    sentence = "Ten people were killed when the old stone bridge of Oakton gave way on Monday, officials said."
    longer = "In the worst accident for years, ten people were killed when the old stone bridge of Oakton gave way."
    titles = "the Office of the Under Secretary for Relief and Recovery of the United Northern Provinces of Exland"
    assert long_runs(sentence) & long_runs(longer)
    assert not long_runs(f"So said {titles}.") & long_runs(f"It was denied by {titles}.")


def test_only_what_stands_within_marks_is_quoted() -> None:
    one = "“We counted ten bodies on the bank before it got dark,” said a nurse."
    other = 'A medic told us that "we counted ten bodies on the bank before it got dark" and left.'
    told = "They said we counted ten bodies on the bank before it got dark, and left."
    after = "counted ten bodies on the bank before it got dark,” said a nurse who was “there”."
    assert quoted_runs(one) & quoted_runs(other)
    assert quoted_runs(one) & quoted_runs(after)
    assert not quoted_runs(told)


SAMPLES = sorted((REPOSITORY / "samples").glob("*.txt")) + sorted((REPOSITORY / "samples").glob("*.md"))
BODIES = {
    file.stem: [part for part in file.read_text("utf-8").split("\n\n")[1:-1] if len(part) > 80]
    for file in SAMPLES
    if file.name != "README.md"
}
"""The paragraphs of each sample report, without its head and its last line."""


@given(st.sampled_from(sorted(BODIES)), st.integers(0, 10**6), st.floats(0.2, 0.7), st.randoms(use_true_random=False))
def test_a_paper_that_cuts_and_reorders_a_report_and_heads_it_anew_prints_its_text(
    name: str, toll: int, kept: float, chance: Random
) -> None:
    parts = BODIES[name]
    some = chance.sample(parts, max(1, round(kept * len(parts))))
    edited = text(f"Our headline says {toll}", "By our own staff in the capital", *some)
    assert len(sketch_of(edited).runs) < LEAST or held(text(*parts), edited) >= HELD


def test_no_two_of_the_sample_reports_are_one_text() -> None:
    texts = {name: sketch_of(text(*parts)) for name, parts in BODIES.items()}
    assert len(set(one_text(texts).values())) == len(texts)
    assert max(a.shared(b) for a, b in combinations(texts.values(), 2)) < 0.1
