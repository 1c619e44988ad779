"""The words that are used here: kinds of claims, formats that are read, and policies of the picture."""

from dataclasses import dataclass

from clearway.crisis import formats, gazetteer_holdings, kinds, places_beside, policies
from clearway.web.desk import TheDesk
from clearway.web.pages import Pages
from clearway.web.rights import Role

pages = Pages()


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRow:
    """A kind of claim: where it is shown, what it is, what a bare figure of it counts, and the field's nearest word."""

    topic: str
    name: str
    about: str
    unit: str
    basis: str
    sensitivity: str
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatRow:
    """A format that is read."""

    name: str
    extensions: tuple[str, ...]
    media_types: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesRow:
    """A file of places: how many it holds, the hash of what it says, what was added to it, and whom to name."""

    name: str
    places: int
    sha256: str
    files: tuple[str, ...]
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Kinds by topic, formats, policies with what each does, and what the gazetteer holds."""

    kinds: tuple[KindRow, ...]
    formats: tuple[FormatRow, ...]
    policies: dict[str, str]
    places: tuple[PlacesRow, ...]


@pages.page("/vocabulary", needs=Role.READER, template="vocabulary")
def vocabulary(desk: TheDesk) -> Vocabulary:
    """Kinds of claims, formats, policies and places."""
    return Vocabulary(
        kinds=tuple(
            KindRow(
                topic=one.topic, name=one.name, about=one.about, unit=one.unit, basis=one.basis,
                sensitivity=one.sensitivity, field=one.field,
            )
            for one in kinds().values()
        ),
        formats=tuple(
            FormatRow(name=one.name, extensions=one.extensions, media_types=one.media_types)
            for one in formats().values()
        ),
        policies=policies(),
        places=tuple(
            PlacesRow(name=one.path.name, places=one.places, sha256=one.sha256, files=one.files, credit=one.credit)
            for one in gazetteer_holdings(desk.settings.gazetteer or places_beside(desk.settings.ledger))
        ),
    )  # fmt: skip
