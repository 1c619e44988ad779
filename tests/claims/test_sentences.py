"""Where sentences begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.claims.reading import sentences

from clearway.claims.sentences import MOST, split

PIECES = st.sampled_from(
    [
        "Two people died.", "The road to Kassala is closed", "he said", "“We fled,”", '"No one came."', "U.N.",
        "Dr. Amari", "e.g. tents", "3.5 million", "No. 14", "...", "?", "!", ":", ";", "\n", "\n\n", "\n- ", "\n• ",
        "\r\n", "\t", " ",
        "1. ", "(a) ", "HIGHLIGHTS", "è", "مخيم", "\u00a0", "12", "%", "-", "–", "x" * 300,
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ten died. Two fled.", ["Ten died.", "Two fled."]),
        ("Dr. Amari saw it. Gen. Oduya did not.", ["Dr. Amari saw it.", "Gen. Oduya did not."]),
        ("The U.N. said so. The U.S. agreed.", ["The U.N. said so.", "The U.S. agreed."]),
        ("It hit St. Mark on Jan. 3 at dawn.", ["It hit St. Mark on Jan. 3 at dawn."]),
        ("Report No. 14 is out. Read it.", ["Report No. 14 is out.", "Read it."]),
        ("He said no. Nobody asked again.", ["He said no.", "Nobody asked again."]),
        ("About 3.5 million fled. Others stayed.", ["About 3.5 million fled.", "Others stayed."]),
        ("J. K. Adeyemi spoke. W. Sato did not.", ["J. K. Adeyemi spoke.", "W. Sato did not."]),
        ("Will it hold? Nobody knows!", ["Will it hold?", "Nobody knows!"]),
        ("It may hold... Nobody knows.", ["It may hold...", "Nobody knows."]),
        ("They fled.They hid.", ["They fled.", "They hid."]),
    ],
)
def test_a_full_stop_ends_a_sentence_unless_it_belongs_to_a_word(text: str, found: list[str]) -> None:
    assert sentences(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“They shot at us.” She wept.", ["“They shot at us.”", "She wept."]),
        ('"They shot at us." She wept.', ['"They shot at us."', "She wept."]),
        ("“Where is it?” he asked. Nobody knew.", ["“Where is it?” he asked.", "Nobody knew."]),
        ("It fell (see map.) Then it rose.", ["It fell (see map.)", "Then it rose."]),
    ],
)
def test_closing_quotes_and_brackets_stay_with_their_sentence(text: str, found: list[str]) -> None:
    assert sentences(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("More than forty families left the valley during the night because the\nriver rose.", 1),
        ("The convoy, which\nleft at dawn, came back.", 1),
        ("The convoy left,\nand came back.", 1),
        ("HIGHLIGHTS\nThe convoy left.", 2),
        ("The convoy left\n\nThe road is cut", 2),
        ("Needs:\n- tents\n- water\n- food", 4),
        ("• Two schools closed\n• One clinic burned", 2),
        ("(1) Two schools closed\n(2) One clinic burned", 2),
        ("One line ends here.\r\nAnother one begins.", 2),
    ],
)
def test_lines_join_where_the_sentence_goes_on_and_part_where_it_does_not(text: str, found: int) -> None:
    assert len(sentences(text)) == found


def test_a_table_without_stops_is_cut_at_a_space() -> None:
    text = "Sector people " * 500
    found = sentences(text)
    assert all(len(sentence) <= MOST for sentence in found)
    assert " ".join(found) == text.strip()


@pytest.mark.parametrize("text", ["", " ", "\n\n \t\n", "\u00a0"])
def test_nothing_has_no_sentences(text: str) -> None:
    assert sentences(text) == []


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200))
def test_sentences_are_in_order_and_lose_no_letter(text: str) -> None:
    spans = list(split(text))
    kept, position = [], 0
    for start, end in spans:
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        kept.append(text[start:end])
        position = end
    assert not text[position:].strip()
    assert "".join("".join(kept).split()) == "".join(text.split())
