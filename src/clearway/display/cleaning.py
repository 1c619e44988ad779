"""Text that leaves, cleaned of what whoever shows it might obey."""

import re

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""C0 and C1 controls but tab and newline, what turns the direction of text around, and half characters.

The terminal would obey the first (ECMA-48), and show words in another order for the second (CVE-2021-42574).
"""
NOT_IN_JSON = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Of these, what JSON lets through as it is."""


def clean(text: str) -> str:
    """The text with every control character replaced by U+FFFD; newlines and tabs stay."""
    return CONTROLS.sub("\ufffd", text.replace("\r\n", "\n"))


def clean_json(lines: str) -> str:
    """JSON lines with what a terminal would obey as JSON escapes."""
    return NOT_IN_JSON.sub(lambda match: f"\\u{ord(match.group()):04x}", lines)
