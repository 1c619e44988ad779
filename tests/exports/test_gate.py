import pytest
from tests.exports.making import claim, finding, people, place, report, said_by
from tests.sources.making import document

from clearway.exports import release, released_as, report_of
from clearway.exports.rules import RULES
from clearway.model import (
    Candidate,
    Level,
    MayRedistribute,
    Place,
    Profile,
    Sensitivity,
    Source,
    SourceKind,
)
from clearway.sources import read

HIT = report(
    "Two hospitals in Qorat were hit on Monday. The army took Qorat. About 40 people fled Aleppo.",
    title="Hospitals hit in Qorat",
    url="https://example.org/2020/hospitals-hit-in-qorat",
)
ATTACK = claim(
    HIT, "facility_attack", "Two hospitals in Qorat were hit", facility="hospital", places=(place(HIT, "Qorat"),)
)
TAKEN = claim(HIT, "control", "The army took Qorat", places=(place(HIT, "Qorat"),))
FLED = claim(HIT, "displaced", "About 40 people fled Aleppo", places=(place(HIT, "Aleppo", level=Level.ADM1),))


def test_restricted_lets_everything_pass_and_says_so() -> None:
    out = release([HIT], [ATTACK, TAKEN], [finding(ATTACK)], profile=Profile.RESTRICTED)
    assert (out.reports, out.claims, out.findings) == ((HIT,), (ATTACK, TAKEN), (finding(ATTACK),))
    assert out.withheld == ()
    assert out.banner.startswith("RESTRICTED")


def test_public_gives_the_district_of_a_facility_and_no_point() -> None:
    (out,) = release([HIT], [ATTACK], profile=Profile.PUBLIC).claims
    assert [spot.name for spot in out.places] == ["Jebel Saman"]
    assert out.places[0].resolved == Candidate(
        id="pcode:SY0200",
        name="Jebel Saman",
        level=Level.ADM2,
        country="SY",
        adm1="Aleppo",
        adm1_code="SY02",
        adm2="Jebel Saman",
        adm2_code="SY0200",
        pcode="SY0200",
    )


def test_a_place_that_one_claim_hides_is_hidden_in_the_others() -> None:
    out = release([HIT], [ATTACK, TAKEN], profile=Profile.PUBLIC)
    assert out.claims[1].places[0].name == "Jebel Saman"
    assert out.claims[1].passage.words == "The army took [place withheld]"


def test_a_place_is_told_where_no_facility_camp_or_convoy_is_at_it() -> None:
    (out,) = release([HIT], [TAKEN], profile=Profile.PUBLIC).claims
    assert out.places[0].name == "Qorat"
    assert out.places[0].resolved is not None
    assert out.places[0].resolved.latitude == 36.28


def test_public_tells_no_narrative_of_an_attack_on_a_facility() -> None:
    out = release([HIT], [ATTACK, FLED], profile=Profile.PUBLIC)
    assert out.reports[0].text.startswith(
        "[withheld: tells of a facility, camp or convoy] The army took [place withheld]."
    )
    assert out.reports[0].title is None
    assert out.reports[0].url == "https://example.org/"


def test_partners_read_the_narrative_without_the_place() -> None:
    out = release([HIT], [ATTACK], profile=Profile.PARTNERS)
    assert out.claims[0].passage.words == "Two hospitals in [place withheld] were hit"
    assert out.reports[0].title == "Hospitals hit in [place withheld]"


@pytest.mark.parametrize("profile", [Profile.PUBLIC, Profile.PARTNERS])
def test_a_passage_cuts_its_words_out_of_the_released_text(profile: Profile) -> None:
    out = release([HIT], [ATTACK, TAKEN, FLED], profile=profile)
    assert all(one.passage.cuts(out.reports[0].text) and one.sentence.cuts(out.reports[0].text) for one in out.claims)


