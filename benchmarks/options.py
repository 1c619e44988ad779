"""What a benchmark is asked."""

from dataclasses import dataclass
from pathlib import Path

BESIDE = Path(__file__).resolve().parents[2] / "shared"
"""Where the texts lie on a machine that has them: they are not ours to publish, so they stand beside the repository."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The folder of texts, how many rounds, whether all texts are read or a sample, and where made ledgers are kept."""

    data: Path = BESIDE / "benchmarks"
    rounds: int = 3
    full: bool = False
    ledgers: Path | None = None

    @property
    def shared(self) -> Path:
        """The folder that holds the annotated reports: the one around the texts, else the one beside the repository."""
        around = self.data.parent
        return around if (around / "article").is_dir() else BESIDE
