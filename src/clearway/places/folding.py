"""Names to keys: one exact across accents and punctuation, one loose across transliterations."""

import re
import unicodedata
from functools import lru_cache

ARTICLES = frozenset("al el ul il ad ed ud an en as es ash esh at et ar er az ez ath eth adh edh l".split())
"""Spellings of the Arabic article, the sun letters' assimilations included (BGN/PCGN 1956, Arabic romanisation)."""

REMEMBERED = 32_768
"""Names whose key is kept, because a report says the same ones again."""

_APOSTROPHES = re.compile("['‘’ʿʾʼʻ`´′ˈˊ\u02bd\u02be\u02bf\ufffd]")
"""Among them the mark of a letter that was lost on the way, which as often as not was an apostrophe or a vowel."""
_PUNCTUATION = re.compile(r"[^\w]+|_+")
_PLAIN = re.compile(r"[a-z]+(?: [a-z]+)*\Z")
_ABBREVIATED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_SUN_ARTICLES = {
    "ad": "d", "ed": "d", "an": "n", "en": "n", "as": "s", "es": "s", "ash": "sh", "esh": "sh", "at": "t", "et": "t",
    "ar": "r", "er": "r", "az": "z", "ez": "z", "ath": "th", "eth": "th", "adh": "dh", "edh": "dh",
}  # fmt: skip
_NATIVE = re.compile("[\u0370-\u1cff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\ufeff]")
_TATWEEL_AND_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
_ALEF = str.maketrans("أإآٱىة", "ااااىه") | {ord("ى"): "ي"}
_DIGRAPHS = (
    ("tsch", "c"), ("shch", "s"), ("sch", "s"), ("tch", "s"), ("kh", "h"), ("gh", "g"), ("sh", "s"), ("ch", "s"),
    ("zh", "z"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("dj", "j"), ("ck", "k"), ("cz", "s"), ("sz", "s"), ("ts", "s"),
)  # fmt: skip
_LETTERS = str.maketrans({"q": "k", "c": "k", "x": "ks"})
_VOWELS = re.compile("[aeiouwy]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=REMEMBERED)
def fold(name: str) -> str:
    """The exact key of a name: no case, accents, apostrophes or hyphens, and one spelling of the Arabic article.

    >>> fold("Ar-Raqqah") == fold("al Raqqah")
    True
    """
    text = name.casefold()
    if not _PLAIN.match(text):
        text = _plain(text)
    words = text.split(" ")
    if len(words) > 1:
        words = [_unified(word, following) for word, following in zip(words, [*words[1:], ""], strict=True)]
        return " ".join(words)
    return text


def skeleton(name: str) -> str:
    """The loose key of a name: the consonants that survive transliteration, without articles and spaces.

    Covers how Arabic, Cyrillic and their neighbours come out in Latin letters: kh/h, sh/ch, q/k, ou/u, -a/-ah/-eh,
    ta marbuta before a second word (Darat/Dar). Empty for a name in another script.

    >>> skeleton("Darat Izza") == skeleton("Dar Ezza")
    True
    """
    words = [word for word in fold(name).split(" ") if word not in ARTICLES]
    if any(_NATIVE.search(word) for word in words):
        return ""
    last = len(words) - 1
    return "".join(_bones(word, final=index == last, first=index == 0) for index, word in enumerate(words))


def _plain(text: str) -> str:
    """Casefolded text without marks: accents stripped, letters beyond Latin kept as they are."""
    text = _APOSTROPHES.sub("", text)
    if _NATIVE.search(text):
        text = _TATWEEL_AND_MARKS.sub("", text).translate(_ALEF)
    elif not text.isascii():
        from anyascii import anyascii

        text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
        text = _APOSTROPHES.sub("", anyascii(_APOSTROPHES.sub("", text)).casefold())
    return _PUNCTUATION.sub(" ", text).strip()


def _unified(word: str, following: str) -> str:
    """The article as "al", "St" before a name as "saint"."""
    if word == "el":
        return "al" if following else word
    assimilated = _SUN_ARTICLES.get(word)
    if assimilated and following.startswith(assimilated):
        return "al"
    return _ABBREVIATED.get(word, word) if following else word


def _bones(word: str, *, final: bool, first: bool) -> str:
    """The consonants of one word."""
    for written, letter in _DIGRAPHS:
        word = word.replace(written, letter)
    word = _DOUBLED.sub(r"\1", word.translate(_LETTERS))
    if (len(word) > 2 and word[-1] == "h" and word[-2] in "aeiou") or (
        not final and len(word) > 3 and word[-1] == "t" and word[-2] in "aeiou"
    ):
        word = word[:-1]
    if len(word) > 3 and word[:2] in ("el", "al") and word[2] not in "aeiou":
        word = word[2:]
    opening = "a" if first and word[:1] in tuple("aeiou") else ""
    return opening + _DOUBLED.sub(r"\1", _VOWELS.sub("", word[:1] if word[:1] in "wy" else "") + _VOWELS.sub("", word))
