from dataclasses import replace

from tests.cli.records import CLAIM, OTHER, TOWN, release
from tests.cli.test_tables import printed

from clearway.cli.showing import MARK, ClaimSheet, described, sentence


def test_the_words_of_a_claim_are_marked_in_its_sentence() -> None:
    text = sentence(CLAIM)
    marked = [text.plain[span.start : span.end] for span in text.spans if span.style == MARK]
    assert text.plain == CLAIM.sentence.words
    assert marked == [CLAIM.passage.words]


def test_words_outside_their_sentence_are_marked_alone() -> None:
    far = replace(CLAIM, id="", sentence=replace(CLAIM.sentence, start=0, end=3, words="Aid"))
    assert sentence(far).plain == CLAIM.passage.words


def test_a_sheet_tells_speaker_place_and_what_else_it_could_be() -> None:
    text = printed(ClaimSheet(CLAIM, release(CLAIM)), 120)
    for told in (
        "Aid workers (ngo)",
        "about 40 people",
        "17 Feb 2020",
        "because       exact name",
        "Forty flee",
        "0" * 64,
    ):
        assert told in text
    assert f"is            {described(TOWN)}" in text
    assert f"or else       {described(OTHER)}" in text


def test_an_entry_is_told_with_its_ids_and_point() -> None:
    entry = replace(TOWN, latitude=35.1, longitude=36.25, radius_km=4.0)
    assert described(entry) == "Northtown (settlement) · Idlib, SYR · P-code C1 · geonames:1 · 35.1000, 36.2500 ± 4 km"
