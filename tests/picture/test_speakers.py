import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.picture.making import claim

from clearway.model import SourceKind
from clearway.picture.speakers import Voice, about_itself, affiliated, copies, hints, kin, name_of, same_name


def voice(name: str, *, within: str = "r1", own: bool = False, kind: SourceKind = SourceKind.UNKNOWN) -> Voice:
    return Voice(name=name_of(name), kind=kind, own=own, report=within)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("UN", "United Nations", True),
        ("United Nations", "UN human rights office", True),
        ("OCHA", "Office for the Coordination of Humanitarian Affairs", True),
        ("OCHA", "UN Office for the Coordination of Humanitarian Affairs", True),
        ("Turkey", "Turkey's presidential spokesman", True),
        ("witnesses", "local witnesses", False),
        ("officials", "Turkish officials", False),
        ("Save the Children", "Doctors Without Borders", False),
    ],
)
def test_affiliated_names_are_known_by_words_and_initials(one: str, other: str, expected: bool) -> None:
    assert (affiliated(name_of(one), name_of(other)), affiliated(name_of(other), name_of(one))) == (expected, expected)


def test_an_office_of_a_body_is_affiliated_but_not_the_same_name() -> None:
    assert not same_name(name_of("UN"), name_of("UN human rights office"))
    assert same_name(name_of("OHCHR"), name_of("Office of the High Commissioner for Human Rights"))


def test_un_offices_are_kin_within_one_report_only() -> None:
    one, other = voice("OHCHR", kind=SourceKind.UN), voice("United Nations", kind=SourceKind.UN)
    elsewhere = voice("OHCHR", within="r2", kind=SourceKind.UN)
    assert kin(one, other)
    assert not kin(elsewhere, other)


def test_near_identical_sentences_are_copies() -> None:
    words = frozenset(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"])
    assert copies(words, words - {"a"})
    assert not copies(words, words - {"a", "b", "c"})


def test_a_party_speaks_about_itself_where_its_name_is_in_the_actor() -> None:
    assert about_itself(claim(by="Exland army", actor="Exland army; allies"))
    assert not about_itself(claim(by="Coast Monitor", actor="Exland army"))


NAMES = st.lists(st.sampled_from(["Health", "Ministry", "of", "the", "UN", "U.N.", "United", "Nations", "HM", "army"]))


@given(NAMES, NAMES)
def test_of_two_affiliated_names_one_is_known_by_a_part_of_the_other(some: list[str], others: list[str]) -> None:
    one, other = name_of(" ".join(some)), name_of(" ".join(others))
    if affiliated(one, other):
        assert any(a <= b or b <= a for a in hints(one) for b in hints(other))
