from tests.picture.making import MONDAY, TOWN, TUESDAY, claim, days, report

from clearway.model import Claim, State
from clearway.picture import entry_of
from clearway.picture.entries import Entry
from clearway.picture.harms import alleged, harms

HERE = {"at": TOWN, "when": days(MONDAY)}
LATER = TUESDAY.replace(day=20)


def entries(*claims: Claim) -> list[Entry]:
    return [entry_of(one, report(one.report, published=LATER if one.report == "r2" else TUESDAY)) for one in claims]


def test_kinds_come_in_order_and_people_before_their_groups() -> None:
    found = harms(
        entries(
            claim("injured", 9, start=1, **HERE),
            claim("killed", 4, group="children", start=2, **HERE),
            claim("killed", 7, group="civilians", start=3, **HERE),
        ),
        [],
    )
    assert [(harm.kind, harm.group) for harm in found] == [("killed", None), ("killed", "children"), ("injured", None)]


def test_a_kind_without_any_number_is_told_without_bounds() -> None:
    (harm,) = harms(entries(claim("killed", **HERE), claim("killed", group="children", start=5, **HERE)), [])
    assert (harm.low, harm.best, harm.high, len(harm.claims)) == (None, None, None, 2)


def test_claims_without_a_number_are_silent_beside_one_with() -> None:
    (harm,) = harms(entries(claim("killed", group="children", **HERE), claim("killed", 5, start=5, **HERE)), [])
    assert harm.best is not None
    assert (harm.group, harm.best.value) == (None, 5)


def test_a_figure_that_its_speaker_replaced_gives_no_bound() -> None:
    first = claim("killed", 18, by="Monitor", **HERE)
    second = claim("killed", 21, by="Monitor", within="r2", **HERE)
    (harm,) = harms(entries(first, second), [])
    assert harm.low is not None
    assert (harm.low.value, harm.claims) == (21, tuple(sorted((first.id, second.id))))


def test_a_denial_makes_its_kind_contested() -> None:
    told = entries(claim("killed", 5, **HERE), claim("injured", 5, start=3, **HERE))
    assert [harm.state for harm in harms(told, [told[0]])] == [State.CONTESTED, State.SINGLE_SOURCE]


def test_how_many_attacks_there_were_is_no_harm() -> None:
    assert harms(entries(claim("attack", 2, **HERE)), []) == ()


def test_whom_claims_accuse_comes_with_who_accuses_them() -> None:
    found = alleged(
        entries(
            claim("killed", 5, actor="army", by="Monitor", **HERE),
            claim("killed", 6, actor="Army", by="Clinic", start=1, **HERE),
            claim("killed", 7, actor="rebels", by="rebels", start=2, **HERE),
        )
    )
    assert [(one.by, one.own) for one in found] == [(("Clinic", "Monitor"), False), (("rebels",), True)]
