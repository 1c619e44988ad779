"""Claims and reports to findings: a pure function, with no files, network or clock."""

from clearway.picture.folding import POLICIES, assembled, fold, history
from clearway.picture.hedges import HEDGES, VAGUE
from clearway.picture.keying import keys_of
from clearway.picture.series import succeeds

__all__ = ["HEDGES", "POLICIES", "VAGUE", "assembled", "fold", "history", "keys_of", "succeeds"]
