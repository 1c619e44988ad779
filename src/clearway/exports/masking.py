"""Finding words that must not go out, however they are spelled out, and putting a mark in their stead."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, overload

from clearway.exports.runs import Edit, Runs

LEAST_LETTERS = 2
"""A term of one letter cannot be told from the letter."""

WIDEST_GAP = 3
"""Characters that may stand between two words of one name ("Darat - Izza")."""

POINT_MARK = "[coordinates withheld]"
_DEGREES = r"[-−]?\d{1,3}[.,]\d{1,12}\s{0,2}°?"
_MINUTES = r"\d{1,3}\s{0,2}°\s{0,2}\d{1,2}(?:[.,]\d{1,9})?\s{0,2}[′'’]"
_LATITUDE = r"\blat(?:itude)?\.?[\s:=]{0,3}"
_LONGITUDE = r"lon(?:g(?:itude)?)?\.?[\s:=]{0,3}"
_GAP = r"[\s,;/]{0,4}"
_POINTS = re.compile(
    rf"(?:{_LATITUDE})?\b{_DEGREES}\s{{0,2}}[NS]\b{_GAP}(?:{_LONGITUDE})?{_DEGREES}\s{{0,2}}[EW]\b"
    rf"|\b[NS]\s{{0,2}}{_DEGREES}{_GAP}[EW]\s{{0,2}}{_DEGREES}"
    rf"|{_LATITUDE}{_DEGREES}{_GAP}(?:and\s)?{_LONGITUDE}{_DEGREES}"
    r"|(?<![\d.])[-−]?\d{1,2}\.\d{3,12}°?[\s,;/]{1,3}[-−]?\d{1,3}\.\d{3,12}°?(?![\d.])"
    rf"|{_MINUTES}(?:\s{{0,2}}\d{{1,2}}(?:[.,]\d{{1,9}})?\s{{0,2}}(?:[″\"”]|''))?\s{{0,2}}(?:[NSEW]\b)?"
    r"|(?-i:\b\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?\d{3,5}\s?\d{3,5}\b)",
    re.IGNORECASE,
)
"""Points as reports write them: degrees with a fraction or minutes, in pairs, and squares of the military grid."""
_FRACTION = re.compile(r"\d(?:\.\d|[C-X])")
_COMMA = re.compile(r",\d{1,12}\s{0,4}[nsſ]\b", re.IGNORECASE)
_COMMA_BEHIND = re.compile(r"\b[nsſ]\s{0,2}[-−]?\d{1,3},", re.IGNORECASE)
"""What every point has one of, besides a sign of degrees and "lat": most texts have none, and need no closer look."""

_APOSTROPHES = "'’‘ʼʿʾʻ`´"
_HIDDEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_WORD = re.compile(rf"[\w{_HIDDEN}]+(?:[{_APOSTROPHES}][\w{_HIDDEN}]+)*")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}]s$", re.IGNORECASE)

_PUNCTUATION = str.maketrans("’‘“”–—…\u00a0", "''      ")
_OWN = re.compile(r"['`](?<=\w['`])[sS](?!\w|['`]\w)")
_INNER = re.compile(r"['`](?<=\w['`])\w")
_FLAT = {at: (chr(at).lower() if chr(at).isalnum() or chr(at) == "_" else " ") for at in range(128)}


NAME = 60
"""Letters of a name at most; the same names are looked at again and again."""


class Word(NamedTuple):
    """A word of a text at `start` to `end`, and its form with case, accents and apostrophes folded away."""

    start: int
    end: int
    form: str
    capital: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What to look for: the folded form of each term, the mark for it, and whether it must start with a capital.

    A term without a mark is left as it is, with all terms inside it.
    """

    marks: dict[str, tuple[str, bool]] = field(default_factory=dict)
    beginnings: frozenset[str] = frozenset()
    caseless: tuple[str, ...] = ()
    told: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    """Names with their marks, as they were made: the same stand in many records."""

    def __bool__(self) -> bool:
        return bool(self.marks)


