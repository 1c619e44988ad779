"""People who go through the pages of a desk at once, and how long each page lets them wait; prints JSON, in ms.

Everybody has every page of theirs, and its JSON twin, in an order of their own, and rests between any two. Analysts
and leads accept the claim that they are looking at once in each round, which makes everything be worked out anew.
"""

import argparse
import json
import re
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from random import Random
from typing import Any
from urllib.parse import urlencode, urlsplit

from benchmarks.desk_pages import PAGES, SEARCH, SOON, Page, Stock, some_day
from clearway.web.rights import Role

SEED = 20_261_128
TEAM = (*[Role.ANALYST] * 15, *[Role.LEAD] * 3, Role.READER, Role.OFFICER)
"""The twenty people at once: what each is."""
PASSWORD = "a word and yet another one"  # noqa: S105 - of nobody
JUDGES = "deciding on a claim"
FOR_READERS = {SOON: "any list or figures, for a reader", SEARCH: "any search or map, for a reader"}
"""Whoever only reads is shown what passed the gate, which takes longer: by how soon it is asked to come."""
TIMEOUT_S = 120
KEPT_S = 4.0
"""So long is a connection used on that is not asked for anything: the desk lets go of it soon after."""
_TOKEN = re.compile(r'name="token" value="(\w+)"')
_SEEN = re.compile(r'name="seen" value="(\w+)"')


@dataclass(slots=True)
class Waited:
    """Milliseconds of every answer by what was asked for, and what went wrong."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    faults: list[str] = field(default_factory=list)


class Visitor:
    """One browser, on one connection that is kept."""

    def __init__(self, url: str) -> None:
        self.where = urlsplit(url)
        self._connection = HTTPConnection(self.where.hostname or "", self.where.port, timeout=TIMEOUT_S)
        self._cookies: dict[str, str] = {}
        self._last = time.monotonic()

    def get(self, address: str) -> tuple[int, str]:
        """The status and the body of a page."""
        return self._asked("GET", address, None)

    def post(self, address: str, form: Mapping[str, str]) -> tuple[int, str]:
        """The status and the body of what sending a form comes to."""
        return self._asked("POST", address, urlencode(form))

    def join(self, link: str) -> None:
        """Choose a password by a one-time link, as a person does."""
        _, page = self.get(link)
        found = _TOKEN.search(page)
        form = {"token": found[1] if found else "", "password": PASSWORD, "again": PASSWORD}
        status, page = self.post(link, form)
        if status != 303:
            raise HTTPException(f"{link}: {status} {page[:200]}")

    def _asked(self, method: str, address: str, body: str | None) -> tuple[int, str]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        if time.monotonic() - self._last > KEPT_S:
            self._connection.close()  # the next request opens it anew, as a browser does
        self._last = time.monotonic()
        self._connection.request(method, address, body, headers)
        answer = self._connection.getresponse()
        for header in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = header.partition(";")[0].partition("=")
            self._cookies[name] = value.strip('"')
        return answer.status, answer.read().decode()


def main(arguments: Sequence[str]) -> None:
    """Sign everybody in, look at what there is, then let all go through the pages at once."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--url", required=True)
    options.add_argument("--link", action="append", required=True, help="a one-time link for each person, in order")
    options.add_argument("--rounds", type=int, required=True, help="how often each person goes through all pages")
    options.add_argument("--rest", type=float, required=True, help="seconds between two pages, on average")
    asked = options.parse_args(arguments)
    visitors = [Visitor(asked.url) for _ in asked.link]
    for visitor, link in zip(visitors, asked.link, strict=True):
        visitor.join(link)
    gated = [role is Role.READER for role in TEAM][: len(visitors)]
    seen = {each: stock_of(visitors[gated.index(each)], maps=not each) for each in set(gated)}
    stocks = [seen[each] for each in gated]
    told = {"rested": going(visitors, stocks, rounds=asked.rounds, rest=asked.rest, seed=SEED)}
    told["unrested"] = going(visitors, stocks, rounds=1, rest=0.0, seed=SEED + 1)
    json.dump(told, sys.stdout)


