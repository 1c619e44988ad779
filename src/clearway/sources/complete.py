"""From what a format found to a report: every detail from the surest part that has it."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from typing import Any

from clearway.errors import RefusedDocument
from clearway.model import Document, MayRedistribute, Report, fingerprint
from clearway.sources.days import day_in_name
from clearway.sources.format import Details, Draft
from clearway.sources.front import as_of, first_line_title, front_details
from clearway.sources.language import language_of
from clearway.sources.limits import Limits, megabytes

_DETAILS = tuple(field.name for field in fields(Details) if field.name not in ("origin", "warnings"))
_GIVEN = "what was given with the command"

Teller = Callable[[str], str | None]
"""What tells the language of a text."""


def complete(
    draft: Draft,
    document: Document,
    *,
    format_name: str,
    ordinal: int,
    retrieved: date | None,
    limits: Limits,
    tell: Teller = language_of,
) -> Report:
    """The report of a draft; its notes say where each detail came from, warnings among them begin with "warning: ".

    The document's own words win over the hints, the hints over guesses from its first line and its file's name.
    Raises `RefusedDocument` for a text without letters, one beyond the limit, and a day of publication after
    `retrieved`.
    """
    _refuse_text(draft.text, document.name, limits)
    layers = [*_layers(draft, document)]
    details, origins = _surest(layers)
    warnings = [warning for layer in layers for warning in layer.warnings]
    warnings += _settle_day(details, origins, document, retrieved)
    stated: str | None = details["language"]
    language = stated if origins.get("language") == "header block" else tell(draft.text) or stated
    return Report(
        text=draft.text,
        document=document.name,
        sha256=fingerprint(document.data),
        ordinal=ordinal,
        publisher=details["publisher"],
        title=details["title"],
        url=details["url"],
        published=details["published"],
        retrieved=retrieved,
        language=language,
        format=format_name,
        licence=details["licence"],
        may_redistribute=details["may_redistribute"] or MayRedistribute.DERIVED,
        notes=(*_told(origins), *draft.notes, *dict.fromkeys(warnings)),
    )


def _told(origins: dict[str, str]) -> Iterator[str]:
    """Notes on where each detail came from; the language is told from the text unless the text says it."""
    return (f"{name} from {origin}" for name, origin in origins.items() if name != "language")


def _layers(draft: Draft, document: Document) -> Iterator[Details]:
    """Everything that tells about the report, surest first."""
    front = front_details(draft.text)
    yield from (details for details in front if details.origin == "header block")
    yield from draft.details
    yield from (details for details in front if details.origin != "header block")
    hints = document.hints
    yield Details(origin=_GIVEN, **{name: getattr(hints, name) for name in _DETAILS if hasattr(hints, name)})
    yield from draft.fallback
    if day := as_of(draft.text):
        yield day
    if title := first_line_title(draft.text):
        yield title
    yield Details(origin="file name", published=day_in_name(document.name.rpartition("/")[2]))


def _surest(layers: list[Details]) -> tuple[dict[str, Any], dict[str, str]]:
    """Each detail from the first layer that has it, and the origins of those that any layer has."""
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for name in _DETAILS:
        layer = next((layer for layer in layers if getattr(layer, name)), None)
        values[name] = getattr(layer, name) if layer else None
        if layer:
            origins[name] = layer.origin
    return values, origins


def _settle_day(
    details: dict[str, Any], origins: dict[str, str], document: Document, retrieved: date | None
) -> Iterator[str]:
    """Warn of a missing or doubtful day of publication; put the hinted one where the document's is in the future."""
    published: date | None = details["published"]
    given = document.hints.published
    if published is None:
        yield "warning: no day of publication found; --published DAY gives it"
        return
    if retrieved and published > retrieved:
        if given is None or given > retrieved:
            rule = f"it says it was published on {published} ({origins['published']}), which is in the future"
            raise RefusedDocument(document.name, rule=rule, remedy="give the right day with --published DAY")
        yield f"warning: {origins['published']} says {published}, which is in the future"
        details["published"], origins["published"] = given, _GIVEN
    elif given and given != published:
        yield f"warning: published given as {given}, but {origins['published']} says {published}"


def _refuse_text(text: str, name: str, limits: Limits) -> None:
    """Raise `RefusedDocument` for a text that nobody could read claims from."""
    if len(text) > limits.characters:
        rule = f"it has {len(text):,} characters of text, more than the limit of {limits.characters:,}"
        raise RefusedDocument(name, rule=rule, remedy="cut it into parts")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        rule = f"its character {error.start:,} is half of one (a lone surrogate)"
        raise RefusedDocument(name, rule=rule, remedy="save it again as UTF-8") from error
    if not any(map(str.isalpha, text)):
        raise RefusedDocument(name, rule="it has no letters", remedy="give a document that has text")


def refuse_size(name: str, size: int, limit: int) -> None:
    """Raise `RefusedDocument` for more bytes than the limit."""
    if size > limit:
        rule = f"it is larger than the limit of {megabytes(limit)}"
        raise RefusedDocument(name, rule=rule, remedy="cut it into parts")
