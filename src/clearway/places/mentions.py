"""Finds place names in a report's text: a sweep of capitalised runs through the gazetteer, and the words around them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from clearway.model import Level
from clearway.places import english
from clearway.places.features import DIRECTED, Feature, features
from clearway.places.gazetteer import Gazetteer
from clearway.places.runs import Run, Token, runs

LONGEST = 6
"""Most words that one name in the gazetteer is looked up with."""
TOWN = 15_000
"""People from which a name in one word is believed without evidence."""

_TYPE = "|".join(sorted([*english.TYPES, *english.PLURAL_TYPES], key=len, reverse=True))
_BEHIND = re.compile(rf"[ \u00a0]({_TYPE}|{english.AREAS})(?![\w’'-])", re.IGNORECASE)
_AREA_BEHIND = re.compile(rf"(?:[’'‘`]s)?[ \u00a0](?:{english.DIRECTION} )?({english.AREAS})(?![\w’'-])", re.IGNORECASE)
_SPOT_BEHIND = re.compile(rf"[ \u00a0]((?:[a-z]+ )?(?:{english.FACILITIES}))(?![\w’'-])", re.IGNORECASE)
_TYPE_BEFORE = re.compile(rf"\b((?:{_TYPE}|camp|island|port|area|areas)) of (?:the )?$", re.IGNORECASE)
_NAMED_BEFORE = re.compile(r"\b(?:town|village|city|camp|hamlet|settlement|neighbou?rhood|suburb|district|capital)s?,? (?:called |named )?$", re.IGNORECASE)
_DIRECTED_BEFORE = re.compile(rf"(?:\b({english.DIRECTION})[ \u00a0])$", re.IGNORECASE)
_IN_BEFORE = re.compile(r"\b(?:in|near|outside|inside|around|across|throughout|within|nearby|neighbou?ring|toward|towards|into|at)(?: the| and around)? ?(?:\w+ )?$", re.IGNORECASE)
_STRICTLY_IN = re.compile(r"\b(?:in|near|outside|inside|around|across|throughout|towards?|in and around)(?: the)? $", re.IGNORECASE)
_FROM_BEFORE = re.compile(r"\b(?:from|to|of|on|for|through|via|between|leaving|entered|reached|reaching|captured|seized|retook|shelled|bombed|hit|and|or|,)(?: the)? $", re.IGNORECASE)
_OF_BEFORE = re.compile(r"\b(\w+) (?:of|for) (?:the )?$", re.IGNORECASE)
_TITLE_BEFORE = re.compile(r"\b([A-Za-z]+)\.? $")
_INITIAL_BEFORE = re.compile(r"\b[A-Z]\. ?$")
_PERSON_BEHIND = re.compile(rf"(?:, (?:aged? )?\d\d?,|,? {english.SAYING}\b|, who\b|[ ][A-Z]\. ?[A-Z]| (?:Jr|Sr)\b)")
_COMMA_BEHIND = re.compile(r",? \(?(?=[A-Z])")
_JOINED_BEHIND = re.compile(rf"(?:(?:, |,? and |,? or )(?:the )?[^\W\d_a-z][^,.;:()\n]*?){{0,8}}? ({_TYPE})\b")
_OPENING = frozenset("in at on of from to near for by with and but as the across around inside outside since after before while when where".split())
_NOT_NAMES = frozenset("i a the he she it we they his her our their this that these those but and if as at in on by for no not all".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A place as named at `start` to `end`; `kind` is place, demonym, region, road, border or facility.

    `core` is the bare name inside the words ("Aleppo" of "western Aleppo countryside"), as characters of the text;
    `type` the level that a word beside it gives, `direction` where from it ("western", "north of").
    """

    start: int
    end: int
    name: str
    kind: str
    core: tuple[int, int] = (0, 0)
    level: Level | None = None
    direction: str | None = None
    area: str | None = None


class Match(NamedTuple):
    """A span of tokens that is, or may be, a name."""

    first: int
    last: int
    known: bool


