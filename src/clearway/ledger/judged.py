"""Every judgement, read once: judgements are only ever added, so as many as before are the same ones."""

from sqlalchemy import Connection, func, select

from clearway.ledger import tables
from clearway.model import Judgement, from_json

_AT_ONCE = 400
"""Ids asked for in one statement."""


class Judgements:
    """The judgements of a ledger as they were last read, for all threads: the same tuple while nobody judges."""

    def __init__(self) -> None:
        self._read: tuple[Judgement, ...] = ()

    def all(self, connection: Connection, *, keeps: bool) -> tuple[Judgement, ...]:
        """Every judgement, by when it was made and id; kept where `keeps`, which what may be undone must not be."""
        table = tables.judgement.c
        read = self._read
        if connection.scalars(select(func.count()).select_from(tables.judgement)).one() == len(read):
            return read
        by_id = {one.id: one for one in read}
        names = connection.scalars(select(table.id).order_by(table.at, table.id)).all()
        fresh = [name for name in names if name not in by_id]
        for start in range(0, len(fresh), _AT_ONCE):
            some = select(table.record).where(table.id.in_(fresh[start : start + _AT_ONCE]))
            by_id |= {one.id: one for one in (from_json(record, Judgement) for record in connection.scalars(some))}
        found = tuple(by_id[name] for name in names)
        if keeps:
            self._read = found
        return found


def replaced(connection: Connection) -> tuple[str, ...]:
    """The claims that judgements speak of and that are in no current reading."""
    judged, finder = tables.judged.c, tables.finder.c
    # looked up claim by claim: few are judged of the many that there are
    live = select(finder.number).where(finder.claim_id == judged.claim_id, finder.live).exists()
    statement = select(judged.claim_id).where(~live).distinct().order_by(judged.claim_id)
    return tuple(connection.scalars(statement))
