"""PostgreSQL: how its database is reached, guarded and searched; all that is particular to it."""

from clearway.ledger.postgres.dialect import POSTGRES
from clearway.ledger.postgres.reaching import Found, look, make_engine, make_schema

__all__ = ["POSTGRES", "Found", "look", "make_engine", "make_schema"]