def fold(text: str) -> str:
    """The text without case, accents, apostrophes and characters that nobody sees."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(
        letter for letter in letters if unicodedata.category(letter) not in ("Mn", "Cf") and letter not in _APOSTROPHES
    )


def flat(text: str) -> str | None:
    """A text's words in small letters, each where it stands, without a possessive's ending, and spaces for all else.

    Nothing for a text in which words are more than that: one with accents, or with letters beyond ASCII.
    """
    if not text.isascii():
        text = text.translate(_PUNCTUATION)
        if not text.isascii():
            return None
    if "'" in text or "`" in text:
        text = _OWN.sub("  ", text)
        if _INNER.search(text):
            return None
    return text.translate(_FLAT)


def starts(plain: str, form: str) -> Iterator[int]:
    """Where a word stands by itself in what `flat` made of a text."""
    at, size = plain.find(form), len(form)
    while at >= 0:
        if (not at or plain[at - 1] == " ") and plain[at + size : at + size + 1] in ("", " "):
            yield at
        at = plain.find(form, at + 1)


def forms(text: str) -> Sequence[str]:
    """The forms of the words of a text, in their order."""
    plain = flat(text)
    if plain is not None:
        return plain.split()
    found = [word.lower() if word.isascii() and word.isalnum() else _form(word) for word in _WORD.findall(text)]
    return found if all(found) else [form for form in found if form]


def _form(written: str) -> str:
    return fold(written if written.isalnum() else _POSSESSIVE.sub("", written))


def words(text: str) -> Sequence[Word]:
    """The words of a text, without a possessive's ending; those of names are remembered."""
    return _name_words(text) if len(text) <= NAME else _words(text)


@lru_cache(maxsize=5_000)
def _name_words(name: str) -> tuple[Word, ...]:
    return _words(name)


def _words(text: str) -> tuple[Word, ...]:
    return tuple(word for match in _WORD.finditer(text) if (word := _word(match)).form)


def _word(match: re.Match[str]) -> Word:
    written, (start, end) = match.group(), match.span()
    if written.isascii() and written.isalnum():
        return Word(start, end, written.lower(), not written[0].islower())
    cut = written if written.isalnum() else _POSSESSIVE.sub("", written)
    first = written.lstrip("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")[:1]
    return Word(start, start + len(cut), fold(cut), not first.islower())


class _Run(Sequence[Word]):
    """The words of a long text, each made when it is looked at: most never are."""

    def __init__(self, text: str, forms: Sequence[str]) -> None:
        found = list(_WORD.finditer(text))
        self._found = found if len(found) == len(forms) else [one for one in found if _word(one).form]

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> Word: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Word]: ...

    def __getitem__(self, index: int | slice) -> Word | Sequence[Word]:
        if isinstance(index, slice):
            return [_word(one) for one in self._found[index]]
        return _word(self._found[index])


@lru_cache(maxsize=50_000)
def joined(text: str) -> str:
    """The folded words of a name in one, so that "Darat-Izza" and "Darat Izza" are the same."""
    return "".join(word.form for word in words(text))


def terms(marked: Iterable[tuple[str, str, bool]]) -> Terms:
    """Terms from phrase, mark and whether the phrase counts only with a capital; the looser rule wins."""
    marks: dict[str, tuple[str, bool]] = {}
    for phrase, mark, capital in marked:
        key = joined(phrase)
        if len(key) >= LEAST_LETTERS:
            known = marks.get(key)
            marks[key] = (known[0], known[1] and capital) if known else (mark, capital)
    beginnings = frozenset(key[:size] for key in marks for size in range(1, len(key) + 1))
    caseless = tuple(sorted(key for key in marks if _is_caseless(key)))
    return Terms(marks=marks, beginnings=beginnings, caseless=caseless)


def find(text: str, held: Terms, *, any_case: bool = False, points: Sequence[Edit] | None = None) -> list[Edit]:
    """Where a text holds one of the terms, longest first at each word, or a point in degrees, and the mark for it.

    `points` are those of the text, where they are known.
    """
    named = _named(text, held, any_case=any_case) if held else []
    points = points_in(text) if points is None else points
    if not points:
        return named
    taken = Runs.of(spans_of(named))
    return sorted(named + [edit for edit in points if not taken.meet(edit[0], edit[1])])


def points_in(text: str) -> tuple[Edit, ...]:
    """Where a text holds a point in degrees, and the mark for it."""
    return tuple((*match.span(), POINT_MARK) for match in _POINTS.finditer(text)) if _may_hold_point(text) else ()


def _may_hold_point(text: str) -> bool:
    """Whether a closer look for points is worth its while; true wherever there is one."""
    if "°" in text or _FRACTION.search(text):
        return True
    if "," not in text:
        return False
    return bool(_COMMA.search(text) or _COMMA_BEHIND.search(text)) or "lat" in text.lower()


