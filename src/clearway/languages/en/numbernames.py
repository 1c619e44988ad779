"""Numbers that count nothing: part of a name, an address, a telephone number, a coordinate, or a mark of a list."""

import re

from clearway.languages.en.timewords import COUNTED_NOUNS, word_set
from clearway.languages.en.units import unit_after

NAMES = word_set(
    """
    airbus annex annexe appendix article articles asx battalion block blocks boeing brigade building bulletin cac
    camp camps category channel chapter class clause cluster coordinates covid covid- dax day decree district
    districts division edition episode exhibit exit ext ext. fig fig. figs figure figures flight fm footnote form
    formula fortune ftse galaxy game gate gps grade grades graph group highway hiv image influenza interstate ipc
    issue item kilo kilometer kilometre km lat latitude law level levels line lng lon long. longitude lot magnitude
    map model mosque news nikkei no no. nos nos. note number numbers n° nº object objective octane output p. pack
    page pages para paragraph part phase phases photo pillar pillars platform point pp. precinct protocol psalm
    regiment region regions report resolution resolutions road room round rounds route rule russell scr season
    section sections sector sectors series sitrep slide squadron stage stages step steps stoxx table tables target
    tier top troop type types unit unscr update version vol vol. volume ward wards week weeks windows zone zones
    """
)
"""Words before a number that make it part of a name."""

CAPITAL_NAMES = word_set(
    """
    area battalion block blocks brigade building bulletin camp camps class cluster day district districts division
    edition exit form fortune galaxy game group highway image issue item kilometer kilometre km line map model
    mosque news no note number numbers object objective output pack part photo point precinct regiment region
    regions report road round rounds route season sector sectors slide squadron target top troop type types unit
    update ward wards week weeks zone zones
    """
)
"""Those of them that count things unless they begin with a capital or no noun follows ("the camp 300 people fled")."""

_BRACKETED = re.compile(r"\)\s[a-z]")
_ENUMERATED = re.compile(r"(?:^|[,;:.]|\band|\bor)\s*\($")
_OF_PAGES = re.compile(r"(?:.{0,5}\s)?\d{1,2} / \d{1,2}(?!\d)", re.DOTALL)
"""A place in a row of pictures or pages: "1 / 6"."""

_SECOND = re.compile(r"[;.]\s2[.)]\s[A-Z]")
_TITLED = re.compile(r"\.?\s[A-Z]")
_NUMBERED = re.compile(r"[.)-]\s[A-Z]")
_ADDRESS = re.compile(
    r"(?:\s[A-Z][\w’'.-]*){0,3}\s(?:(?:Ave|Avenue|Blvd|Boulevard|Drive|Lane|Parkway|Rd|Road|Street|Terrace)\b"
    r"|(?:Dr|St)\b(?!\.?\s[A-Z]))|\sZIP\b|\sblock\b(?! (?!of\b|on\b|in\b|between\b)[a-z])"
)
_CALL = re.compile(r"911\b(?! (?:" + "|".join(sorted(COUNTED_NOUNS)) + r")\b)")
"""What Americans dial for help; in 1,000 reports it counts nothing."""

_LOCAL_PHONE = re.compile(r"\d{3}-\d{4}(?![\d-])")
_AREA_CODE = re.compile(r"\d{3}\)\s?(?:\d{3}-(?:\d{4}|[a-z]+)|[a-z]+-[a-z]+)")
"""Telephone numbers as Americans write them: "555-0127", "(800) 555-0127", "(800) 555-HELP"."""

