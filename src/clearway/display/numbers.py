"""Numbers as people write them."""

from clearway.model import Number


def number(value: Number | None) -> str:
    """A number with its thousands apart, and no more digits than it has.

    >>> number(816000)
    '816,000'
    """
    if value is None:
        return "?"
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    return f"{int(value):,}"


def rounded(value: float, places: int = 0) -> str:
    """A number with its thousands apart and so many places, also where these are noughts.

    >>> rounded(1234.56, 1)
    '1,234.6'
    """
    return f"{value:,.{places}f}"
