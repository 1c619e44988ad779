"""Report to claims, as small steps."""

from clearway.claims.reader import Reader
from clearway.claims.sentences import split as sentence_bounds

__all__ = ["Reader", "sentence_bounds"]
