from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.corridors.valley import DAY, asked, plan, planner, told, word

from clearway.corridors.recording import corridor, watched, withdrawal
from clearway.corridors.watching import legs_now
from clearway.errors import UsageError
from clearway.model import (
    Agreement,
    Answer,
    Cause,
    Consent,
    Corridor,
    Details,
    Evidence,
    Purpose,
    Status,
    Validity,
    Watched,
    Withdrawal,
    from_json,
    to_json,
)

NOON = datetime(2021, 5, 10, 12, tzinfo=UTC)
OPEN = word(Status.OPEN, origins=2)
LATER = DAY + timedelta(days=1)


def record(*agreements: Agreement, **more: object) -> Corridor:
    made = plan(OPEN)
    details = Details(purpose=Purpose.OUT, **more)  # type: ignore[arg-type]
    return corridor(
        made,
        made.routes[0],
        details,
        name="valley",
        made=NOON,
        valid_until=NOON + timedelta(days=2),
        agreements=agreements,
        access=None,
    )


def held(*evidence: Evidence, at: datetime = NOON + timedelta(days=1)) -> Watched:
    known = record()
    now = legs_now(planner().ground_now(evidence, asked(LATER), known.vehicle), known.route.legs)
    return watched(known, now, at=at, as_of=LATER)


def test_everything_that_nobody_said_is_unknown() -> None:
    party = Agreement(party="army", consent=Consent.CLAIMED, confirmed_by=0, sources=(), claims=(), latest=None)
    told_of = ("window", "recurrence", "beneficiaries", "staying", "monitors", "medical")
    found = record(party, voluntary=Answer.YES, choice=Answer.YES, **dict.fromkeys(told_of, "said"))
    assert found.unknown == (
        "whether army keeps its word, which nobody else confirms",
        "how people reach its start, which is part of the risk",
        "whether it was cleared of mines",
    )


def test_without_any_party_it_is_unknown_who_agrees() -> None:
    assert record().unknown[0] == "which parties agree"


def test_a_record_is_the_same_after_json() -> None:
    assert from_json(to_json(record()), Corridor) == record()


def test_nothing_new_leaves_it_valid() -> None:
    assert held(OPEN).validity is Validity.VALID


def test_a_new_claim_on_a_leg_makes_it_stale_and_is_named() -> None:
    strike = told("attack", "Berg", day=LATER)
    found = held(OPEN, strike)
    assert found.validity is Validity.STALE
    assert [(cause.where, cause.what) for cause in found.causes] == [
        ("Alba to Berg", f"new: {strike.statement}"),
        ("Alba to Berg", "danger was low and is severe"),
        ("Berg to Dorn", f"new: {strike.statement}"),
        ("Berg to Dorn", "danger was low and is severe"),
    ]
    assert strike.claims[0] in found.causes[0].claims


def test_a_word_that_grew_old_makes_it_stale() -> None:
    known = record()
    week = DAY + timedelta(days=8)
    now = legs_now(planner().ground_now([OPEN], asked(week), known.vehicle), known.route.legs)
    found = watched(known, now, at=NOON, as_of=week)
    assert ("Alba to Berg", "the road was said to be open, now unknown") in [
        (one.where, one.what) for one in found.causes
    ]


def test_after_its_hour_it_is_expired_whatever_is_known() -> None:
    found = held(OPEN, at=NOON + timedelta(days=2))
    assert (found.validity, found.causes[0].what) == (Validity.EXPIRED, "its hour has passed: 2021-05-12 12:00")


def test_a_crossing_that_is_shut_now_makes_it_stale_and_says_where() -> None:
    known = record()
    now = legs_now(planner().ground_now([OPEN], asked(), known.vehicle), known.route.legs)
    shut = {known.route.legs[-1].id: "Berg is closed in the file of roads"}
    found = watched(known, now, at=NOON, as_of=DAY, shut=shut)
    assert (found.validity, [(one.where, one.what) for one in found.causes]) == (
        Validity.STALE,
        [("Berg", "Berg is closed in the file of roads")],
    )


def test_a_leg_that_the_roads_lost_makes_it_stale() -> None:
    known = record()
    found = watched(known, {}, at=NOON, as_of=DAY)
    assert [cause.what for cause in found.causes] == ["these roads no longer have the leg"] * 2


def test_a_record_that_was_withdrawn_stays_as_it_was_and_says_who_and_why() -> None:
    known = record()
    gone = withdrawal(known, by=" Amira ", at=NOON, why="the bridge\nis down")
    assert gone == replace(known, withdrawn=Withdrawal(by="Amira", at=NOON, why="the bridge is down"))
    assert from_json(to_json(gone), Corridor) == gone
    found = watched(gone, {}, at=NOON + timedelta(days=9), as_of=LATER)
    told = "withdrawn by Amira on 2021-05-10 12:00: the bridge is down"
    cause = Cause(where="valley", what=told, claims=())
    assert found == Watched(name="valley", validity=Validity.WITHDRAWN, causes=(cause,), as_of=LATER)


def test_a_record_is_withdrawn_once_and_by_somebody() -> None:
    gone = withdrawal(record(), by="Amira", at=NOON)
    with pytest.raises(UsageError, match="it is withdrawn by Amira on 2021-05-10 12:00 already"):
        withdrawal(gone, by="Basil", at=NOON + timedelta(hours=1))
    with pytest.raises(UsageError, match="nobody is named who withdraws it"):
        withdrawal(record(), by=" ", at=NOON)
