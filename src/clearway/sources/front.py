"""What the first and last lines of a report tell about it: header block, source line, dateline, title."""

import re
from collections.abc import Iterator
from datetime import date

from clearway.model import MayRedistribute
from clearway.sources.days import DAY, day_in
from clearway.sources.format import Details

_TOP, _BOTTOM = 4_000, 1_000
_TOP_LINES, _BOTTOM_LINES, _HEADER_LINES = 12, 5, 20
_LONGEST_TITLE, _LONGEST_NAME = 160, 80
_FLAGS = re.IGNORECASE

_HEADER = re.compile(r"([A-Za-z][A-Za-z _-]{1,30}):[ \t]*(.*)")
_KEYS = {
    "title": "title",
    "headline": "title",
    "publisher": "publisher",
    "source": "source",
    "published": "published",
    "publication date": "published",
    "date": "published",
    "url": "url",
    "link": "url",
    "licence": "licence",
    "license": "licence",
    "may redistribute": "may_redistribute",
    "language": "language",
}
_SOURCE = re.compile(r"[\s*_>(]{0,6}source\s{0,2}:[\s*_]{0,4}(.{2,200})", _FLAGS)
_LINK = re.compile(r"(?:(?:url|link|available at|original)\s?:\s{0,3})?(https?://[^\s<>\"']{4,500})", _FLAGS)
_LABELLED = re.compile(
    r"(?P<label>\b(?:last updated|last update|updated|publication date|date of publication|published|posted|issued|"
    rf"released|release date|report date|date))(?:\s{{1,2}}on)?\s{{0,2}}(?P<colon>[:|]?)\s{{0,3}}(?P<day>{DAY})",
    _FLAGS,
)
_AGENCY = r"\s{0,2}\((?P<agency>[^()\n]{2,60})\)"
_DASHES = "-–—\x96\x97"  # the last two are cp1252's dashes, often decoded as Latin-1 by whoever copied the text
_DASH = rf"\s{{0,2}}(?:[{_DASHES}]{{1,2}}|:)(?:\s|$)"
_DATELINE = re.compile(
    rf"(?P<place>[^\W\d_][^\d\n.;:()]{{1,60}}?)[,|]?\s{{1,2}}[-–—(]?\s?(?P<day>{DAY})\)?(?:{_AGENCY})?{_DASH}", _FLAGS
)
_UNDATED = re.compile(r"(?P<place>[A-Z][^\d\n.;:()]{1,60}?)(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?" + _AGENCY + _DASH)
_OPENING = re.compile(rf"[(\[*_]{{0,3}}(?P<day>{DAY})[)\]*_]{{0,3}}(?P<rest>.{{0,400}})", _FLAGS)
_CLOCK = re.compile(r"[\s,|–—-]{0,4}(?:at\s)?\d{1,2}[:.h]\d{2}.{0,20}", _FLAGS)
_AS_OF = re.compile(rf"\b(?:as of|as at|status on|situation on)\s{{1,2}}:?\s?(?P<day>{DAY})", _FLAGS)
_HEADING_DAY = re.compile(
    rf"(?:[(|:#–—]|\s-|(?P<sort>\b(?:report|sitrep|update|bulletin|brief|briefing|snapshot|overview|release|statement|"
    rf"issue|news|dashboard)\b.{{0,60}}))\s{{0,2}}(?:as of\s)?(?P<day>{DAY})[)\s*_|]{{0,4}}$",
    _FLAGS,
)
_SENTENCE_END = re.compile(r"(?<!\bno)(?<!\bnr)\.\s+[A-Z(“\"]", _FLAGS)
_AMBIGUOUS = re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b")
_PROGRAM_TITLE = re.compile(
    r"microsoft word|^word document$|\.(?:docx?|indd|pdf|rtf|xlsx?|pptx?)\b|^untitled|^https?:|^document ?\d*$",
    _FLAGS,
)
_SMALL_WORDS = frozenset(("al", "an", "and", "de", "el", "en", "ez", "es", "la", "of", "the"))
_RULES = ("none", "derived", "quote", "full")


