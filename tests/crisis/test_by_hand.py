"""What a person adds to what was read, end to end."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clearway.crisis import Crisis
from clearway.errors import UsageError
from clearway.model import Claim, Figure, Query, Verdict

TEXT = """\
Publisher: The Northern Post
Published: 2020-02-18

Shells fell on Atarib on Monday. Two doctors and three drivers were killed, said Amal Haddad of the Civil Council.

Five medics and teachers were killed in Sarmin.
"""


@pytest.fixture
def crisis(tmp_path: Path) -> Iterator[Crisis]:
    file = tmp_path / "atarib.txt"
    file.write_text(TEXT, "utf-8")
    with Crisis.open(tmp_path / "c.db", now=lambda: datetime(2020, 2, 20, tzinfo=UTC)) as opened:
        opened.read([file])
        yield opened


def report_of(crisis: Crisis) -> str:
    [report] = crisis.ledger.reports()
    return report.id


def current(crisis: Crisis) -> dict[str, Claim]:
    return {claim.id: claim for claim in crisis.ledger.claims()}


def test_a_claim_that_was_missed_is_added_with_its_words_and_place(crisis: Crisis) -> None:
    slots = {"kind": "attack", "places": "Atarib", "period": "2020-02-17", "cause": "shelling"}
    made = crisis.add_claim(report_of(crisis), "Shells fell on Atarib", slots, by="Bilal", why="missed")
    added = current(crisis)[made.claims[0]]
    assert (added.kind, added.passage.words, added.cause, added.by_hand) == (
        "attack",
        "Shells fell on Atarib",
        "shelling",
        True,
    )
    assert added.sentence.words == "Shells fell on Atarib on Monday."
    assert [(place.name, place.resolved.country) for place in added.places if place.resolved] == [("Atarib", "SYR")]
    assert any(made.claims[0] in finding.claims for finding in crisis.picture().picture.findings)


def test_persons_named_beside_an_added_claim_are_kept_inside(crisis: Crisis) -> None:
    made = crisis.add_claim(report_of(crisis), "three drivers", {"kind": "killed", "value": "3"}, by="Bilal")
    assert "Amal Haddad" in current(crisis)[made.claims[0]].names


def test_undoing_takes_an_added_claim_out_of_the_picture(crisis: Crisis) -> None:
    before = set(current(crisis))
    made = crisis.add_claim(report_of(crisis), "three drivers", {"kind": "missing", "value": "3"}, by="Bilal")
    crisis.undo(made.id, by="Bilal")
    assert set(current(crisis)) == before


def test_a_claim_that_says_two_things_is_split(crisis: Crisis) -> None:
    [killed] = [one for one in crisis.ledger.claims(Query(kind="killed")) if "Sarmin" in one.sentence.words]
    parts = [
        {"value": "2", "group": "medics", "words": "medics"},
        {"value": "3", "group": "teachers", "words": "teachers"},
    ]
    made = crisis.split(killed.id, parts, by="Bilal")
    new = [current(crisis)[name] for name in made.claims[1:]]
    assert [(one.figure and one.figure.value, one.group, one.passage.words) for one in new] == [
        (2, "medics", "medics"), (3, "teachers", "teachers"),
    ]  # fmt: skip
    assert {one.attribution for one in new} == {killed.attribution}
    named = {name for finding in crisis.picture().picture.findings for name in finding.claims}
    assert killed.id not in named
    assert set(made.claims[1:]) <= named


def test_the_figure_of_a_kind_counts_what_the_kind_counts(crisis: Crisis) -> None:
    made = crisis.add_claim(report_of(crisis), "Shells fell", {"kind": "facility_attack", "value": "1"}, by="Bilal")
    assert current(crisis)[made.claims[0]].figure == Figure(value=1, unit="facility")


@pytest.mark.parametrize(
    ("words", "slots", "wrong"),
    [
        ("no such words", {"kind": "killed"}, "are not in it"),
        ("e", {"kind": "killed"}, "stand"),
        ("three drivers", {"kind": "slain"}, "none of the kinds"),
        ("three drivers", {"kind": "killed", "value": "many"}, "no value of it"),
        ("three drivers", {"kind": "killed", "colour": "red"}, "no such slot"),
        ("three drivers", {"kind": "killed", "places": "Idlib"}, "does not name it"),
        ("three drivers", {"kind": "killed", "places": "Atarib=pcode:nowhere"}, "the gazetteer holds no"),
    ],
)
def test_what_cannot_be_added_is_told_in_a_line_and_nothing_is_kept(
    crisis: Crisis, words: str, slots: dict[str, str], wrong: str
) -> None:
    before = list(crisis.ledger.kept())
    with pytest.raises(UsageError, match=wrong):
        crisis.add_claim(report_of(crisis), words, slots, by="Bilal")
    assert (list(crisis.ledger.kept()), crisis.judgements()) == (before, ())


def test_a_split_into_what_is_the_same_is_told_in_a_line(crisis: Crisis) -> None:
    killed = next(iter(crisis.ledger.claims(Query(kind="killed"))))
    with pytest.raises(UsageError, match="two or more claims"):
        crisis.split(killed.id, [{"value": "2"}, {"value": "2"}], by="Bilal")


def test_a_place_is_corrected_by_its_name_and_id(crisis: Crisis) -> None:
    made = crisis.add_claim(report_of(crisis), "Shells fell on Atarib", {"kind": "attack"}, by="Bilal")
    wanted = crisis.candidates("Atarib")[0]
    crisis.judge(Verdict.CORRECT, [made.claims[0]], by="Bilal", slot="places", value=f"Atarib={wanted.id}")
    [finding] = [one for one in crisis.picture().picture.findings if made.claims[0] in one.claims]
    assert finding.place_id == wanted.id
