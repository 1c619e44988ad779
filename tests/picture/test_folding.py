from datetime import date

import pytest
from tests.picture.making import (
    FRIDAY,
    MONDAY,
    OTHER_TOWN,
    PROVINCE,
    TOWN,
    TUESDAY,
    about,
    bounds,
    claim,
    days,
    only,
    percent,
    picture,
    report,
)

from clearway.errors import UsageError
from clearway.model import (
    Certainty,
    Figure,
    Measure,
    Quantifier,
    Sensitivity,
    SourceKind,
    State,
    Status,
    Whole,
)
from clearway.picture import Entry, fold
from clearway.picture.joining import same_figure

SINCE = days(date(2020, 1, 1), TUESDAY)
LATER = days(date(2020, 1, 1), FRIDAY)


def test_an_empty_picture_has_no_findings() -> None:
    found = fold([], [report()], as_of=TUESDAY)
    assert (found.findings, found.reports, found.claims, found.policy, found.as_of) == ((), 1, 0, "range", TUESDAY)


def test_an_unknown_policy_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="use one of: range"):
        fold([], [], policy="mean")


def test_about_300_and_299_of_one_office_are_one_finding() -> None:
    rough = claim("killed", about(300), by="United Nations", at=PROVINCE, group="civilians")
    plain = claim("killed", 299, by="UN rights office", group="civilians", when=SINCE, start=50)
    found = only(picture(rough, plain))
    assert bounds(found) == (299, 299, 299)
    assert found.best is not None
    assert found.best.claims == (plain.id,)
    assert set(found.claims) == {rough.id, plain.id}
    assert (found.state, found.place, found.period) == (State.SINGLE_SOURCE, "Northshire", SINCE)
    assert found.sources == ("UN rights office", "United Nations")
    assert found.statement == "299 civilians killed"
    assert "rounder wordings of the same source's figure are kept with it" in found.notes


def test_nearly_a_million_and_close_to_900000_are_never_added() -> None:
    found = picture(
        claim("displaced", Figure(value=1_000_000, quantifier=Quantifier.ALMOST), by="UN officials", at="the border"),
        claim("displaced", Figure(value=900_000, quantifier=Quantifier.ALMOST), by="Ann Bell", at=PROVINCE, start=50),
    )
    values = {bound.value for one in found.findings for bound in (one.low, one.best, one.high) if bound}
    assert values == {1_000_000, 900_000}


def test_two_sources_that_give_one_figure_agree() -> None:
    one = claim("killed", 12, by="Coast Monitor", at=TOWN, when=days(MONDAY))
    other = claim("killed", about(12), by="Relief Board", at=TOWN, when=days(MONDAY), within="r2")
    found = only(picture(one, other))
    assert (found.state, bounds(found)) == (State.AGREED, (10, 12, 14))
    assert found.low is not None
    assert (found.low.claims, found.low.stated) == ((other.id,), False)


def test_sources_that_exclude_one_another_are_contested_without_a_best() -> None:
    few = claim("killed", 2, by="Exland army", at=TOWN, when=days(MONDAY))
    many = claim("killed", 5, by="Coast Monitor", at=TOWN, when=days(MONDAY), within="r2")
    found = only(picture(few, many))
    assert (found.state, bounds(found)) == (State.CONTESTED, (2, None, 5))
    assert found.low is not None
    assert found.high is not None
    assert (found.low.claims, found.high.claims) == ((few.id,), (many.id,))
    assert found.statement == "between 2 and 5 people killed"


def test_no_one_hurt_is_held_against_a_count() -> None:
    none = claim("injured", by="Exland army", at=TOWN, when=days(MONDAY), negated=True)
    two = claim("injured", 2, by="Coast Monitor", at=TOWN, when=days(MONDAY), within="r2")
    found = only(picture(none, two))
    assert (found.state, bounds(found)) == (State.CONTESTED, (0, None, 2))


def test_two_figures_of_one_speaker_for_one_day_stay_apart() -> None:
    found = picture(
        claim("killed", 2, by="Coast Monitor", at=TOWN, when=days(MONDAY), cause="shelling"),
        claim("killed", 5, by="Coast Monitor", at=TOWN, when=days(MONDAY), cause="air strike", start=50),
    )
    assert [bounds(one) for one in found.findings] == [(5, 5, 5), (2, 2, 2)]


