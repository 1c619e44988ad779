"""The danger model's constants, from its one file, `data/danger.toml`; docs/corridors.md says what they assume."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from clearway.model import Certainty, Danger, Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard:
    """What one sort of report weighs at once, after how many days half of it is left, and its name in words."""

    name: str
    severity: float
    half_life: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Constants:
    """Every constant of the model; km, days, and weights without a unit."""

    hazards: dict[str, Hazard]
    near_km: float
    facility_km: float
    road_km: float
    widest_km: float
    holder_km: float
    each_further: float
    grades: dict[Grade, float]
    certainty: dict[Certainty, float]
    classes: tuple[tuple[Danger, float], ...]
    unknown_per_km: float
    weapons: frozenset[str]
    mines: frozenset[str]
    moved: float
    scenarios: int
    seed: int

    def class_of(self, index: float) -> Danger | None:
        """The class of an index, `None` where it is under all of them."""
        return next((danger for danger, least in self.classes if index >= least), None)

    def faded(self, hazard: str, age: int) -> float:
        """What is left of a weight after `age` days, 1 at once and for what is told of days to come."""
        return float(0.5 ** (max(age, 0) / self.hazards[hazard].half_life))

    def several(self, origins: int) -> float:
        """How much more `origins` independent sources weigh than one: 1, 1.5, 1.75 ... under 2."""
        step = self.each_further
        return float((1 - step ** max(origins, 1)) / (1 - step))


@cache
def constants() -> Constants:
    """The constants that come with Clearway."""
    text = (files("clearway.corridors") / "data" / "danger.toml").read_text(encoding="utf-8")
    return constants_from(tomllib.loads(text))


def constants_from(table: dict[str, Any]) -> Constants:
    """The constants of a table with the sections and names of `data/danger.toml`."""
    return Constants(
        hazards={
            name: Hazard(name=name, severity=row["severity"], half_life=row["days"], words=row["words"])
            for name, row in table["hazards"].items()
        },
        **table["reach"],
        each_further=table["sources"]["each_further"],
        grades={Grade(name): share for name, share in table["grades"].items()},
        certainty={Certainty(name): share for name, share in table["certainty"].items()},
        classes=tuple((Danger(name), least) for name, least in table["classes"].items()),
        unknown_per_km=table["unknown"]["per_km"],
        weapons=frozenset(table["causes"]["weapons"]),
        mines=frozenset(table["causes"]["mines"]),
        moved=table["scenarios"]["moved"],
        scenarios=table["scenarios"]["count"],
        seed=table["scenarios"]["seed"],
    )
