"""One self-contained page that opens offline from the disk."""

from collections.abc import Sequence
from datetime import date

from clearway.errors import UsageError
from clearway.model import Corridor, Picture, Profile, Release, Watched


def page(
    release: Release,
    picture: Picture,
    *,
    title: str,
    judged_at: date | None,
    corridors: Sequence[tuple[Corridor, Watched]] = (),
) -> str:
    """The page of a release; how old a figure is, is counted up to `judged_at`, or else the picture's own day.

    Nothing is taken from the picture but its day, its policy and the sums that fail, which are made of what the gate
    let out: what it found is in the release. Raises `UsageError` for `corridors` in any profile but restricted: they
    are targeting data.
    """
    from clearway.display.rendering import page_html
    from clearway.display.view import view

    if corridors and release.profile is not Profile.RESTRICTED:
        rule = "a corridor's line is targeting data"
        remedy = "leave --corridor out, or make the page in the profile restricted"
        raise UsageError(f"the profile {release.profile}", rule=rule, remedy=remedy)
    newest = max((finding.latest for finding in release.findings if finding.latest), default=None)
    today = judged_at or picture.as_of or newest
    return page_html(view(release, picture, title=title, today=today, corridors=corridors))
