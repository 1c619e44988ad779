"""From a report to its claims."""

import gc
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.reading import WEDNESDAY, a_report, claims, reader, told
from tests.desk import parser

from clearway.claims import Reader
from clearway.errors import RefusedDocument
from clearway.model import Claim, Report, from_json, to_json
from clearway.places import Gazetteer

REPORT = """\
Forty villages cut off after week of rain

GAROWE, May 10 - At least 46 people have been killed and 12,000 families displaced by floods in the Nugaal
valley since Sunday, the disaster office said.

“We heard the water before we saw it,” said Idris Bello, a farmer from Sinujiif. “Nine of my neighbours drowned.”

The road between Garowe and Eyl is impassable, and three clinics have closed.
The Red Crescent said it had delivered 40 tonnes of food. It appealed for boats.

- 14 schools are used as shelters
- 3,000 people need clean water
"""


def test_a_report_gives_its_claims() -> None:
    found = told(REPORT)
    assert {("killed", 46), ("displaced", 12_000), ("killed", 9), ("road_status", None), ("facility_status", 3)} <= {
        (kind, value) for kind, value, _ in found
    }
    assert {("aid_delivery", 40), ("need", 3_000)} <= {(kind, value) for kind, value, _ in found}


def test_the_same_report_gives_the_same_claims() -> None:
    first, second = claims(REPORT), Reader(Gazetteer.open(), parser=parser()).read(a_report(REPORT))
    assert [claim.id for claim in first] == [claim.id for claim in second]
    assert [to_json(claim) for claim in first] == [to_json(claim) for claim in second]


def test_what_was_read_before_changes_nothing() -> None:
    first = claims(REPORT)
    claims("Mariam Yusuf said 70 people died in Batumi. She wept.")
    assert claims(REPORT) == first


def test_each_claim_says_which_reader_found_it() -> None:
    assert {(claim.extractor, claim.version) for claim in claims(REPORT)} == {(reader().extractor, reader().version)}


def test_claims_survive_the_way_through_json() -> None:
    for claim in claims(REPORT):
        assert from_json(to_json(claim), Claim) == claim


@pytest.mark.parametrize("language", ["fr", "ar", "de"])
def test_a_language_that_is_not_read_is_refused_with_a_remedy(language: str) -> None:
    with pytest.raises(RefusedDocument) as refused:
        reader().read(a_report("Neuf personnes ont été tuées.", language=language))
    assert str(refused.value) == (
        f"wire.txt: its language is {language}, and only English is read so far; give a translation, or leave it out"
    )


def test_a_report_of_unknown_language_is_read() -> None:
    assert len(reader().read(a_report("Nine traders were killed.", language=None))) == 1


def test_reports_read_together_have_the_claims_of_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clearway.claims.reader.BATCH", 9)
    reports = [a_report(text) for text in ("", REPORT, *REPORT.split("\n\n"), REPORT * 2, "Nothing.")]

    assert list(reader().read_each(iter(reports))) == [reader().read(report) for report in reports]


def test_reports_before_one_that_is_refused_are_given() -> None:
    given = reader().read_each([a_report(REPORT), a_report("Rien.", language="fr"), a_report(REPORT)])

    assert next(given) == reader().read(a_report(REPORT))
    with pytest.raises(RefusedDocument, match="its language is fr"):
        next(given)


def test_no_garbage_is_looked_for_while_a_batch_is_read_and_is_again_behind_it() -> None:
    looked: list[bool] = []

    def reports() -> Iterator[Report]:
        for _ in range(3):
            looked.append(gc.isenabled())
            yield a_report(REPORT)

    behind = [gc.isenabled() for _ in reader().read_each(reports())]

    assert (looked, behind) == ([False, False, False], [True, True, True])


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", "...", "?!", "12", "•", "“", "“”", "-" * 3000, "a" * 5000, "\u202e\u200f", "\x00"]
)
def test_a_text_of_nothing_has_no_claims(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Nine traders were killed" + " and nine were killed" * 200 + ".",
        "killed " * 400,
        "(" * 300 + "Nine traders were killed" + ")" * 300,
        "“" * 50 + "Nine traders were killed.",
        "Nine traders were killed." * 100,
        "Gao " * 300 + "were killed.",
        "12 " * 400,
    ],
)
def test_a_text_that_goes_on_and_on_is_read(text: str) -> None:
    for claim in claims(text):
        assert claim.passage.cuts(text)


@settings(max_examples=40)
@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    for claim in claims(text):
        assert claim.passage.cuts(text)


@settings(max_examples=40)
@given(st.text(alphabet="Nine traders were killed in Gao, 40 fled.“”()\n-:;?", max_size=150))
def test_any_heap_of_such_letters_is_read(text: str) -> None:
    for claim in claims(text):
        assert claim.passage.cuts(text)


def test_a_long_report_is_read_to_its_end() -> None:
    filler = "The valley is wide, and its people keep goats. "
    text = (filler * 25 + "Nine traders were killed in Garowe on Monday, police said.\n\n") * 12
    assert len(text.split()) > 2_800
    found = claims(text)
    assert [claim.figure.value for claim in found if claim.figure] == [9] * 12
    assert len({claim.id for claim in found}) == 12


def test_the_same_words_in_another_report_are_another_claim() -> None:
    text = "Nine traders were killed."
    one = reader().read(a_report(text))
    other = reader().read(a_report(text, published=WEDNESDAY.replace(day=11)))
    assert {claim.id for claim in one}.isdisjoint(claim.id for claim in other)


def test_crlf_line_ends_read_as_line_ends() -> None:
    unix = told(REPORT)
    assert [(kind, value) for kind, value, _ in told(REPORT.replace("\n", "\r\n"))] == [
        (kind, value) for kind, value, _ in unix
    ]
