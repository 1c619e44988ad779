"""The append-only store of reports, readings, claims and judgements."""

from clearway.ledger.naming import beside, data_folder, is_url, shown, title_of
from clearway.ledger.opening import open_ledger
from clearway.ledger.protocol import Added, Ledger, Outcome, Reading

__all__ = [
    "Added",
    "Ledger",
    "Outcome",
    "Reading",
    "beside",
    "data_folder",
    "is_url",
    "open_ledger",
    "shown",
    "title_of",
]