def _named(text: str, held: Terms, *, any_case: bool) -> list[Edit]:
    plain = flat(text) if len(text) > NAME else None
    if plain is not None:
        return _named_plainly(text, plain, held, any_case)
    said = forms(text)
    likely = _likely(said, held)
    if not likely:
        return []
    edits: list[Edit] = []
    run = words(text) if len(text) <= NAME else _Run(text, said)
    taken = -1
    for index in likely:
        if index <= taken:
            continue
        last, mark = _longest(run, index, held, any_case)
        if last < index and held.caseless and _is_caseless(run[index].form):
            last, mark = _within(run[index].form, index, held)
        if last >= index and mark:
            edits.append((run[index].start, run[last].end, mark))
        taken = max(last, index)
    return edits


def _named_plainly(text: str, plain: str, held: Terms, any_case: bool) -> list[Edit]:
    """What `_named` finds in a text of which `plain` is all that there is to its words."""
    begun = held.beginnings.intersection(plain.split())
    edits: list[Edit] = []
    taken = 0
    for start in sorted(at for form in begun for at in starts(plain, form)):
        if start < taken:
            continue
        best, mark, key = 0, "", ""
        last = end = start
        while last < len(plain) and last - end <= WIDEST_GAP:
            end = (plain.find(" ", last) + 1 or len(plain) + 1) - 1
            key += plain[last:end]
            if key not in held.beginnings:
                break
            if key in held.marks:
                put, capital = held.marks[key]
                if any_case or not capital or not text[start].islower():
                    best, mark = end, put
            last = len(plain) - len(plain[end:].lstrip(" "))
        if best and mark:
            edits.append((start, best, mark))
        taken = max(best, start + 1)
    return edits


def _likely(forms: Sequence[str], held: Terms) -> list[int]:
    """Where a term may begin, by the words alone: few texts hold one, and only those are looked at word by word."""
    begun = held.beginnings.intersection(forms)
    if not begun and not held.caseless:
        return []
    at = [
        index
        for index, form in enumerate(forms)
        if form in begun or (held.caseless and not form.isascii() and _is_caseless(form))
    ]
    return at if any(_may_begin(forms, index, held) for index in at) else []


def _may_begin(forms: Sequence[str], index: int, held: Terms) -> bool:
    """Whether the words from `index` on, however far apart, are one of the terms, or may hold one."""
    if held.caseless and not forms[index].isascii():
        return True
    key = ""
    for last in range(index, len(forms)):
        key += forms[last]
        if key in held.marks:
            return True
        if key not in held.beginnings:
            return False
    return False


def _longest(run: Sequence[Word], index: int, held: Terms, any_case: bool) -> tuple[int, str]:
    """The last word of the longest term that starts at `index` and its mark; before `index` where none does."""
    best, mark, key = index - 1, "", ""
    for last in range(index, len(run)):
        if last > index and run[last].start - run[last - 1].end > WIDEST_GAP:
            break
        key += run[last].form
        if key not in held.beginnings:
            break
        if key in held.marks:
            text, capital = held.marks[key]
            if any_case or not capital or run[index].capital:
                best, mark = last, text
    return best, mark


def _within(form: str, index: int, held: Terms) -> tuple[int, str]:
    """Scripts without case write prepositions and endings onto a name: any word that holds it counts."""
    for term in held.caseless:
        if term in form:
            return index, held.marks[term][0]
    return index - 1, ""


def _is_caseless(form: str) -> bool:
    return any(letter.isalpha() and letter.lower() == letter.upper() for letter in form)


def merge(spans: Iterable[tuple[int, int]], mark: str, others: Iterable[Edit]) -> list[Edit]:
    """Spans joined where they touch, each with the mark, and those of the other edits that lie outside them."""
    whole: list[list[int]] = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1][1] = max(whole[-1][1], end)
        else:
            whole.append([start, end])
    edits = [(start, end, mark) for start, end in whole]
    taken = Runs.of((start, end) for start, end in whole)
    free: list[Edit] = []
    cut: list[Edit] = []
    for start, end, instead in others:
        if not taken.meet(start, end):
            free.append((start, end, instead))
        elif not taken.hold(start, end):
            cut.append((start, end, instead))
    return merge([*spans_of(edits), *spans_of(cut)], mark, free) if cut else sorted(edits + free)


def spans_of(edits: Iterable[Edit]) -> list[tuple[int, int]]:
    """Where the edits are."""
    return [(start, end) for start, end, _ in edits]


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits, which are in order and apart."""
    parts, at = [], 0
    for start, end, mark in edits:
        parts += [text[at:start], mark]
        at = end
    return "".join([*parts, text[at:]])


def masked(text: str, held: Terms) -> str:
    """The text with a mark for every term that it holds."""
    if len(text) > NAME:
        return apply(text, find(text, held))
    if text not in held.told:
        held.told[text] = apply(text, find(text, held))
    return held.told[text]
