"""The dead and the injured of one incident, from the claims of an article: the toll that most of them agree with."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from clearway.languages.en.words import is_one_person, noun_classes
from clearway.model import Certainty, Claim, Measure

Toll = tuple[int, int]
"""How many were killed, and how many others were injured."""

BEFORE, SPAN = timedelta(days=1), timedelta(days=10)
"""What a claim tells of earlier days than this before the incident, or of a longer time, is about others too."""

MOST = 100
"""The largest number that is believed to be one incident's."""

LEAD = 300
"""Characters behind the title in which an article tells what it is about."""

HURT = re.compile(r"injur|wound|hurt|hospital|condition|graz|surviv|treat|recover", re.IGNORECASE)
WOUNDS = re.compile(r"gun ?shot (?:wounds?|injur\w+)|wounds? to|bullet wounds?", re.IGNORECASE)
ELSEWHERE = re.compile(
    r"\b(?:separate(?:ly)?|unrelated|(?:another|other|second|previous) (?:\w+ )?(?:shootings?|incidents?|homicides?)"
    r"|(?:last|this|each|per|a|every) year|last (?:month|summer)|so far|to date"
    r"|(?:months?|years?) (?:ago|earlier|before)"
    r"|(?:in|since|of) (?:19|20)\d\d|previously)\b",
    re.IGNORECASE,
)
"""Words of sentences about other incidents, or about many."""

THOUGHT = re.compile(r"\b(?:could|might|would|can|will|if)\b", re.IGNORECASE)
ANOTHER = re.compile(
    r"(?:another|(?:an?|the) (?:second|third|fourth|fifth|other|additional))\b|.*\balso\b", re.IGNORECASE
)
MORE = re.compile(r"\b(?:another|others?|also|additional|second|third|fourth|more|remaining)\b", re.IGNORECASE)
HIMSELF = re.compile(r"\b(?:himself|herself|themselves|his own life|her own life)\b|murder-suicide", re.IGNORECASE)
BY_HIM = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?:kill(?:ed|ing|s)?|fatally sho\w+|murder(?:ed|ing|s)?|shot and killed|sho\w+)"
    r" (?:of )?(?:his|her|their|an?|the|two|three|four|five|six|\d|[A-Z])"
)
"""Words of a deed that its doer may not outlive ("killed his wife and then himself")."""

PART = re.compile(r"\w+ of (?:the|them|those|these|whom)\b", re.IGNORECASE)
AGE = re.compile(r"\b(\d{1,2})[- ]year[s]?[- ]old|, (\d{1,2})(?=[,.;)]|$)|\((\d{1,2})\)", re.IGNORECASE)
OF_AGE = re.compile(
    r"(?:(?:The|An?)\s)?(?:\d{1,2}-year-old|[A-Z][\w’'.-]+ [A-Z][\w’'.-]+, \d{1,2}),?"
    r".{0,60}?\b(?:was|were|is|suffered|sustained|died|remains|received|had)\b",
    re.IGNORECASE,
)
"""Words that begin with a person whose age is told, to whom something was done."""