def find(
    text: str, gazetteer: Gazetteer, *, people: Sequence[tuple[int, int]] = (), proposed: Sequence[tuple[int, int]] = ()
) -> list[Mention]:
    """The places that a text names, in order and without overlap.

    `people` are spans known to be persons or organisations, which are left out; `proposed` are spans that a tagger
    takes for places, which are taken where nothing speaks against them.
    """
    named = features(text)
    taken = [(feature.start, feature.end) for feature in named] + list(people)
    sweep = _Sweep(text, gazetteer, _Spans(taken), _Spans(proposed))
    for run in runs(text):
        sweep.read(run)
    sweep.propose(proposed)
    found = [mention for mention, sure in sweep.found if sure or sweep.believed(mention)]
    return _without_overlap([*map(_as_mention, named), *(sweep.widened(mention) for mention in found)])


def mention_at(text: str, start: int, end: int, gazetteer: Gazetteer) -> Mention:
    """A mention of the name at `start` to `end`, whatever `find` would say, with the words beside it."""
    words = text[start:end]
    spoken = gazetteer.demonym(words)
    best = next(iter(gazetteer.exact(words)), None)
    kind = "demonym" if spoken and (best is None or best.level is not Level.COUNTRY) else "place"
    sweep = _Sweep(text, gazetteer, _Spans(()), _Spans(()))
    return sweep.widened(Mention(start, end, words, kind, (start, end)))