def front_details(text: str) -> tuple[Details, ...]:
    """What the first and last lines tell, surest first: header block, source line, days, link."""
    head = text[:_TOP]
    block, body_at = _header_block(head)
    top = [line for line in head[body_at:].splitlines() if line.strip()][:_TOP_LINES]
    bottom = [line for line in text[max(body_at, len(text) - _BOTTOM) :].splitlines() if line.strip()][-_BOTTOM_LINES:]
    found = [*block, *_source_line([*top[:5], *bottom]), *_days(top, bottom), *_link([*top[:5], *bottom])]
    return tuple(found)


def first_line_title(text: str) -> Details | None:
    """The first line after the header block, if it looks like a title: short, in letters, no full stop at its end."""
    head = text[:_TOP]
    lines = [line.strip() for line in head[_header_block(head)[1] :].splitlines() if line.strip()]
    if len(lines) < 2:
        return None
    line = lines[0]
    if (label := _LABELLED.search(line)) and label["colon"]:
        line = line[: label.start()].rstrip(" |-–—(,")
    wrong = (
        _SOURCE.match(line)
        or _LINK.match(line)
        or _UNDATED.match(line)
        or _DATELINE.match(line)
        or _is_day(line)
        or _AS_OF.match(line)
    )
    if wrong or not 3 < len(line) <= _LONGEST_TITLE or line[-1] in ".!;,:" or not any(map(str.isalpha, line)):
        return None
    return Details(origin="first line", title=line)


def as_of(text: str) -> Details | None:
    """The day "as of" which the first lines speak: on or shortly before the day of publication."""
    lines = [line for line in text[:_TOP].splitlines() if line.strip()][: _TOP_LINES + _HEADER_LINES]
    for line in lines:
        match = _AS_OF.search(line[:_LONGEST_TITLE])
        if match and (match.start() < 4 or (len(line) < _LONGEST_TITLE and line.rstrip()[-1] not in ".;")):
            return Details(origin='"as of" line', published=day_in(match["day"]))
    return None


def publisher_of(words: str) -> str | None:
    """The publisher that a source line names: the words up to "and agencies" or a comma.

    >>> publisher_of("Lakeside News and agencies, Geneva")
    'Lakeside News'
    """
    name = re.split(r",|;|\s(?:and|&)\s(?:news\s)?agencies\b|\s[|/–—-]\s", words, maxsplit=1, flags=_FLAGS)[0]
    name = name.strip(" \t*_.()")
    return name if 1 < len(name) <= _LONGEST_NAME else None


def property_title(words: str) -> str | None:
    """The title in a file's properties, unless a program put it there."""
    words = words.strip()
    return words if words and not _PROGRAM_TITLE.search(words) else None


def rule_of(words: str) -> tuple[MayRedistribute, tuple[str, ...]]:
    """The redistribution rule so named; a word that is none of them gives the strictest, with a warning."""
    word = words.strip().lower()
    if word in _RULES:
        return MayRedistribute(word), ()
    return MayRedistribute.NONE, (
        f"warning: May-redistribute: {words[:40]!r} is none of {', '.join(_RULES)}; nothing of it leaves",
    )


def _header_block(head: str) -> tuple[list[Details], int]:
    """The "Key: value" lines at the very top, and where the text after them begins.

    Empty lines may stand between lines of known keys, as where each was a paragraph of its own.
    """
    values: dict[str, str] = {}
    at = seen = 0
    ended = True
    for line in head.splitlines(keepends=True)[:_HEADER_LINES]:
        seen += len(line)
        match = _HEADER.match(line.rstrip())
        key = _KEYS.get(re.sub(r"[ _-]+", " ", match[1]).strip().lower()) if match else None
        if match is None and line.strip():
            break
        if match is None:
            ended = True
            continue
        if ended and key is None:
            break
        ended, at = False, seen
        if key and match[2].strip():
            values.setdefault(key, match[2].strip())
    ended = not head[at:].partition("\n")[0].strip()
    return ([_header_details(values)], at) if values and ended else ([], 0)


def _header_details(values: dict[str, str]) -> Details:
    """The values of a header block, each as what it is."""
    warnings: list[str] = []
    published = day_in(values["published"]) if "published" in values else None
    if "published" in values and published is None:
        warnings.append(f"warning: {values['published'][:40]!r} is not one certain day; --published DAY says which")
    rule = None
    if "may_redistribute" in values:
        rule, doubts = rule_of(values["may_redistribute"])
        warnings.extend(doubts)
    source = values.get("source", "")
    return Details(
        origin="header block",
        publisher=values.get("publisher") or publisher_of(source) or source or None,
        title=values.get("title"),
        url=values.get("url"),
        published=published,
        language=values["language"].lower()[:2] if "language" in values else None,
        licence=values.get("licence"),
        may_redistribute=rule,
        warnings=tuple(warnings),
    )


