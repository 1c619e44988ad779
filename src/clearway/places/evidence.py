"""What the words around a name say of it: a place, a person, or part of an organisation's name."""

import re
from collections.abc import Iterable, Sequence

from clearway.model import Level
from clearway.places import english
from clearway.places.gazetteer import Gazetteer
from clearway.places.rows import Glance
from clearway.places.runs import Run, Token

TOWN = 15_000
"""People from which a name in one word is believed without evidence."""
ORDINARY_TOWN = 20_000
"""People from which "in" is evidence enough for a name that is also an ordinary word."""
CITY = 10 * TOWN

_TYPE = "|".join(sorted([*english.TYPES, *english.PLURAL_TYPES], key=len, reverse=True))
TYPE_BEHIND = re.compile(rf"[ \u00a0]({_TYPE}|{english.AREAS})(?![\w’'-])", re.IGNORECASE)
AREA_BEHIND = re.compile(rf"(?:[’'‘`]s)?[ \u00a0](?:{english.DIRECTION} )?({english.AREAS})(?![\w’'-])", re.IGNORECASE)
TYPE_BEFORE = re.compile(
    rf"\b((?:{_TYPE}|camp|island|port|area|areas|community|communities)) of (?:the )?$", re.IGNORECASE
)
JOINED_BEHIND = re.compile(
    rf"(?:(?:, |,? and |,? or )(?:the )?[^\W\d_a-z][^,.;:()\n]*?){{1,8}}? ({'|'.join(english.PLURAL_TYPES)})\b"
)
_NAMED_BEFORE = re.compile(
    r"\b(?:town|village|city|camp|hamlet|settlement|neighbou?rhood|suburb|district|capital)s?,? (?:called |named )?$",
    re.IGNORECASE,
)
_STRUCK = re.compile(
    r"\b(?:storms?|cyclone|typhoon|hurricane|tornado|(?:earth)?quake|floods?|flooding|rains?|landslides?|strikes?|"
    r"airstrikes?|shelling|rockets?|missiles?)(?: \w+){0,2} (?:hit|hits|struck|strikes|battered|devastated)(?: the)? $",
    re.IGNORECASE,
)
_NAMING = frozenset(
    f"{word}{ending}"
    for word in "town village city camp hamlet settlement neighbourhood neighborhood suburb district capital".split()
    for ending in ("", "s")
) | {"called", "named"}
_IN = frozenset("in near outside inside around across throughout toward towards the".split())
_IN_OR_STRUCK = _IN | frozenset("hit hits struck strikes battered devastated".split())
"""The last words of what the two patterns below match: a quick look before a slow one."""
ENDS_DIRECTED = re.compile(rf"\b(?:{english.DIRECTION})$", re.IGNORECASE)
_STRICTLY_IN = re.compile(
    r"\b(?:in|near|outside|inside|around|across|throughout|towards?|in and around)(?: the)? $", re.IGNORECASE
)
_ROAD = r"\b(?:roads?|highways?|motorways?)"
_LEADING = frozenset("from to between linking connecting and with".split())
_ENDS_BEFORE = re.compile(
    rf"{_ROAD} (?:(?:from|to|between|linking|connecting) (?:the )?"
    r"|(?:from|between|linking|connecting) [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)? (?:to|and|with) )$"
)
"""What stands before either end of a road."""
_OF_BEFORE = re.compile(r"\b(\w+) (?:of|for) (?:the )?$", re.IGNORECASE)
_TITLE_BEFORE = re.compile(r"\b([A-Za-z]+)\.? $")
_INITIAL_BEFORE = re.compile(r"\b[A-Z]\. ?$")
_PERSON_BEHIND = re.compile(rf"(?:, (?:aged? )?\d\d?,|,? {english.SAYING}\b|, who\b|[ ][A-Z]\. ?[A-Z]| (?:Jr|Sr)\b)")
_FOLLOWING = re.compile(r",? \(?(?=[A-Z])([^\W\d_](?:[\w’'-]|\.(?=[A-Z]))*(?: [A-Z][\w’'-]*)?\.?)")
_PLACED = re.compile(r"\b(?:in|at|from|of|near|to)(?: the)? $", re.IGNORECASE)
_LOWER = re.compile(r"[a-z](?<=\b.)[a-z]{2,}\b")
_ACRONYM = re.compile(r"[A-Z]?[a-z]?[A-Z][A-Za-z]?[A-Za-z]?s?")
_ABSTRACT = re.compile(r"\w{3,}(?:tion|sion|ment|ity|ness|ism|ology|ance|ence|ship|ing|ers|ors|ive|ous|ics|ies)\Z")


