"""What makes an amount of money."""

import pytest

from clearway.languages.en.money import CODES, CURRENCY_SIGNS, currency_before, letter_before


@pytest.mark.parametrize(("name", "codes"), CODES.items())
def test_every_code_stands_before_an_amount_in_capitals(name: str, codes: str) -> None:
    for code in codes.split():
        text = f"about {code.upper()} 300"
        assert currency_before(text, text.lower(), len(text) - 3) == (name, 6)


@pytest.mark.parametrize(("sign", "name"), CURRENCY_SIGNS.items())
def test_every_sign_stands_before_an_amount(sign: str, name: str) -> None:
    text = f"about {sign.capitalize()}300"
    assert currency_before(text, text.lower(), len(text) - 3) == (name, 6)


@pytest.mark.parametrize("text", ["the pen 300", "they try 300", "the IRS 300", "camps 300"])
def test_other_words_are_no_currency(text: str) -> None:
    assert currency_before(text, text.lower(), len(text) - 3) is None


def test_a_letter_is_money_before_a_large_amount_only() -> None:
    assert letter_before("K300,000", 1, large=True) == ("k", 0)
    assert letter_before("K9", 1, large=False) is None
    assert letter_before("k300,000", 1, large=True) is None
