from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from clearway.model import Judgement, Verdict
from clearway.picture import heads_on, rulings, standing_of

AT = datetime(2020, 3, 1, tzinfo=UTC)


def judged(
    verdict: Verdict, *claims: str, by: str = "amal", after: tuple[Judgement, ...] = (), hour: int = 0, **more: object
) -> Judgement:
    names = tuple(one.id for one in after)
    return Judgement(verdict=verdict, claims=claims, by=by, at=AT + timedelta(hours=hour), after=names, **more)  # type: ignore[arg-type]


def undone(one: Judgement, hour: int = 9) -> Judgement:
    return judged(Verdict.UNDO, *one.claims, after=(one,), hour=hour, undoes=one.id)


def test_what_was_judged_the_same_goes_together_through_others() -> None:
    found = rulings([judged(Verdict.SAME, "a", "b"), judged(Verdict.SAME, "b", "c", hour=1)])
    assert found.group == {"a": "a", "b": "a", "c": "a"}


def test_an_undone_judgement_does_not_hold_and_undoing_the_undoing_restores_it() -> None:
    one = judged(Verdict.REJECT, "a")
    undo = undone(one)
    assert rulings([one, undo]).rejected == frozenset()
    assert rulings([one, undo, undone(undo, hour=10)]).rejected == {"a"}


def test_a_later_judgement_whose_maker_had_seen_the_former_overtakes_it() -> None:
    one = judged(Verdict.REJECT, "a")
    other = judged(Verdict.ACCEPT, "a", by="bilal", after=(one,), hour=1)
    found = rulings([other, one])
    assert (found.rejected, dict(found.accepted), found.contested) == (frozenset(), {"a": "bilal"}, ())
    assert standing_of([one, other]) == {one.id: "overtaken", other.id: "holds"}


def test_concurrent_opposites_are_contested_until_somebody_judges_who_saw_both() -> None:
    one, other = judged(Verdict.SAME, "a", "b"), judged(Verdict.DIFFERENT, "a", "b", by="bilal", hour=1)
    found = rulings([one, other])
    assert (dict(found.group), dict(found.apart), found.contested) == ({}, {}, (one, other))
    lead = judged(Verdict.SAME, "a", "b", by="lead", after=(one, other), hour=2, lead=True)
    assert rulings([one, other, lead]).group == {"a": "a", "b": "a"}
    assert rulings([one, other, lead]).contested == ()


def test_concurrent_judgements_that_say_the_same_hold() -> None:
    assert rulings([judged(Verdict.REJECT, "a"), judged(Verdict.REJECT, "a", by="bilal")]).rejected == {"a"}


def test_wholes_that_go_round_in_a_circle_are_contested() -> None:
    one, other = judged(Verdict.PART_OF, "a", "b"), judged(Verdict.PART_OF, "b", "a", hour=1)
    away = judged(Verdict.PART_OF, "c", "a", hour=2)
    found = rulings([one, other, away])
    assert (dict(found.whole), found.contested) == ({"c": "a"}, (one, other))
    assert found.tied() == {"c": {"a", "c"}, "a": {"a", "c"}}


def test_a_group_that_holds_two_judged_different_is_contested() -> None:
    same = [judged(Verdict.SAME, "a", "b"), judged(Verdict.SAME, "b", "c", hour=1)]
    found = rulings([*same, judged(Verdict.DIFFERENT, "a", "c", hour=2)])
    assert (dict(found.group), found.contested) == ({}, tuple(same))
    assert found.apart == {"a": frozenset({"c"}), "c": frozenset({"a"})}


def test_slots_are_corrected_apart_from_one_another() -> None:
    value = judged(Verdict.CORRECT, "a", slot="value", value="3")
    actor = judged(Verdict.CORRECT, "a", by="bilal", slot="actor", value="the army")
    again = judged(Verdict.CORRECT, "a", slot="value", value="4", after=(value,), hour=1)
    assert rulings([again, value, actor]).corrections == {"a": (actor, again)}
    assert rulings([again, value, actor]).of("a").notes == (
        "corrected by bilal: actor is the army",
        "corrected by amal: value is 4",
    )


def test_a_new_judgement_comes_after_the_newest_on_its_claims() -> None:
    one = judged(Verdict.REJECT, "a")
    other = judged(Verdict.ACCEPT, "a", after=(one,), hour=1)
    elsewhere = judged(Verdict.REJECT, "z")
    assert heads_on([one, other, elsewhere], ["a", "b"]) == (other.id,)


VERDICTS = st.sampled_from(
    [Verdict.SAME, Verdict.DIFFERENT, Verdict.PART_OF, Verdict.REJECT, Verdict.ACCEPT, Verdict.PREFER]
)


@st.composite
def histories(draw: st.DrawFn) -> list[Judgement]:
    made: list[Judgement] = []
    for hour in range(draw(st.integers(0, 8))):
        seen = tuple(one for one in made if draw(st.booleans()))
        if made and draw(st.integers(0, 4)) == 0:
            taken = draw(st.sampled_from(made))
            made.append(judged(Verdict.UNDO, *taken.claims, after=(*seen, taken), hour=hour, undoes=taken.id))
            continue
        verdict = draw(VERDICTS)
        few = 2 if verdict in (Verdict.SAME, Verdict.DIFFERENT, Verdict.PART_OF) else 1
        claims = draw(st.lists(st.sampled_from("abcd"), min_size=few, max_size=few, unique=True))
        made.append(judged(verdict, *claims, by=draw(st.sampled_from(["amal", "bilal"])), after=seen, hour=hour))
    return made


@settings(max_examples=200, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_in_which_judgements_come_changes_nothing(made: list[Judgement], chance: object) -> None:
    shuffled = [*made, *made[:2]]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert rulings(shuffled) == rulings(made)


@settings(max_examples=200, deadline=None)
@given(histories())
def test_undoing_everything_restores_what_was_before_anybody_judged(made: list[Judgement]) -> None:
    free = [one for one in made if one.verdict is not Verdict.UNDO]
    assert rulings([*free, *(undone(one, hour=20) for one in free)]) == rulings([])


def test_a_split_takes_its_first_claim_out_and_leaves_its_parts() -> None:
    assert rulings([judged(Verdict.SPLIT, "a", "b", "c")]).rejected == {"a"}


def test_an_undone_split_brings_its_claim_back() -> None:
    one = judged(Verdict.SPLIT, "a", "b", "c")
    assert rulings([one, undone(one)]).rejected == frozenset()


def test_two_splits_that_neither_saw_are_contested_and_no_part_counts() -> None:
    one, other = judged(Verdict.SPLIT, "a", "b", "c"), judged(Verdict.SPLIT, "a", "d", "e", by="bilal", hour=1)
    found = rulings([one, other])
    assert (found.rejected, found.contested) == ({"b", "c", "d", "e"}, (one, other))


def test_a_split_that_was_overtaken_leaves_the_claim_and_none_of_its_parts() -> None:
    one = judged(Verdict.SPLIT, "a", "b", "c")
    other = judged(Verdict.ACCEPT, "a", by="bilal", after=(one,), hour=1)
    assert rulings([one, other]).rejected == {"b", "c"}
