"""What is asked of corridors, as it stands in an address and in a form, and what the crisis is asked by it."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, time
from typing import TYPE_CHECKING, Annotated, Any, TypeVar
from urllib.parse import parse_qs, urlencode

from fastapi import Query

from clearway.crisis.corridors import Ask
from clearway.crisis.moving import people_of
from clearway.display.catalogue import say
from clearway.errors import UsageError
from clearway.web.refused import in_field

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Value = TypeVar("Value")

LONGEST = 200
LONGEST_AVOID = 8_000
MOST_AVOIDED = 40
"""Things to keep clear of."""
FARTHEST_KM = 100.0
NAMES = {"origin": "from", "destination": "to", "origins": "from", "destinations": "to"}
"""Fields that are called otherwise in an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question for ways, in the words of whoever asks; what is empty is as usual. `avoid` has a line a thing."""

    origin: str = ""
    destination: str = ""
    vehicle: str = "car"
    as_of: str = ""
    depart: str = ""
    at: str = ""
    max_age: str = "7"
    unverified: bool = False
    people: str = ""
    within_km: str = "5"
    avoid: str = ""

    @property
    def is_asked(self) -> bool:
        """Whether there is a place to begin or to end at."""
        return bool(self.origin or self.destination)

    @property
    def query(self) -> str:
        """The question as it stands in an address; the same question is written in the same way."""
        return written(self, Question())

    @classmethod
    def of(cls, query: str) -> "Question":
        """The question in an address; what it does not know is left out."""
        return question(**told_in(query, cls))

    def ask(self, today: date) -> Ask:
        """What the crisis is asked; raises `UsageError` for what makes no sense, in a line."""
        if not (self.origin and self.destination):
            missing = "to" if self.origin else "from"
            raise UsageError(missing, rule=say("wrong.no_place"), remedy=say("wrong.name_place"))
        return Ask(
            origin=self.origin,
            destination=self.destination,
            vehicle=self.vehicle,
            as_of=day_of(self.as_of, "as_of", say("wrong.as_known_on")) or today,
            depart=day_of(self.depart, "depart", say("wrong.day_of_leaving")),
            at=read_as(self.at, time.fromisoformat, "at", say("wrong.hour_of_leaving"), say("wrong.write_hour")),
            max_age=read_as(self.max_age, int, "max_age", say("wrong.age"), say("wrong.give_days")) or 0,
            show_unverified=self.unverified,
            avoid=lines_of(self.avoid),
            within_km=kilometres_of(self.within_km),
            people=people_of(self.people) if self.people else None,
            files=False,  # a file of the server is nobody's to name from a page
        )


def question(
    origin: Annotated[str, Query(alias="from", max_length=LONGEST, description="A place, or latitude,longitude.")] = "",
    destination: Annotated[str, Query(alias="to", max_length=LONGEST, description="Where to.")] = "",
    vehicle: Annotated[str, Query(max_length=20)] = "",
    as_of: Annotated[str, Query(max_length=20, description="The last day whose reports count; today, if none.")] = "",
    depart: Annotated[str, Query(max_length=20, description="The day of leaving.")] = "",
    at: Annotated[str, Query(max_length=20, description="The hour of leaving, local time: HH:MM.")] = "",
    max_age: Annotated[str, Query(max_length=6, description="For how many days a word on a road counts.")] = "",
    unverified: Annotated[bool, Query(description="Show ways that are unknown in part.")] = False,
    people: Annotated[str, Query(max_length=40, description="N or LOW..HIGH.")] = "",
    within_km: Annotated[str, Query(max_length=10, description="How far from a road a place may lie.")] = "",
    avoid: Annotated[
        str,
        Query(
            max_length=LONGEST_AVOID,
            description="What to keep clear of, one a line: a place, PLACE within N km, or the corners of an area "
            "as latitude,longitude; latitude,longitude; ...",
        ),
    ] = "",
) -> Question:
    """The question in an address."""
    return Question(
        origin=origin.strip(),
        destination=destination.strip(),
        vehicle=vehicle.strip() or "car",
        as_of=as_of.strip(),
        depart=depart.strip(),
        at=at.strip(),
        max_age=max_age.strip() or "7",
        unverified=unverified,
        people=people.strip(),
        within_km=within_km.strip() or "5",
        avoid="\n".join(line.strip() for line in avoid.splitlines() if line.strip()),
    )


def day_of(text: str, name: str, what: str) -> date | None:
    """A day as it is written in a field of that name; nothing where nothing is."""
    return read_as(text, date.fromisoformat, name, what, say("wrong.write_day"))


def read_as(text: str, reads: Callable[[str], Value], name: str, what: str, remedy: str) -> Value | None:
    """A value as it is written in a field; nothing where nothing is."""
    try:
        return reads(text) if text else None
    except ValueError as error:
        with in_field(name):
            raise UsageError(what, rule=say("wrong.is_none", text=f"{text!r}"), remedy=remedy) from error


def written(asked: "DataclassInstance", plain: "DataclassInstance") -> str:
    """A question as it stands in an address: the fields in which it is not as usual."""
    told = {one.name: getattr(asked, one.name) for one in fields(asked)}
    kept = {name: value for name, value in told.items() if value != getattr(plain, name)}
    return urlencode({NAMES.get(name, name): "1" if value is True else value for name, value in kept.items()})


def told_in(query: str, sort: "type[DataclassInstance]") -> dict[str, Any]:
    """The fields of a sort of question in an address; what it does not know is left out."""
    told = {name: values[-1] for name, values in parse_qs(query, max_num_fields=40).items()}
    words = {one.name: told.get(NAMES.get(one.name, one.name), "") for one in fields(sort)}
    return {**words, "unverified": words["unverified"] == "1"}


def lines_of(text: str) -> tuple[str, ...]:
    """What to keep clear of, a line each; raises `UsageError` where there is too much."""
    lines = tuple(text.splitlines())
    if len(lines) > MOST_AVOIDED:
        rule = say("wrong.avoided", n=len(lines))
        raise UsageError("avoid", rule=rule, remedy=say("wrong.fewer_avoided", most=MOST_AVOIDED))
    return lines


def kilometres_of(text: str) -> float:
    """How far from a road a place may lie; raises `UsageError` for what makes no sense."""
    found = read_as(text, float, "within_km", say("wrong.how_far"), say("wrong.give_km")) or 0.0
    if not 0 <= found <= FARTHEST_KM:  # which is false of what is no number, too
        rule = say("wrong.too_far", km=text, most=f"{FARTHEST_KM:g}")
        with in_field("within_km"):
            raise UsageError(say("wrong.how_far"), rule=rule, remedy=say("wrong.give_5"))
    return found
