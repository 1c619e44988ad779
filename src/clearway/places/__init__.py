"""Places: the gazetteer, finding place names in a text, and resolving them."""

from clearway.places.gazetteer import Gazetteer
from clearway.places.mentions import Mention, find, mention_at
from clearway.places.resolving import resolve
from clearway.places.user import Added, add

__all__ = ["Added", "Gazetteer", "Mention", "add", "find", "mention_at", "resolve"]
