from hypothesis import given
from hypothesis import strategies as st

from clearway.places.sieve import passes, sieve


@given(st.lists(st.text(max_size=20), max_size=50))
def test_every_key_passes_its_own_sieve(keys: list[str]) -> None:
    bits = sieve(keys)
    assert all(passes(bits, key) for key in keys)


def test_few_other_words_pass() -> None:
    bits = sieve(f"name {number}" for number in range(2000))
    passed = sum(passes(bits, f"word {number}") for number in range(2000))
    assert passed < 40


def test_the_order_of_keys_does_not_matter() -> None:
    assert sieve(["a", "b", "c"]) == sieve(["c", "a", "b", "a"])
