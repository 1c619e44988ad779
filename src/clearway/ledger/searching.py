"""A query as a statement."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Select, exists, func, or_, select, tuple_

from clearway.errors import UsageError
from clearway.ledger import tables
from clearway.ledger.among import among
from clearway.ledger.dialect import Dialect
from clearway.ledger.few import at_most
from clearway.model import Query
from clearway.places.folding import fold

_FINDER, _EDITION = tables.finder.c, tables.edition.c
_IN_ORDER = (_FINDER.day, _FINDER.report_id, _FINDER.start, _FINDER.claim_id)
LATER = tables.edition.alias("later")
IS_LATER = (LATER.c.work == _EDITION.work) & (LATER.c.place > _EDITION.place)
"""Holds of an edition and a later version of the same work."""
_PHRASE = re.compile(r'"([^"]*)"|([^\s"]+)')
_LETTER = re.compile(r"\w")
_SOME_DAYS = timedelta(days=366)


def claims_asked(query: Query, dialect: Dialect) -> Select[Any]:
    """The records of the claims that a query asks for, in the ledger's order; `report` is a whole id by now."""
    made = tables.made.c
    newest = (made.reading_id == _FINDER.reading_id) & (made.claim_id == _FINDER.claim_id)
    statement = select(made.record).join_from(tables.finder, tables.made, newest).order_by(*_IN_ORDER)
    if query.limit is None:
        asked = conditions(query, dialect, each=query.report is not None)
        return statement.where(*asked, *_behind(query.after, _IN_ORDER))
    return statement.where(_FINDER.number.in_(_first(query, dialect, query.limit).correlate(None)))


def _first(query: Query, dialect: Dialect, most: int) -> Select[Any]:
    """The numbers of the first claims that a query asks for, put in order before any record is read.

    Whether the report of a claim is current is asked last of all, of no more claims than are wanted: where the database
    keeps to such an order, and where an index finds the claims of some days, which others would go through all to have
    in order.
    """
    behind = _behind(query.after, _IN_ORDER)
    if not (query.current and (dialect.keeps_order or _is_of_days(query))):
        asked = conditions(query, dialect, each=True)
        return select(_FINDER.number).where(*asked, *behind).order_by(*_IN_ORDER).limit(at_most(most))
    asked = conditions(replace(query, current=False), dialect)
    every = select(_FINDER.number, *_IN_ORDER).where(_FINDER.live, *asked, *behind).order_by(*_IN_ORDER)
    each = every.offset(0).subquery("every")  # all of them, as a part that is not mixed with what is asked of it
    current = current_reports(query.as_of).where(_EDITION.report_id == each.c.report_id).correlate(each).exists()
    found = select(each.c.number).where(current)
    if not dialect.keeps_order:
        found = found.order_by(*(each.c[str(column.key)] for column in _IN_ORDER))
    return found.limit(at_most(most))


def _is_of_days(query: Query) -> bool:
    """Whether a query asks for claims of one kind that speak of no more than a year."""
    if query.kind is None or query.first is None or query.last is None:
        return False
    return query.last - query.first <= _SOME_DAYS


def by_priority(query: Query, dialect: Dialect) -> tuple[Select[Any], ...]:
    """The ids of the claims that a query asks for, those first that want a person's eye most, one part after another.

    Behind a claim come those of the same priority, then others: asked together, SQLite would go through all of that
    priority that stand before the claim.
    """
    asked = conditions(query, dialect, each=True)  # read no further than somebody wants
    every = select(_FINDER.claim_id).where(*asked).order_by(_FINDER.priority, _FINDER.claim_id)
    if query.after is None:
        return (every,)
    its = tables.finder.alias("its").c
    priority = select(its.priority).where(its.claim_id == query.after).scalar_subquery()
    same = every.where(_FINDER.priority == priority, _FINDER.claim_id > query.after)
    return (same, every.where(_FINDER.priority > priority))


def _behind(claim: str | None, order: Sequence[ColumnElement[Any]]) -> list[ColumnElement[bool]]:
    """What comes behind a claim in an order of the finder's columns."""
    if claim is None:
        return []
    its = tables.finder.alias("its")
    place = select(*(its.c[str(column.key)] for column in order)).where(its.c.claim_id == claim)
    return [tuple_(*order) > place.scalar_subquery()]


def reports_kept() -> Select[Any]:
    """Every report's record and text."""
    report, text = tables.report.c, tables.text.c
    return select(report.record, text.body).join_from(tables.report, tables.text, report.text_id == text.id)


@cache
def claims_named() -> Select[Any]:
    """The records of claims of some `ids`, current or not, as the newest readings made them."""
    made = tables.made.c
    newest = (made.reading_id == _FINDER.reading_id) & (made.claim_id == _FINDER.claim_id)
    statement = select(made.record).join_from(tables.finder, tables.made, newest)
    return statement.where(among(_FINDER.claim_id, "ids")).order_by(_FINDER.claim_id)


@cache
def reports_named() -> Select[Any]:
    """The records and texts of reports of some `ids`."""
    report = tables.report.c
    return reports_kept().where(among(report.id, "ids")).order_by(report.id)


@cache
def claims_in(dialect: Dialect) -> Select[Any]:
    """The records of the current claims of some `reports`, with the ids of these."""
    made = tables.made.c
    newest = (made.reading_id == _FINDER.reading_id) & (made.claim_id == _FINDER.claim_id)
    statement = select(made.record, _FINDER.report_id).join_from(tables.finder, tables.made, newest)
    found = statement.where(among(_FINDER.report_id, "reports"), *conditions(Query(), dialect, each=True))
    return found.order_by(_FINDER.report_id, _FINDER.start, _FINDER.claim_id)