ONE_NAME = r"[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]+|de|la|del|van|al))+"
NAMES = re.compile(
    rf"{ONE_NAME}(?:(?:, (?:age )?\d{{1,3}})?,?(?: of [A-Z]\w+)?[,;]?(?: and| &)? (?:\d{{1,2}}-year-old )?{ONE_NAME})+"
)
AND = re.compile(r"(?:,|;|&|\band|\bas well as)\s*$", re.IGNORECASE)
LISTED = re.compile(r"[\s,;]*(?:and|&|as well as|plus)?[\s,;]*", re.IGNORECASE)
BOTH = re.compile(r"\bboth\b|\bthe two\b|\bthe pair\b", re.IGNORECASE)
BY = re.compile(r"\bby (?:an?|the|his|her|their|[A-Z])\b")
POLICE = re.compile(r"\b(?:police|officers?|deput(?:y|ies)|troopers?|swat)\b", re.IGNORECASE)
MALE = frozenset(
    "man boy male son father brother husband uncle nephew grandson grandfather boyfriend gentleman".split()
)
FEMALE = frozenset(
    "woman girl female daughter mother sister wife aunt niece granddaughter grandmother girlfriend lady".split()
)
ADULT = frozenset("man woman father mother husband wife uncle aunt grandfather grandmother adult driver".split())
CHILD = frozenset("boy girl child kid toddler baby infant teen teenager juvenile student son daughter".split())
OFFICER = frozenset("officer deputy trooper guard firefighter policeman".split())
SUSPECTS = frozenset("gunman shooter suspect attacker assailant robber".split())
DEADLY = re.compile(
    r"\b(?:fatal(?:ly)?|homicides?|murder(?:s|ed|ing|er)?|deadly|slain|slayings?|manslaughter|dead|dies|died|killed|kills"
    r"|killings?|deaths?|killer)\b",
    re.IGNORECASE,
)
HARMFUL = re.compile(
    r"\b(?:shot|shooting|wounded|injured|hurt|injures|wounds?|shoots|injury|critical|hospital(?:ized)?|gunshot|struck)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A number of people told in one place: its weight, the claim, and whether they are others than those before."""

    size: int | None
    weight: float
    claim: Claim


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's toll, and how sure it is: 1 where numbers are told, less where only its words are deadly."""

    toll: Toll
    trust: float


def read_toll(row: Mapping[str, Any], claims: Iterable[Claim]) -> Reading:
    """The toll that most of an article agrees with.

    The archive counts whoever was shot and lived as injured, and a title without a number as one person.
    """
    title = row["title"] or ""
    about = [claim for claim in claims if _is_about(claim, row)]
    certain = [claim for claim in about if claim.certainty is Certainty.ASSERTED]
    about = certain or about
    dead = list(_told([claim for claim in about if claim.kind == "killed"], title))
    dead = _with_doer(dead, title)
    harmed = [claim for claim in about if claim.kind in ("injured", "casualties")]
    hurt = list(_told([claim for claim in harmed if _lived(claim)], title))
    shot = list(_told([claim for claim in harmed if not _lived(claim)], title))
    hurt = [one for one in hurt if _is_other(one, dead)]
    dead += _one_by_one([claim for claim in about if claim.kind == "killed"], ())
    hurt += _one_by_one(harmed, dead)
    shot = [one for one in shot if _is_other(one, dead)]
    tolls = {(k, h): _support(k, h, dead, hurt, shot) for k, h in _possible(title, dead, hurt, shot)}
    best = max(tolls, key=lambda toll: (tolls[toll], toll[0] + toll[1]))
    return Reading(best, 1.0 if any(one.size for one in (*dead, *hurt, *shot)) else 0.3)


def joined(readings: Sequence[Reading]) -> Toll:
    """The toll of an incident: what the most trusted of its articles say, of equals the most."""
    found = []
    for part in (0, 1):
        trust: dict[int, float] = defaultdict(float)
        for reading in readings:
            trust[reading.toll[part]] += reading.trust
        found.append(max(trust, key=lambda value: (trust[value], value), default=0))
    return found[0], found[1]


def _possible(title: str, dead: Sequence[Told], hurt: Sequence[Told], shot: Sequence[Told]) -> Iterator[Toll]:
    """Every toll that some of what is told would make."""
    killed = {one.size for one in dead if one.size} or ({1} if dead or DEADLY.search(title) else {0})
    injured = {one.size for one in (*hurt, *shot) if one.size}
    for k in killed:
        left = {one.size - k for one in (*shot, *hurt) if one.size and one.size >= k > 0}
        some = injured | left
        if not some:
            some = {1} if hurt or shot or (not k and HARMFUL.search(title)) else {0}
        for h in some:
            yield k, h


def _support(killed: int, injured: int, dead: Sequence[Told], hurt: Sequence[Told], shot: Sequence[Told]) -> float:
    """How much of what is told agrees with a toll."""
    support = sum(one.weight for one in dead if one.size == killed or (one.size is None and killed == 1))
    for one in hurt:
        support += one.weight if one.size == injured else 0.2 * one.weight if one.size == injured + killed else 0
    for one in shot:
        support += one.weight if one.size == injured + killed else 0.5 * one.weight if one.size == injured else 0
    return support


def _one_by_one(claims: Sequence[Claim], dead: Sequence[Told]) -> list[Told]:
    """How many are told one by one, by their ages, where they are several."""
    passed = {age for other in dead for age in _ages(other.claim.passage.words)}
    found: dict[str, Claim] = {}
    for claim in claims:
        ages = _ages(claim.passage.words)
        single = claim.figure is not None and claim.figure.value == 1
        if len(ages) == 1 and (single or OF_AGE.match(claim.passage.words)) and ages[0] not in passed:
            found.setdefault(ages[0], claim)
    return [Told(len(found), 1.0, next(iter(found.values())))] if len(found) > 1 else []


def _lived(claim: Claim) -> bool:
    """Whether those harmed are said to be hurt, and not only to have been hit, as the dead were too."""
    return HURT.search(WOUNDS.sub("", claim.passage.words)) is not None


def _told(claims: Sequence[Claim], title: str) -> Iterator[Told]:
    """What the claims of one kind count, those of one list together."""
    seen: set[str] = set()
    lists: list[list[Claim]] = []
    for claim in claims:
        words = claim.passage.words
        if words in seen:
            continue
        seen.add(words)
        if claim.figure is not None and claim.figure.whole is not None:
            continue
        if lists and _joined(lists[-1][-1], claim, lists[-1][0]):
            lists[-1].append(claim)
        else:
            lists.append([claim])
    for together in lists:
        sizes = [size_of(claim) for claim in together]
        if len(sizes) > 1:
            sizes = [
                size or (1 if is_one_person(claim.group or "") else None)
                for size, claim in zip(sizes, together, strict=True)
            ]
        size = sum(sizes) if None not in sizes else next((one for one in sizes if one), None)  # type: ignore[arg-type]  # None is not in it
        first = together[0]
        sentence = first.sentence.words
        if (
            size is not None
            and first.kind == "killed"
            and BY_HIM.search(first.passage.words)
            and HIMSELF.search(sentence)
        ):
            size += 1
        weight = 1.6 if first.passage.start < len(title) + LEAD else 1.0
        if first.passage.start < len(title) and first.kind == "injured":
            weight *= 2
        if size == 1 or size is None:
            weight *= 0.5
        if first.kind == "injured" and PART.match(first.passage.words):
            weight *= 0.3
        yield Told(size, weight, first)


def _joined(before: Claim, claim: Claim, first: Claim) -> bool:
    """Whether a claim counts the next of the same list."""
    if before.sentence.start != claim.sentence.start:
        return False
    if claim.group == before.group and claim.group is not None:
        return False
    if first.passage.start < claim.passage.start and claim.passage.end <= first.passage.end:
        return AND.search(first.passage.words[: claim.passage.start - first.passage.start]) is not None
    if before.figure is not None and claim.group is None and not is_aged_one(claim):
        return False
    gap = claim.sentence.words[before.passage.end - claim.sentence.start : claim.passage.start - claim.sentence.start]
    return LISTED.fullmatch(gap) is not None


def is_aged_one(claim: Claim) -> bool:
    """Whether a claim counts one person by an age alone: "a 4-year-old"."""
    return AGE.search(claim.passage.words) is not None


def size_of(claim: Claim) -> int | None:
    """How many a claim counts; `None` where its words leave it open."""
    words = claim.passage.words
    if claim.figure is not None:
        value = claim.figure.value if claim.figure.value is not None else claim.figure.low
        return int(value) if value is not None and 0 < value <= MOST else None
    if BOTH.search(words) and claim.kind == "killed":
        return 2
    names = NAMES.search(words)
    if names is not None:
        return len(re.findall(ONE_NAME, names[0]))
    persons = (claim.group or "").split(" and ")
    if len(persons) > 1 and all(is_one_person(person) for person in persons):
        return len(persons)
    return None


def _with_doer(dead: Sequence[Told], title: str) -> list[Told]:
    """What is told of the dead, the doer counted with those whom he is said to have killed, where he died too."""
    died = "murder-suicide" in title.lower() or any(_is_doer(one.claim) for one in dead)
    if not died:
        return list(dead)
    counted = []
    for one in dead:
        words = one.claim.passage.words
        by_him = BY_HIM.search(words) or BY.search(words)
        alone = (
            one.size is not None
            and by_him
            and not POLICE.search(words)
            and not HIMSELF.search(one.claim.sentence.words)
        )
        counted.append(replace(one, size=one.size + 1) if alone and one.size is not None else one)
    return counted


def _is_doer(claim: Claim) -> bool:
    """Whether the claim tells of the death of the one who did it."""
    words = claim.passage.words
    if claim.group in SUSPECTS or (HIMSELF.search(words) and claim.figure is None):
        return True
    return claim.figure is None and POLICE.search(words) is not None


def _is_other(one: Told, dead: Sequence[Told]) -> bool:
    """Whether those hurt are not simply the one who died."""
    if not dead or (one.size or 0) > 1:
        return True
    claim = one.claim
    words = claim.passage.words
    ages = {age for other in dead for age in _ages(other.claim.passage.words)}
    own = set(_ages(words))
    if _lived(claim) and own and ages and not own & ages:
        return True
    if MORE.search(words) if _lived(claim) else ANOTHER.match(words):
        return True
    if any(_told_apart(claim, other.claim) for other in dead):
        return True
    if all(_is_doer(other.claim) for other in dead):
        return claim.group is not None and claim.group not in SUSPECTS | {"victim"}
    groups = [_lemma(other.claim.group) for other in dead if other.claim.group]
    return _lived(claim) and bool(groups) and all(_differ(_lemma(claim.group), group) for group in groups)


def _told_apart(claim: Claim, other: Claim) -> bool:
    """Whether one sentence counts the dead and the hurt side by side."""
    return claim.sentence.start == other.sentence.start and claim.figure is not None and other.figure is not None


def _lemma(group: str | None) -> str | None:
    return noun_classes().get(group, (group, frozenset()))[0] if group else None


def _differ(group: str | None, other: str | None) -> bool:
    """Whether two words for a person cannot be the same person: a man and a woman, an adult and a child."""
    for first, second in ((MALE, FEMALE), (ADULT, CHILD), (OFFICER, CHILD), (OFFICER, ADULT)):
        if (group in first and other in second) or (group in second and other in first):
            return True
    return False


def _ages(words: str) -> list[str]:
    return ["".join(found) for found in AGE.findall(words)]


def _is_about(claim: Claim, row: Mapping[str, Any]) -> bool:
    """Whether a claim tells of people harmed in what the article is about."""
    if claim.kind not in ("killed", "injured", "casualties") or claim.negated:
        return False
    if claim.certainty not in (Certainty.ASSERTED, Certainty.POSSIBLE):
        return False
    if claim.figure is not None and claim.figure.measure is not Measure.COUNT:
        return False
    if ELSEWHERE.search(claim.sentence.words):
        return False
    if claim.certainty is Certainty.POSSIBLE and THOUGHT.search(claim.sentence.words):
        return False
    day = incident_day(row)
    if claim.period is None or day is None:
        return True
    return claim.period.last >= day - BEFORE and claim.period.last - claim.period.first <= SPAN


def incident_day(row: Mapping[str, Any]) -> date | None:
    """The day of the incident, as the archive writes it: "January 27, 2014"."""
    with suppress(TypeError, ValueError, KeyError):
        return datetime.strptime(row["date"], "%B %d, %Y").date()
    return None
