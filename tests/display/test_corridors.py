from dataclasses import replace
from datetime import UTC, date, datetime

from tests.browser.made_plan import SHELLS, plan

from clearway.display.corridors import corridor_views
from clearway.model import Agreement, Answer, Cause, Consent, Corridor, Details, Purpose, Validity, Watched

RECORD = Corridor(
    name="valley",
    made=datetime(2021, 5, 10, tzinfo=UTC),
    valid_until=datetime(2021, 5, 12, 16, tzinfo=UTC),
    as_of=date(2021, 5, 10),
    vehicle="bus",
    max_age=7,
    details=Details(purpose=Purpose.OUT, window="08:00 to 16:00", choice=Answer.NO),
    route=plan().routes[0],
    access=plan().routes[1],
    agreements=(
        Agreement(
            party="army",
            consent=Consent.CONFIRMED,
            confirmed_by=2,
            sources=("a monitor",),
            claims=(SHELLS.id,),
            latest=None,
        ),
    ),
    unknown=("who monitors it",),
    attribution=("\u00a9 Somebody (ODbL 1.0)",),
    schematic=True,
)
STALE = Watched(
    name="valley",
    validity=Validity.STALE,
    causes=(
        Cause(where="Alba to Berg", what="new: shelling", claims=(SHELLS.id, "elsewhere")),
        Cause(where="Alba to Berg", what="danger was low and is severe", claims=(SHELLS.id,)),
    ),
    as_of=date(2021, 5, 11),
)


def test_a_record_is_told_with_how_it_stands_and_what_nobody_has_said() -> None:
    (one,) = corridor_views([(RECORD, STALE)], {SHELLS.id: SHELLS})
    assert (one.key, one.name, one.validity, one.where) == ("k-1", "valley", "stale", "Alba to Dorn by bus")
    assert (one.until, one.made) == ("12 May 2021 16:00 UTC", "10 May 2021")
    assert one.unknown == ("who monitors it",)
    assert [(party.party, party.told) for party in one.agreements] == [("army", "confirmed by others, 2 sources")]
    assert one.details[:2] == (("purpose", "out"), ("window", "08:00 to 16:00"))


def test_a_claim_is_quoted_once_and_only_where_it_is_on_the_page() -> None:
    (one,) = corridor_views([(RECORD, STALE)], {SHELLS.id: SHELLS})
    assert [(cause.what, cause.claims) for cause in one.causes] == [
        ("new: shelling", (SHELLS.id,)),
        ("danger was low and is severe", ()),
    ]


def test_its_lines_begin_with_the_way_to_its_start() -> None:
    (one,) = corridor_views([(replace(RECORD, access=None), STALE)], {})
    (reached,) = corridor_views([(RECORD, STALE)], {})
    assert [leg["danger"] for leg in one.plain()["legs"]] == ["severe", "low"]
    assert [leg["danger"] for leg in reached.plain()["legs"]] == ["moderate", "unknown", "severe", "low"]
    assert (one.plain()["key"], one.plain()["name"], one.plain()["holds"]) == ("k-1", "valley: stale", False)