def _source_line(lines: list[str]) -> Iterator[Details]:
    """The "Source: ..." line, which names the publisher or links to the report."""
    for line in lines:
        match = _SOURCE.match(line)
        if match and (link := _LINK.match(match[1])):
            yield Details(origin="source line", url=link[1])
        elif match and (name := publisher_of(match[1])):
            yield Details(origin="source line", publisher=name)


def _days(top: list[str], bottom: list[str]) -> Iterator[Details]:
    """The day of publication as the lines give it, surest first, and the agency in a dateline's brackets."""
    yield from (_labelled(line) for line in [*top, *bottom] if _labelled(line).published)
    openings = (_DATELINE.match(line.lstrip(" *_>(")) for line in top)
    datelines = [match for match in openings if match and _names_a_place(match["place"])]
    yield from (_dated(match, "dateline") for match in datelines[:1])
    if not datelines and (
        undated := next((match for line in top if (match := _UNDATED.match(line.lstrip(" *_")))), None)
    ):
        yield Details(origin="dateline", publisher=undated["agency"].strip())
    yield from (Details(origin="dateline", published=day) for line in top[:6] if (day := _opening_day(line)))
    for line in top[:8]:
        heading = _HEADING_DAY.search(line) if len(line) < _LONGEST_TITLE and not _SENTENCE_END.search(line) else None
        if heading and not _AS_OF.search(line):
            yield Details(origin="heading", published=day_in(heading["day"]))
    if any(len(line) < _LONGEST_TITLE and _AMBIGUOUS.search(line) for line in top[:6]):
        yield Details(origin="heading", warnings=_ambiguous(top[:6]))


def _labelled(line: str) -> Details:
    """The day behind "Published:", "Last updated:"; without a colon only where the line holds nothing else."""
    for match in _LABELLED.finditer(line[:400]):
        alone = not line[: match.start()].strip(" *_([") and not line[match.end() :].strip(" *_.)]")
        if match["colon"] or alone:
            return Details(origin=f'"{match["label"].strip().lower()}" line', published=day_in(match["day"]))
    return Details(origin="line")


def _dated(match: re.Match[str], origin: str) -> Details:
    """A dateline's day and agency ("GENEVA, 18 February 2020 (ICRC) -")."""
    agency = match["agency"]
    return Details(origin=origin, published=day_in(match["day"]), publisher=agency.strip() if agency else None)


def _names_a_place(words: str) -> bool:
    """Whether the words before a day are a name, as in a dateline, and not the beginning of a sentence."""
    return all(word[0].isupper() or word in _SMALL_WORDS for word in re.findall(r"[^\W\d_]+", words))


def _opening_day(line: str) -> date | None:
    """The day a line opens with, where it is a dateline and not the first words of a sentence."""
    match = _OPENING.match(line.strip())
    if match is None:
        return None
    is_lead = re.match(rf"\s{{2,}}\S|\s?[{_DASHES}|:]\s|,?\s[A-Z“\"]", match["rest"]) is not None
    return day_in(match["day"]) if is_lead or _is_day(line.strip()) else None


def _is_day(line: str) -> bool:
    """Whether a line holds a day, perhaps with a time, and nothing else."""
    match = _OPENING.fullmatch(line)
    return match is not None and (not match["rest"].strip(" .|,-–—") or _CLOCK.fullmatch(match["rest"]) is not None)


def _ambiguous(lines: list[str]) -> tuple[str, ...]:
    """Warnings for days in numbers that could be two."""
    days = [day for line in lines for day in _AMBIGUOUS.findall(line) if day_in(day) is None]
    return tuple(f"warning: {day} could be two days; --published DAY says which" for day in days[:1])


def _link(lines: list[str]) -> Iterator[Details]:
    """A line that holds nothing but the report's address."""
    for line in lines:
        if match := _LINK.fullmatch(line.strip(" \t<>")):
            yield Details(origin="link line", url=match[1])
