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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The typhoon caused 46 deaths, 25 missing, 62,000 relocated and 9.9 million people affected.",
            [("killed", 46), ("missing", 25), ("displaced", 62_000), ("affected", 9_900_000)],
        ),
        ("Local media report nine people dead and 11 missing in the county.", [("killed", 9), ("missing", 11)]),
        (
            "One was killed, three wounded and 150 houses destroyed, leaving 483 homeless.",
            [("killed", 1), ("injured", 3), ("destruction", 150), ("displaced", 483)],
        ),
        ("12 injured protesters were arrested.", [("detained", 12)]),
    ],
)
def test_each_figure_of_a_list_has_the_state_beside_it(text: str, found: list[tuple[str, object]]) -> None:
    assert [(claim.kind, value_of(claim)) for claim in claims(text) if claim.figure] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Number of displaced: 452", [("displaced", 452)]),
        ("IDPs total 122,387", [("displaced", 122_387)]),
        ("Deaths: 12; injured: 30; missing: 4", [("killed", 12), ("injured", 30), ("missing", 4)]),
        ("Houses damaged: 1,200", [("destruction", 1_200)]),
        ("Health: 12 of 31 hospitals are closed.", [("facility_status", 12)]),
        ("Teachers trained: 40", []),
    ],
)
def test_a_line_may_name_its_number(text: str, found: list[tuple[str, object]]) -> None:
    assert [(claim.kind, value_of(claim)) for claim in claims(text)] == found
