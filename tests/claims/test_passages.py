"""The words that hold a claim."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.reading import WEDNESDAY, a_report, claims, reader, told

from clearway.claims.sentences import split


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police said on Monday that nine traders were killed.", ["nine traders were killed"]),
        ("Nine traders were killed, police said on Monday.", ["Nine traders were killed"]),
        ("According to police, nine traders were killed.", ["nine traders were killed"]),
        ("“Nine traders were killed,” said Amin Sato.", ["Nine traders were killed"]),
        ("Nine traders were killed and 40 were wounded.", ["Nine traders were killed", "40 were wounded"]),
        ("But nine traders were killed in Gao.", ["nine traders were killed in Gao"]),
        (
            "The attack killed 45 people, including 12 women and nine children.",
            ["The attack killed 45 people", "12 women", "nine children"],
        ),
        (
            "Some 14,000 people were displaced, most of them farmers, the agency said.",
            ["Some 14,000 people were displaced"],
        ),
        ("He buried 40 people who were killed.", ["40 people who were killed"]),
        ("Gunmen raided the market, killing nine traders.", ["Gunmen raided the market", "killing nine traders"]),
    ],
)
def test_a_passage_is_its_clause_without_who_said_it(text: str, words: list[str]) -> None:
    assert [passage for _, _, passage in told(text)] == words


def test_a_passage_has_no_quotation_marks_or_stops_at_its_ends() -> None:
    for claim in claims("“Nine traders were killed,” he said. “Forty shops (all new) burned down!”"):
        assert claim.passage.words[0].isalnum()
        assert claim.passage.words[-1].isalnum()


NUMBER = st.sampled_from(
    ["Nine", "At least 40", "More than 1.2 million", "Some 3,400", "Dozens of", "Two", "No", "About 60% of the"]
)
PEOPLE = st.sampled_from(
    ["people", "families", "children under five", "traders", "women and children", "homes", "patients"]
)
DONE = st.sampled_from(
    [
        "were killed",
        "fled",
        "have been displaced",
        "need water",
        "are missing",
        "were swept away",
        "returned home",
        "drowned",
    ]
)
WHERE = st.sampled_from(
    ["", " in Gao", " near the town of Sake", " on the road between Goma and Sake", " (northern Kivu)"]
)
WHEN = st.sampled_from(["", " on Monday", " since 1 April", " over the past two weeks", " in 2022"])
FRAME = st.sampled_from(
    [
        "{0}.",
        "Police said {0}.",
        "{0}, according to local officials.",
        "“{0},” said Amin Sato, a farmer. “It was dark.”",
        "{0} and 14 were wounded.",
        "{0}, including 12 women – and more rain is expected.",
        "• {0}\n",
        "{0}\n\n",
        "After an air strike, {0};",
        "If it goes on, {0}, he added.",
        "{0}?",
        "Militants attacked the market (twice), where {0}.",
    ]
)
SENTENCE = st.builds(
    lambda number, people, done, where, when, frame: frame.format(f"{number} {people} {done}{where}{when}"),
    NUMBER, PEOPLE, DONE, WHERE, WHEN, FRAME,
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join), st.sampled_from([WEDNESDAY, None]))
def test_every_passage_cuts_its_words_out_and_lies_in_its_sentence(text: str, published: object) -> None:
    report = a_report(text, published)  # type: ignore[arg-type]  # a day or nothing
    spans = set(split(text))
    found = reader().read(report)
    assert len({claim.id for claim in found}) == len(found)
    for claim in found:
        assert claim.passage.report == report.id
        assert claim.passage.words.strip()
        assert claim.passage.cuts(text)
        assert claim.sentence.cuts(text)
        assert (claim.sentence.start, claim.sentence.end) in spans
        assert claim.sentence.start <= claim.passage.start < claim.passage.end <= claim.sentence.end
        for place in claim.places:
            assert text[place.start : place.end] == place.name
