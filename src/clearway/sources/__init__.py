"""From files to reports, safely: one file per format."""

from clearway.sources.documents import documents
from clearway.sources.format import Details, Draft, Enclosed, Format
from clearway.sources.formats import BUILT_IN, format_of, formats
from clearway.sources.limits import LIMITS, Limits
from clearway.sources.reading import Reading
from clearway.sources.sandbox import Sandbox, read

__all__ = [
    "BUILT_IN",
    "LIMITS",
    "Details",
    "Draft",
    "Enclosed",
    "Format",
    "Limits",
    "Reading",
    "Sandbox",
    "documents",
    "format_of",
    "formats",
    "read",
]
