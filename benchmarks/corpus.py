"""A benchmark on annotated texts: what is asked of each figure, what others reached, and how to score."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from benchmarks.fresh import UnmeasuredError
from benchmarks.options import Options
from benchmarks.table import Line, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many spans or values are right, how many were said, how many are known; sums are micro-averages."""

    right: int = 0
    said: int = 0
    known: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(right=self.right + other.right, said=self.said + other.said, known=self.known + other.known)

    @property
    def f1(self) -> float:
        """F1, between 0 and 1; 0 where nothing is known or said."""
        return 2 * self.right / (self.said + self.known) if self.said + self.known else 0.0

    @property
    def share(self) -> float:
        """How many of the known are right, between 0 and 1; 0 where nothing is known."""
        return self.right / self.known if self.known else 0.0

    @property
    def words(self) -> str:
        """The counts, for the detail of a figure."""
        return f"{self.right:,} right, {self.said:,} said, {self.known:,} known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One figure, the same of a method that anybody would try first, and what it was counted from."""

    value: float
    trivial: float | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What a figure is called, the least or the most that is asked of it, and what was published."""

    what: str
    at_least: float | None = None
    at_most: float | None = None
    published: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """A benchmark: `score` reads `files` in the folder of texts and gives a score for each name in `figures`."""

    name: str
    title: str
    files: Sequence[str]
    figures: Mapping[str, Figure]
    score: Callable[[Options], Mapping[str, Score]]
    notes: Sequence[str] = field(default=())

    def scores(self, options: Options) -> Mapping[str, Score]:
        """The score of each figure; raises `UnmeasuredError` where a file is missing."""
        for name in self.files:
            if not (options.data / name).exists():
                raise UnmeasuredError(f"no {name} in {options.data.name}: name its folder with --data FOLDER")
        return self.score(options)

    def measure(self, options: Options, say: Callable[[str], None]) -> Section:
        """One line for each figure, on all texts; raises `UnmeasuredError` where a file is missing."""
        say(f"measuring {self.name}")
        scores = self.scores(replace(options, full=True))
        lines = [_line(figure, scores[name]) for name, figure in self.figures.items()]
        return Section(name=self.name, title=self.title, lines=lines, notes=self.notes)


def json_rows(file: Path) -> list[Mapping[str, Any]]:
    """The rows of a file with one JSON object a line."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def _line(figure: Figure, score: Score) -> Line:
    floor, passed = "", None
    if figure.at_least is not None:
        floor, passed = f"at least {figure.at_least:.2f}", score.value >= figure.at_least
    elif figure.at_most is not None:
        floor, passed = f"at most {figure.at_most:.2f}", score.value <= figure.at_most
    return Line(
        what=figure.what,
        value=f"{score.value:.3f}" + (f" ({score.detail})" if score.detail else ""),
        floor=floor,
        passed=passed,
        trivial="" if score.trivial is None else f"{score.trivial:.3f}",
        published=figure.published,
    )
