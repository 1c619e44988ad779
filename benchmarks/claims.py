"""How good the claims are that reading finds, by annotated report and by kind; takes seconds."""

from collections.abc import Callable

from benchmarks.annotated import Tally, annotated, article, rows, scorer, tally, tally_by_kind
from benchmarks.fresh import UnmeasuredError
from benchmarks.options import Options
from benchmarks.table import Line, Section

FEW = 8
"""Kinds with fewer claims than this tell of luck."""


def measure(options: Options, say: Callable[[str], None]) -> Section:
    """One line for each report and each kind; raises `UnmeasuredError` without the reports."""
    shared = options.shared
    if not (shared / "article").is_dir():
        raise UnmeasuredError("no annotated reports: they stand in a folder `shared` beside the repository")
    from clearway.claims import Reader
    from clearway.places import Gazetteer

    say("reading the annotated reports")
    scoring = scorer(shared)
    known = (article(shared), *annotated(shared))
    with Gazetteer.open() as gazetteer:
        reader = Reader(gazetteer)
        said = [rows(each.report, reader.read(each.report)) for each in known]
    tallies = [tally(each.claims, found, scoring) for each, found in zip(known, said, strict=True)]
    kinds: dict[str, Tally] = {}
    for each, found in zip(known, said, strict=True):
        for kind, counts in tally_by_kind(each.claims, found, scoring).items():
            kinds[kind] = kinds.get(kind, Tally()) + counts
    lines = [_line(each.name, counts) for each, counts in zip(known, tallies, strict=True)]
    lines.append(_line("all but the article", sum(tallies[1:], Tally())))
    often = sorted(
        ((kind, counts) for kind, counts in kinds.items() if counts.gold >= FEW), key=lambda pair: -pair[1].gold
    )
    lines += [_line(f"{kind}, in all reports", counts) for kind, counts in often]
    return Section(
        name="claims", title="Claims", lines=lines, notes=["Floors: tests/quality/floors.toml. They only rise."]
    )


def _line(what: str, counts: Tally) -> Line:
    known = f"{counts.gold} known, {counts.said} said, {counts.extra} extra"
    return Line(what=what, value=f"claims F1 {counts.claims_f1:.3f}, joint F1 {counts.joint_f1:.3f} ({known})")
