"""What is made of lists, written out as a file: links, changes between versions, estimates. No name is in any."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from clearway.crisis.lists import (
    LISTS_BANNER,
    ListWork,
    changes_csv,
    counts_in,
    estimate_lines,
    estimate_lists,
    link_lists,
    linkage_csv,
    list_changes,
)
from clearway.crisis.writing import Order, Out, What, Written, check_order
from clearway.display.cleaning import clean, clean_json
from clearway.errors import UsageError

STATES = ("withdrawn", "renumbered", "changed", "added")
Told = tuple[dict[str, int], tuple[str, ...]]


def write_lists(order: Order, folder: Path, to: Path) -> Written:
    """Write what is asked of the lists in a folder as the new file `to`.

    Raises `UsageError` for an order that makes no sense, `RefusedDocument` for a list that cannot be used.
    """
    check_order(order)
    if order.lists is None:
        raise UsageError(order.what, rule="there are no lists in it", remedy="give their files")
    files = [folder / name for name in order.lists.files]
    with to.open("xb") as file:
        out = Out(file)
        counts, notes = _WRITERS[order.what](files, order.lists, out)
    return Written(
        banner=LISTS_BANNER[0].upper() + LISTS_BANNER[1:], withheld=(), counts=counts, bytes=out.bytes,
        sha256=out.hash.hexdigest(), notes=notes,
    )  # fmt: skip


def _links(files: Sequence[Path], work: ListWork, out: Out) -> Told:
    done = link_lists(
        files, named=work.named, one_to_one=work.one_to_one, link_at=work.link_at, doubt_at=work.doubt_at
    )  # fmt: skip
    out.write(clean(linkage_csv(done)))
    return {"links": len(done.links), "doubtful": len(done.doubtful), "singles": len(done.singles)}, done.notes


def _changes(files: Sequence[Path], work: ListWork, out: Out) -> Told:
    if len(files) != 2:
        raise UsageError("lists", rule="two versions are compared", remedy="give the earlier and the later one")
    found = list_changes(*files, named=work.named)
    out.write(clean(changes_csv(found)))
    states = [str(one.state) for one in found]
    return {state: states.count(state) for state in STATES}, ()


def _estimate(files: Sequence[Path], work: ListWork, out: Out) -> Told:
    counts = counts_in(files[0])
    out.write(clean_json(estimate_lines(estimate_lists(counts, seed=work.seed, chains=work.chains))))
    return {"recorded": counts.recorded, "lists": len(counts.lists)}, ()


_WRITERS: Mapping[What, Callable[[Sequence[Path], ListWork, Out], Told]] = {
    What.LINKS: _links,
    What.LIST_CHANGES: _changes,
    What.ESTIMATE: _estimate,
}
