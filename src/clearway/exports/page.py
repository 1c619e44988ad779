"""One self-contained page that opens offline from the disk."""

from datetime import date

from clearway.model import Picture, Release


def page(release: Release, picture: Picture, *, title: str, judged_at: date | None) -> str:
    """The page of a release; how old a finding is, is counted up to `judged_at`."""
    raise NotImplementedError(title)
