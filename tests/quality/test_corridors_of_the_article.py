"""The article's claims on the schematic roads: what they make dangerous, open or unknown, and what hangs on one."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from benchmarks import annotated as corpus
from tests.desk import parser

from clearway.claims import Reader
from clearway.corridors.constants import constants
from clearway.corridors.danger import Asked
from clearway.corridors.evidence import evidence
from clearway.corridors.planning import Planner, Wanted, without
from clearway.corridors.roads import add
from clearway.model import Claim, Danger, Evidence, Leg, Plan, SourceKind, Status
from clearway.picture import entry_of, fold, incidents
from clearway.places import Gazetteer

ROADS = Path(__file__).resolve().parents[2] / "docs" / "corridors" / "idlib-aleppo"
DAY = date(2020, 2, 18)


@dataclass(frozen=True, slots=True)
class Ground:
    claims: dict[str, Claim]
    evidence: tuple[Evidence, ...]
    planner: Planner

    def plan(self, origin: str, to: str, given: tuple[Evidence, ...] | None = None) -> Plan:
        network = self.planner.network
        named = [network.text(at) for at in network.nodes.name]
        wanted = Wanted(
            origin=origin,
            destination=to,
            source=named.index(origin),
            target=named.index(to),
            vehicle="car",
            asked=Asked(as_of=DAY, max_age=7),
            show_unverified=True,
        )
        return self.planner.plan(self.evidence if given is None else given, wanted)


@pytest.fixture(scope="module")
def ground(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Ground:
    report = corpus.article(shared).report
    with Gazetteer.open() as gazetteer:
        claims = {one.id: one for one in Reader(gazetteer, parser=parser()).read(report)}
    happened = incidents(entry_of(one, report) for one in claims.values())
    known = evidence(happened, fold(claims.values(), [report]).findings, claims, constants())
    network = add(ROADS, tmp_path_factory.mktemp("roads") / "roads.npz").network
    return Ground(claims, known, Planner.of(network, constants()))


def kinds_on(leg: Leg, ground: Ground) -> set[str]:
    return {ground.claims[name].kind for reason in leg.reasons for name in reason.claims}


@pytest.mark.parametrize("to", ["Azaz", "Bab al-Hawa"])
def test_the_raids_and_the_hospitals_show_on_the_legs_out_of_darat_izza(ground: Ground, to: str) -> None:
    found = ground.plan("Darat Izza", to)
    assert found.because[0] == "no corridor can be recommended"
    for route in found.routes:
        assert route.legs[0].danger is Danger.SEVERE
        assert {"attack", "facility_attack"} <= kinds_on(route.legs[0], ground)
        assert not route.recommended


def test_the_motorway_is_open_by_a_single_monitor_and_held_by_one_party(ground: Ground) -> None:
    for leg in ground.plan("Aleppo", "Hama").routes[0].legs:
        assert (leg.road, leg.status, leg.verified) == ("M5", Status.OPEN, True)
        assert "only one source says that it is open" in leg.doubts
        assert leg.holders == ("regime forces",)


def test_without_the_monitors_report_the_motorway_is_unknown_and_not_open(ground: Ground) -> None:
    monitors = [name for name, one in ground.claims.items() if _kind(one) is SourceKind.MONITOR]
    left = ground.evidence
    for name in monitors:
        left = without(left, name)
    for leg in ground.plan("Aleppo", "Hama", left).routes[0].legs:
        assert (leg.status, leg.verified, leg.danger) == (None, False, Danger.UNKNOWN)


def test_one_more_strike_ranks_the_ways_anew_and_is_named_as_why(ground: Ground) -> None:
    before = ground.plan("Idlib", "Bab al-Hawa")
    first = before.routes[0]
    middle = first.legs[len(first.legs) // 2 - 1].points[-1]
    strike = next(one for one in ground.evidence if one.rule == "attack")
    strike = Evidence(
        **{name: getattr(strike, name) for name in strike.__slots__}
        | {"id": "new", "points": ((middle, 8.0),), "claims": ("new strike",), "origins": 3, "severity": 12.0}
    )
    after = ground.plan("Idlib", "Bab al-Hawa", (*ground.evidence, strike))
    assert [leg.id for leg in after.routes[0].legs] != [leg.id for leg in first.legs]
    assert "new strike" in [one.claim for one in after.turning]


def _kind(claim: Claim) -> SourceKind | None:
    nearest = claim.attribution.nearest
    return nearest.kind if nearest else None
