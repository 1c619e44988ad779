"""Claims and reports to findings: pure functions, with no network or clock."""

from clearway.picture.adding import totals
from clearway.picture.arithmetic import equations
from clearway.picture.changes import changes
from clearway.picture.checking import Answer, answers, other_of, ties_of
from clearway.picture.correcting import HOW, SLOTS, check_correction, corrected
from clearway.picture.days import failing, story
from clearway.picture.denials import Denials
from clearway.picture.drafting import drafted
from clearway.picture.entries import Entry, entry_of
from clearway.picture.folding import assembled, fold, history, under_policy
from clearway.picture.heaps import heaps_of
from clearway.picture.hedges import HEDGES, VAGUE
from clearway.picture.heirs import heir_of, inherited
from clearway.picture.incidents import incidents, occurrence
from clearway.picture.keying import cells_of, keys_of
from clearway.picture.looks import Looks
from clearway.picture.occasions import Why
from clearway.picture.ordering import in_order, line_of
from clearway.picture.policies import POLICIES, Policy, check_policy
from clearway.picture.relating import HAPPENS, relations
from clearway.picture.rulings import Rulings, heads_on, rulings, standing_of
from clearway.picture.series import hints_of, is_status, succeeds
from clearway.picture.sketches import kept_sketch, sketched
from clearway.picture.totals import Bulletin, Checked, check
from clearway.picture.traces import trace_of
from clearway.picture.version import version
from clearway.picture.weighing import Vote, Weighed, weigh

__all__ = [
    "HAPPENS",
    "HEDGES",
    "HOW",
    "POLICIES",
    "SLOTS",
    "VAGUE",
    "Answer",
    "Bulletin",
    "Checked",
    "Denials",
    "Entry",
    "Looks",
    "Policy",
    "Rulings",
    "Vote",
    "Weighed",
    "Why",
    "answers",
    "assembled",
    "cells_of",
    "changes",
    "check",
    "check_correction",
    "check_policy",
    "corrected",
    "drafted",
    "entry_of",
    "equations",
    "failing",
    "fold",
    "heads_on",
    "heaps_of",
    "heir_of",
    "hints_of",
    "history",
    "in_order",
    "incidents",
    "inherited",
    "is_status",
    "kept_sketch",
    "keys_of",
    "line_of",
    "occurrence",
    "other_of",
    "relations",
    "rulings",
    "sketched",
    "standing_of",
    "story",
    "succeeds",
    "ties_of",
    "totals",
    "trace_of",
    "under_policy",
    "version",
    "weigh",
]
