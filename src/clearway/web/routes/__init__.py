"""The pages of the desk, each part in a file of its own."""

from clearway.web.pages import Pages
from clearway.web.routes import (
    check,
    claims,
    corridors,
    exports,
    home,
    inbox,
    incidents,
    judgements,
    lists,
    missed,
    people,
    picture,
    places,
    reports,
    review,
    said,
    signing,
    static,
    timeline,
    vocabulary,
)

PARTS: tuple[Pages, ...] = (
    home.pages,
    inbox.pages,
    reports.pages,
    claims.pages,
    picture.pages,
    places.pages,
    timeline.pages,
    said.pages,
    incidents.pages,
    check.pages,
    corridors.pages,
    review.pages,
    missed.pages,
    judgements.pages,
    lists.pages,
    exports.pages,
    people.pages,
    signing.pages,
    vocabulary.pages,
    static.pages,
)
"""Every part, listed once, in the order of the navigation."""
