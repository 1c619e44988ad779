import pytest

from clearway.places.runs import runs


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("people of Kafr Nabl fled", [["Kafr", "Nabl"]]),
        ("Maarat al-Numan fell", [["Maarat", "al-Numan"]]),
        ("Idlib's camps", [["Idlib"]]),
        ("the U.S. and St. Louis", [["U.S."], ["St.", "Louis"]]),
        ("Rio de Janeiro", [["Rio", "de", "Janeiro"]]),
        ("no names", []),
    ],
)
def test_runs_are_capitalised_words_that_stand_together(text: str, words: list[list[str]]) -> None:
    assert [[token.word for token in run.tokens] for run in runs(text)] == words


def test_a_possessive_that_is_part_of_a_known_name_does_not_end_the_run() -> None:
    (run,) = runs("Cox's Bazar", lambda name: name == "Cox's Bazar")
    assert [token.word for token in run.tokens] == ["Cox's", "Bazar"]


def test_a_run_knows_whether_it_opens_a_sentence() -> None:
    assert [run.initial for run in runs("Rain fell. Floods hit Bor.")] == [True, True, False]
