"""Claims of events as they wait to be joined, and the events that they were joined to: an index like the findings."""

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, delete, insert, literal, select, update

from clearway.ledger import happened, rows, searching, tables
from clearway.model import Claim, Report, Told, Trace, from_json

_OCCASION, _MARK, _SWAYED = tables.occasion.c, tables.mark.c, tables.swayed.c
_FINDER, _MADE, _EDITION = tables.finder.c, tables.made.c, tables.edition.c

TABLES = (tables.occasion, tables.mark, tables.happened, tables.denied, tables.swayed)
"""What joining keeps."""

WAITING = ""
"""The heap of a claim that is not joined yet."""
DENIAL = "-"
"""That of a denial, which is of no event."""
AT_ONCE = 1_000
"""Claims joined in one transaction."""
ASKED = 400
"""Values asked for in one statement."""


def wait(connection: Connection, reports: Sequence[str], kinds: Collection[str]) -> None:
    """Note that the claims of these reports, as they are now, wait to be joined; those that were are taken out."""
    held = connection.execute(select(tables.occasion).where(_OCCASION.report_id.in_(reports))).all()
    connection.execute(delete(tables.occasion).where(_OCCASION.report_id.in_(reports)))
    unmark(connection, held)
    heaps = {row.heap for row in held} - {WAITING, DENIAL}
    loosen(connection, heaps | happened.denied_by(connection, [row.claim_id for row in held if row.denies]))
    now = select(_FINDER.claim_id, _FINDER.report_id, _FINDER.day, literal(WAITING), literal(value=False))
    now = now.where(_FINDER.report_id.in_(reports), _FINDER.live, _FINDER.kind.in_(sorted(kinds)))
    current = searching.current_reports(None).where(_EDITION.report_id.in_(reports))
    columns = ["claim_id", "report_id", "day", "heap", "denies"]
    connection.execute(insert(tables.occasion).from_select(columns, now.where(_FINDER.report_id.in_(current))))


def sway(connection: Connection, ruled: Mapping[str, str]) -> set[str]:
    """The reports of claims of which something else holds now than when claims were last joined; it is noted."""
    held = {row.claim_id: row.ruled for row in connection.execute(select(tables.swayed))}
    other = sorted(name for name in {*held, *ruled} if held.get(name) != ruled.get(name))
    for some in chunks(other):
        connection.execute(delete(tables.swayed).where(_SWAYED.claim_id.in_(some)))
    fresh = [{"claim_id": name, "ruled": ruled[name]} for name in other if name in ruled]
    if fresh:
        connection.execute(insert(tables.swayed), fresh)
    claim = tables.claim.c
    reports = (select(claim.report_id).where(claim.id.in_(some)) for some in chunks(other))
    return {name for one in reports for name in connection.scalars(one)}


def some_waiting() -> Select[Any]:
    """The id of some claim that waits to be joined."""
    return select(_OCCASION.claim_id).where(_OCCASION.heap == WAITING).limit(1)


def waiting(connection: Connection) -> list[int]:
    """The numbers of some claims that wait, the earliest first."""
    line = _OCCASION.day, _OCCASION.report_id, _OCCASION.claim_id
    statement = select(_OCCASION.number).where(_OCCASION.heap == WAITING).order_by(*line).limit(AT_ONCE)
    return list(connection.scalars(statement))


def loosen(connection: Connection, heaps: Iterable[str]) -> None:
    """Let the claims of these events wait to be joined again."""
    names = sorted(heaps)
    for some in chunks(names):
        connection.execute(update(tables.occasion).where(_OCCASION.heap.in_(some)).values(heap=WAITING))
    happened.drop(connection, names)


def unmark(connection: Connection, held: Iterable[Row[Any]]) -> None:
    """Take out the marks of claims."""
    gone = [{"a": mark, "b": row.number} for row in held if row.marks for mark in array("q", row.marks)]
    if gone:
        connection.execute(
            delete(tables.mark).where(_MARK.mark == bindparam("a"), _MARK.number == bindparam("b")), gone
        )