def kinds(connection: Connection, dialect: Dialect) -> Iterator[str]:
    """The kinds of which there are current claims, each looked for by itself: of any number of claims there are few."""
    kind: str | None = ""
    while (kind := connection.scalars(select(func.min(_FINDER.kind)).where(_FINDER.kind > kind)).one()) is not None:
        current = conditions(Query(kind=kind), dialect, each=True)
        if connection.execute(select(_FINDER.number).where(*current).limit(at_most(1))).first():
            yield kind


@cache
def claims_counted() -> Select[Any]:
    """Of claims of some `ids`, the records of those of current readings, report by report, as `published` says.

    `until` is the first day of a later version of the report, where there is one.
    """
    made = tables.made.c
    newest = (made.reading_id == _FINDER.reading_id) & (made.claim_id == _FINDER.claim_id)
    until = select(func.min(LATER.c.day)).where(IS_LATER).correlate(tables.edition).scalar_subquery()
    statement = (
        select(made.record, _EDITION.published, until.label("until"))
        .join_from(tables.finder, tables.made, newest)
        .join(tables.edition, _EDITION.report_id == _FINDER.report_id)
    )
    return statement.where(among(_FINDER.claim_id, "ids"), _FINDER.live).order_by(
        _FINDER.report_id, _FINDER.start, _FINDER.claim_id
    )


def conditions(query: Query, dialect: Dialect, *, each: bool = False) -> list[ColumnElement[bool]]:
    """What must hold of a claim's row in the finder; raises `UsageError` for words that hold no letter.

    With `each`, whether its report is current is looked up for each claim, which is quicker where few are looked at.
    """
    found: list[ColumnElement[bool]] = []
    if query.current:
        found += [_FINDER.live, _of_current_report(query.as_of, each=each)]
    if query.as_of is not None:
        found.append(_FINDER.published <= query.as_of)
    if query.kind is not None:
        found.append(_FINDER.kind == query.kind)
    if query.report is not None:
        found.append(_FINDER.report_id == query.report)
    if query.first is not None:
        found.append(_FINDER.last >= query.first)
    if query.last is not None:
        found.append(_FINDER.first <= query.last)
    if query.source is not None:
        found.append(_FINDER.voices.contains(_folded(query.source, "source"), autoescape=True))
    if query.place is not None:
        found.append(_FINDER.number.in_(_at(query.place, dialect)))
    if query.box is not None:
        found.append(or_(*(dialect.touching(part) for part in query.box.parts)))
    if query.text is not None:
        found.append(dialect.matching(phrases(query.text)))
    return found


def _of_current_report(as_of: date | None, *, each: bool) -> ColumnElement[bool]:
    reports = current_reports(as_of)
    if not each:
        return _FINDER.report_id.in_(reports)
    return reports.where(_EDITION.report_id == _FINDER.report_id).correlate(tables.finder).exists()


def current_reports(as_of: date | None) -> Select[Any]:
    """Ids of the reports that no later version supersedes, of those published by then."""
    statement = select(_EDITION.report_id)
    if as_of is not None:
        statement = statement.where(_EDITION.published <= as_of)
    return statement.where(~is_replaced(as_of))


def is_replaced(as_of: date | BindParameter[Any] | None) -> ColumnElement[bool]:
    """Whether a later version had taken the place of a report by a day."""
    newer = IS_LATER if as_of is None else IS_LATER & (LATER.c.published <= as_of)
    return exists().where(newer).correlate(tables.edition)


def of_several() -> Select[Any]:
    """The works of which there are several versions."""
    several = tables.edition.alias("several").c
    return select(several.work).where(several.place > 0)


def latest(most: int, before: tuple[date, str] | None) -> Select[Any]:
    """The records, texts and numbers of claims of the first current reports, newest first."""
    report, text, reading = tables.report.c, tables.text.c, tables.reading.c
    whole = (
        tables.edition.join(tables.report, report.id == _EDITION.report_id)
        .join(tables.text, report.text_id == text.id)
        .join(tables.reading, reading.id == _EDITION.reading_id)
    )
    found = current_reports(None).with_only_columns(report.record, text.body, reading.claims).select_from(whole)
    if before is not None:
        day, name = before
        # the first condition says less than the second, but lets the index be used
        found = found.where(_EDITION.day <= day, or_(_EDITION.day < day, _EDITION.report_id < name))
    return found.order_by(_EDITION.day.desc(), _EDITION.report_id.desc()).limit(at_most(most))


def overtaken() -> Select[Any]:
    """The reports of which there is a later version, each with the first day of any."""
    statement = select(_EDITION.report_id, func.min(LATER.c.day).label("day")).join_from(
        tables.edition, LATER, IS_LATER
    )
    return statement.group_by(_EDITION.report_id)


def phrases(text: str) -> list[str]:
    """The words and "quoted phrases" of a text; raises `UsageError` where there are none."""
    found = [quoted or word for quoted, word in _PHRASE.findall(text)]
    found = [phrase for phrase in found if _LETTER.search(phrase)]
    if not found:
        raise UsageError(f"text {text!r}", rule="there is no word in it", remedy="give a word of the sentence")
    return found


def _at(place: str, dialect: Dialect) -> Select[Any]:
    """Numbers of the claims at places of such a name, or of just such a code."""
    word = tables.whereabouts.c
    name = ~word.code & dialect.naming(_folded(place, "place"))
    return select(word.number).where(or_(name, word.code & (word.word == place.strip().casefold())))


def _folded(name: str, what: str) -> str:
    folded = fold(name)
    if not folded:
        raise UsageError(f"{what} {name!r}", rule="there is no letter in it", remedy="give a part of a name")
    return folded
