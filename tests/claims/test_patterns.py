"""The second reading, by words around numbers alone."""

import pytest
from tests.claims.reading import claims, parsed, value_of

from clearway.claims.nouns import Scene
from clearway.claims.patterns import read_by_patterns
from clearway.claims.proposal import Proposal


def read(text: str) -> list[tuple[str, object]]:
    """Kind and number of what the patterns find where the grammar finds nothing."""
    found = read_by_patterns(Scene(tree=parsed(text)), [])
    return [(proposal.kind, proposal.quantity.value) for proposal in found if proposal.quantity]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine people were killed.", [("killed", 9)]),
        ("Nine dead, 40 injured", [("killed", 9), ("injured", 40)]),
        ("At least 46 civilian deaths", [("killed", 46)]),
        ("killing 12 and wounding 30", [("killed", 12), ("injured", 30)]),
        ("The death toll has climbed to 412.", [("killed", 412)]),
        ("The number of displaced people has reached 2.3 million.", [("displaced", 2_300_000)]),
        ("Some 85,000 people fled.", [("displaced", 85_000)]),
        ("Another 25 people are missing.", [("missing", 25)]),
        ("Nine markets were painted.", []),
        ("He was killed in 2021 near Highway 14.", []),
    ],
)
def test_words_around_a_number_tell_its_kind(text: str, found: list[tuple[str, object]]) -> None:
    assert read(text) == found


def test_a_claim_of_one_reading_alone_says_so() -> None:
    [proposal] = read_by_patterns(Scene(tree=parsed("Nine people were killed.")), [])
    assert (proposal.reading, proposal.doubts) == ("patterns", ["found by words alone, not by grammar"])


def test_two_readings_that_differ_leave_a_doubt() -> None:
    scene = Scene(tree=parsed("Nine people were killed."))
    [number] = [token for token in scene.tree.tokens if token.quantity]
    first = Proposal(kind="injured", head=number, quantity=number.quantity)
    assert read_by_patterns(scene, [first]) == []
    assert first.doubts == ["the words alone read this number as killed"]


def test_where_both_readings_agree_there_is_no_doubt() -> None:
    assert [claim.doubts for claim in claims("Nine people were killed and 40 were injured.")] == [(), ()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nine dead", "Nine dead"),
        ("In all, some\n1,240 people\nwere killed.", "some\n1,240 people\nwere killed"),
        ("Of 300 guests, at least 46 died.", "at least 46 died"),
    ],
)
def test_a_pattern_gives_the_words_as_published(text: str, words: str) -> None:
    proposal = read_by_patterns(Scene(tree=parsed(text, 7)), [])[-1]
    assert proposal.span is not None
    assert text[proposal.span[0] - 7 : proposal.span[1] - 7] == words


def test_headlines_are_read() -> None:
    found = claims("Twelve dead as bus hits mine in Mali")
    assert [(claim.kind, value_of(claim)) for claim in found] == [("killed", 12)]