def test_a_settlement_called_like_its_province_does_not_hide_the_province() -> None:
    of = report("A clinic in Idlib was hit. Idlib province is full.")
    city = claim(
        of, "facility_attack", "A clinic in Idlib was hit", places=(place(of, "Idlib", adm1="Idleb", adm2="Ariha"),)
    )
    wide = claim(of, "population", "Idlib province is full")
    assert release([of], [city, wide], profile=Profile.PUBLIC).claims[1].passage.words == "Idlib province is full"


def test_a_place_that_nobody_could_resolve_is_hidden_where_it_tells_of_a_camp() -> None:
    of = report("A camp near Umm Shajar flooded.")
    unresolved = Place(name="Umm Shajar", start=12, end=22)
    (out,) = release(
        [of], [claim(of, "hazard", "camp near Umm Shajar flooded", places=(unresolved,))], profile=Profile.PUBLIC
    ).claims
    assert [spot.name for spot in out.places] == ["[place withheld]"]


def test_deliveries_are_told_to_partners_but_not_to_the_public() -> None:
    of = report("Thirty trucks of flour reached Qorat.")
    sent = claim(of, "aid_delivery", "Thirty trucks of flour reached Qorat", places=(place(of, "Qorat"),))
    assert release([of], [sent], profile=Profile.PARTNERS).claims[0].places[0].name == "Qorat"
    assert release([of], [sent], profile=Profile.PUBLIC).claims[0].places[0].name == "Jebel Saman"


def test_a_severe_claim_is_told_by_its_province() -> None:
    of = report("The list was kept in Qorat.")
    kept = claim(
        of, "statement", "The list was kept in Qorat", places=(place(of, "Qorat"),), sensitivity=Sensitivity.SEVERE
    )
    assert release([of], [kept], profile=Profile.PARTNERS).claims[0].places[0].name == "Aleppo"


def test_a_facility_goes_by_its_sort_and_never_by_its_name() -> None:
    of = report("Shells hit Zanbaq Hospital. Zanbaq Hospital had 20 beds.")
    hit = claim(of, "facility_attack", "Shells hit Zanbaq Hospital", facility="Zanbaq Hospital; school")
    beds = claim(of, "population", "had 20 beds", sentence="Zanbaq Hospital had 20 beds.")
    out = release([of], [hit, beds], profile=Profile.PARTNERS)
    assert out.claims[0].facility == "hospital; school"
    assert "Zanbaq" not in out.reports[0].text


DEAD = report("Samir Qasim, 43, was killed. Qasim was a baker. Lina Haddad of the office said 12 died.")


def test_a_victim_is_named_nowhere_in_full_or_in_part() -> None:
    killed = claim(DEAD, "killed", "Samir Qasim, 43, was killed", names=("Samir Qasim",))
    out = release([DEAD], [killed], profile=Profile.PARTNERS)
    assert out.claims[0].names == ()
    assert out.reports[0].text.startswith("[name withheld], 43, was killed. [name withheld] was a baker.")


def test_who_speaks_for_an_office_is_named() -> None:
    spoken = claim(
        DEAD, "killed", "12 died", names=("Lina Haddad",), attribution=said_by("Lina Haddad", kind=SourceKind.UN)
    )
    (out,) = release([DEAD], [spoken], profile=Profile.PUBLIC).claims
    assert out.attribution.chain == (Source(name="Lina Haddad", kind=SourceKind.UN),)
    assert "Lina Haddad" in out.sentence.words


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("Omar Khaled", SourceKind.WITNESS, "a witness"),
        ("Omar Khaled", SourceKind.PERSON, "a person"),
        ("Omar Khaled", SourceKind.UNKNOWN, "a source"),
        ("witnesses", SourceKind.WITNESS, "witnesses"),
        ("a doctor", SourceKind.PERSON, "a doctor"),
        ("Harbour Relief Society", SourceKind.UNKNOWN, "Harbour Relief Society"),
        ("Omar Khaled", SourceKind.GOVERNMENT, "Omar Khaled"),
    ],
)
def test_a_private_speaker_is_told_by_his_part(name: str, kind: SourceKind, told: str) -> None:
    of = report(f"{name} said 12 died.")
    spoken = claim(of, "killed", "12 died", attribution=said_by(name, kind=kind))
    (out,) = release([of], [spoken], [finding(spoken)], profile=Profile.PUBLIC).claims
    assert out.attribution.chain[0].name == told
    assert release([of], [spoken], [finding(spoken)], profile=Profile.PUBLIC).findings[0].sources == (told,)


