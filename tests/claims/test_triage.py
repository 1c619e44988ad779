"""Which sentences are worth parsing."""

import pytest
from tests.claims.reading import reader
from tests.claims.test_matching import TOLD

from clearway.claims.triage import grounds, may_hold_claim, says, stand
from clearway.languages.en.quantities import find_quantities


def worth(text: str) -> bool:
    """Whether a sentence is parsed for its own sake."""
    return may_hold_claim(text, [quantity.start for quantity in find_quantities(text) if quantity.sense == "count"])


@pytest.mark.parametrize("text", [text for rows in TOLD.values() for text, _ in rows])
def test_no_sentence_with_a_claim_is_left_out(text: str) -> None:
    assert worth(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister visited the museum.",
        "She wore a blue dress and smiled.",
        "The film won every prize this year.",
        "Its author was born here.",
    ],
)
def test_a_sentence_of_nothing_of_the_kind_is_left_out(text: str) -> None:
    assert not worth(text)


@pytest.mark.parametrize(("text", "verb"), [("He said so.", True), ("It added up.", True), ("The sun shone.", False)])
def test_a_verb_of_saying_is_seen(text: str, *, verb: bool) -> None:
    assert says(text) is verb


@pytest.mark.parametrize("text", ["He made it.", "They took the blue one.", "The shooting of the film began."])
def test_a_predicate_without_what_its_frames_ask_for_is_no_reason(text: str) -> None:
    assert not worth(text)


def test_reading_counts_its_effort() -> None:
    from tests.claims.reading import claims

    before = (reader().effort.words, reader().effort.parsed)
    claims("She wore a blue dress. Nine traders were killed.")
    assert (reader().effort.words - before[0], reader().effort.parsed - before[1]) == (9, 4)


@pytest.mark.parametrize("text", ["They lost a long fight.", "It was a close call."])
def test_a_plain_form_where_no_verb_can_stand_is_no_verb(text: str) -> None:
    assert not worth(text)


@pytest.mark.parametrize(
    "text",
    [
        "Volunteers help families.",
        "The Nile Fund would directly help families.",
        "Residents said Kharun help families.",
        "They vowed, in short, to quickly help families.",
        "Help families now.",
    ],
)
def test_a_plain_form_behind_what_can_have_a_verb_is_one(text: str) -> None:
    assert worth(text)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The shooting left three dead in the hall.", True),
        ("The shooting was on the news, and the film that was shown later ran for a week in 14 halls.", False),
        ("He shot himself in the foot.", True),
        ("The 15-year-old died four days later.", True),
        ("The baker-teacher died there.", True),
    ],
)
def test_a_number_counts_for_a_noun_only_near_it_and_anybody_can_be_hurt(text: str, *, held: bool) -> None:
    assert worth(text) is held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Bakers help families.", True),
        ("Families wait, since a bakery could help.", False),
        ("Oxfam has families to help.", True),
        ("Families whom the fund helps wait.", True),
    ],
)
def test_what_an_active_verb_is_done_to_stands_behind_it_or_before_a_link(text: str, *, held: bool) -> None:
    assert worth(text) is held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The number of people affected has exceeded 400.", True),
        ("It has grown to 40, and the cases were heard.", False),
    ],
)
def test_a_number_that_rose_stands_behind_its_noun_and_verb(text: str, *, held: bool) -> None:
    assert worth(text) is held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("There was a shooting in the market.", True),
        ("Was there an explosion nearby, he did not say.", True),
        ("Officers were asked about the shooting.", False),
    ],
)
def test_what_there_was_happened_and_no_other_copula_says_so(text: str, *, held: bool) -> None:
    assert worth(text) is held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Ama recalled a shooting that happened in the market.", True),
        ("Ama recalled that attack of hers.", False),
    ],
)
def test_a_clause_behind_that_is_read_where_a_noun_is_not(text: str, *, held: bool) -> None:
    assert worth(text) is held


def test_a_question_holds_no_claim() -> None:
    assert not worth("Were nine traders killed in the market?”")


@pytest.mark.parametrize("text", ["Witnesses recalled the triple murder.", "The bar recalled its double-shooting."])
def test_a_deed_that_counts_by_its_adjective_needs_nothing_else(text: str) -> None:
    assert worth(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [("Anyone who saw it is asked to call the mayor.", False), ("Two unions call on the mayor to resign.", True)],
)
def test_the_to_of_an_infinitive_is_no_preposition(text: str, *, told: bool) -> None:
    assert worth(text) is told


@pytest.mark.parametrize(
    ("tag", "stays"),
    [("VBD", True), ("NN", False), ("JJ", True)],
)
def test_a_form_tells_nothing_where_its_tag_is_of_another_sort(tag: str, *, stays: bool) -> None:
    found = [("verbs", "called")]
    assert stand(found, [("they", "PRP"), ("called", tag)]) is stays


def test_a_noun_that_can_be_a_verb_may_be_tagged_as_one() -> None:
    found = [("nouns", "attack"), ("verbs", "attack")]
    assert stand(found, [("attack", "VB"), ("on", "IN"), ("convoy", "NN")])


def test_a_form_whose_verb_alone_could_tell_tells_nothing_as_a_noun() -> None:
    assert not stand([("verbs", "need")], [("the", "DT"), ("need", "NN")])


def test_a_later_form_can_tell_where_the_first_does_not() -> None:
    found = [("verbs", "called"), ("verbs", "fled")]
    assert stand(found, [("called", "NN"), ("fled", "VBD")])
    assert not stand(found, [("called", "NN"), ("fled", "NN")])


def test_what_is_counted_stands_whatever_the_tags() -> None:
    assert stand(grounds("Of these, 12 were boys.", [10]), [("of", "IN")])


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The Nile Fund helps families.", True),
        ("In town a quiet smile helps, and families came with the Nile Fund.", False),
        ("Helping families, the Nile Fund grew.", True),
    ],
)
def test_who_acts_stands_before_an_active_verb_unless_its_clause_opens_the_sentence(text: str, *, held: bool) -> None:
    assert worth(text) is held


@pytest.mark.parametrize(
    ("text", "held"), [("In the valley it reopened.", True), ("In the valley its mood reopened.", False)]
)
def test_what_owns_a_thing_does_not_stand_for_it(text: str, *, held: bool) -> None:
    assert worth(text) is held


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ('"Nine traders were killed by a mob," Ada Bello said. She added that the sun shone.', 10),
        ('"Nine traders were killed by a mob." She added that the sun shone.', 13),
        ('She said that the sun shone. They call it a "strike" on traders.', 7),
    ],
)
def test_a_sentence_beside_a_quotation_is_read_where_the_quotation_names_no_speaker(text: str, *, parsed: int) -> None:
    from tests.claims.reading import claims

    before = reader().effort.parsed
    claims(text)
    assert reader().effort.parsed - before == parsed
