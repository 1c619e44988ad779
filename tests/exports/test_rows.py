import json
from datetime import date

from tests.exports.making import claim, finding, place, report, said_by

from clearway.exports import claim_row, finding_lines, finding_row, json_lines, release
from clearway.model import Act, Figure, Period, Profile, Quantifier, Status, Whole


def test_a_row_has_every_slot_that_the_scorer_reads() -> None:
    of = report("Staff told the desk that about 93 percent of 299 died in Qorat.")
    one = claim(
        of,
        "killed",
        "about 93 percent of 299 died in Qorat",
        figure=Figure(
            value=93, quantifier=Quantifier.APPROXIMATELY, unit="percent", whole=Whole(words="299", value=299)
        ),
        places=(place(of, "Qorat"),),
        period=Period(first=date(2020, 1, 1), last=date(2020, 2, 18)),
        attribution=said_by("Staff", "Office"),
        group="civilians",
        actor="army",
        status=Status.HELD,
        act=Act.ACCUSE,
    )
    row = claim_row(one, of)
    keys = "kind start end quote of group actor cause facility status act source places period certainty".split()
    assert {key: row[key] for key in keys} == {
        "kind": "killed",
        "start": 25,
        "end": 62,
        "quote": "about 93 percent of 299 died in Qorat",
        "of": "299",
        "group": "civilians",
        "actor": "army",
        "cause": None,
        "facility": None,
        "status": "held",
        "act": "accuse",
        "source": "Staff",
        "places": ["Qorat"],
        "period": ["2020-01-01", "2020-02-18"],
        "certainty": "asserted",
    }
    assert row["figure"] == {
        "value": 93,
        "low": None,
        "high": None,
        "quantifier": "approximately",
        "unit": "percent",
        "measure": "count",
        "basis": None,
        "of": "299",
        "of_value": 299,
    }
    assert [source["name"] for source in row["sources"]] == ["Staff", "Office"]
    assert (row["resolved"][0]["adm2"], row["resolved"][0]["lat"]) == ("Jebel Saman", 36.28)


def test_each_line_is_one_claim_and_says_under_which_profile_it_left() -> None:
    of = report("First 12 died.\nThen 13 died.")
    out = release([of], [claim(of, "killed", "12 died"), claim(of, "killed", "13 died")], profile=Profile.PARTNERS)
    lines = list(json_lines(out))
    assert [json.loads(line)["quote"] for line in lines] == ["12 died", "13 died"]
    assert {json.loads(line)["profile"] for line in lines} == {"partners"}
    assert not any("\n" in line for line in lines)


def test_letters_of_any_script_are_written_as_they_are() -> None:
    of = report("قتل 12 شخصا.")
    (line,) = json_lines(
        release([of], [claim(of, "killed", "قتل 12 شخصا", sentence="قتل 12 شخصا.")], profile=Profile.RESTRICTED)
    )
    assert "قتل 12 شخصا" in line


def test_a_finding_s_row_names_the_claims_of_each_bound() -> None:
    of = report("In all 299 died.")
    one = claim(of, "killed", "299 died", figure=Figure(value=299))
    row = finding_row(finding(one))
    assert row["best"] == {"value": 299, "stated": True, "how": "", "claims": [one.id]}
    (line,) = finding_lines(release([of], [one], [finding(one)], profile=Profile.RESTRICTED))
    assert json.loads(line) == row | {"profile": "restricted"}
