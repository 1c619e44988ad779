"""The words that are used here: kinds of claims, formats that are read, and policies of the picture."""

from dataclasses import dataclass

from clearway.crisis import formats, kinds, policies
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
class Vocabulary:
    """Kinds by topic, formats, and policies with what each does."""

    kinds: tuple[KindRow, ...]
    formats: tuple[FormatRow, ...]
    policies: dict[str, str]


@pages.page("/vocabulary", needs=Role.READER, template="vocabulary")
def vocabulary() -> Vocabulary:
    """Kinds of claims, formats and policies."""
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
    )  # fmt: skip