def keep_marks(connection: Connection, traces: Mapping[int, Trace]) -> None:
    """Keep claims, by their numbers, under the marks of their traces."""
    found, marked = [], []
    for number, trace in traces.items():
        marks = sorted({*trace.near, *trace.words, *trace.kept})
        found += [{"mark": mark, "number": number} for mark in marks]
        marked.append({"a": number, "marks": array("q", marks).tobytes(), "denies": trace.denies})
    if found:
        connection.execute(insert(tables.mark), sorted(found, key=lambda row: (row["mark"], row["number"])))
    if marked:
        connection.execute(update(tables.occasion).where(_OCCASION.number == bindparam("a")), marked)


def under(connection: Connection, marks: Iterable[int]) -> Iterator[Any]:
    """The claims that were joined, and the denials, that are kept under any of these marks; some more than once."""
    for some in chunks(sorted(set(marks))):
        yield from connection.execute(_under(), {"marks": some})


def in_reports(connection: Connection, reports: Iterable[str]) -> Iterator[Any]:
    """Those that stand in these reports."""
    for some in chunks(sorted(set(reports))):
        found = select(_OCCASION.number, _OCCASION.claim_id, _OCCASION.heap, _OCCASION.denies)
        yield from connection.execute(found.where(_OCCASION.report_id.in_(some), _OCCASION.heap != WAITING))


def named(connection: Connection, claims: Iterable[str]) -> Iterator[Any]:
    """Those of these ids."""
    for some in chunks(sorted(set(claims))):
        found = select(_OCCASION.number, _OCCASION.claim_id, _OCCASION.heap, _OCCASION.denies)
        yield from connection.execute(found.where(_OCCASION.claim_id.in_(some), _OCCASION.heap != WAITING))


def members(connection: Connection, heaps: Iterable[str]) -> Iterator[Any]:
    """The claims of these heaps."""
    for some in chunks(sorted(set(heaps))):
        found = select(_OCCASION.number, _OCCASION.claim_id, _OCCASION.heap)
        yield from connection.execute(found.where(_OCCASION.heap.in_(some)))


def settle(connection: Connection, heaps: Mapping[int, str]) -> None:
    """Write of claims, by their numbers, of which heap they are."""
    found = [{"a": number, "heap": heap} for number, heap in heaps.items()]
    if found:
        connection.execute(update(tables.occasion).where(_OCCASION.number == bindparam("a")), found)


def told(connection: Connection, numbers: Iterable[int]) -> Iterator[tuple[int, Told, str, bool]]:
    """Claims by their numbers, each with its report without the text, the text's id, and whether it has its marks."""
    heads: dict[str, Report] = {}
    for some in chunks(sorted(set(numbers))):
        for row in connection.execute(_telling(), {"numbers": some}):
            if row.id not in heads:
                heads[row.id] = rows.report_of(row.head, "")
            one = Told(claim=from_json(row.record, Claim), report=heads[row.id], since=row.day)
            yield row.number, one, row.text_id, row.marks is not None


def let_go(connection: Connection, numbers: Iterable[int]) -> None:
    """Take out claims, by their numbers, that can be of no event and deny none."""
    for some in chunks(sorted(numbers)):
        connection.execute(delete(tables.occasion).where(_OCCASION.number.in_(some)))


def chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The values in parts that one statement can ask for."""
    for start in range(0, len(values), ASKED):
        yield values[start : start + ASKED]


@cache
def _under() -> Select[Any]:
    found = select(_OCCASION.number, _OCCASION.claim_id, _OCCASION.heap, _OCCASION.denies)
    found = found.join_from(tables.mark, tables.occasion, _MARK.number == _OCCASION.number)
    return found.where(_MARK.mark.in_(bindparam("marks", expanding=True)), _OCCASION.heap != WAITING).distinct()


@cache
def _telling() -> Select[Any]:
    report = tables.report.c
    return (
        select(
            *(_OCCASION.number, _OCCASION.marks, _OCCASION.day),
            *(_MADE.record, report.id, report.text_id, report.record.label("head")),
        )
        .join_from(tables.occasion, tables.finder, _FINDER.claim_id == _OCCASION.claim_id)
        .join(tables.made, (_MADE.reading_id == _FINDER.reading_id) & (_MADE.claim_id == _FINDER.claim_id))
        .join(tables.report, report.id == _OCCASION.report_id)
        .where(_OCCASION.number.in_(bindparam("numbers", expanding=True)))
    )
