"""The pages of the desk that are measured, each with its address, for whom it is, and how soon it is asked to come."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from urllib.parse import urlencode

from benchmarks.making import DAYS, START
from clearway.web.rights import HOLDS, Role

SOON, SEARCH = 300.0, 1_000.0
"""Milliseconds of the 95th of a hundred: asked of pages of lists and figures, and of searches and maps."""
LAST = START + timedelta(days=DAYS - 1)
PLAIN = "/static/desk/keys.js"
"""What is held against: a file that the desk has in memory, asked for in the same way in the same minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What there is to ask for: reports, claims and places of the map (`spots`) by their ids, places by their names."""

    reports: Sequence[str]
    claims: Sequence[str]
    places: Sequence[str]
    spots: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the desk; `asks` chooses what else its address says."""

    name: str
    path: str
    needs: Role = Role.READER
    most: float = SOON
    asks: Callable[[Stock, Random], Mapping[str, str]] | None = None
    twin: bool = True

    def address(self, stock: Stock, random: Random, *, twin: bool) -> str:
        """The address of some such page, or of its JSON twin."""
        path = self.path.format_map(_Choice(stock, random))
        asked = urlencode(self.asks(stock, random)) if self.asks else ""
        if twin:
            path = "/home.json" if path == "/" else f"{path}.json"
        return f"{path}?{asked}" if asked else path

    def is_for(self, roles: Sequence[Role]) -> bool:
        """Whether somebody with these roles may see it."""
        return any(self.needs in HOLDS[role] for role in roles)


class _Choice(dict[str, str]):
    """What a path's {report}, {claim} or {spot} is, chosen when it is asked for."""

    def __init__(self, stock: Stock, random: Random) -> None:
        super().__init__()
        self._some = {"report": stock.reports, "claim": stock.claims, "spot": stock.spots}
        self._random = random

    def __missing__(self, name: str) -> str:
        return self._random.choice(self._some[name])


def some_day(random: Random, *, before: int = 0) -> date:
    """A day of those that are told of, `before` the last ones."""
    return START + timedelta(days=random.randrange(60, DAYS - before))


def _later(stock: Stock, random: Random) -> Mapping[str, str]:
    del stock
    return {"before": f"{some_day(random)}_~"}


def _as_of(stock: Stock, random: Random) -> Mapping[str, str]:
    del stock
    return {"as_of": str(some_day(random))}


def _policy(stock: Stock, random: Random) -> Mapping[str, str]:
    from clearway.crisis import policies

    del stock
    return {"policy": random.choice(list(policies())[1:])}


def _week(stock: Stock, random: Random) -> Mapping[str, str]:
    del stock
    first = some_day(random, before=7)
    return {"first": str(first), "last": str(first + timedelta(days=7))}


def _month_at_place(stock: Stock, random: Random) -> Mapping[str, str]:
    first = some_day(random, before=31)
    return {"place": random.choice(stock.places), "first": str(first), "last": str(first + timedelta(days=31))}


def _behind(stock: Stock, random: Random) -> Mapping[str, str]:
    return {"after": random.choice(stock.claims)}


def _sentence(stock: Stock, random: Random) -> Mapping[str, str]:
    number, place, day = random.randrange(3, 60), random.choice(stock.places), some_day(random)
    return {"sentence": f"At least {number} people were killed in {place} on {day:%-d %B %Y}, the mayor said."}


def _words(stock: Stock, random: Random) -> Mapping[str, str]:
    return {"text": f"{random.choice(('killed', 'shelling', 'hospital', 'displaced'))} {random.choice(stock.places)}"}


PAGES = (
    Page(name="first page", path="/"),
    Page(name="inbox", path="/inbox", needs=Role.ANALYST),
    Page(name="reports", path="/reports"),
    Page(name="reports, further on", path="/reports", asks=_later),
    Page(name="a report", path="/reports/{report}"),
    Page(name="adding a claim", path="/reports/{report}/add", needs=Role.ANALYST),
    Page(name="picture", path="/picture"),
    Page(name="map", path="/map", most=SEARCH),
    Page(name="a place of the map", path="/map/places/{spot}", needs=Role.ANALYST, most=SEARCH),
    Page(name="timeline", path="/timeline", most=SEARCH),
    Page(name="days of the timeline", path="/timeline/days", asks=_week),
    Page(name="picture of a day", path="/picture", asks=_as_of),
    Page(name="picture by another policy", path="/picture", asks=_policy),
    Page(name="changes of a week", path="/changes", asks=_week),
    Page(name="a claim's words", path="/said/{claim}"),
    Page(name="incidents", path="/incidents"),
    Page(name="incidents of a place and month", path="/incidents", asks=_month_at_place),
    Page(name="check of a sentence", path="/check", most=SEARCH, asks=_sentence),
    Page(name="search", path="/claims", most=SEARCH, asks=_words),
    Page(name="review", path="/review", needs=Role.ANALYST),
    Page(name="review, further on", path="/review", needs=Role.ANALYST, asks=_behind),
    Page(name="a claim", path="/claims/{claim}", needs=Role.ANALYST),
    Page(name="judgements", path="/judgements", needs=Role.ANALYST),
    Page(name="corridors", path="/corridors", needs=Role.ANALYST),
    Page(name="lists", path="/lists", needs=Role.ANALYST),
    Page(name="exports", path="/exports"),
    Page(name="vocabulary", path="/vocabulary"),
    Page(name="people", path="/people", needs=Role.LEAD),
    Page(name="log", path="/audit", needs=Role.LEAD),
    Page(name="a file of the desk", path=PLAIN, twin=False),
)
"""Every page, in the order of the navigation; what is held against comes last."""