@pytest.mark.parametrize(
    ("may", "quote", "text"),
    [
        (MayRedistribute.FULL, "12 people died in the cold", "It was cold. So 12 people died in the cold there."),
        (MayRedistribute.QUOTE, "12 people died in the cold", ""),
        (MayRedistribute.DERIVED, "", ""),
    ],
)
def test_words_go_as_far_as_the_publisher_allows(may: MayRedistribute, quote: str, text: str) -> None:
    of = report("It was cold. So 12 people died in the cold there.", may=may)
    out = release([of], [claim(of, "killed", "12 people died in the cold", figure=people(12))], profile=Profile.PUBLIC)
    assert (out.claims[0].passage.words, out.reports[0].text) == (quote, text)
    assert out.claims[0].figure == people(12)


def test_a_report_that_allows_nothing_goes_with_its_claims_and_the_findings_on_them() -> None:
    mute = report("In all 12 died.", may=MayRedistribute.NONE)
    said = report("It is said that 12 died.")
    first, second = (
        claim(mute, "killed", "12 died", figure=people(12)),
        claim(said, "killed", "12 died", figure=people(12)),
    )
    out = release([mute, said], [first, second], [finding(first), finding(first, second)], profile=Profile.PARTNERS)
    assert [one.id for one in out.reports] == [said.id]
    assert len(out.claims) == 1
    assert [one.claims for one in out.findings] == [(out.claims[0].id,)]
    assert {item.what: item.count for item in out.withheld} == {"claims of such reports": 1, "findings": 1}


def test_a_claim_whose_report_is_not_given_stays_inside() -> None:
    out = release([], [ATTACK], profile=Profile.PUBLIC)
    assert out.claims == ()
    assert [item.what for item in out.withheld] == ["claims without a report"]


def test_a_derived_bound_goes_when_one_of_its_claims_goes() -> None:
    mute = report("Of these 93 percent.", may=MayRedistribute.NONE)
    said = report("In all 299 died.")
    share, whole = claim(mute, "killed", "93 percent"), claim(said, "killed", "299 died", figure=people(299))
    built = finding(whole, share)
    assert built.best is not None
    bound = type(built.best)(value=278, claims=built.claims, stated=False, how="93 percent of 299")
    (out,) = release(
        [mute, said], [share, whole], [finding(whole, share, low=bound, best=bound)], profile=Profile.PUBLIC
    ).findings
    assert (out.low, out.best) == (None, None)


def test_a_finding_tells_the_district_where_its_claims_do() -> None:
    (out,) = release(
        [HIT], [ATTACK], [finding(ATTACK, statement="hospitals hit in Qorat")], profile=Profile.PUBLIC
    ).findings
    assert (out.place, out.place_id) == ("Jebel Saman", None)
    assert out.statement == "facility attack, Jebel Saman"


def test_ids_outside_cannot_be_tried_against_a_list_of_names() -> None:
    of = report("A clinic there was hit.")
    first = claim(of, "facility_attack", "A clinic there was hit", places=(place(of, "Qorat"),))
    second = claim(of, "facility_attack", "A clinic there was hit", places=(place(of, "Binnin"),))
    one, two = (release([of], [each], profile=Profile.PUBLIC).claims[0].id for each in (first, second))
    assert first.id != second.id
    assert one == two
    assert one not in (first.id, second.id)


def test_an_id_outside_tells_how_that_of_its_report_begins() -> None:
    (told,) = release([HIT], [ATTACK], profile=Profile.PUBLIC).claims
    begins = report_of(told.id)
    assert begins is not None
    assert HIT.id.startswith(begins)
    assert released_as(told.id, [TAKEN, ATTACK]) is ATTACK
    assert [report_of(name) for name in ("", told.id[:-1], told.id + "0", "?" * 16)] == [None] * 4


