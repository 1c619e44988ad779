"""What claims must share to be able to make one finding."""

from dataclasses import dataclass

from clearway.model.identity import identify


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Key:
    """A kind, an area and a month: the picture is folded key by key, so a report changes only what has its keys.

    `area` is a country's code ("SY"), with the code of a first-level area behind it where what is told happened in
    one ("SY/SY07"), or "nowhere". `month` is that of the last day that a claim speaks of ("2020-02"), or "undated".
    """

    kind: str
    area: str
    month: str

    @property
    def id(self) -> str:
        """The hash of what it says."""
        return identify("key", self.kind, self.area, self.month)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Where a claim is folded: under its key, and within it beside the claims of its home alone.

    `home` is a first-level area, `None` for a claim that may have to do with those of every home. While a key has such
    a claim, all its claims are folded together.
    """

    key: Key
    home: str | None = None
