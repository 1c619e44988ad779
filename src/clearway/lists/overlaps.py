"""Counts by capture pattern from the links between lists."""

from collections.abc import Iterable

from clearway.errors import RefusedDocument
from clearway.lists.counts import Counts, tally
from clearway.lists.sheet import Sheet

LINK_COLUMNS = ("state", "weight", "probability", "list_a", "id_a", "line_a", "list_b", "id_b", "line_b", "reason")
"""What `clearway lists link` writes."""

Key = tuple[str, str]
"""A record: its list and its id."""


def is_links(sheet: Sheet) -> bool:
    """Whether a sheet is what `clearway lists link` writes."""
    return set(LINK_COLUMNS) <= set(sheet.headings)


def counted(sheet: Sheet) -> Counts:
    """How many people are on which lists, where linked records are one person; doubtful pairs are not linked."""
    at = {heading: position for position, heading in enumerate(sheet.headings)}
    links: list[tuple[Key, Key]] = []
    records: dict[Key, None] = {}
    for line, row in sheet.lines():
        one = row[at["list_a"]], row[at["id_a"]]
        other = row[at["list_b"]], row[at["id_b"]]
        state = row[at["state"]]
        if state not in ("link", "doubtful", "single"):
            rule = f'line {line} has the state "{state[:20]}"'
            raise RefusedDocument(sheet.name, rule=rule, remedy="use link, doubtful or single")
        if state == "single":
            records[one] = None
            continue
        records |= {one: None, other: None}
        if state == "link":
            links.append((one, other))
    lists = sorted({name for name, _ in records})
    groups = grouped(records, links)
    patterns = (tuple(int(any(key[0] == name for key in group)) for name in lists) for group in groups)
    return tally(sheet.name, lists, patterns)


def grouped(records: Iterable[Key], links: Iterable[tuple[Key, Key]]) -> list[list[Key]]:
    """The records in groups that links hold together, each group and all groups in order."""
    first = {record: record for record in records}

    def root(record: Key) -> Key:
        while first[record] != record:
            first[record] = first[first[record]]
            record = first[record]
        return record

    for one, other in links:
        a, b = sorted((root(one), root(other)))
        first[b] = a
    groups: dict[Key, list[Key]] = {}
    for record in sorted(first):
        groups.setdefault(root(record), []).append(record)
    return [groups[key] for key in sorted(groups)]