def test_a_user_s_own_file_is_named_in_restricted_alone() -> None:
    assert release([HIT], [], profile=Profile.PUBLIC).reports[0].document == HIT.id


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///home/her/notes.txt", "http://["])
def test_an_address_that_is_not_of_the_web_stays_inside(url: str) -> None:
    assert release([report("Text.", url=url)], [], profile=Profile.PUBLIC).reports[0].url is None


def test_what_was_held_back_is_counted_by_rule_in_their_order() -> None:
    killed = claim(DEAD, "killed", "Samir Qasim, 43, was killed", names=("Samir Qasim",))
    quiet = report("In all 12 died.", may=MayRedistribute.DERIVED)
    out = release(
        [HIT, DEAD, quiet], [ATTACK, TAKEN, killed, claim(quiet, "killed", "12 died")], profile=Profile.PUBLIC
    )
    order = [rule.name for rule in RULES]
    assert [(order.index(item.rule), item.count) for item in out.withheld] == [(2, 1), (3, 1), (5, 2), (7, 1), (9, 1)]


def test_a_publisher_and_an_organisation_of_unknown_sort_are_named() -> None:
    of = report("The Blue Vests said 12 died. Harbour Wire saw it.", publisher="Harbour Wire")
    spoken = claim(of, "killed", "12 died", attribution=said_by("Blue Vests", kind=SourceKind.UNKNOWN))
    seen = claim(of, "attack", "saw it", attribution=said_by("Harbour Wire", kind=SourceKind.UNKNOWN))
    out = release([of], [spoken, seen], profile=Profile.PUBLIC)
    assert [one.attribution.chain[0].name for one in out.claims] == ["Blue Vests", "Harbour Wire"]
    assert out.reports[0].text == of.text


def test_a_family_is_not_an_organisation() -> None:
    of = report("The Haddad family said 12 died.")
    spoken = claim(of, "killed", "12 died", attribution=said_by("Haddad", kind=SourceKind.UNKNOWN))
    assert release([of], [spoken], profile=Profile.PUBLIC).reports[0].text == "The [name withheld] family said 12 died."


def test_a_place_s_name_cut_short_by_a_reading_is_no_person() -> None:
    of = report("Shells fell on Bab al-Qorat.")
    fell = claim(of, "attack", "Shells fell on Bab al-Qorat", names=("Bab al",), places=(place(of, "Bab al-Qorat"),))
    assert release([of], [fell], profile=Profile.PUBLIC).reports[0].text == of.text


@pytest.mark.parametrize(
    ("name", "level", "left"),
    [
        ("Idlib city", Level.SETTLEMENT, "A camp near [place withheld] is full."),
        ("southern Idlib", Level.AREA, "A camp near southern Idlib is full."),
        ("town of Qorat", Level.SETTLEMENT, "A camp near [place withheld] is full."),
        ("border with Turkey", Level.BORDER, "A camp near border with Turkey is full."),
    ],
)
def test_an_area_may_be_named_where_a_settlement_may_not(name: str, level: Level, left: str) -> None:
    of = report(f"A camp near {name} is full. Turkey sent aid.")
    told = {"adm1": "Idleb", "adm2": "Ariha District"}
    full = claim(of, "displaced", f"camp near {name} is full", places=(place(of, name, level=level, **told),))
    sent = claim(of, "statement", "Turkey sent aid", places=(place(of, "Turkey", level=Level.COUNTRY, country="TR"),))
    assert release([of], [full, sent], profile=Profile.PARTNERS).reports[0].text.startswith(left)


UNREAD = report(
    "The clinic stands behind the mill of Qorat, by the well. Snow fell on Qorat. St. Mary hospital is full."
)


