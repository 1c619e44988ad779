"""Lists and counts to test on; every person is made up."""

from pathlib import Path

from clearway.lists.counts import Counts, make_counts
from clearway.lists.entries import Entry, read_entries
from clearway.lists.sheet import parse_sheet


def sheet(folder: Path, text: str, name: str = "counts.csv") -> Path:
    """A file with this text."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def counts(*cells: tuple[str, int], lists: str = "ABCDEFGH") -> Counts:
    """Counts of patterns written as "101"."""
    size = len(cells[0][0])
    patterns = [(tuple(int(mark) for mark in marks), count) for marks, count in cells]
    return make_counts("made", lists[:size], patterns)


def entries(name: str, text: str, **named: str) -> tuple[Entry, ...]:
    """The records of a list with this text."""
    return read_entries(parse_sheet(name, text.encode()), named)[0]


INDEPENDENT = counts(
    ("100", 240), ("010", 160), ("001", 120), ("110", 160), ("101", 120), ("011", 80), ("111", 80)
)  # fmt: skip
"""Three lists that have half, two fifths and a third of 1,200 people, each whatever the others have: 240 are missed."""

HOSPITAL = """case_id,name,age,sex,date_of_death,place
H1,Omar Zeitouni,34,M,2031-02-03,Tell Zahra
H2,Rana Boustani,8,F,2031-02-03,Tell Zahra
H3,Karim Nahri,51,M,2031-03-11,Wadi Noor
H4,Layla Kamari,27,F,2031-03-20,Ayn Karma
H5,Hasan Talli,60,M,2031-04-01,Ayn Karma
"""
FAMILIES = """id,name_ar,name_en,age,sex,date,town
F1,عمر الزيتوني,Umar al-Zaytuni,34,male,03/02/2031,Tal Zahra
F2,رنا البستاني,Rana al-Bustani,9,female,03/02/2031,Tal Zahra
F3,كريم النهري,Karim al-Nahri,51,male,11/03/2031,Wadi Nur
F4,سامر الجسري,Samir al-Jisri,19,male,25/03/2031,Wadi Nur
"""
