"""Types of events in snippets of news: the second task of CASE 2021 (Haneczok et al., 2021), on types of ACLED."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from benchmarks.corpus import Corpus, Figure, Score, json_rows
from benchmarks.options import Options
from clearway.claims import Reader
from clearway.model import Claim, Report
from clearway.places import Gazetteer

FILE = "case2021.jsonl"
NONE = "none"

TYPES = {
    "AIR_STRIKE": "attack",
    "ARMED_CLASH": "attack",
    "ART_MISS_ATTACK": "attack",
    "ATTACK": "attack",
    "CHEM_WEAP": "attack",
    "GRENADE": "attack",
    "REM_EXPLOS": "attack",
    "SUIC_BOMB": "attack",
    "GOV_REGAINS_TERIT": "control",
    "NON_STATE_ACTOR_OVERTAKES_TER": "control",
    "NON_VIOL_TERRIT_TRANSFER": "control",
    "ABDUCT_DISSAP": "abducted",
    "AGREEMENT": "agreement",
    "ARREST": "detained",
    "CHANGE_TO_GROUP_ACT": "deployment",
    "HQ_ESTABLISHED": "deployment",
    "NATURAL_DISASTER": "hazard",
    "PROPERTY_DISTRUCT": "destruction",
}
"""The kind that covers each type; protests, crimes, sanctions, accidents and the rest have none."""

ORDER = ("abducted", "control", "attack", "agreement", "deployment", "detained", "hazard", "destruction")
"""Which kind a snippet is of where it has claims of several, the rarer first."""

WAYS = {
    "attack": frozenset({"air strike", "bombing", "chemical weapon", "clash", "mine", "shelling", "shooting"}),
    "hazard": frozenset({"cold", "drought", "earthquake", "flood", "landslide", "rain", "storm"}),
}
"""Causes by which a claim of harm or damage tells of an attack or a hazard too."""

FIRST_TRY = {"attack": ("attack", "bomb", "strike"), "detained": ("arrest",), "agreement": ("agree", "ceasefire")}


def score(options: Options) -> dict[str, Score]:
    """Weighted F1 of the kind that covers the type of each snippet, "none" where none does."""
    rows = json_rows(options.data / FILE)
    known = [TYPES.get(row["label"], NONE) for row in rows]
    with Gazetteer.open() as gazetteer:
        reader = Reader(gazetteer)
        said = [kind_of(reader.read(_report(row["text"]))) for row in rows]
    trivial = [first_try(row["text"]) for row in rows]
    right = sum(one == other for one, other in zip(known, said, strict=True))
    covered = [(one, other) for one, other in zip(known, said, strict=True) if NONE not in (one, other)]
    return {
        "weighted": Score(
            value=weighted_f1(known, said),
            trivial=weighted_f1(known, trivial),
            detail=f"{right} of {len(rows)} right, {len(rows) - known.count(NONE)} of a type that a kind covers",
        ),
        "covered": Score(value=weighted_f1(known, said, without=NONE), detail=f"{len(covered)} found"),
    }


def _report(text: str) -> Report:
    return Report(text=text, document=FILE, sha256=sha256(text.encode()).hexdigest())


def kind_of(claims: Sequence[Claim]) -> str:
    """The kind of event that a snippet tells of first of all."""
    found = {"attack" if claim.kind == "facility_attack" else claim.kind for claim in claims if not claim.negated}
    causes = {cause for claim in claims for cause in (claim.cause or "").split("; ")}
    found |= {kind for kind, ways in WAYS.items() if ways & causes}
    return next((kind for kind in ORDER if kind in found), NONE)


def weighted_f1(known: Sequence[str], said: Sequence[str], *, without: str = "") -> float:
    """F1 of each kind, weighted by how often it is known."""
    counts = Counter(kind for kind in known if kind != without)
    total = 0.0
    for kind, count in counts.items():
        right = sum(one == other == kind for one, other in zip(known, said, strict=True))
        total += count * 2 * right / (count + said.count(kind))
    return total / sum(counts.values())


def first_try(text: str) -> str:
    """What anybody would try first: a word for each kind."""
    lowered = text.lower()
    return next((kind for kind, words in FIRST_TRY.items() if any(word in lowered for word in words)), NONE)


CORPUS = Corpus(
    name="case2021",
    title="Types of events (CASE 2021)",
    files=[FILE],
    figures={
        "weighted": Figure(
            what="kind of event, weighted F1",
            at_least=0.60,
            published="trained transformers .839 on 25 types, .771 on 30",
        ),
        "covered": Figure(what="the same without the types that no kind covers"),
    },
    score=score,
    notes=["Trivial: a few words for attack, arrest and agreement."],
)
measure = CORPUS.measure