_AT_STREET = re.compile(
    r"\d{3,5}\s(?:[NSEW]{1,2}\.?\s)?[A-Z][a-z][\w’'-]*(?:\s[A-Z][\w’'-]+)?(?=[,.;\n]|$|\s(?!of\b)[a-z]{2,5}\b)"
)
_LINK = re.compile(r"\S*(?:://|www\.)\S*$")
_MODEL = re.compile(r"\s(?:Dreamliner|Max|Mini|Plus|Pro|Ultra|XL)\b")
_COVID = re.compile(r"covid\s?-\s?$")
_DEGREES = re.compile(r"\s?[°º]\s?(?:[\d.]+\s?['’′]\s?(?:[\d.]+\s?[\"”″]\s?)?)?[NSEW](?![a-z])")
_PHONE = re.compile(r"\d[\d\s()/.-]{5,}\d")
_CALLED = re.compile(
    r"\b(?:call|cell|contact|fax|hotline|mobile|phone|tel|telephone|whatsapp)\.?:?\s*(?:on\s+|at\s+)?\(?$"
)
PREFIX = re.compile(r"(?<![a-z])(?:by|minus|now|sub|then|to)-$")
"""What may stand with a hyphen before a number that counts or measures: "sub-300", "now-18"."""

_BRAND = re.compile(r"(?:\b[A-Za-z]*[a-z][A-Z]\w*|\b\w+&\w+(?:/\w+)?|\b[A-Z] [A-Z])[ -]$")
"""A word with a capital inside, "&", or two single capitals: what is named so has its number in the name."""

_AFTER_NAMES = word_set("and are as at by for from has have in is of on or that to was were which with")
"""Words behind a number that is a name, where a count has its noun."""

_NOTE_BEFORE = frozenset('.!?”"')
_NOTE_AFTER = re.compile(
    r"\s(?:A|According|After|All|Although|An|As|At|Before|Between|But|By|During|For|From|Furthermore|Here|However"
    r"|If|In|It|Its|Many|Moreover|Most|No|Of|On|One|Our|She|He|Since|So|Some|Such|That|The|Their|There|These|They|This"
    r"|Those|Through|To|Under|Until|We|When|Where|Which|While|With)[\s,]"
)
"""What follows a footnote's number between two sentences: a word that opens a sentence and no phrase."""

_FEET = frozenset("'’′")
_IN_LINKS = frozenset("=/-_.&?")
_WORD_AFTER = re.compile(r"\s+([a-z]+)")


def following(folded: str, end: int) -> str:
    """The word behind a number that ends at `end`."""
    match = _WORD_AFTER.match(folded, end)
    return match[1] if match else ""


def stands_alone(folded: str, end: int) -> bool:
    """Whether no noun follows the number that ends at `end`."""
    return not folded[end : end + 2].strip().isalpha() or following(folded, end) in _AFTER_NAMES


def phone_end(folded: str, start: int) -> int | None:
    """Where the telephone number that begins at `start` ends; `None` where the digits are none."""
    before, fourth = folded[start - 1 : start], folded[start + 3 : start + 4]
    local = _LOCAL_PHONE.match(folded, start) if fourth == "-" else None
    if local is not None and stands_alone(folded, local.end()):
        return local.end()
    called = _AREA_CODE.match(folded, start) if before == "(" and fourth == ")" else None
    if called is None and folded.startswith("911", start):
        called = _CALL.match(folded, start)
    if called is not None:
        return called.end()
    match = _PHONE.match(folded, start)
    if match is None:
        return None
    led = before == "+" or (folded[start] == "0" and folded[start : start + 3].isdecimal())
    return match.end() if led or _CALLED.search(folded, max(0, start - 20), start) else None


