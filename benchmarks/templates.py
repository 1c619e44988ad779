"""Sentences of the made crisis, one or more for every kind of claim, with what they mean."""

from dataclasses import dataclass

from clearway.kinds import kinds
from clearway.model import Act, Basis, SourceKind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A sentence with gaps, and the slots of its claim.

    `once` is what happens on one day in one settlement, `running` a total since the year began, `small` what belongs
    to a settlement though it lasts; the rest is told for a first-level area. `most` is the largest number.
    """

    kind: str
    text: str
    most: int = 100
    once: bool = False
    running: bool = False
    small: bool = False
    hedged: bool = True
    basis: Basis | None = None
    group: str | None = None
    cause: str | None = None
    facility: str | None = None
    actor: str | None = None
    status: Status | None = None
    act: Act | None = None

    @property
    def counted(self) -> bool:
        """Whether the sentence tells a number."""
        return "{number}" in self.text

    @property
    def dated(self) -> bool:
        """Whether the sentence tells a day."""
        return "{day}" in self.text

    @property
    def unit(self) -> str:
        """What the number counts."""
        return kinds()[self.kind].unit

    @staticmethod
    def source(kind: str) -> SourceKind:
        """The sort of a speaker."""
        return SourceKind(kind)


STOCK, TOTAL, EVENT, PERIOD = Basis.STOCK, Basis.CUMULATIVE, Basis.EVENT, Basis.PERIOD

TEMPLATES = (
    Template(kind="killed", text="{hedge}{number} civilians were killed by shelling in {place} on {day}", most=40,
             once=True, basis=EVENT, group="civilians", cause="shelling"),
    Template(kind="killed", text="{hedge}{number} people have died in {place} since January, by {day}", most=900,
             running=True, basis=TOTAL, group="people"),
    Template(kind="injured", text="{hedge}{number} people were wounded in {place} on {day}", most=90, once=True,
             basis=EVENT, group="people"),
    Template(kind="injured", text="{hedge}{number} children have been hurt in {place} since January, by {day}",
             most=700, running=True, basis=TOTAL, group="children"),
    Template(kind="missing", text="{number} fishermen went missing off {place} on {day}", most=12, once=True,
             basis=EVENT, group="fishermen", hedged=False),
    Template(kind="detained", text="the police arrested {number} traders in {place} on {day}", most=30, once=True,
             basis=EVENT, group="traders", actor="police", hedged=False),
    Template(kind="abducted", text="gunmen took {number} pupils from a school in {place} on {day}", most=40, once=True,
             basis=EVENT, group="pupils", actor="gunmen", hedged=False),
    Template(kind="casualties", text="there were {hedge}{number} casualties at the market of {place} on {day}",
             most=80, once=True, basis=EVENT),
    Template(kind="affected", text="the drought now affects {hedge}{number} people in {place}", most=400_000,
             basis=STOCK, group="people", cause="drought"),
    Template(kind="displaced", text="{hedge}{number} people are displaced within {place}", most=300_000, basis=STOCK,
             group="people"),
    Template(kind="displaced", text="{hedge}{number} families fled from {place} on {day}", most=900, once=True,
             basis=EVENT, group="families"),
    Template(kind="returned", text="{hedge}{number} people went home to {place} on {day}", most=2_000, once=True,
             basis=PERIOD, group="people"),
    Template(kind="facility_attack", text="a shell hit the clinic of {place} on {day}", once=True, facility="clinic",
             cause="shelling"),
    Template(kind="facility_status", text="the hospital of {place} works only in part", small=True,
             facility="hospital", status=Status.PARTLY),
    Template(kind="facility_status", text="{number} health posts are closed in {place}", most=40, basis=STOCK,
             facility="health posts", hedged=False),
    Template(kind="attack", text="fighters raided the outskirts of {place} on {day}", once=True, actor="fighters"),
    Template(kind="control", text="the army took the town of {place} on {day}", once=True, actor="army",
             status=Status.GAINED),
    Template(kind="road_status", text="the road into {place} is closed to lorries", small=True,
             status=Status.CLOSED),
    Template(kind="road_status", text="the road into {place} was opened again on {day}", small=True,
             status=Status.OPEN),
    Template(kind="access", text="aid workers reach only parts of {place}", status=Status.LIMITED),
    Template(kind="corridor", text="a corridor for families out of {place} was announced on {day}", once=True,
             status=Status.ANNOUNCED),
    Template(kind="aid_delivery", text="a convoy brought {number} food parcels to {place} on {day}", most=4_000,
             once=True, basis=EVENT, hedged=False),
    Template(kind="need", text="{hedge}{number} people need water in {place}", most=250_000, basis=STOCK,
             group="people"),
    Template(kind="destruction", text="the flood swept away {hedge}{number} houses in {place} on {day}", most=300,
             once=True, basis=EVENT, cause="flood"),
    Template(kind="hazard", text="a storm passed over {place} on {day}", once=True, cause="storm"),
    Template(kind="disease", text="{number} cases of cholera were counted in {place} since January, by {day}",
             most=5_000, running=True, basis=TOTAL, cause="cholera", hedged=False),
    Template(kind="population", text="{hedge}{number} people live in {place}", most=2_000_000, basis=STOCK,
             group="people"),
    Template(kind="agreement", text="elders agreed on a truce for {place} on {day}", once=True, actor="elders"),
    Template(kind="talks", text="both sides met for talks in {place} on {day}", once=True),
    Template(kind="statement", text="the mayor of {place} called for calm on {day}", once=True, actor="mayor",
             act=Act.REQUEST),
    Template(kind="deployment", text="{number} soldiers were sent to {place} on {day}", most=800, once=True,
             basis=EVENT, group="soldiers", hedged=False),
)  # fmt: skip

SPEAKERS = (
    ("the UN office for aid", "un"),
    ("the health ministry", "government"),
    ("the Red Crescent", "ngo"),
    ("the Ushin Observatory", "monitor"),
    ("doctors on the spot", "witness"),
    ("residents", "witness"),
    ("the army's spokesman", "party to the conflict"),
    ("the Free Front", "party to the conflict"),
    ("the state news agency", "media"),
    ("the governor's office", "government"),
    ("Relief Without Delay", "ngo"),
    ("the UN migration office", "un"),
)
"""Who is quoted, and what sort of source that is."""

PUBLISHERS = tuple(f"{name} {sort}" for name in ("Northern", "Coast", "Valley", "Capital") for sort in
                   ("Herald", "Radio", "Bulletin", "Post", "Monitor"))  # fmt: skip
