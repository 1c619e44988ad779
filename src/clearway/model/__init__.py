"""The vocabulary: frozen, typed records with content-hash ids, and their JSON."""

from clearway.model.attribution import Attribution, Manner
from clearway.model.box import Box
from clearway.model.change import Change, Turn
from clearway.model.claim import Act, Certainty, Claim, Sensitivity, Status
from clearway.model.codec import from_json, from_plain, to_json, to_plain
from clearway.model.corridor import (
    Bearing,
    Best,
    Danger,
    Evidence,
    KeptClear,
    Leg,
    Plan,
    Point,
    Reason,
    Route,
    Says,
    Standing,
    Stop,
    Stretch,
    Turning,
)
from clearway.model.equation import Equation, Rule
from clearway.model.figure import Basis, Figure, Measure, Number, Quantifier, Whole
from clearway.model.finding import Bound, Finding, Picture, State
from clearway.model.grade import Grade
from clearway.model.identity import fingerprint, identify
from clearway.model.incident import Alleged, Harm, Incident, IncidentQuery, Occurrence
from clearway.model.judgement import Judgement, Verdict, in_force
from clearway.model.key import Cell, Key
from clearway.model.moving import Alone, Arrived, Clearing, Crowd, Haven, Held, Loss, Many, Move, Stream, Turned
from clearway.model.passage import Passage
from clearway.model.period import Period, Precision
from clearway.model.place import Candidate, Level, Place
from clearway.model.query import Query
from clearway.model.record import (
    Agreement,
    Answer,
    Cause,
    Consent,
    Corridor,
    Details,
    Purpose,
    Validity,
    Watched,
    Withdrawal,
)
from clearway.model.relation import Relation, Tie
from clearway.model.release import Profile, Release, Withheld
from clearway.model.report import Document, Hints, MayRedistribute, Report
from clearway.model.sketch import RoadLine, RoadPlace, Sketch
from clearway.model.source import Source, SourceKind
from clearway.model.spot import Spot, spot_of, spots_of
from clearway.model.story import Failing, Story
from clearway.model.told import Known, Told
from clearway.model.total import Total
from clearway.model.trace import Trace

__all__ = [
    "Act",
    "Agreement",
    "Alleged",
    "Alone",
    "Answer",
    "Arrived",
    "Attribution",
    "Basis",
    "Bearing",
    "Best",
    "Bound",
    "Box",
    "Candidate",
    "Cause",
    "Cell",
    "Certainty",
    "Change",
    "Claim",
    "Clearing",
    "Consent",
    "Corridor",
    "Crowd",
    "Danger",
    "Details",
    "Document",
    "Equation",
    "Evidence",
    "Failing",
    "Figure",
    "Finding",
    "Grade",
    "Harm",
    "Haven",
    "Held",
    "Hints",
    "Incident",
    "IncidentQuery",
    "Judgement",
    "KeptClear",
    "Key",
    "Known",
    "Leg",
    "Level",
    "Loss",
    "Manner",
    "Many",
    "MayRedistribute",
    "Measure",
    "Move",
    "Number",
    "Occurrence",
    "Passage",
    "Period",
    "Picture",
    "Place",
    "Plan",
    "Point",
    "Precision",
    "Profile",
    "Purpose",
    "Quantifier",
    "Query",
    "Reason",
    "Relation",
    "Release",
    "Report",
    "RoadLine",
    "RoadPlace",
    "Route",
    "Rule",
    "Says",
    "Sensitivity",
    "Sketch",
    "Source",
    "SourceKind",
    "Spot",
    "Standing",
    "State",
    "Status",
    "Stop",
    "Story",
    "Stream",
    "Stretch",
    "Tie",
    "Told",
    "Total",
    "Trace",
    "Turn",
    "Turned",
    "Turning",
    "Validity",
    "Verdict",
    "Watched",
    "Whole",
    "Withdrawal",
    "Withheld",
    "fingerprint",
    "from_json",
    "from_plain",
    "identify",
    "in_force",
    "spot_of",
    "spots_of",
    "to_json",
    "to_plain",
]
