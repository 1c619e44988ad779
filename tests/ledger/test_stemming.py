"""Words are folded as SQLite folds them."""

import re
import sqlite3
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clearway.ledger.stemming import words_of

LETTERS = "abceilmnostuyzdg"
ENDINGS = (
    "s ies sses ed eed ing ational tional enci izer logi bli entli ousli ization alism iveness iviti icate ative ful "
    "ness ance ement ion ous ize e ll y"
).split()


class Fts5:
    """SQLite's own tokens."""

    def __init__(self) -> None:
        self._database = sqlite3.connect(":memory:")
        way = "porter unicode61 remove_diacritics 2"
        self._database.execute(f"CREATE VIRTUAL TABLE held USING fts5(body, tokenize = '{way}')")
        self._database.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(held, 'instance')")

    def words(self, texts: Sequence[str]) -> list[list[str]]:
        found: list[list[str]] = [[] for _ in texts]
        self._database.execute("DELETE FROM held")
        self._database.executemany("INSERT INTO held (rowid, body) VALUES (?, ?)", enumerate(texts))
        for word, text in self._database.execute("SELECT term, doc FROM vocabulary ORDER BY doc, offset"):
            found[text].append(word)
        return found


@pytest.fixture(scope="module")
def fts5() -> Fts5:
    return Fts5()


def test_the_words_of_the_samples_are_those_of_sqlite(fts5: Fts5, samples: Path) -> None:
    texts = [file.read_text("utf-8", "ignore") for file in sorted(samples.iterdir()) if file.suffix == ".txt"]
    assert len(texts) > 3
    assert [words_of(text) for text in texts] == fts5.words(texts)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.text(LETTERS, min_size=1, max_size=8), st.sampled_from(("", *ENDINGS))), min_size=1),
)
def test_any_word_is_stemmed_as_sqlite_stems_it(fts5: Fts5, told: list[tuple[str, str]]) -> None:
    text = " ".join(start + ending for start, ending in told)
    assert [words_of(text)] == fts5.words([text])


BLOCKS = ((0x30, 0x300), (0x390, 0x528), (0x5D0, 0x700), (0x1E00, 0x1F00))
"""Latin, Greek and Cyrillic, Hebrew and Arabic, and more Latin."""


def test_letters_of_other_scripts_are_folded_as_sqlite_folds_them(fts5: Fts5) -> None:
    letters = [chr(code) for block in BLOCKS for code in range(*block)]
    letters = [letter for letter in letters if unicodedata.category(letter)[0] in "LN"]
    theirs = fts5.words([f"q{letter}x" for letter in letters])
    found = zip(letters, theirs, strict=True)
    assert [letter for letter, words in found if words_of(f"q{letter}x") != words] == ["Ǡ", "ǡ"]


def test_marks_on_letters_count_for_nothing() -> None:
    assert words_of("Saraqib, cafés; CAFE\u0301") == ["saraqib", "cafe", "cafe"]


def test_a_text_without_words_has_none() -> None:
    assert words_of("-- ' \" % _ … \x00") == []
    assert not re.search(r"['\\\s]", " ".join(words_of("a'b\\c d")).replace(" ", ""))