class Spans:
    """Spans of a text, asked whether one of them overlaps another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def touch(self, start: int, end: int) -> bool:
        """Whether a span shares a character with these."""
        return any(first < end and start < last for first, last in self._spans)


def word_before(text: str, start: int) -> str:
    """The word that stands before a place in a text, in lower case; nothing where no space parts them."""
    if text[start - 1 : start] not in (" ", "\u00a0"):
        return ""
    before = text[max(0, start - 24) : start - 1]
    return before.split()[-1].lower() if before and not before[-1].isspace() else ""


class Evidence:
    """The evidence in one text, with the people named in it."""

    def __init__(self, text: str, runs: Sequence[Run], gazetteer: Gazetteer, proposed: Spans) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.proposed = proposed
        self.lower = frozenset(_LOWER.findall(text))
        longer = [run for run in runs if len(run.tokens) > 1]
        self.people = frozenset(name for run in longer for name in self._people(run))
        self.surnames = frozenset(run.tokens[-1].lower for run in longer if self._may_be_person(run))

    def best(self, start: int, end: int) -> Glance | None:
        """The likeliest place of the words, the report left aside."""
        return self.gazetteer.glance(self.text[start:end])

    def famous(self, start: int, end: int) -> bool:
        """Whether the words name a country or a region of the world."""
        best = self.best(start, end)
        return best is not None and best.level in (Level.COUNTRY, Level.REGION)

    def strong(self, start: int, end: int) -> bool:
        """Whether the words name a country, a first-level area or a city."""
        best = self.best(start, end)
        return best is not None and (
            best.level in (Level.COUNTRY, Level.REGION, Level.ADM1) or (best.population or 0) >= CITY
        )

    def of_place(self, start: int, end: int) -> str:
        """What beside a name says that it is a place: "type", "comma", "in", "proposed", or nothing."""
        low = max(0, start - 40)
        before = (self.text, low, start)
        if (
            TYPE_BEHIND.match(self.text, end)
            or AREA_BEHIND.match(self.text, end)
            or JOINED_BEHIND.match(self.text, end)
        ):
            return "type"
        word = word_before(self.text, start)
        if word in ("of", "the") and TYPE_BEFORE.search(*before):
            return "type"
        if word.rstrip(",") in _NAMING and _NAMED_BEFORE.search(*before):
            return "type"
        following = _FOLLOWING.match(self.text, end)
        if following and following.group().startswith(","):
            first = following.start(1)
            if self.strong(first, following.end(1)) or self.strong(first, first + len(following[1].split(" ")[0])):
                return "comma"
        if self.strictly_in(start) or (word and ENDS_DIRECTED.search(word)):
            return "in"
        if word in _LEADING and _ENDS_BEFORE.search(self.text, max(0, start - 60), start):
            return "in"
        return "proposed" if self.proposed.touch(start, end) else ""

    def strictly_in(self, start: int) -> bool:
        """Whether "in", "near" or the like stands right before, or "a storm hit"."""
        word = word_before(self.text, start)
        if word not in _IN_OR_STRUCK:
            return False
        before = (self.text, max(0, start - 48), start)
        return bool(_STRICTLY_IN.search(*before) or _STRUCK.search(*before))

    def is_person(self, run: Run, first: int, last: int) -> bool:
        """Whether title, given name, initial or age make a person of tokens `first` to `last`."""
        tokens = run.tokens
        start, end = tokens[first].start, tokens[last].end
        before = tokens[first - 1].lower if first else ""
        if not before and (title := _TITLE_BEFORE.search(self.text, max(0, start - 20), start)):
            word = title[1].lower()
            before = word if word in english.TITLES and title[1] != "general" else ""
        if before in english.given_names() or before in english.TITLES:
            return True
        begun = tokens[first].lower in english.given_names()
        ends = tokens[last + 1].lower if last + 1 < len(tokens) else ""
        if (
            begun
            and (last > first or (ends and ends not in english.ORGANISATIONS and ends not in english.CALENDAR))
            and not self.best(start, end)
        ):
            return True
        if begun and first == last and ends and not self.strong(start, end):
            return True
        if _INITIAL_BEFORE.search(self.text, max(0, start - 4), start):
            return not self.strong(start, end)
        if _PERSON_BEHIND.match(self.text, end) and not _PLACED.search(self.text, max(0, start - 10), start):
            return not self.strong(start, end)
        return (
            first == last and tokens[first].lower in self.people and self.of_place(start, end) not in ("type", "comma")
        )

    def in_organisation(self, run: Run, first: int, last: int) -> bool:
        """Whether tokens `first` to `last` are part of an organisation's name."""
        tokens = run.tokens
        start, end = tokens[first].start, tokens[last].end
        rest = {token.lower for token in tokens[last + 1 :]}
        if rest & english.ORGANISATIONS and not self.famous(start, end):
            return True
        of = _OF_BEFORE.search(self.text, max(0, start - 30), start)
        return (
            bool(of) and of[1].lower() in english.ORGANISATION_OF and of[1][:1].isupper() and first == 0
            if of
            else False
        )

    def rest_is_plain(self, run: Run, first: int, last: int) -> bool:
        """Whether the other words of the run are titles, days, demonyms or places, not parts of a longer name."""
        others = run.tokens[:first] + run.tokens[last + 1 :]
        return all(self._plain(token, run.initial and token is run.tokens[0]) for token in others)

    def is_ordinary(self, token: Token, population: int) -> bool:
        """Whether a word is more likely an ordinary one than the place of that name."""
        word = token.lower
        if word in english.NEVER_ALONE or english.DIRECTED_WORD.fullmatch(word):
            return True
        small = population < ORDINARY_TOWN
        return (word in english.ordinary() and small) or (word in self.lower and population < CITY and word.isalpha())

    def may_be_unknown(self, tokens: Sequence[Token], words: str) -> bool:
        """Whether words that no gazetteer holds can be a name at all."""
        plain = {token.lower for token in tokens}
        acronym = (words.isupper() and len(words) <= 6) or _ACRONYM.fullmatch(words)
        if acronym or len(words) < 3 or len(tokens) > 4 or not plain.isdisjoint(english.NO_NAME):
            return False
        if words.lower() in english.NEVER or all(english.DIRECTED_WORD.fullmatch(word) for word in plain):
            return False
        return not all(word in english.ordinary() or word in self.lower or _ABSTRACT.fullmatch(word) for word in plain)

    def _plain(self, token: Token, initial: bool) -> bool:
        word = token.lower
        if word in english.CALENDAR or word in english.TITLES or word in english.FUNCTION or word in english.TYPES:
            return True
        if initial and (word in english.ordinary() or word in self.lower):
            return True
        if self.gazetteer.demonym(token.word) or (token.word.isupper() and len(token.word) > 1):
            return True
        return self.strong(token.start, token.end)

    def _may_be_person(self, run: Run) -> bool:
        """Whether two or three words look like a person: no place, no organisation, no ordinary word."""
        tokens = run.tokens
        if not 2 <= len(tokens) <= 3 or self.gazetteer.knows(self.text[tokens[0].start : tokens[-1].end]):
            return False
        words = {token.lower for token in tokens}
        if not words.isdisjoint(english.NO_PERSON) or tokens[-1].word.isupper():
            return False
        return not (
            tokens[0].lower in english.ordinary()
            or english.DIRECTED_WORD.fullmatch(tokens[0].lower)
            or self._plain(tokens[0], False)
        )

    def _people(self, run: Run) -> Iterable[str]:
        """The surnames in a run: what follows a given name or a title."""
        tokens = run.tokens
        for index, token in enumerate(tokens[:-1]):
            if token.lower in english.given_names() or token.lower in english.PERSONAL_TITLES:
                names = tokens[index + 1 :]
                if any(name.lower in english.ORGANISATIONS or name.lower in english.TYPES for name in names):
                    return
                for name in names:
                    if not self.famous(name.start, name.end) and name.lower not in english.CALENDAR:
                        yield name.lower
                return
