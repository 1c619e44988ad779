import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sources.making import document, drafts

from clearway.sources.markdown import read, without_marks


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("# Valley ##\n\nText", "Valley\n\nText"),
        ("**Ten** people and *two* dogs, __all__ _well_", "Ten people and two dogs, all well"),
        ("a [link](https://example.org/a_(b)) and ![a picture](x.png)", "a link and a picture"),
        ("> quoted\n> words", "quoted\nwords"),
        ("- one\n- two\n1. three", "- one\n- two\n1. three"),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |\n", "| a | b |\n| 1 | 2 |\n"),
        ("Valley\n======\nText", "Valley\nText"),
        ("one\n\n---\n\ntwo", "one\n\n\ntwo"),
        ("before <!-- hidden\n - x --> after <!-- open", "before  after <!-- open"),
        ("```\ncode\n```\n", "code\n"),
        ("1\\. a \\*b\\*", "1. a *b*"),
        ("[1]: https://example.org\nText [one][1]", "Text [one][1]"),
        ("---\ntitle: Valley\ndate: 2020-02-18\n---\nText", "title: Valley\ndate: 2020-02-18\n\nText"),
        ("5 * 3 * 2 and snake_case_name and 2**3**4", "5 * 3 * 2 and snake_case_name and 2**3**4"),
    ],
)
def test_marks_go_and_words_stay(marked: str, words: str) -> None:
    assert without_marks(marked) == words


@given(st.text(alphabet="abc ,.;\n\r'\"()é0123ا", max_size=200))
def test_a_text_without_marks_stays_as_it_is(text: str) -> None:
    assert without_marks(text) == text


def test_a_document_gives_its_words() -> None:
    assert [draft.text for draft in drafts(read, document("# Valley\n\n*Text*\n", name="a.md"))] == ["Valley\n\nText\n"]