def test_small_equal_numbers_elsewhere_are_not_the_same() -> None:
    found = picture(
        claim("killed", 2, by="Coast Monitor", at=TOWN, when=days(MONDAY)),
        claim("killed", 2, by="Coast Monitor", at=OTHER_TOWN, when=days(MONDAY), start=50),
        claim("killed", 2, by="Coast Monitor", within="r2"),
    )
    assert len(found.findings) == 3


def test_copies_of_one_wire_count_as_one_source() -> None:
    words = "Ten people were killed when shells hit the market of the town, rescuers wrote in a note on Monday"
    found = only(
        picture(
            claim("killed", 10, at=TOWN, when=days(MONDAY), words=words),
            claim("killed", 10, at=TOWN, when=days(MONDAY), words=f"{words} evening", within="r2"),
        )
    )
    assert (found.state, len(found.claims)) == (State.SINGLE_SOURCE, 2)
    assert "2 reports give one source or the same words: counted as one source" in found.notes
    assert found.sources == ("report: Paper r1", "report: Paper r2")


def test_a_later_running_total_supersedes_the_earlier() -> None:
    old = claim("killed", 250, by="UN rights office", at=PROVINCE, when=SINCE)
    new = claim("killed", 310, by="UN rights office", at=PROVINCE, when=LATER, within="r2")
    current, before = picture(old, new, r2=FRIDAY).findings
    assert (bounds(current), current.state) == ((310, 310, 310), State.SINGLE_SOURCE)
    assert (bounds(before), before.state, before.superseded_by) == ((250, 250, 250), State.SUPERSEDED, current.id)
    assert "superseded by 310 (UN rights office, 2020-02-21)" in before.notes
    assert "earlier: 250 (UN rights office, 2020-02-18)" in current.notes


def test_a_later_stock_supersedes_but_another_count_does_not() -> None:
    old = claim("displaced", 900_000, by="Ann Bell", at=PROVINCE)
    new = claim("displaced", 948_000, by="Ann Bell", at=PROVINCE, within="r2")
    camp = claim("displaced", 4_000, by="Ann Bell", at=PROVINCE, within="r2", start=50)
    found = picture(old, new, camp, r2=FRIDAY).findings
    assert [(bounds(one)[1], one.state) for one in found] == [
        (948_000, State.SINGLE_SOURCE),
        (4_000, State.SINGLE_SOURCE),
        (900_000, State.SUPERSEDED),
    ]


def test_as_of_an_earlier_day_the_update_is_not_known() -> None:
    old = claim("killed", 250, by="UN rights office", at=PROVINCE, when=SINCE)
    new = claim("killed", 310, by="UN rights office", at=PROVINCE, when=LATER, within="r2")
    reports = [report("r1"), report("r2", published=FRIDAY)]
    found = fold([old, new], reports, as_of=TUESDAY)
    assert (found.reports, found.claims, bounds(only(found))) == (1, 1, (250, 250, 250))


def test_a_report_without_a_date_counts_only_where_no_day_is_asked_for() -> None:
    undated = [report(published=None)]
    assert only(fold([claim("killed", 3)], undated)).latest is None
    assert fold([claim("killed", 3)], undated, as_of=FRIDAY).findings == ()


def test_a_share_keeps_its_whole_and_gives_a_derived_count() -> None:
    whole = claim("killed", 299, by="UN rights office", group="civilians", when=SINCE)
    figure = Figure(
        value=93,
        quantifier=Quantifier.APPROXIMATELY,
        unit="percent",
        measure=Measure.SHARE,
        whole=Whole(words="299 civilian deaths", value=299),
    )
    part = claim("killed", figure, by="UN rights office", group="civilians", actor="the army", when=SINCE, start=50)
    counted, share, derived = sorted(
        picture(whole, part).findings, key=lambda one: (one.derived_from or "", one.unit != "person")
    )
    assert share.statement == "civilians killed by the army: about 93 percent of 299 civilian deaths"
    assert (bounds(share), share.part_of) == ((88, 93, 98), counted.id)
    assert (bounds(derived), derived.unit, derived.measure) == ((263, 278, 294), "person", Measure.COUNT)
    assert derived.derived_from == share.id
    assert derived.statement == (
        "derived, not reported: about 278 civilians killed by the army (93 percent (approximately) of 299)"
    )
    stated = [bound.stated for bound in (derived.low, derived.best, derived.high) if bound]
    assert stated == [False, False, False]
    assert derived.best is not None
    assert derived.best.how == "93 percent (approximately) of 299"


def test_a_share_of_unnumbered_things_gives_no_count() -> None:
    figure = percent(50, None, "all the clinics in the north")
    found = only(picture(claim("facility_status", figure, facility="clinic", status=Status.FUNCTIONING)))
    assert found.statement == "clinics functioning: 50 percent of all the clinics in the north"


