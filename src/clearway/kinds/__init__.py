"""The kinds of claim, one file each."""

from functools import cache

from clearway.kinds.abducted import ABDUCTED
from clearway.kinds.access import ACCESS
from clearway.kinds.affected import AFFECTED
from clearway.kinds.agreement import AGREEMENT
from clearway.kinds.aid_delivery import AID_DELIVERY
from clearway.kinds.attack import ATTACK
from clearway.kinds.casualties import CASUALTIES
from clearway.kinds.control import CONTROL
from clearway.kinds.corridor import CORRIDOR
from clearway.kinds.deployment import DEPLOYMENT
from clearway.kinds.destruction import DESTRUCTION
from clearway.kinds.detained import DETAINED
from clearway.kinds.disease import DISEASE
from clearway.kinds.displaced import DISPLACED
from clearway.kinds.facility_attack import FACILITY_ATTACK
from clearway.kinds.facility_status import FACILITY_STATUS
from clearway.kinds.hazard import HAZARD
from clearway.kinds.injured import INJURED
from clearway.kinds.killed import KILLED
from clearway.kinds.kind import TOPICS, Kind
from clearway.kinds.missing import MISSING
from clearway.kinds.need import NEED
from clearway.kinds.population import POPULATION
from clearway.kinds.returned import RETURNED
from clearway.kinds.road_status import ROAD_STATUS
from clearway.kinds.statement import STATEMENT
from clearway.kinds.talks import TALKS
from clearway.registry import Registry

BUILT_IN = (
    KILLED,
    INJURED,
    MISSING,
    DETAINED,
    ABDUCTED,
    CASUALTIES,
    AFFECTED,
    DISPLACED,
    RETURNED,
    FACILITY_ATTACK,
    FACILITY_STATUS,
    ATTACK,
    CONTROL,
    ROAD_STATUS,
    ACCESS,
    CORRIDOR,
    AID_DELIVERY,
    NEED,
    DESTRUCTION,
    HAZARD,
    DISEASE,
    POPULATION,
    AGREEMENT,
    TALKS,
    STATEMENT,
    DEPLOYMENT,
)
"""Every built-in kind, in the order of the topics."""


@cache
def kinds() -> Registry[Kind]:
    """All kinds by name: the built-in ones and those of the entry point `clearway.kinds`."""
    return Registry("clearway.kinds", BUILT_IN)


__all__ = ["BUILT_IN", "TOPICS", "Kind", "kinds"]