@pytest.mark.parametrize("profile", [Profile.PUBLIC, Profile.PARTNERS])
def test_a_sentence_on_a_site_that_no_claim_was_read_from_stays_inside(profile: Profile) -> None:
    out = release([UNREAD], [], profile=profile)
    mark = "[withheld: tells of a facility, camp or convoy]"
    assert out.reports[0].text == f"{mark} Snow fell on Qorat. {mark}"
    assert [(item.what, item.count) for item in out.withheld] == [("quotes and sentences", 2)]


def test_partners_read_what_a_claim_tells_beside_a_sentence_that_no_claim_tells() -> None:
    one = report("It is 5 p.m. The clinic lies behind Harun Mill, where 12 were killed.")
    killed = claim(one, "killed", "12 were killed", sentence=", where 12 were killed.", figure=people(12))
    (out,) = release([one], [killed], profile=Profile.PARTNERS).reports
    assert out.text == "[withheld: tells of a facility, camp or convoy], where 12 were killed."


@pytest.mark.parametrize("profile", [Profile.PUBLIC, Profile.PARTNERS])
def test_points_are_in_no_text_title_or_address(profile: Profile) -> None:
    one = report(
        "The well is at 36.2812 N 36.8521 E. Snow fell.",
        title="News from 36.2812, 36.8521",
        url="https://example.org/map?at=36.2812,36.8521",
    )
    (out,) = release([one], [], profile=profile).reports
    assert (out.text, out.title, out.url) == (
        "The well is at [coordinates withheld]. Snow fell.",
        "News from [coordinates withheld]",
        "https://example.org/",
    )


def test_partners_read_of_a_named_site_without_its_name_and_place() -> None:
    one = report("Shells hit the Hope of Khuzama school near Tell Nims, and 12 people died.")
    killed = claim(one, "killed", "12 people died", figure=people(12))
    (out,) = release([one], [killed], profile=Profile.PARTNERS).reports
    assert out.text == "Shells hit the [facility withheld] school near [place withheld], and 12 people died."


@pytest.mark.parametrize(
    ("sender", "told"),
    [
        ("Lina Sabbagh", "[name withheld]"),
        ("lina.sabbagh@example.org", "[name withheld]"),
        ("Field Desk", "Field Desk"),
        ("WFP Turkey", "WFP Turkey"),
    ],
)
def test_who_sent_a_report_by_mail_is_named_only_as_an_office(sender: str, told: str) -> None:
    mail = report("Snow fell, Lina Sabbagh writes.", publisher=sender, notes=("publisher from mail headers",))
    (out,) = release([mail], [], profile=Profile.PUBLIC).reports
    assert out.publisher == told


def test_the_sender_of_a_mail_as_it_is_read_is_withheld() -> None:
    mail = b"From: Lina Sabbagh <l@example.org>\nSubject: A note\nMIME-Version: 1.0\n\nSnow fell."
    (one,) = read(document(mail, name="note.eml"))
    (out,) = release([one], [], profile=Profile.PUBLIC).reports
    assert (one.publisher, out.publisher) == ("Lina Sabbagh", "[name withheld]")


def test_a_publisher_that_the_report_itself_names_is_told() -> None:
    (out,) = release([report("Snow.", publisher="Daily Harbour")], [], profile=Profile.PUBLIC).reports
    assert out.publisher == "Daily Harbour"


def test_a_publisher_that_begins_like_a_person_is_named_whole() -> None:
    one = report("Olive Tree was hurt. Snow fell, Olive Tree Relief said.", publisher="Olive Tree Relief")
    hurt = claim(one, "injured", "Olive Tree was hurt", names=("Olive Tree",))
    said = claim(one, "hazard", "Snow fell", attribution=said_by("Olive Tree Relief"))
    out = release([one], [hurt, said], profile=Profile.PUBLIC)
    assert (out.reports[0].publisher, out.reports[0].text) == (
        "Olive Tree Relief",
        "[name withheld] was hurt. Snow fell, Olive Tree Relief said.",
    )
    assert out.claims[1].attribution.chain[0].name == "Olive Tree Relief"