def test_a_part_is_noted_as_part_of_its_whole() -> None:
    whole = claim("killed", 12, at=TOWN, when=days(MONDAY))
    three = Figure(value=3, whole=Whole(words="12 people", value=12))
    part = claim("killed", three, at=TOWN, when=days(MONDAY), group="children", start=50)
    of, within = picture(whole, part).findings
    assert (bounds(of)[1], bounds(within)[1], within.part_of) == (12, 3, of.id)
    assert "part of: 12 people killed" in within.notes


def test_a_denial_makes_a_finding_contested_and_gives_no_bound() -> None:
    said = claim("facility_attack", 2, by="Coast Monitor", facility="hospital", at=TOWN, when=days(MONDAY))
    denied = claim(
        "facility_attack", by="Exland army", facility="hospital", at=TOWN, certainty=Certainty.DENIED, within="r2"
    )
    found = only(picture(said, denied))
    assert (found.state, bounds(found)) == (State.CONTESTED, (2, 2, 2))
    assert "denied by Exland army (2020-02-18)" in found.notes
    assert found.statement == "2 hospitals attacked"


def test_a_denial_of_nothing_told_stands_alone() -> None:
    found = only(picture(claim("attack", by="Exland army", certainty=Certainty.DENIED)))
    assert "a denial; what it denies is in none of the reports" in found.notes
    assert found.statement == "attack (denied)"


def test_intended_acts_never_go_with_done_ones() -> None:
    found = picture(
        claim("deployment", 500, by="Exland", at=PROVINCE, group="troops"),
        claim("deployment", 500, by="Exland", at=PROVINCE, group="troops", certainty=Certainty.INTENDED, start=50),
    )
    assert sorted(one.certainty for one in found.findings) == [Certainty.ASSERTED, Certainty.INTENDED]


def test_a_party_that_speaks_about_itself_is_noted() -> None:
    figure = Figure(quantifier=Quantifier.DOZENS, unit="settlement")
    found = only(
        picture(claim("control", figure, by="Exland army", actor="Exland army", status=Status.GAINED, at=PROVINCE))
    )
    assert found.statement == "dozens of settlements gained by Exland army"
    assert (bounds(found), found.notes) == ((12, None, None), ("said by a party about itself: Exland army",))


def test_a_party_that_tells_of_ground_gained_and_not_by_whom_speaks_about_itself() -> None:
    own = claim("control", by="Exland regime", sort=SourceKind.PARTY, at=TOWN, status=Status.GAINED)
    assert "said by a party about itself: Exland regime" in only(picture(own)).notes
    lost = claim("control", by="Exland regime", sort=SourceKind.PARTY, at=TOWN, status=Status.LOST)
    assert only(picture(lost)).notes == ()
    seen = claim("control", by="Coast Monitor", sort=SourceKind.MONITOR, at=TOWN, status=Status.GAINED)
    assert only(picture(seen)).notes == ()


def test_the_latest_status_of_a_road_holds_and_the_earlier_is_superseded() -> None:
    shut = claim("road_status", by="Coast Monitor", at="A5 road", status=Status.CLOSED, when=days(MONDAY))
    free = claim("road_status", by="Coast Monitor", at="A5 road", status=Status.OPEN, when=days(FRIDAY), within="r2")
    again = claim("road_status", by="Relief Board", at="A5 road", status=Status.OPEN, when=days(FRIDAY), within="r3")
    current, before = picture(shut, free, again, r2=FRIDAY, r3=FRIDAY).findings
    assert (current.status, current.state, current.statement) == ("open", State.AGREED, "road open")
    assert (before.status, before.state, before.superseded_by) == ("closed", State.SUPERSEDED, current.id)
    assert "earlier: closed (Coast Monitor, 2020-02-17)" in current.notes


def test_statuses_of_one_day_that_exclude_one_another_are_contested() -> None:
    shut = claim("road_status", by="Coast Monitor", at="A5 road", status=Status.CLOSED, when=days(MONDAY))
    free = claim("road_status", by="Relief Board", at="A5 road", status=Status.OPEN, when=days(MONDAY), within="r2")
    found = only(picture(shut, free))
    assert (found.state, found.status) == (State.CONTESTED, "closed or open")


