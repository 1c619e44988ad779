"""Places: the gazetteer, finding place names in a text, and resolving them."""

from clearway.places.gazetteer import Gazetteer
from clearway.places.mentions import Mention, find
from clearway.places.resolving import resolve

__all__ = ["Gazetteer", "Mention", "find", "resolve"]
