"""Places: the gazetteer, finding place names in a text, and resolving them."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clearway.places.gazetteer import Gazetteer
    from clearway.places.mentions import Mention, find, listed, mention_at
    from clearway.places.resolving import resolve
    from clearway.places.text import places_in
    from clearway.places.user import Added, add

__all__ = ["Added", "Gazetteer", "Mention", "add", "find", "listed", "mention_at", "places_in", "resolve"]

_HOMES = {
    "Added": "user",
    "Gazetteer": "gazetteer",
    "Mention": "mentions",
    "add": "user",
    "find": "mentions",
    "listed": "mentions",
    "mention_at": "mentions",
    "places_in": "text",
    "resolve": "resolving",
}


def __getattr__(name: str) -> Any:
    """Each public name from its module, loaded when asked for: folding a name does not need all of `find`."""
    if name in _HOMES:
        return getattr(import_module(f"clearway.places.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