def stock_of(visitor: Visitor, *, maps: bool) -> Stock:
    """Some reports of all years, with their claims and the places of these, as this visitor is told of them.

    Places of the map with `maps` alone: for a reader the first map is made of what passed the gate, which is measured.
    """
    random = Random(SEED)  # noqa: S311  # made up, not secret
    reports, claims, places = set(), set(), set()
    for _ in range(40):
        told = json.loads(visitor.get(f"/reports.json?before={some_day(random)}_~&most=5")[1])
        reports |= {row["id"] for row in told["reports"]}
    for report in sorted(reports)[::3]:
        told = json.loads(visitor.get(f"/reports/{report}.json")[1])
        claims |= {one["id"] for one in told["claims"]}
        places |= {place["name"] for one in told["claims"] for place in one["places"]}
    spots = [feature["id"] for feature in json.loads(visitor.get("/map.json")[1])["features"]] if maps else []
    return Stock(reports=sorted(reports), claims=sorted(claims), places=sorted(places), spots=spots)


def going(
    visitors: Sequence[Visitor], stocks: Sequence[Stock], *, rounds: int, rest: float, seed: int
) -> Mapping[str, Any]:
    """Everybody at once through all pages, with a stock each: times of each page, seconds in all, what went wrong."""
    waited = [Waited() for _ in visitors]
    threads = [
        threading.Thread(target=_one, args=(visitor, role, stock, Random(seed + at), one, rounds, rest))  # noqa: S311
        for at, (visitor, role, stock, one) in enumerate(zip(visitors, TEAM, stocks, waited, strict=False))
    ]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times: dict[str, list[float]] = defaultdict(list)
    for one in waited:
        for name, some in one.times.items():
            times[name] += some
    faults = [fault for one in waited for fault in one.faults]
    return {"times": times, "faults": faults, "seconds": time.perf_counter() - start}


def _one(visitor: Visitor, role: Role, stock: Stock, random: Random, waited: Waited, rounds: int, rest: float) -> None:
    time.sleep(random.uniform(0, 2 * rest))
    for _ in range(rounds):
        for page, twin in _deck(role, random):
            address = page.address(stock, random, twin=twin)
            name = FOR_READERS[page.most] if role is Role.READER else f"{page.name}.json" if twin else page.name
            body = _timed(waited, name, lambda address=address: visitor.get(address))  # type: ignore[misc]
            if page.path == "/claims/{claim}" and not twin and body:
                _rest(random, rest)
                _judge(visitor, address, body, waited)
            _rest(random, rest)


def _deck(role: Role, random: Random) -> Iterator[tuple[Page, bool]]:
    deck = [(page, twin) for page in PAGES if page.is_for([role]) for twin in ([False, True] if page.twin else [False])]
    random.shuffle(deck)
    yield from deck


def _rest(random: Random, rest: float) -> None:
    if rest:
        time.sleep(random.uniform(rest / 2, 3 * rest / 2))


def _judge(visitor: Visitor, address: str, page: str, waited: Waited) -> None:
    """Accept the claim of a page, as its form does."""
    form = {"token": _TOKEN, "seen": _SEEN}
    found = {name: match[1] for name, pattern in form.items() if (match := pattern.search(page))}
    _timed(waited, JUDGES, lambda: visitor.post(f"{address}/judge", found | {"verdict": "accept"}))


def _timed(waited: Waited, name: str, ask: Any) -> str:
    """The body of an answer, whose time is kept; nothing where it was none."""
    start = time.perf_counter()
    try:
        status, body = ask()
    except (OSError, HTTPException) as error:
        waited.faults.append(f"{name}: {error}")
        return ""
    waited.times[name].append((time.perf_counter() - start) * 1000)
    if status not in (200, 303, 409):  # 409: somebody judged the claim meanwhile, and the person is told
        waited.faults.append(f"{name}: {status} {body[:300]}")
    return str(body)


if __name__ == "__main__":
    main(sys.argv[1:])
