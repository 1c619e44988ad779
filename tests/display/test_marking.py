from hypothesis import given
from hypothesis import strategies as st

from clearway.display.marking import Piece, Span, pieces


def test_claims_that_overlap_share_a_piece() -> None:
    cut = list(pieces("abcdef", [Span(claim="1", start=0, end=4), Span(claim="2", start=2, end=6)]))
    assert cut == [
        Piece(text="ab", claims=("1",), starts=("1",)),
        Piece(text="cd", claims=("1", "2"), starts=("2",), ends=("1",)),
        Piece(text="ef", claims=("2",), ends=("2",)),
    ]


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(-3, 33), st.integers(-3, 33)), max_size=6))
def test_the_pieces_are_the_text_and_each_claim_has_its_words(text: str, cuts: list[tuple[int, int]]) -> None:
    spans = [Span(claim=str(number), start=start, end=end) for number, (start, end) in enumerate(cuts)]
    cut = list(pieces(text, spans))
    assert "".join(piece.text for piece in cut) == text
    for span in spans:
        if 0 <= span.start < span.end <= len(text):
            assert "".join(piece.text for piece in cut if span.claim in piece.claims) == text[span.start : span.end]
            assert sum(span.claim in piece.starts for piece in cut) == 1


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(-3, 33), st.integers(-3, 33)), max_size=8))
def test_each_piece_has_every_claim_that_holds_there(text: str, cuts: list[tuple[int, int]]) -> None:
    spans = [Span(claim=str(number), start=start, end=end) for number, (start, end) in enumerate(cuts)]
    at = 0
    for piece in pieces(text, spans):
        end = at + len(piece.text)
        here = [span for span in spans if 0 <= span.start <= at and end <= span.end <= len(text) and at < end]
        assert piece.claims == tuple(span.claim for span in here)
        at = end
