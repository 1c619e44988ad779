"""Finds place names in a report's text: capitalised runs looked up in the gazetteer, and the words around them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from clearway.model import Level
from clearway.places import english
from clearway.places.distances import told_km
from clearway.places.evidence import (
    AREA_BEHIND,
    ENDS_DIRECTED,
    JOINED_BEHIND,
    TOWN,
    TYPE_BEFORE,
    TYPE_BEHIND,
    Evidence,
    Spans,
    word_before,
)
from clearway.places.features import DIRECTED, Feature, abbreviated, features, is_abbreviation
from clearway.places.folding import fold
from clearway.places.gazetteer import SPELT_ALIKE, Gazetteer
from clearway.places.rows import Glance
from clearway.places.runs import Run, Token, runs

LONGEST = 6
"""Most words that one name in the gazetteer is looked up with."""
_TYPED = frozenset((*english.TYPES, "valley", "plain", "highlands", "mountains", "island", "islands", "peninsula"))
LOCAL = (Level.SETTLEMENT, Level.ADM2)
LIKE_SOUND = 0.4
"""The score from which a name that sounds like a place's is believed without other evidence."""

_LIST = re.compile(r",|,? (?:and|or)|, ?| and | or |,? (?:and|or) ")
_SPOT = re.compile(english.FACILITIES)
_SPOT_BEHIND = re.compile(rf"[ \u00a0]((?:(?:{english.SORTS}) )?(?:{english.FACILITIES}))(?![\w’'-])")
_SITE_BEHIND = re.compile(rf"[ \u00a0]((?:(?:{english.SORTS}) )?(?:{english.SITES}))(?![\w’'-])")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place as named at `start` to `end`; `kind` is place, demonym, region, road, border or facility.

    `core` is the bare name inside the words ("Aleppo" of "western Aleppo countryside"), as characters of the text;
    `level` what a word beside it says it is, `direction` where from it ("western", "north of"), `area` the word that
    makes a loose area of it ("countryside"), `away_km` how far off ("30 km north of").
    """

    start: int
    end: int
    name: str
    kind: str
    core: tuple[int, int] = (0, 0)
    level: Level | None = None
    direction: str | None = None
    area: str | None = None
    away_km: float | None = None


def find(
    text: str, gazetteer: Gazetteer, *, people: Sequence[tuple[int, int]] = (), proposed: Sequence[tuple[int, int]] = ()
) -> list[Mention]:
    """The places that a text names, in order and without overlap.

    `people` are spans known to be persons or organisations, which are left out; `proposed` are spans that a tagger
    takes for places, which are taken where nothing speaks against them.
    """
    named = features(text, gazetteer)
    taken = [(feature.start, feature.end) for feature in named] + list(people)
    capitalised = list(runs(text, gazetteer.knows))
    evidence = Evidence(text, capitalised, gazetteer, Spans(proposed))
    sweep = _Sweep(evidence, Spans(taken))
    for run in capitalised:
        sweep.read(run)
    sweep.propose(proposed)
    found = sweep.believed()
    return _without_overlap(
        [*(as_mention(feature, text) for feature in named), *(widened(mention, text) for mention in found)]
    )


def listed(text: str, gazetteer: Gazetteer) -> list[Mention]:
    """The places of a text that names nothing else, such as a column "location": each name in it, known or not."""
    found = find(text, gazetteer)
    taken = Spans((mention.start, mention.end) for mention in found)
    for run in runs(text, gazetteer.knows):
        start, end = run.tokens[0].start, run.tokens[-1].end
        if not taken.touch(start, end):
            found.append(mention_at(text, start, end, gazetteer))
    return _without_overlap(found)


def mention_at(text: str, start: int, end: int, gazetteer: Gazetteer) -> Mention:
    """A mention of the name at `start` to `end`, whatever `find` would say, with the words beside it."""
    words = text[start:end]
    spoken = gazetteer.demonym(words)
    best = gazetteer.glance(words)
    for feature in abbreviated(text[max(0, start - 3) : end + 2]):
        if feature.words == words:
            return Mention(start, end, words, "place", (start, end), feature.level)
    kind = "demonym" if spoken and (best is None or best.level is not Level.COUNTRY) else "place"
    return widened(Mention(start, end, words, kind, (start, end)), text)


def widened(mention: Mention, text: str) -> Mention:
    """The mention with the type and direction words that stand beside its name."""
    if mention.kind in ("demonym", "facility", "road", "border"):
        return mention
    start, end = mention.core[0], max(mention.core[1], mention.end)
    direction = area = None
    level = mention.level
    if behind := TYPE_BEHIND.match(text, end) or AREA_BEHIND.match(text, end):
        word = behind[1].lower()
        level = english.TYPES.get(word) or english.PLURAL_TYPES.get(word)
        area = word if level is None else None
        end = behind.end() if word not in english.PLURAL_TYPES else end
    elif joined := JOINED_BEHIND.match(text, end):
        level = english.PLURAL_TYPES.get(joined[1].lower())
    word = word_before(text, start)
    bound = word in ("of", "the")
    directed = bound or (word and ENDS_DIRECTED.search(word))
    if directed and (before := DIRECTED.search(text, max(0, start - 24), start)):
        start, direction = before.start(1), before[1].lower()
    elif bound and (typed := TYPE_BEFORE.search(text, max(0, start - 40), start)):
        level = level or english.TYPES.get(typed[1].lower()) or english.PLURAL_TYPES.get(typed[1].lower())
    away = told_km(text, start, direction)
    if (start, end, level, direction, area, away) == (mention.start, mention.end, mention.level, None, None, None):
        return mention
    kind = "region" if direction or area else mention.kind
    return replace(
        mention, start=start, end=end, name=text[start:end], kind=kind, level=level, direction=direction, area=area,
        away_km=away,
    )  # fmt: skip


def as_mention(feature: Feature, text: str) -> Mention:
    """A feature as a mention."""
    mention = Mention(
        feature.start, feature.end, feature.words, feature.kind, feature.core, feature.level, feature.direction
    )
    return widened(mention, text) if feature.kind == "place" and feature.level is None else mention


class _Sweep:
    """One pass over a text's runs; `found` holds mentions and whether they stand without evidence elsewhere."""

    def __init__(self, evidence: Evidence, taken: Spans) -> None:
        self.evidence = evidence
        self.text = evidence.text
        self.gazetteer = evidence.gazetteer
        self.taken = taken
        self.found: list[tuple[Mention, bool]] = []
        self.names: set[str] = set()
        self.alike: dict[str, bool] = {}

    def read(self, run: Run) -> None:
        """Add what one run names."""
        while run.tokens and run.tokens[0].lower in english.FUNCTION and not run.tokens[0].word.isupper():
            run = Run(run.tokens[1:], run.initial)
        tokens = run.tokens
        at = len(tokens) if self._named_as_one(run) else 0
        while at < len(tokens):
            if self.taken.touch(tokens[at].start, tokens[at].end) or tokens[at].lower in english.CALENDAR:
                at += 1
                continue
            last = self._longest(tokens, at)
            at = self._known(run, at, last) if last is not None else self._unknown(run, at)

    def _named_as_one(self, run: Run) -> bool:
        """Add a run before "village" or "district" whole, where no part of it is well known: "Koe Tan village"."""
        tokens, evidence = run.tokens, self.evidence
        start, end = tokens[0].start if tokens else 0, tokens[-1].end if tokens else 0
        behind = TYPE_BEHIND.match(self.text, end) if len(tokens) > 1 else None
        if behind is None or english.TYPES.get(behind[1].lower()) not in LOCAL or self.taken.touch(start, end):
            return False
        if self.gazetteer.glance(self.text[start:end]) or not evidence.may_be_unknown(tokens, self.text[start:end]):
            return False
        if any(self._speaks_for_itself(token) for token in tokens) or evidence.is_person(run, 0, len(tokens) - 1):
            return False
        self.names.add(self.text[start:end])
        self._add(start, end, "place", sure=True)
        return True

    def _speaks_for_itself(self, token: Token) -> bool:
        """Whether a word is a day, a people, or a country, area or city."""
        if token.lower in english.CALENDAR or self.gazetteer.demonym(token.word):
            return True
        best = self.evidence.best(token.start, token.end)
        return best is not None and fold(best.name) == fold(token.word) and self.evidence.strong(token.start, token.end)

    def propose(self, spans: Iterable[tuple[int, int]]) -> None:
        """Add what a tagger takes for a place and nobody else has found."""
        have = Spans((mention.start, mention.end) for mention, _ in self.found)
        for start, end in spans:
            words = self.text[start:end].strip()
            plain = words.lower() in english.common() or words.lower() in english.NEVER
            if (
                words[:1].isupper()
                and len(words) > 2
                and not plain
                and not have.touch(start, end)
                and not self.taken.touch(start, end)
            ):
                self._add(start, end, "place", sure=True)

    def believed(self) -> list[Mention]:
        """The mentions that stand: by themselves, by evidence elsewhere, by sound, or in a list with one that does."""
        ordered = sorted(self.found, key=lambda item: item[0].start)
        stands = [sure or each.name in self.names or self.sounds_known(each) for each, sure in ordered]
        pairs = list(pairwise(range(len(ordered))))
        for known, other in [*pairs, *((second, first) for first, second in reversed(pairs))]:
            if stands[known] and not stands[other] and self._listed(ordered[known][0], ordered[other][0]):
                stands[other] = True
        return [each for (each, _), kept in zip(ordered, stands, strict=True) if kept]

    def _listed(self, known: Mention, other: Mention) -> bool:
        """Whether a name stands in a list beside a place that is no country: "in Nasib, Kahil and Atman"."""
        gap = self.text[min(known.end, other.end) : max(known.start, other.start)]
        if known.kind != "place" or not _LIST.fullmatch(gap) or self.evidence.famous(*known.core):
            return False
        return not self.evidence.people.intersection(other.name.lower().split())

    def sounds_known(self, mention: Mention) -> bool:
        """Whether a name in two words or more sounds like a place in a country that the text names."""
        if mention.name not in self.alike:
            words = mention.name.lower().split()
            proper = (
                len(words) > 1
                and not self.evidence.people.intersection(words)
                and words[0] not in english.given_names()
            )
            self.alike[mention.name] = proper and any(
                candidate.score >= LIKE_SOUND
                for country in self._countries()
                for candidate in self.gazetteer.loose(mention.name, country=country)
            )
        return self.alike[mention.name]

    def _countries(self) -> list[str]:
        """The countries that the text names most, in the gazetteer's own codes."""
        counts: Counter[str] = Counter()
        for mention, sure in self.found:
            found = self.gazetteer.demonym(mention.name) or self.evidence.best(*mention.core)
            if sure and found and found.country and found.country not in SPELT_ALIKE and found.level is Level.COUNTRY:
                counts[found.country] += 1
        return [country for country, _ in counts.most_common(2)]

    def _longest(self, tokens: Sequence[Token], at: int) -> int | None:
        """The last token of the longest name in the gazetteer, or demonym, that begins with token `at`."""
        for last in range(min(len(tokens), at + LONGEST) - 1, at - 1, -1):
            words = self.text[tokens[at].start : tokens[last].end]
            found = self.gazetteer.glance(words) if len(words) > 1 and self.gazetteer.knows(words) else None
            hamlet = found is not None and found.level is Level.SETTLEMENT and (found.population or 0) < TOWN
            if hamlet and last == at < len(tokens) - 1 and tokens[last + 1].lower not in english.common():
                continue  # more likely the first word of a longer name
            if found or self.gazetteer.demonym(words):
                return last
        return None

    def _known(self, run: Run, first: int, last: int) -> int:
        """Judge a name that the gazetteer holds and add it; returns the token to go on from."""
        tokens, evidence = run.tokens, self.evidence
        start, end = tokens[first].start, tokens[last].end
        words = self.text[start:end]
        if words.lower() in english.NEVER or is_abbreviation(words) or self.text[end : end + 1] == "$":
            return last + 1
        best = evidence.best(start, end)
        if (spot := self._spot(run, first, last, best=best)) is not None:
            return spot
        if evidence.is_person(run, first, last) or evidence.in_organisation(run, first, last):
            return last + 1
        spoken = self.gazetteer.demonym(words)
        if spoken and (best is None or best.level is not Level.COUNTRY):
            self._add(start, end, "demonym", sure=True)
        elif best is not None and self._written_so(words, best.level):
            return self._judge(run, first, last, best) + 1
        return last + 1

    def _judge(self, run: Run, first: int, last: int, best: Glance) -> int:
        """Add a known name if it stands by itself, or with evidence beside it or elsewhere; returns its last token."""
        tokens, evidence = run.tokens, self.evidence
        population = best.population or 0
        own = fold(best.name) == fold(self.text[tokens[first].start : tokens[last].end])
        famous = best.level in (Level.COUNTRY, Level.REGION)
        core = (tokens[first].start, tokens[last].end)
        part = not famous and last == len(tokens) - 2 and english.DIRECTED_WORD.fullmatch(tokens[-1].lower)
        final = last + 1 if part else last  # "Karachi East"
        start, end = core[0], tokens[final].end
        whole = first == 0 and final == len(tokens) - 1
        plain_rest = whole or evidence.rest_is_plain(run, first, final)
        beside = evidence.of_place(start, end)
        if beside == "proposed" and first == last and tokens[first].lower in english.common():
            beside = ""
        if not famous and first == last and evidence.is_ordinary(tokens[first], population if own else 0):
            if beside == "comma" or (beside == "type" and tokens[first].lower not in english.NEVER_ALONE):
                self._add(start, end, "place", sure=True, core=core)
            return final
        directed = beside == "in" and ENDS_DIRECTED.search(word_before(self.text, start)) and evidence.strong(*core)
        if beside and (plain_rest or beside == "type" or famous or directed):
            self.names.add(self.text[start:end])
            self._add(start, end, "place", sure=True, core=core)
        elif famous or (plain_rest and self._stands(run, first, last, best.level, population)):
            self._add(start, end, "place", sure=True, core=core)
        elif whole and tokens[last].lower not in evidence.surnames:
            self._add(start, end, "place", sure=False, core=core)
        return final

    def _stands(self, run: Run, first: int, last: int, level: Level, population: int) -> bool:
        """Whether a known name is believed without evidence."""
        if first < last:
            return True
        word = run.tokens[first].lower
        if word in english.ordinary() or word in english.given_names():
            return False
        if word in self.evidence.surnames and not self.evidence.strong(run.tokens[first].start, run.tokens[first].end):
            return False
        return population >= TOWN or level is Level.ADM1

    def _unknown(self, run: Run, first: int) -> int:
        """Judge words that no gazetteer holds, from token `first`; returns the token to go on from."""
        tokens, evidence = run.tokens, self.evidence
        last = first
        while last + 1 < len(tokens) and self._goes_on(tokens, last + 1):
            last += 1
        if (spot := self._spot(run, first, last, best=None)) is not None:
            return spot
        start, end = tokens[first].start, tokens[last].end
        words = self.text[start:end]
        typed_behind = TYPE_BEHIND.match(self.text, end) is not None
        alone = last == len(tokens) - 1 and (first == 0 or (typed_behind and evidence.rest_is_plain(run, first, last)))
        if (
            not alone
            or not evidence.may_be_unknown(tokens[first : last + 1], words)
            or evidence.is_person(run, first, last)
        ):
            return last + 1
        typed = last > first and tokens[last].lower in _TYPED
        beside = "type" if typed else evidence.of_place(start, end)
        if typed:
            self._add(
                start,
                end,
                "place",
                sure=True,
                core=(start, tokens[last - 1].end),
                level=english.TYPES.get(tokens[last].lower),
            )
        elif beside in ("type", "comma") or (
            beside in ("in", "proposed") and not evidence.in_organisation(run, first, last)
        ):
            self.names.add(words)
            self._add(start, end, "place", sure=True)
        else:
            self._add(start, end, "place", sure=False)
        return last + 1

    def _goes_on(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether an unknown name may go on with token `at`: no day, and no name of its own but a direction."""
        word = tokens[at].lower
        if word in english.CALENDAR:
            return False
        return bool(english.DIRECTED_WORD.fullmatch(word)) or self._longest(tokens, at) is None

    def _spot(self, run: Run, first: int, last: int, *, best: Glance | None) -> int | None:
        """Add a named building, camp, bridge or street; returns the token to go on from, where there is one.

        The words may themselves name a place (`best`): a river that the gazetteer holds is that place, not a spot.
        """
        tokens = run.tokens
        known = best is not None
        whole = best is not None and best.level in (Level.REGION, Level.FACILITY)
        for index in range(max(last + whole, first + 1), len(tokens)):
            if _SPOT.fullmatch(tokens[index].lower) or _SPOT.fullmatch(
                f"{tokens[index - 1].lower} {tokens[index].lower}"
            ):
                start, end = tokens[first].start, tokens[index].end
                if behind := _SITE_BEHIND.match(self.text, end):
                    end = behind.end()
                self._add(start, end, "facility", sure=True, core=(start, tokens[index - 1].end))
                return index + 1
        start, end = tokens[first].start, tokens[-1].end
        behind = (_SITE_BEHIND if known else _SPOT_BEHIND).match(self.text, end)
        if behind is None or self.gazetteer.demonym(self.text[start:end]):
            return None
        if all(token.lower in english.common() or token.word.isupper() for token in tokens[first:]):
            return None
        self._add(start, behind.end(), "facility", sure=True, core=(start, end))
        return len(tokens)

    def _written_so(self, words: str, level: Level) -> bool:
        """Whether a short name is written as one: capitals of four letters or less are names of countries only."""
        if words.isupper() and len(words) <= 4:
            return level in (Level.COUNTRY, Level.REGION)
        return len(words) > 3 or level is not Level.COUNTRY or "." in words

    def _add(
        self,
        start: int,
        end: int,
        kind: str,
        *,
        sure: bool,
        core: tuple[int, int] | None = None,
        level: Level | None = None,
    ) -> None:
        self.found.append((Mention(start, end, self.text[start:end], kind, core or (start, end), level), sure))


def _without_overlap(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions in order; of two that overlap, the one that starts first and is longer stays."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
