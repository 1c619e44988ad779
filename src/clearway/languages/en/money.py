"""English money: what is written before and behind an amount, with ISO 4217's codes of currencies."""

import re

CURRENCIES = {
    "afghani": "afghani; afghanis; afn",
    "aud": "australian dollar; australian dollars; aud",
    "baht": "baht; thb",
    "birr": "birr; etb",
    "bolivar": "bolivar; bolivares; bolivars",
    "cad": "cad; canadian dollar; canadian dollars",
    "cedi": "cedi; cedis",
    "cent": "cent; cents; p; pence; ¢",
    "chf": "chf; swiss francs",
    "dinar": "dinar; dinars; iqd; jod; lyd",
    "dirham": "aed; dirham; dirhams",
    "dong": "dong; vnd",
    "eur": "eur; euro; euros; €",
    "franc": "cfa; cfa francs; fcfa; franc; francs; xaf; xof",
    "gbp": "gbp; pounds sterling; quid; £",
    "gourde": "gourde; gourdes; htg",
    "hryvnia": "hryvnia; hryvnias; uah",
    "kina": "kina; pgk",
    "krona": "krona; krone; kroner; kronor",
    "kwacha": "kwacha",
    "kyat": "kyat; kyats; mmk",
    "lira": "lira; liras; turkish lira; turkish liras; tl",
    "naira": "naira; nairas; ngn",
    "peso": "peso; pesos; php",
    "pound": "egyptian pounds; lbp; lebanese pounds; pound; pounds; sdg; ssp; sudanese pounds",
    "rand": "rand; zar",
    "real": "reais",
    "rial": "irr; rial; rials; riyal; riyals; sar; yer",
    "ringgit": "myr; ringgit",
    "rouble": "rouble; roubles; ruble; rubles",
    "rupee": "inr; npr; pkr; rupee; rupees",
    "rupiah": "idr; rupiah",
    "shekel": "nis; shekel; shekels",
    "shilling": "kes; ksh; shilling; shillings; tzs; ugx",
    "sol": "soles",
    "syp": "syp; syrian pound; syrian pounds",
    "taka": "bdt; taka",
    "usd": "dollar; dollars; u.s. dollars; us dollar; us dollars; usd; $",
    "yen": "jpy; yen",
    "yuan": "cny; renminbi; rmb; yuan",
    "zloty": "zloty; zlotys",
}
"""Currencies with what is written for them behind an amount."""

CODES = {
    "afghani": "afn",
    "aud": "aud",
    "baht": "thb",
    "birr": "etb",
    "cad": "cad",
    "cedi": "ghs",
    "chf": "chf",
    "dinar": "bhd dzd iqd jod kwd lyd rsd tnd",
    "dirham": "aed mad",
    "dong": "vnd",
    "eur": "eur",
    "franc": "bif cdf cfa djf gnf kmf rwf xaf xof",
    "gbp": "gbp",
    "gourde": "htg",
    "hkd": "hkd",
    "hryvnia": "uah",
    "kina": "pgk",
    "krona": "dkk nok sek",
    "kwacha": "mwk zmw",
    "kyat": "mmk",
    "lempira": "hnl",
    "lira": "try",
    "metical": "mzn",
    "naira": "ngn",
    "nzd": "nzd",
    "peso": "ars clp cop dop mxn php uyu",
    "pound": "egp lbp sdg ssp",
    "quetzal": "gtq",
    "rand": "zar",
    "real": "brl",
    "rial": "irr omr qar sar yer",
    "riel": "khr",
    "ringgit": "myr",
    "rouble": "rub",
    "rupee": "inr lkr npr pkr",
    "rupiah": "idr",
    "sgd": "sgd",
    "shekel": "ils nis",
    "shilling": "kes sos tzs ugx",
    "sol": "pen",
    "syp": "syp",
    "taka": "bdt",
    "usd": "usd",
    "won": "krw",
    "yen": "jpy",
    "yuan": "cny rmb",
}
"""Codes of currencies before an amount, in capitals as ISO 4217 has them, and the few others that are written so."""

CURRENCY_SIGNS = {
    "us$": "usd",
    "$us": "usd",
    "au$": "aud",
    "$a": "aud",
    "a$": "aud",
    "c$": "cad",
    "hk$": "hkd",
    "nz$": "nzd",
    "r$": "real",
    "s$": "sgd",
    "$": "usd",
    "€": "eur",
    "£": "gbp",
    "¥": "yen",
    "₤": "pound",
    "₦": "naira",
    "₱": "peso",
    "₩": "won",
    "₪": "shekel",
    "₴": "hryvnia",
    "₺": "lira",
    "₽": "rouble",
    "₹": "rupee",
    "₨": "rupee",
    "৳": "taka",
    "rs.": "rupee",
    "rs": "rupee",
    "rm": "ringgit",
    "tk.": "taka",
    "tk": "taka",
    "birr": "birr",
    "kshs": "shilling",
    "ksh": "shilling",
    "tsh": "shilling",
    "ush": "shilling",
}
"""What else is written before an amount of money; a longer sign stands before one that it ends in."""

MONEY_LETTERS = "cgklmnpqr"
"""Letters before a large amount: colón and cedi, gourde, kina and kwacha, lempira, naira, peso, quetzal, rand."""

_NAMES = {code: name for name, codes in CODES.items() for code in codes.split()} | CURRENCY_SIGNS
_CODE = "|".join(code for codes in CODES.values() for code in codes.split())
_WORD = "|".join(re.escape(sign) for sign in CURRENCY_SIGNS if sign[0].isalpha())
_SIGN = "|".join(re.escape(sign) for sign in CURRENCY_SIGNS if not sign[0].isalpha())
BEFORE_AMOUNT = rf"(?<![a-z\d])(?:{_CODE}|{_WORD})|{_SIGN}"
"""What stands before an amount, for a pattern over lower-case text."""

CODE_BEFORE_DIGIT = (
    rf"(?<={_CODE}|ksh|tsh|ush)(?<!\w{{4}})|(?<=\$us)|(?<=rs|tk|rm)(?<!\w{{3}})|"
    rf"(?<=[{MONEY_LETTERS}])(?<!\w{{2}})"
)
"""For a pattern over lower-case text: what may stand against the first digit of an amount."""

_BEFORE = re.compile(rf"({BEFORE_AMOUNT})\s?[-−]?$")
_ENDS = frozenset(sign[-1] for sign in CURRENCY_SIGNS) | frozenset("-−")
_LONGEST = max(map(len, _NAMES)) + 2


def currency_before(text: str, folded: str, start: int) -> tuple[str, int] | None:
    """The currency whose sign or code stands before the number at `start`, and where that begins."""
    last = text[start - 1 : start]
    if last.isspace():
        last = text[start - 2 : start - 1]
    if last not in _ENDS and not last.isupper():
        return None
    match = _BEFORE.search(folded, max(0, start - _LONGEST), start)
    if match is None:
        return None
    written = text[match.start(1) : match.end(1)]
    if written.isalpha() and not (written[0].isupper() if match[1] in CURRENCY_SIGNS else written.isupper()):
        return None
    return _NAMES[match[1]], match.start(1)


def letter_before(text: str, start: int, large: bool) -> tuple[str, int] | None:
    """A capital letter against a large amount as its currency, and where that is: "K2 million"."""
    letter = text[start - 1 : start]
    if (
        not large
        or not letter.isupper()
        or letter.lower() not in MONEY_LETTERS
        or text[start - 2 : start - 1].isalnum()
    ):
        return None
    return letter.lower(), start - 1