def in_name(text: str, folded: str, start: int, end: int, previous: str) -> bool:
    """Whether the digits from `start` to `end` are part of a name or a mark; `previous` is the word before them."""
    if folded[end : end + 1].isalpha() and unit_after(folded, end) is None:
        return True
    before, behind = folded[start - 1 : start], text[end : end + 2]
    if before in ("[", "#", "№", "°", "º") or is_joined(folded, start):
        return True
    if previous == "at" and _AT_STREET.match(text, start) and unit_after(folded, end) is None:
        return True
    if behind[1:].isalpha() and (_ADDRESS.match(text, end) or _MODEL.match(text, end)):
        return True
    if "/" in text[start - 3 : end + 3] and (_OF_PAGES.match(text, max(0, start - 6)) or _OF_PAGES.match(text, start)):
        return True
    if ("°" in behind or "º" in behind) and _DEGREES.match(text, end):
        return True
    if before in _IN_LINKS and _LINK.search(folded, max(0, start - 120), start):
        return True
    if before in ("-", " ") and _COVID.search(folded, max(0, start - 9), start):
        return True
    if _is_height(folded, start, end) or _is_mark(text, folded, start, end):
        return True
    if _BRAND.search(text, max(0, start - 16), start) and following(folded, end) not in COUNTED_NOUNS:
        return True
    if previous in ("long", "long:") and "." in folded[start:end]:
        return True
    return _is_named(text, folded, start, end, previous)


def _is_height(folded: str, start: int, end: int) -> bool:
    """Whether the digits are the feet or the inches of a height: "5'10"."""
    inches = start > 1 and folded[start - 1] in _FEET and folded[start - 2].isdecimal()
    return inches or (folded[end : end + 1] in _FEET and folded[end + 1 : end + 2].isdecimal())


def _is_named(text: str, folded: str, start: int, end: int, previous: str) -> bool:
    """Whether the word before the number takes it as its name: "Highway 7"."""
    if previous not in NAMES:
        return False
    if previous not in CAPITAL_NAMES or text[folded.rfind(previous, 0, start)].isupper():
        return True
    if previous in ("issue", "no", "report", "top"):
        return False
    return re.match(r"\s+[a-z]", text[end : end + 6]) is None or following(folded, end) in _AFTER_NAMES


def is_joined(folded: str, start: int) -> bool:
    """Whether a hyphen, stop or stroke joins the number to a name before it: "F-16"."""
    return (
        start > 1
        and folded[start - 1] in "-–./"
        and folded[start - 2].isalnum()
        and PREFIX.search(folded, max(0, start - 6), start) is None
    )


def _is_mark(text: str, folded: str, start: int, end: int) -> bool:
    """Whether the digits mark an item of a list, or a footnote."""
    line = max(folded.rfind("\n", max(0, start - 8), start) + 1, start - 8, 0)
    closed = folded[end : end + 1]
    if closed in (".", ")") and not folded[line:start].strip(" \t(•-") and folded[end + 1 : end + 2].isspace():
        return True
    if end - start <= 2 and closed == ")":
        if _BRACKETED.match(folded, end) and _ENUMERATED.search(folded[max(0, start - 8) : start]):
            return True
        if folded[end + 1 : end + 2].isspace() and not _is_open(folded, start):
            return True
    return _is_numbering(text, start, end)


def _is_open(folded: str, at: int) -> bool:
    """Whether a bracket is open at `at`."""
    before = folded[max(0, at - 120) : at]
    return before.rfind("(") > before.rfind(")") or (at > 120 and ")" not in before and "(" not in before)


def _is_numbering(text: str, start: int, end: int) -> bool:
    """Whether the digits number a list ("by law: 1. Schools") or a footnote ("the roads,21 and")."""
    before, after = text[start - 1 : start], text[end : end + 3]
    ended = text[max(0, start - 8) : start].rstrip()[-1:]
    if end - start <= 2 and _NUMBERED.match(after):
        first = text[start:end] == "1" and _SECOND.search(text, end, end + 200) is not None
        if first or ended in (":", ";", "."):
            return True
    if end - start <= 3 and ended in _NOTE_BEFORE and _NOTE_AFTER.match(text, end):
        return True
    if text[start:end].find(".") > 0 and end - start <= 4 and ended in ("", ".") and _TITLED.match(after):
        return True
    footnote = before in tuple(".,;)”’\"'") and text[start - 2 : start - 1] not in ("", " ") and end - start <= 3
    return footnote and (after[:1].isspace() or not after)
