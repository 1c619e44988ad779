"""How corpora of names of places are compared with what Clearway finds and resolves."""

from collections.abc import Iterator

import pytest
from benchmarks.humset_places import is_same, resolved_names
from benchmarks.toponyms import Article, Toponym, articles, most_populous, overlapping, recognition, resolution

from clearway.places import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open() as opened:
        yield opened


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> list[Article]:
    file = tmp_path_factory.mktemp("corpus") / "corpus.xml"
    file.write_text(
        "<articles><article><text>Floods in Paris, Texas, again.</text><toponyms>"
        '<toponym><start>12</start><phrase>Paris</phrase><gaztag geonameid="4717560"><lat>33.66</lat><lon>-95.55</lon>'
        "</gaztag></toponym><toponym><start>17</start><phrase>Texas</phrase></toponym></toponyms></article></articles>",
        "utf-8",
    )
    return articles(file)


def test_marks_that_drifted_from_their_words_are_put_right(corpus: list[Article]) -> None:
    [article] = corpus

    assert [article.text[slice(*toponym.span)] for toponym in article.toponyms] == ["Paris", "Texas"]
    assert article.toponyms[0].geonames == 4717560
    assert article.toponyms[1].point is None


def test_names_found_and_resolved_are_counted(corpus: list[Article], gazetteer: Gazetteer) -> None:
    assert recognition(corpus, gazetteer)["strict"].value == 1.0

    scores = resolution(corpus, gazetteer)
    assert scores["resolved"].value == scores["raw"].value == 1.0
    assert scores["resolved"].trivial == 0.0  # Paris in France has more people


def test_a_found_span_answers_for_one_known_span() -> None:
    assert overlapping({(0, 5), (6, 9)}, {(0, 9)}) == 1
    assert overlapping({(0, 5), (6, 9)}, {(4, 6), (8, 12)}) == 2
    assert overlapping({(0, 5)}, {(5, 9)}) == 0


def test_words_for_direction_belong_to_the_name_where_a_corpus_has_them_so(gazetteer: Gazetteer) -> None:
    text = "Rain fell in northern Mali."
    marked = [Article(text, [Toponym(span=(13, 26))])]

    assert recognition(marked, gazetteer, whole=True)["strict"].value == 1.0
    assert recognition(marked, gazetteer)["strict"].value == 0.0
    assert recognition(marked, gazetteer)["overlap"].value == 1.0


def test_a_listed_name_gets_the_place_that_its_text_says(gazetteer: Gazetteer) -> None:
    text = "Ten people drowned in Tripoli, Lebanon. Tripoli has no flood defences."

    assert resolved_names(["tripoli", "beirut"], text, gazetteer) == {"tripoli": 266826}
    largest = most_populous("Tripoli", gazetteer)
    assert largest is not None
    assert largest.country == "LBY"


@pytest.mark.parametrize(
    ("known", "found", "same"), [("5", 5, True), ("5", None, False), ("", None, True), ("-1", 5, False)]
)
def test_a_name_without_an_entry_must_get_none(known: str, found: int | None, *, same: bool) -> None:
    assert is_same(known, found) is same
