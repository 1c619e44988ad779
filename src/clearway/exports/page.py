"""One self-contained page that opens offline from the disk."""

from datetime import date

from clearway.model import Picture, Release


def page(release: Release, picture: Picture, *, title: str, judged_at: date | None) -> str:
    """The page of a release; how old a figure is, is counted up to `judged_at`, or else the picture's own day.

    Nothing is taken from the picture but its day, its policy and the sums that fail, which are made of what the gate
    let out: what it found is in the release.
    """
    from clearway.display.rendering import page_html
    from clearway.display.view import view

    newest = max((finding.latest for finding in release.findings if finding.latest), default=None)
    return page_html(view(release, picture, title=title, today=judged_at or picture.as_of or newest))
