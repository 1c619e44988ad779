import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearway.picture import Vote, weigh
from clearway.picture.weighing import chi_square, middle


def vote(question: str, source: str, value: float) -> Vote:
    return Vote(question=question, source=source, value=value)


@pytest.mark.parametrize(
    ("probability", "freedom", "quantile"),
    [(0.025, 1, 0.00098), (0.025, 2, 0.05064), (0.025, 10, 3.24697), (0.95, 10, 18.30704), (0.025, 100, 74.22193)],
)
def test_quantiles_of_chi_square_are_those_of_the_tables(probability: float, freedom: int, quantile: float) -> None:
    assert chi_square(probability, freedom) == pytest.approx(quantile, abs=5e-6)


def test_the_middle_is_a_number_that_somebody_gave_and_the_lower_of_two() -> None:
    assert middle([(1, 1.0), (9, 1.0)]) == 1
    assert middle([(1, 1.0), (5, 1.0), (9, 1.0)]) == 5
    assert middle([(1, 1.0), (9, 1.5)]) == 9
    with pytest.raises(ValueError, match="no value"):
        middle([])


def test_a_source_that_errs_weighs_less() -> None:
    votes = [vote(str(n), name, value) for n in range(5) for name, value in (("a", n), ("b", n), ("c", n + 50))]
    weighed = weigh([*votes, vote("x", "a", 7), vote("x", "c", 900)])
    assert weighed.numbers["x"] == 7
    assert weighed.weights["c"] < weighed.weights["a"]


def test_one_answer_to_one_question_is_taken_as_it_is() -> None:
    assert weigh([vote("x", "a", 10**18)]).numbers == {"x": 10**18}
    assert weigh([]).numbers == {}


ONE = st.builds(Vote, question=st.sampled_from("xy"), source=st.sampled_from("abc"), value=st.integers(-5, 500))
VOTES = st.lists(ONE, max_size=12)


@given(VOTES, st.randoms(use_true_random=False))
def test_every_estimate_is_one_of_the_answers_in_any_order(votes: list[Vote], chance: object) -> None:
    numbers = weigh(votes).numbers
    assert all(numbers[one] in {vote.value for vote in votes if vote.question == one} for one in numbers)
    shuffled = list(votes)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert weigh(shuffled).numbers == numbers
