"""What a desk and a process that makes its pages say to each other, over a socket that only the two have.

A message is two lengths of four bytes, a record as JSON and a text of bytes.
"""

import asyncio
import struct
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self, TypeVar

from clearway.crisis.stamping import stamp_of
from clearway.model import from_json
from clearway.web.inbox import Reason
from clearway.web.rights import Person
from clearway.web.settings import Settings

Kind = TypeVar("Kind")

_LENGTHS = struct.Struct("!II")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the crisis is, and what stands beside it: all that a page is made of.

    `stamp` tells what that was when the desk was opened, and by which code: what is another then makes other pages.
    """

    ledger: str
    desk: str
    gazetteer: str | None
    roads: str | None
    stamp: str

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """What a desk with these settings shows."""
        gazetteer, roads = (str(one) if one else None for one in (settings.gazetteer, settings.roads))
        stamp = stamp_of(settings.ledger, settings.gazetteer)
        return cls(ledger=str(settings.ledger), desk=str(settings.desk), gazetteer=gazetteer, roads=roads, stamp=stamp)

    @property
    def settings(self) -> Settings:
        """The settings of a desk that shows it."""
        gazetteer, roads = (Path(one) if one else None for one in (self.gazetteer, self.roads))
        return Settings(ledger=self.ledger, desk=Path(self.desk), gazetteer=gazetteer, roads=roads)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A page that is asked for, when by the desk's clock, and by whom: the desk has let them in."""

    path: str
    query: str
    who: Person
    at: datetime
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The page of that number, whose text follows, of a type (`kind`); `away` is why the ledger's server has none."""

    number: int
    status: int
    kind: str = ""
    away: Reason | None = None


def message(record: bytes, text: bytes = b"") -> bytes:
    """A record with a text behind it, as it is sent; raises `struct.error` where one is longer than four gigabytes."""
    return _LENGTHS.pack(len(record), len(text)) + record + text


async def received(reader: asyncio.StreamReader, kind: type[Kind]) -> tuple[Kind, bytes]:
    """The next record and its text; raises `asyncio.IncompleteReadError` where the other side has gone."""
    record, text = _LENGTHS.unpack(await reader.readexactly(_LENGTHS.size))
    return from_json(await reader.readexactly(record), kind), await reader.readexactly(text)