def test_two_parties_that_both_hold_a_town_are_contested() -> None:
    found = only(
        picture(
            claim("control", by="Army", actor="Army", at=TOWN, status=Status.GAINED, when=days(MONDAY)),
            claim("control", by="Rebels", actor="Rebels", at=TOWN, status=Status.HELD, when=days(MONDAY), within="r2"),
        )
    )
    assert found.state is State.CONTESTED


def test_shares_of_different_wholes_are_not_comparable() -> None:
    half = percent(50, 500, "500 clinics")
    other = percent(80, 90, "90 clinics")
    found = picture(
        claim("facility_status", half, by="Relief Board", at=PROVINCE, facility="clinic", status=Status.FUNCTIONING),
        claim(
            "facility_status", other, by="Ann Bell", at=PROVINCE, facility="clinic", status=Status.FUNCTIONING, start=9
        ),
    )
    assert {one.state for one in found.findings if one.derived_from is None} == {State.INCOMPARABLE}


def test_attacks_on_one_place_and_day_are_one_finding() -> None:
    one = claim("attack", by="Coast Monitor", at=TOWN, when=days(MONDAY), cause="air strike")
    other = claim("attack", by="Relief Board", at=TOWN, when=days(MONDAY), cause="air strike", within="r2")
    found = only(picture(one, other))
    assert (found.statement, found.state) == ("air strike", State.AGREED)


def test_findings_stand_by_topic_then_kind_then_importance() -> None:
    found = picture(
        claim("talks", start=1),
        claim("displaced", 5, start=2, at=TOWN),
        claim("injured", 5, start=3),
        claim("killed", 5, start=4, at=TOWN),
        claim("killed", 500, start=5, at=PROVINCE),
    )
    assert [(one.topic, one.kind, bounds(one)[1]) for one in found.findings] == [
        ("harm", "killed", 500),
        ("harm", "killed", 5),
        ("harm", "injured", 5),
        ("displacement", "displaced", 5),
        ("talks, agreements and statements", "talks", None),
    ]


def test_a_claim_of_a_kind_that_nobody_lists_keeps_its_place() -> None:
    found = picture(claim("volcano_song", 3), claim("talks", start=9))
    assert [(one.topic, one.kind) for one in found.findings][-1] == ("other", "volcano_song")


def test_a_finding_is_as_sensitive_as_its_most_sensitive_claim() -> None:
    one = claim("killed", 12, at=TOWN, when=days(MONDAY))
    grave = type(one)(
        kind=one.kind,
        passage=one.passage,
        sentence=one.sentence,
        figure=one.figure,
        places=one.places,
        period=one.period,
        group="people",
        sensitivity=Sensitivity.SEVERE,
    )
    assert only(picture(one, grave)).sensitivity is Sensitivity.SEVERE


def test_the_id_of_a_finding_stays_when_another_source_joins() -> None:
    one = claim("killed", 12, by="Coast Monitor", at=TOWN, when=days(MONDAY))
    other = claim("killed", 12, by="Relief Board", at=TOWN, when=days(MONDAY), within="r2")
    assert only(picture(one)).id == only(picture(one, other)).id


def test_un_offices_within_one_report_are_one_source() -> None:
    found = only(
        picture(
            claim("killed", about(300), by="OHCHR", sort=SourceKind.UN, at=PROVINCE),
            claim("killed", 299, by="United Nations", sort=SourceKind.UN, at=PROVINCE, start=50),
        )
    )
    assert found.state is State.SINGLE_SOURCE


def test_named_speakers_whom_one_report_sets_side_by_side_answer_one_question() -> None:
    one = claim("killed", 18, by="Blue Vests", group="civilians")
    other = claim("killed", 19, by="Coast Monitor", group="civilians", start=40)
    found = only(picture(one, other))
    assert (bounds(found), found.state) == ((18, None, 19), State.CONTESTED)
    far = claim("killed", 60, by="Coast Monitor", group="civilians", start=40)
    assert len(picture(one, far).findings) == 2
    elsewhere = claim("killed", 19, by="Coast Monitor", group="civilians", within="r2")
    assert len(picture(one, elsewhere).findings) == 2


def test_undated_copies_of_many_reports_are_compared_with_a_few_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    def noted(one: Entry, other: Entry) -> bool:
        asked.append((one.claim.id, other.claim.id))
        return same_figure(one, other)

    monkeypatch.setattr("clearway.picture.joining.same_figure", noted)
    words = "five people were killed in the market at noon said the office"
    copies = [claim("killed", 5, by="Office", within=f"w{number}", words=words, at=TOWN) for number in range(50)]
    assert len(only(picture(*copies)).claims) == 50
    assert len(asked) < 100
