"""HTML: its main text by trafilatura, its metadata, and all its text where no main text is found."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from clearway.errors import RefusedDocument
from clearway.model import Document
from clearway.sources.complete import refuse_size
from clearway.sources.days import day_in
from clearway.sources.decode import decode
from clearway.sources.format import Details, Draft, Format
from clearway.sources.front import rule_of
from clearway.sources.limits import Limits

_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_ENTITIES = re.compile(r"<!ENTITY|<!DOCTYPE[^>]{0,1000}\[", re.IGNORECASE)
_SILENT = frozenset("script style noscript template nav header footer aside form button select svg iframe head".split())
_BLOCKS = frozenset(
    "address article blockquote br dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li main ol p pre section table "
    "td th tr ul".split()
)
_LEAST_SHARE = 0.1
_HEAD = 4_096
_FAR_FUTURE = "2100-01-01"


def read(document: Document, limits: Limits) -> Iterator[Draft]:
    """Yield the page's main text with its paragraphs apart; raises `RefusedDocument` for one nested too deep."""
    refuse_size(document.name, len(document.data), limits.text_bytes)
    charset = _CHARSET.search(document.data[:_HEAD])
    declared = charset[1].decode("ascii") if charset else None
    source, notes = decode(document.name, document.data, declared=declared)
    if _ENTITIES.search(source[:20_000]):
        rule = "it declares entities of its own (a DTD), which can grow without end"
        raise RefusedDocument(document.name, rule=rule, remedy="save the page as plain text")
    yield draft_of(source, document.name, notes)


def draft_of(source: str, name: str, notes: tuple[str, ...] = ()) -> Draft:
    """The main text and metadata of a page's source."""
    import trafilatura

    tree = parse(source, name)
    details = (_meta_details(tree), _metadata(tree))
    for menu in list(tree.iter("nav")):
        menu.drop_tree()
    found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    main = _paragraphs(getattr(found, "text", None) or "")
    whole = block_text(parse(source, name))
    if len(main) < _LEAST_SHARE * len(whole):
        return Draft(text=whole, details=details, notes=(*notes, "text from the whole page, no main text was found"))
    return Draft(text=main, details=details, notes=notes)


def parse(source: str, name: str) -> Any:
    """The page's tree; raises `RefusedDocument` where its tags are nested deeper than libxml2 follows (256)."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = document_fromstring(_XML_DECLARATION.sub("", source, count=1).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise RefusedDocument(name, rule=f"it is no page: {error}", remedy="save it again from the browser") from error
    if any("xcessive depth" in entry.message for entry in parser.error_log):
        rule = "its tags are nested deeper than 256 levels, as in no page that people write"
        raise RefusedDocument(name, rule=rule, remedy="save the page as plain text")
    return tree


def block_text(tree: Any) -> str:
    """All text that a person sees on the page, a line for each block, without menus and forms; never recurses."""
    from lxml import etree

    for element in list(tree.iter(etree.Element)):
        if element.tag in _SILENT and element.getparent() is not None:
            element.drop_tree()
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        block = element.tag in _BLOCKS
        text = element.text if event == "start" else element.tail
        pieces.append(("\n" if block else "") + re.sub(r"\s+", " ", text or ""))
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in "".join(pieces).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _paragraphs(text: str) -> str:
    """Lines of the main text with an empty line between paragraphs, none inside lists and tables."""
    lines = [line for line in text.split("\n") if line.strip()]
    pieces: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        together = line[:1] == following[:1] and line[:1] in "|-"
        pieces.append(line + ("\n" if together else "\n\n"))
    return "".join(pieces).rstrip("\n")


def _meta_details(tree: Any) -> Details:
    """What the page says outright in `meta` and `link` elements (Open Graph, Dublin Core, article:*)."""
    said: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if meta.get("content", "").strip():
            said.setdefault(key.lower(), meta.get("content").strip()[:1_000])
    canonical = [link.get("href", "") for link in tree.iter("link") if link.get("rel", "").lower() == "canonical"]
    rule, warnings = rule_of(said["may-redistribute"]) if "may-redistribute" in said else (None, ())
    return Details(
        origin="HTML metadata",
        publisher=_first(said, "og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher"),
        title=_first(said, "og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title"),
        url=next((url for url in (*canonical, said.get("og:url", "")) if url.startswith("http")), None),
        published=_meta_day(said),
        language=_language(tree),
        licence=_first(said, "licence", "license", "dc.rights", "dcterms.license", "dcterms.rights"),
        may_redistribute=rule,
        warnings=warnings,
    )


def _meta_day(said: dict[str, str]) -> date | None:
    """The day of publication in a page's `meta` elements."""
    names = ("article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "citation_publication_date")
    for name in (*names, "publish-date", "pubdate", "publication_date", "date", "dc.date", "dcterms.date"):
        if name in said and (day := day_in(said[name])):
            return day
    return None


def _metadata(tree: Any) -> Details:
    """What trafilatura reads out of the page's structured data and layout; its guesses at a day are left out."""
    from copy import deepcopy

    from trafilatura.metadata import extract_metadata

    day = {"original_date": True, "extensive_search": False, "max_date": _FAR_FUTURE}
    found = extract_metadata(deepcopy(tree), date_config=day)
    return Details(
        origin="the page",
        publisher=found.sitename or None,
        title=found.title or None,
        url=found.url or None,
        published=day_in(found.date) if found.date else None,
        licence=found.license or None,
    )


def _language(tree: Any) -> str | None:
    """The language the page is marked as, by its two letters."""
    mark = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").lower()
    return mark[:2] if re.match(r"[a-z]{2}(?:[-_]|$)", mark) else None


def _first(said: dict[str, str], *names: str) -> str | None:
    """The first of the names that the page says something under."""
    return next((said[name] for name in names if name in said), None)


def recognises(data: bytes) -> bool:
    """Whether the bytes open as a page does."""
    return _OPENING.match(data[:_HEAD].removeprefix(b"\xef\xbb\xbf")) is not None


HTML = Format(
    name="html",
    media_types=("text/html", "application/xhtml+xml"),
    extensions=(".html", ".htm", ".xhtml"),
    read=read,
    recognises=recognises,
)
