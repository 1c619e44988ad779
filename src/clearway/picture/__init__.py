"""Claims and reports to findings: a pure function, with no files, network or clock."""

from clearway.picture.folding import POLICIES, fold
from clearway.picture.hedges import HEDGES, VAGUE

__all__ = ["HEDGES", "POLICIES", "VAGUE", "fold"]