class _Spans:
    """Spans of a text, asked whether one of them covers a place in it."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def touch(self, start: int, end: int) -> bool:
        """Whether a span overlaps these characters."""
        return any(first < end and start < last for first, last in self._spans)


class _Sweep:
    """One pass over a text; `found` holds mentions and whether they stand without evidence elsewhere in the text."""

    def __init__(self, text: str, gazetteer: Gazetteer, taken: _Spans, proposed: _Spans) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.taken = taken
        self.proposed = proposed
        self.found: list[tuple[Mention, bool]] = []
        self.names: set[str] = set()
        self.persons: set[str] = set()

    def believed(self, mention: Mention) -> bool:
        """Whether a name without evidence of its own has some elsewhere in the text."""
        return mention.name in self.names and mention.name not in self.persons

    def read(self, run: Run) -> None:
        """Add what one run names."""
        tokens = run.tokens
        at = 0
        while at < len(tokens):
            opening = at == 0 and len(tokens) > 1 and tokens[0].lower in _OPENING
            if opening or self.taken.touch(tokens[at].start, tokens[at].end) or tokens[at].lower in english.CALENDAR:
                at += 1
                continue
            match = self._longest(tokens, at)
            at = self._take(run, match) if match else at + self._unknown(run, at)

    def propose(self, spans: Iterable[tuple[int, int]]) -> None:
        """Add what a tagger takes for a place and nobody else has found."""
        have = _Spans((mention.start, mention.end) for mention, _ in self.found)
        for start, end in spans:
            words = self.text[start:end]
            plain = words.lower() in english.ordinary() or words.lower() in english.CALENDAR or not words[:1].isupper()
            if words.strip() and not plain and not have.touch(start, end) and not self.taken.touch(start, end):
                self._add(start, end, "place", sure=True)

    def widened(self, mention: Mention) -> Mention:
        """The mention with the type and direction words that stand beside its name."""
        if mention.kind in ("demonym", "facility"):
            return mention
        start, end = mention.core
        direction = area = level = None
        if behind := _BEHIND.match(self.text, end) or _AREA_BEHIND.match(self.text, end):
            word = behind[1].lower()
            level = english.TYPES.get(word) or english.PLURAL_TYPES.get(word)
            area = word if level is None else None
            end = behind.end() if word not in english.PLURAL_TYPES else end
        elif joined := _JOINED_BEHIND.match(self.text, end):
            level = english.PLURAL_TYPES.get(joined[1].lower())
        if before := DIRECTED.search(self.text, max(0, start - 24), start) if start else None:
            start, direction = before.start(1), before[1].lower()
        kind = "region" if direction or area else mention.kind
        before = _TYPE_BEFORE.search(self.text, max(0, mention.core[0] - 40), mention.core[0])
        if before and level is None:
            level = english.TYPES.get(before[1].lower()) or english.PLURAL_TYPES.get(before[1].lower())
        return replace(
            mention, start=start, end=end, name=self.text[start:end], kind=kind, level=level, direction=direction, area=area
        )

    def _longest(self, tokens: Sequence[Token], at: int) -> Match | None:
        """The longest name in the gazetteer, or demonym, that begins with this token."""
        for last in range(min(len(tokens), at + LONGEST) - 1, at - 1, -1):
            words = self.text[tokens[at].start : tokens[last].end]
            if len(words) > 1 and (self.gazetteer.knows(words) or self.gazetteer.demonym(words)):
                return Match(at, last, True)
        return None

    def _take(self, run: Run, match: Match) -> int:
        """Judge a known name and add it; returns the token to go on from."""
        tokens = run.tokens
        start, end = tokens[match.first].start, tokens[match.last].end
        words = self.text[start:end]
        if spot := self._spot(run, match):
            return spot
        if self._is_person(run, match) or self._in_organisation(run, match):
            self.persons.add(words)
            return match.last + 1
        spoken = self.gazetteer.demonym(words)
        best = next(iter(self.gazetteer.exact(words)), None)
        if spoken and (best is None or best.level is not Level.COUNTRY):
            self._add(start, end, "demonym", sure=True)
        elif best is not None and self._written_so(words, best.level):
            evidence = self._evidence(start, end)
            famous = best.level in (Level.COUNTRY, Level.REGION)
            sure = self._sure(run, match, famous, best.population or 0, best.level)
            whole = match.first == 0 and match.last == len(tokens) - 1
            if evidence and (whole or evidence == "type" or famous or self._rest_is_plain(run, match)):
                sure = True
                self.names.add(words)
            if sure or whole:
                self._add(start, end, "place", sure=sure)
        return match.last + 1

    def _sure(self, run: Run, match: Match, famous: bool, population: int, level: Level) -> bool:
        """Whether a known name stands on its own."""
        first = run.tokens[match.first]
        single = match.first == match.last
        if not famous and not self._rest_is_plain(run, match):
            return False
        if single and (first.lower in english.ordinary() or first.lower in english.given_names()) and not famous:
            return False
        if famous:
            return True
        return population >= TOWN or level is Level.ADM1 or not single

    def _unknown(self, run: Run, at: int) -> int:
        """Judge a run of words that no gazetteer holds, from token `at`; returns how many tokens to pass over."""
        tokens = run.tokens
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].lower not in english.CALENDAR and not self._longest(tokens, last + 1):
            last += 1
        match = Match(at, last, False)
        if spot := self._spot(run, match):
            return spot - at
        start, end = tokens[at].start, tokens[last].end
        words = self.text[start:end]
        plain = {token.lower for token in tokens[at : last + 1]}
        acronym = words.isupper() and len(words) <= 6
        common = plain & (_NOT_NAMES | english.TITLES | english.ORGANISATIONS) or plain <= english.ordinary()
        if common or acronym or len(words) < 3 or last - at > 3 or self._is_person(run, match):
            return last + 1 - at
        if last + 1 < len(tokens) or at > 0:
            return last + 1 - at
        if self._evidence(start, end) == "type" or self.proposed.touch(start, end):
            self._add(start, end, "place", sure=True)
            self.names.add(words)
        elif _STRICTLY_IN.search(self.text, max(0, start - 16), start) and not self._in_organisation(run, match):
            self._add(start, end, "place", sure=True)
            self.names.add(words)
        return last + 1 - at

    def _spot(self, run: Run, match: Match) -> int:
        """Add a named building, camp, bridge or street; returns the token to go on from, or 0."""
        tokens = run.tokens
        for last in range(match.last, len(tokens)):
            if re.fullmatch(english.FACILITIES, tokens[last].lower) and last > match.first:
                start, end = tokens[match.first].start, tokens[last].end
                if behind := _SPOT_BEHIND.match(self.text, end):
                    end = behind.end()
                self._add(start, end, "facility", sure=True, core=(start, tokens[last - 1].end))
                return last + 1
        start, end = tokens[match.first].start, tokens[-1].end
        behind = _SPOT_BEHIND.match(self.text, end)
        if behind and not behind[1].lower().endswith(("area", "areas")):
            self._add(start, behind.end(), "facility", sure=True, core=(start, end))
            return len(tokens)
        return 0

    def _is_person(self, run: Run, match: Match) -> bool:
        """Whether title, given name, initial or age make of it a person."""
        tokens = run.tokens
        first, last = tokens[match.first], tokens[match.last]
        before = tokens[match.first - 1].lower if match.first else ""
        if not before and (title := _TITLE_BEFORE.search(self.text, max(0, first.start - 20), first.start)):
            before = title[1].lower() if title[1].lower() in english.TITLES and title[1] != "general" else ""
        named = before in english.given_names() or before in english.TITLES
        follows = match.last + 1 < len(tokens) and tokens[match.last + 1].lower not in english.ORGANISATIONS
        given = match.first == match.last and first.lower in english.given_names() and follows
        if named or given or _INITIAL_BEFORE.search(self.text, max(0, first.start - 4), first.start):
            return not self._strong(first.start, last.end) or given or bool(named)
        behind = _PERSON_BEHIND.match(self.text, last.end)
        return bool(behind) and not self._strong(first.start, last.end)

    def _strong(self, start: int, end: int) -> bool:
        """Whether the name is that of a country, a large city or a first-level area."""
        best = next(iter(self.gazetteer.exact(self.text[start:end])), None)
        return best is not None and (best.level in (Level.COUNTRY, Level.REGION, Level.ADM1) or (best.population or 0) >= 10 * TOWN)

    def _in_organisation(self, run: Run, match: Match) -> bool:
        """Whether the name is part of an organisation's."""
        tokens = run.tokens
        rest = {token.lower for token in tokens[match.last + 1 :]}
        if rest & english.ORGANISATIONS and not self._famous(tokens[match.first].start, tokens[match.last].end):
            return True
        start = tokens[match.first].start
        of = _OF_BEFORE.search(self.text, max(0, start - 30), start)
        return bool(of) and of[1].lower() in english.ORGANISATION_OF and of[1][:1].isupper() and match.first == 0

    def _famous(self, start: int, end: int) -> bool:
        best = next(iter(self.gazetteer.exact(self.text[start:end])), None)
        return best is not None and best.level in (Level.COUNTRY, Level.REGION)

    def _rest_is_plain(self, run: Run, match: Match) -> bool:
        """Whether the other words of the run are titles, days, demonyms or places, not parts of a longer name."""
        others = run.tokens[: match.first] + run.tokens[match.last + 1 :]
        return all(self._plain(token, run.initial and token is run.tokens[0]) for token in others)

    def _plain(self, token: Token, initial: bool) -> bool:
        word = token.lower
        if word in english.CALENDAR or word in english.TITLES or word in _NOT_NAMES or word in english.TYPES:
            return True
        if initial and word in english.ordinary():
            return True
        return self.gazetteer.demonym(token.word) is not None or token.word.isupper() and len(token.word) > 1 or self._strong(token.start, token.end)

    def _evidence(self, start: int, end: int) -> str:
        """What beside a name says that it is a place: "type", "in", "comma", or nothing."""
        low = max(0, start - 40)
        typed = _BEHIND.match(self.text, end) or _TYPE_BEFORE.search(self.text, low, start) or _NAMED_BEFORE.search(self.text, low, start)
        if typed or _AREA_BEHIND.match(self.text, end):
            return "type"
        if self.proposed.touch(start, end) or _STRICTLY_IN.search(self.text, low, start) or _DIRECTED_BEFORE.search(self.text, low, start):
            return "in"
        comma = _COMMA_BEHIND.match(self.text, end)
        if comma and "," in comma.group():
            following = re.compile(r"[^\W\d_](?:[\w’'-]|\.(?=[A-Z]))*(?: [A-Z][\w’'-]*)?\.?").match(self.text, comma.end())
            if following and (self._strong(comma.end(), following.end()) or self._strong(comma.end(), comma.end() + len(following.group().split(" ")[0]))):
                return "comma"
        return ""

    def _written_so(self, words: str, level: Level) -> bool:
        """Whether a short name is written as one: capitals of four letters or less are names of countries only."""
        if words.isupper() and len(words) <= 4:
            return level in (Level.COUNTRY, Level.REGION)
        return len(words) > 3 or level is not Level.COUNTRY or "." in words or words.lower() not in ("us", "car", "opt", "uk")

    def _add(self, start: int, end: int, kind: str, *, sure: bool, core: tuple[int, int] | None = None) -> None:
        self.found.append((Mention(start, end, self.text[start:end], kind, core or (start, end)), sure))


def _as_mention(feature: Feature) -> Mention:
    return Mention(
        feature.start, feature.end, feature.words, feature.kind, feature.core, direction=feature.direction, area=feature.area
    )


def _without_overlap(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions in order; of two that overlap, the one that starts first and is longer stays."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
