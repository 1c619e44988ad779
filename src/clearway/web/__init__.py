"""The desk: pages where a team reads, reviews and plans, and their JSON twins."""

from clearway.web.settings import Settings

__all__ = ["Settings"]
