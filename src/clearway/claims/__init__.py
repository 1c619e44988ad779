"""Report to claims, as small steps."""

from clearway.claims.reader import Reader

__all__ = ["Reader"]
