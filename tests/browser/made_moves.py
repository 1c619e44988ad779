"""A made-up movement of many people with everything in it that a page can show of one."""

from dataclasses import replace
from datetime import date

from clearway.model import Alone, Arrived, Clearing, Crowd, Haven, Held, Loss, Many, Move, Stream

PEOPLE = (18_000, 22_000)
BEST = Clearing(
    people=18_000,
    hours=5.75,
    exact=True,
    quick=True,
    longer=0.0,
    step_minutes=5.0,
    curve=(Arrived(hours=2.0, people=0), Arrived(hours=5.75, people=18_000)),
    left=(),
)
WORST = replace(
    BEST,
    people=22_000,
    hours=27.1,
    exact=False,
    longer=0.025,
    curve=(Arrived(hours=3.5, people=0), Arrived(hours=27.1, people=22_000)),
)


def many(red: str) -> Many:
    """The people of a plan with two ways; `red` is hostile text in the names of legs."""
    move = Move(
        crowds=(Crowd(place="Alba", low=PEOPLE[0], best=None, high=PEOPLE[1], how="as given"),),
        havens=(Haven(place="Dorn", room=None),),
        as_of=date(2021, 5, 10),
        vehicle="car",
        max_age=7,
        unverified=True,
        flow=(300, 600),
        people_a_vehicle=(2, 5),
        because=("not recommended", f"severe danger on {red}"),
        unknown=(f"the number of lanes of {red}",),
        best=BEST,
        worst=WORST,
        streams=tuple(
            Stream(
                origin="Alba", destination="Dorn", people=1_000 - at, legs=(f"Alba to {red}",), leaves=0.0, arrives=27.1
            )
            for at in range(14)
        ),
        held=(Held(leg=red, hourly=480, added=480, gain=7.7), Held(leg="Berg to Dorn", hourly=480, added=480, gain=0)),
        losses=(
            Loss(leg="Berg to Dorn", bridge=True, people=11_280, hours=24.0, stranded=0),
            Loss(leg=red, bridge=False, people=10_720, hours=0.0, stranded=22_000),
        ),
        turned=None,
        network="valley",
        attribution=("© Somebody (ODbL 1.0)",),
        schematic=True,
    )
    alone = (Alone(way="A", people=PEOPLE, hours=(9.4, 50.0)), Alone(way="B", people=PEOPLE, hours=None))
    return Many(people=PEOPLE, alone=alone, together=move)
