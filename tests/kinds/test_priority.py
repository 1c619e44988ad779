from clearway.kinds.priority import priority_of
from clearway.model import Attribution, Certainty, Claim, Figure, Passage, Quantifier, Source

WORDS = "Ten people died"
PASSAGE = Passage(report="r", start=0, end=len(WORDS), words=WORDS)


def claim(kind: str = "killed", **slots: object) -> Claim:
    said = Attribution(chain=(Source(name="a doctor"),))
    return Claim(**{"kind": kind, "passage": PASSAGE, "sentence": PASSAGE, "attribution": said, **slots})  # type: ignore[arg-type]


def test_a_claim_says_in_words_why_it_wants_a_look() -> None:
    unsure = claim(
        doubts=("found by words alone",), certainty=Certainty.POSSIBLE, figure=Figure(quantifier=Quantifier.DOZENS)
    )
    assert priority_of(unsure).reasons == (
        "found by words alone", "it names no place", "it names no day", "it is possible", "its number is “dozens”",
    )  # fmt: skip


def test_more_people_and_what_lives_hang_on_come_first() -> None:
    scores = [
        priority_of(one).score
        for one in (
            claim(figure=Figure(value=300)),
            claim(figure=Figure(value=3)),
            claim(),
            claim("statement"),
        )
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_numbers_that_make_no_sense_still_have_a_place() -> None:
    odd = [claim(figure=Figure(value=value)) for value in (-1, -2.5, 1e300)]
    assert [priority_of(one).score > 0 for one in odd] == [True, True, True]
