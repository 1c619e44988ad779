"""What is asked of a movement of many, as it stands in an address and in a form, and what the crisis is asked by it."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Query

from clearway.crisis.moving import Moving, parted, people_of, range_of, room_of
from clearway.display.catalogue import say
from clearway.errors import UsageError
from clearway.web.questions import LONGEST_AVOID, day_of, kilometres_of, lines_of, read_as, told_in, written
from clearway.web.refused import in_field

MOST_PLACES = 30
"""Places from which people go, and where they go to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A question for a movement, in the words of whoever asks; `origins` and `destinations` have a line a place."""

    origins: str = ""
    destinations: str = ""
    vehicle: str = "car"
    as_of: str = ""
    max_age: str = "7"
    unverified: bool = False
    people_a_vehicle: str = ""
    flow: str = ""
    within_km: str = "5"
    avoid: str = ""

    @property
    def is_asked(self) -> bool:
        """Whether there is a place to begin or to end at."""
        return bool(self.origins or self.destinations)

    @property
    def query(self) -> str:
        """The question as it stands in an address; the same question is written in the same way."""
        return written(self, Movement())

    @classmethod
    def of(cls, query: str) -> "Movement":
        """The question in an address; what it does not know is left out."""
        return movement(**told_in(query, cls))

    def ask(self, today: date) -> Moving:
        """What the crisis is asked; raises `UsageError` for what makes no sense, in a line."""
        with in_field("from"):
            origins = [(place, people_of(count) if count else None) for place, count in _places(self.origins)]
        with in_field("to"):
            targets = [(place, room_of(count) if count else None) for place, count in _places(self.destinations)]
        with in_field("flow"):
            flow = range_of(self.flow) if self.flow else None
        with in_field("people_a_vehicle"):
            people = range_of(self.people_a_vehicle) if self.people_a_vehicle else None
        return Moving(
            origins=origins,
            destinations=targets,
            as_of=day_of(self.as_of, "as_of", say("wrong.as_known_on")) or today,
            vehicle=self.vehicle,
            max_age=read_as(self.max_age, int, "max_age", say("wrong.age"), say("wrong.give_days")) or 0,
            unverified=self.unverified,
            flow=flow,
            people_a_vehicle=people,
            within_km=kilometres_of(self.within_km),
            avoid=lines_of(self.avoid),
            files=False,  # a file of the server is nobody's to name from a page
        )


def movement(
    origins: Annotated[
        str, Query(alias="from", max_length=4_000, description="From where, one a line: PLACE, PLACE=N or =LOW..HIGH.")
    ] = "",
    destinations: Annotated[
        str, Query(alias="to", max_length=4_000, description="Where to, one a line: PLACE, or PLACE=ROOM.")
    ] = "",
    vehicle: Annotated[str, Query(max_length=20)] = "",
    as_of: Annotated[str, Query(max_length=20, description="The last day whose reports count; today, if none.")] = "",
    max_age: Annotated[str, Query(max_length=6, description="For how many days a word on a road counts.")] = "",
    unverified: Annotated[bool, Query(description="Use legs in severe danger, and those that are unknown.")] = False,
    people_a_vehicle: Annotated[str, Query(max_length=40, description="LOW..HIGH, how many go in each.")] = "",
    flow: Annotated[str, Query(max_length=40, description="LOW..HIGH, how many an hour a lane passes.")] = "",
    within_km: Annotated[str, Query(max_length=10, description="How far from a road a place may lie.")] = "",
    avoid: Annotated[str, Query(max_length=LONGEST_AVOID, description="What to keep clear of, one a line.")] = "",
) -> Movement:
    """The question in an address."""
    return Movement(
        origins=_trimmed(origins),
        destinations=_trimmed(destinations),
        vehicle=vehicle.strip() or "car",
        as_of=as_of.strip(),
        max_age=max_age.strip() or "7",
        unverified=unverified,
        people_a_vehicle=people_a_vehicle.strip(),
        flow=flow.strip(),
        within_km=within_km.strip() or "5",
        avoid=_trimmed(avoid),
    )


def _trimmed(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _places(text: str) -> list[tuple[str, str]]:
    """Each place with its number; raises `UsageError` where there is none, or too many."""
    lines = text.splitlines()
    if not lines:
        raise UsageError(say("wrong.movement"), rule=say("wrong.no_places"), remedy=say("wrong.name_places"))
    if len(lines) > MOST_PLACES:
        rule = say("wrong.places", n=len(lines))
        raise UsageError(say("wrong.movement"), rule=rule, remedy=say("wrong.fewer_places", most=MOST_PLACES))
    return [parted(line) for line in lines]
