"""Hours in which a crossing is open, as OpenStreetMap writes them (wiki: Key:opening_hours), and how long one waits."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
DAY_MIN = 24 * 60
NAMED = "|".join(DAYS)
RULE = re.compile(
    rf"(?P<days>(?:{NAMED})(?:\s*[-,]\s*(?:{NAMED}))*)?\s*:?\s*(?P<times>off|closed|24/7|[\d:,\s-]*)", re.IGNORECASE
)
SPAN = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")
SHUT = ("off", "closed")
ALWAYS = ((0, DAY_MIN),)

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When it is open on each day from Monday: minutes since midnight, beyond 1,440 where it goes on past midnight."""

    week: tuple[Spans, ...]

    @property
    def always(self) -> bool:
        """Whether it is never shut."""
        return all(spans == ALWAYS for spans in self.week)

    @property
    def never(self) -> bool:
        """Whether it is never open."""
        return not any(self.week)

    def wait(self, at: datetime) -> float | None:
        """The minutes until it is open, 0 where it is; `None` where it never is."""
        now = at.hour * 60 + at.minute + at.second / 60
        waits = []
        for day in range(-1, len(DAYS) + 1):
            for opens, closes in self.week[(at.weekday() + day) % len(DAYS)]:
                if day * DAY_MIN + closes > now:
                    waits.append(max(0.0, day * DAY_MIN + opens - now))
        return min(waits, default=None)


def hours_of(text: str) -> Hours | None:
    """The hours that a text tells, `None` where it cannot be read: holidays, seasons, sunrise.

    >>> hours_of("Mo-Fr 08:00-16:00; Sa 09:00-12:00").week[5]
    ((540, 720),)
    """
    week: list[Spans] = [()] * len(DAYS)
    plain = re.sub(r"\s*(?:–|—|\bto\b)\s*", "-", text.strip(), flags=re.IGNORECASE)
    for rule in (part.strip() for part in plain.rstrip(";").split(";")):
        found = RULE.fullmatch(rule)
        spans = _spans(found["times"]) if found and rule else None
        if found is None or spans is None:
            return None
        for day in _days(found["days"]):
            week[day] = spans
    return Hours(week=tuple(week))


def _days(text: str | None) -> Sequence[int]:
    if not text:
        return range(len(DAYS))
    found: list[int] = []
    for part in text.casefold().split(","):
        ends = [DAYS.index(name.strip()) for name in part.split("-")]
        found += [(ends[0] + step) % len(DAYS) for step in range((ends[-1] - ends[0]) % len(DAYS) + 1)]
    return found


def _spans(text: str) -> Spans | None:
    text = re.sub(r"\s+", "", text.casefold())
    if text in SHUT:
        return ()
    if text == "24/7":
        return ALWAYS
    found: list[tuple[int, int]] = []
    for part in text.split(","):
        span = SPAN.fullmatch(part)
        if not span:
            return None
        opens, closes = int(span[1]) * 60 + int(span[2]), int(span[3]) * 60 + int(span[4])
        if opens >= DAY_MIN or closes > 2 * DAY_MIN or max(int(span[2]), int(span[4])) > 59:
            return None
        found.append((opens, closes if closes > opens else closes + DAY_MIN))
    return tuple(found)
