"""Annotated reports, read and scored by the scorer that lies beside them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from clearway.exports import json_lines, release
from clearway.model import Claim, Profile, Report

SCORER = Path("score/score_claims.py")
ARTICLE = Path("article/idlib-2020-02-18.gold.json")
ANNOTATED = Path("annotated")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A report, and the claims that people found in it."""

    name: str
    report: Report
    claims: Sequence[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many claims there are, were said, were right, and were right in every joint slot."""

    gold: int = 0
    said: int = 0
    right: int = 0
    joint: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            gold=self.gold + other.gold,
            said=self.said + other.said,
            right=self.right + other.right,
            joint=self.joint + other.joint,
        )

    @property
    def extra(self) -> int:
        """Claims said that nobody made."""
        return self.said - self.right

    @property
    def claims_f1(self) -> float:
        """Harmonic mean of precision and recall of the claims."""
        return 2 * self.right / (self.said + self.gold) if self.said + self.gold else 0.0

    @property
    def joint_f1(self) -> float:
        """The same of claims that are right in source, figure, places, period and certainty as well."""
        return 2 * self.joint / (self.said + self.gold) if self.said + self.gold else 0.0


def scorer(shared: Path) -> ModuleType:
    """The scorer that lies beside the annotated reports, from its very file."""
    spec = spec_from_file_location("score_claims", shared / SCORER)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / SCORER)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def article(shared: Path) -> Annotated:
    """The one article that the project was asked to read well."""
    return load(shared / ARTICLE)


def annotated(shared: Path) -> tuple[Annotated, ...]:
    """The other annotated reports."""
    return tuple(load(gold) for gold in sorted((shared / ANNOTATED).glob("*.gold.json")))


def load(gold: Path) -> Annotated:
    """A report and its claims; the text keeps its line ends, since claims count its characters."""
    about = json.loads(gold.read_text("utf-8"))
    name = gold.name.removesuffix(".gold.json")
    data = gold.with_name(f"{name}.txt").read_bytes()
    report = Report(
        text=data.decode(),
        document=name,
        sha256=sha256(data).hexdigest(),
        publisher=about["publisher"],
        published=date.fromisoformat(about["published"]),
    )
    return Annotated(name=name, report=report, claims=about["claims"])


def rows(report: Report, claims: Iterable[Claim]) -> list[Row]:
    """The claims as `clearway read --json` writes them, read back."""
    return [json.loads(line) for line in json_lines(release([report], claims, profile=Profile.RESTRICTED))]


def tally(golds: Sequence[Row], saids: Sequence[Row], scoring: ModuleType) -> Tally:
    """The claims said of one report against those that people found in it."""
    matched, _, joint, _ = scoring.score(golds, saids)
    return Tally(gold=len(golds), said=len(saids), right=len(matched), joint=joint)


def tally_by_kind(golds: Sequence[Row], saids: Sequence[Row], scoring: ModuleType) -> dict[str, Tally]:
    """The same for each kind; no claim is ever matched with one of another kind."""
    kinds = sorted({row["kind"] for row in (*golds, *saids)})
    return {
        kind: tally(
            [row for row in golds if row["kind"] == kind], [row for row in saids if row["kind"] == kind], scoring
        )
        for kind in kinds
    }
