"""Claims and reports to findings: pure functions, with no network or clock."""

from clearway.picture.folding import POLICIES, assembled, check_policy, fold, history
from clearway.picture.hedges import HEDGES, VAGUE
from clearway.picture.keying import keys_of
from clearway.picture.series import succeeds
from clearway.picture.version import version

__all__ = [
    "HEDGES",
    "POLICIES",
    "VAGUE",
    "assembled",
    "check_policy",
    "fold",
    "history",
    "keys_of",
    "succeeds",
    "version",
]
