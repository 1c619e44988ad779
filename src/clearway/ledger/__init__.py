"""The append-only store of reports, readings, claims and judgements."""

from clearway.ledger.opening import open_ledger
from clearway.ledger.protocol import Added, Ledger, Outcome, Reading

__all__ = ["Added", "Ledger", "Outcome", "Reading", "open_ledger"]
