"""How fast reading is, how much memory it takes, and how long a person waits for it.

Speed is measured against spaCy's own full pipeline of the pinned model, over the same texts, in the same process, in
alternating rounds. Nothing here is a test: a busy machine makes every figure worse, and the ratio least.
"""

import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.metadata import version
from statistics import median
from typing import Any

from benchmarks.annotated import ARTICLE, Tally, article
from benchmarks.commands import first_claims, helps
from benchmarks.fresh import UnmeasuredError, measured
from benchmarks.options import Options
from benchmarks.table import Line, Section, at_least, at_most
from benchmarks.texts import HUMANITARIAN, INCIDENTS, TOPONYMS

TITLE = "Reading"
NEWS_RATIO = 4.0
CRISIS_RATIO = 2.0
ARTICLE_F1 = 0.78
ANNOTATED_F1 = 0.60
MEMORY_MB = 600
FIRST_CLAIM_SECONDS = 4.0
HELP_SECONDS = 0.5
RESOLVED_A_SECOND = 400
TIMES = 5


def measure(options: Options, say: Callable[[str], None]) -> Section:
    """Every line of the benchmark; `say` is told what is measured now. Raises `UnmeasuredError` without the texts."""
    missing = [name for name in (INCIDENTS, TOPONYMS, HUMANITARIAN) if not (options.data / name).is_file()]
    if missing:
        raise UnmeasuredError(
            f"no {missing[0]} in {options.data}: name the folder with --data FOLDER, or make benchmarks DATA=FOLDER"
        )
    steps = (
        ("commands", _commands),
        ("memory", _memory),
        ("places", _places),
        ("mixed news", _news),
        ("crisis reports", _crisis),
    )
    lines: list[Line] = []
    notes: list[str] = []
    for name, step in steps:
        say(f"measuring {name}")
        try:
            made, told = step(options)
        except UnmeasuredError as reason:
            made, told = [Line(what=name, value=f"not measured: {reason}", passed=False)], []
        lines.extend(made)
        notes.extend(told)
    return Section(name="reading", title=TITLE, lines=lines, notes=[*notes, *_how(options)])


def _how(options: Options) -> list[str]:
    return [
        f"Rounds of each: {options.rounds}, in turn over the same texts in one process, one thread for each library, "
        "each from a new gazetteer; medians by the clock. Loading the model is not counted.",
        "Words are what stands between white space.",
        f"Python {platform.python_version()}, spaCy {version('spacy')}, {platform.machine()}, {os.cpu_count()} cores.",
    ]


def _commands(options: Options) -> tuple[list[Line], list[str]]:
    lines = [at_most("`clearway --help`", median(helps(TIMES)), HELP_SECONDS, "{:.2f} s")]
    if (options.shared / ARTICLE).is_file():
        known = article(options.shared)
        file = (options.shared / ARTICLE).with_name(f"{known.name}.txt")
        waited = first_claims(file, published=str(known.report.published), times=TIMES)
        lines.append(
            at_most("command to the first claim of one article", median(waited), FIRST_CLAIM_SECONDS, "{:.2f} s")
        )
    else:
        lines.append(
            Line(what="command to the first claim", value=f"not measured: no {ARTICLE} beside {options.data.name}")
        )
    return lines, [f"Commands: medians of {TIMES} fresh processes, each with a new ledger."]


def _memory(options: Options) -> tuple[list[Line], list[str]]:
    found = measured("memory", *_folders(options))
    one, most = found["one"] / 1e6, found["all"] / 1e6
    detail = f" ({one:,.0f} MB after the first report)"
    line = at_most("peak resident memory", most, MEMORY_MB, "{:,.0f} MB", detail)
    texts = f"all {found['reports']} crisis reports ({found['words']:,} words)"
    return [line], [f"Memory: a fresh process that reads one report, then {texts}."]


def _places(options: Options) -> tuple[list[Line], list[str]]:
    found = measured("resolving", "--data", str(options.data), "--rounds", str(options.rounds))
    given, whole, trivial = (found["documents"] / median(found[part]) for part in ("given", "found", "trivial"))
    detail = f" ({whole:,.0f} with finding them)"
    line = at_least("articles a second, places resolved", given, RESOLVED_A_SECOND, "{:,.0f}", detail)
    line = replace(line, trivial=f"{trivial:,.0f}", published="340 to 420")
    return [line], [
        f"Places: the names of all {found['documents']} articles of {TOPONYMS} and trnews.xml, by the clock; trivial, "
        "in the same rounds: the most populous place of each name. Published: 50 lines of rules, on another machine."
    ]


def _news(options: Options) -> tuple[list[Line], list[str]]:
    return _speed(options, "news", NEWS_RATIO)


def _crisis(options: Options) -> tuple[list[Line], list[str]]:
    return _speed(options, "crisis", CRISIS_RATIO)


def _speed(options: Options, row: str, floor: float) -> tuple[list[Line], list[str]]:
    extra = ["--full"] if options.full else []
    found = measured("speed", row, *_folders(options), "--rounds", str(options.rounds), *extra)
    title, words = found["title"], found["words"]
    ours, theirs = _pace(found["reading"], words, "clock"), _pace(found["spacy"], words, "clock")
    by_processor = _pace(found["reading"], words, "processor") / _pace(found["spacy"], words, "processor")
    detail = f" ({ours:,.0f} against {theirs:,.0f} words a second; by processor time {by_processor:.2f})"
    lines = [
        at_least(f"{title}: reading to spaCy's full pipeline", ours / theirs, floor, "{:.2f} times", detail),
        Line(what=f"{title}: words that were parsed", value=f"{found['parsed']:.0%}"),
        Line(what=f"{title}: claims found", value=f"{found['claims']:,}"),
        *_quality(title, found["scores"]),
    ]
    return lines, [f"{title.capitalize()}: {found['drawn']}; {words:,} words."]


def _quality(title: str, scores: dict[str, dict[str, int]]) -> list[Line]:
    """The F1 of the claims of the very run that was timed: a triage that loses claims is no gain."""
    asked = (("article", "the article", ARTICLE_F1), ("annotated", "the other annotated reports", ANNOTATED_F1))
    tallies = {part: Tally(**counts) for part, counts in scores.items()}
    return [
        at_least(f"{title}: claims F1 of that run, {name}", tallies[part].claims_f1, floor, "{:.3f}")
        for part, name, floor in asked
        if part in tallies
    ]


def _pace(rounds: Sequence[dict[str, float]], words: int, clock: str) -> float:
    return words / median(pace[clock] for pace in rounds)


def _folders(options: Options) -> list[Any]:
    return ["--data", str(options.data), "--shared", str(options.shared)]
