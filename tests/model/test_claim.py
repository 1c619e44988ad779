"""A claim's id is what it says."""

from dataclasses import FrozenInstanceError, replace

import pytest

from clearway.model import Attribution, Candidate, Certainty, Claim, Figure, Level, Passage, Place, Source, Status

WORDS = "Nine traders were killed in Gao"
PASSAGE = Passage(report="r1", start=0, end=len(WORDS), words=WORDS)
CLAIM = Claim(kind="killed", passage=PASSAGE, sentence=PASSAGE, figure=Figure(value=9))
GAO = Candidate(id="geonames:1", name="Gao", level=Level.SETTLEMENT)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "injured"},
        {"figure": Figure(value=8)},
        {"figure": None},
        {"certainty": Certainty.POSSIBLE},
        {"status": Status.OPEN},
        {"group": "traders"},
        {"negated": True},
        {"places": (Place(name="Gao", start=28, end=31),)},
        {"attribution": Attribution(chain=(Source(name="police"),))},
        {"passage": replace(PASSAGE, end=5)},
        {"passage": replace(PASSAGE, report="r2")},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_claim_that_says_another_thing_is_another_claim(change: dict[str, object]) -> None:
    assert replace(CLAIM, id="", **change).id != CLAIM.id  # type: ignore[arg-type]  # one field each


@pytest.mark.parametrize(
    "change", [{"extractor": "model"}, {"version": "7"}, {"doubts": ("place",)}], ids=lambda change: next(iter(change))
)
def test_another_reader_that_says_the_same_confirms_the_claim(change: dict[str, object]) -> None:
    assert replace(CLAIM, id="", **change).id == CLAIM.id  # type: ignore[arg-type]  # one field each


def test_a_place_that_is_resolved_later_changes_no_id() -> None:
    bare = replace(CLAIM, id="", places=(Place(name="Gao", start=28, end=31),))
    found = replace(CLAIM, id="", places=(Place(name="Gao", start=28, end=31, resolved=GAO),))
    assert bare.id == found.id


def test_a_claim_knows_its_report_and_nearest_speaker() -> None:
    claim = replace(CLAIM, attribution=Attribution(chain=(Source(name="medic"), Source(name="ministry"))))
    assert claim.report == "r1"
    assert claim.attribution.nearest == Source(name="medic")
    assert CLAIM.attribution.nearest is None


def test_a_claim_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        CLAIM.kind = "injured"  # type: ignore[misc]  # what is tested


def test_a_passage_knows_whether_it_cuts_its_words() -> None:
    assert PASSAGE.cuts(WORDS + ".")
    assert not PASSAGE.cuts("x" + WORDS)
