"""Adding a reading of a report: the facts first, then the indexes, inside the caller's transaction."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from clearway.ledger import facts, indexing, rows
from clearway.ledger.dialect import Dialect
from clearway.ledger.facts import Manner
from clearway.ledger.protocol import Added, Outcome
from clearway.model import Claim, Report


def write_new(
    connection: Connection, dialect: Dialect, report: Report, claims: Sequence[Claim], manner: Manner, at: datetime
) -> Added:
    """Write a report that the ledger did not have, with its first reading."""
    once = {claim.id: claim for claim in claims}
    facts.write_report(connection, report)
    reading, new = facts.write_reading(connection, report, once, manner, at)
    placed = indexing.place(connection, report.id)
    indexing.index(connection, dialect, report.id)
    newest = placed.current == report.id
    return Added(
        status=Outcome.VERSION if placed.versions > 1 else Outcome.NEW,
        report=report.id,
        reading=reading,
        new=new,
        supersedes=placed.before if newest else (),
        superseded_by=None if newest else placed.current,
    )


def read_again(
    connection: Connection, dialect: Dialect, report: Report, claims: Sequence[Claim], manner: Manner, at: datetime
) -> Added:
    """Write another reading of a report that the ledger has."""
    once = {claim.id: claim for claim in claims}
    earlier = facts.readings(connection, report.id)
    before = facts.made_by(connection, earlier[-1].id)
    reading, new = facts.write_reading(connection, report, once, manner, at)
    if rows.moment(at) < min(rows.moment(one.at) for one in earlier):
        indexing.place(connection, report.id)  # it was there earlier than its versions knew
    indexing.index(connection, dialect, report.id)
    return Added(
        status=Outcome.CONFIRMED,
        report=report.id,
        reading=reading,
        new=new,
        confirmed=len(once) - new,
        dropped=len(before - set(once)),
    )
