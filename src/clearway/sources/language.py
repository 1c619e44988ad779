"""Which language a text is in."""

import re

_SAMPLE = 5_000
_LEAST_LETTERS = 40
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    "a an and are as at be been by for from had has have he in is it its more not of on or said say says than that the "
    "their they this to was were which who will with".split()
)
"""The commonest function words of English; `a`, `as`, `in`, `on`, `no` occur in other languages, never all together."""
_SURELY_ENGLISH = 0.25
_LEAST_KINDS = 5
UNTOLD = "und"
"""ISO 639-2's code for a language that is not told (yet)."""


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, or nothing for a text too short to tell.

    Plain English is told by its function words, which takes microseconds; py3langid, whose model takes half a second
    and 130 MB to load, is asked about everything else.
    """
    told = language_at_sight(text)
    if told != UNTOLD:
        return told
    import py3langid

    return str(py3langid.classify(text[:_SAMPLE])[0])


def language_at_sight(text: str) -> str | None:
    """English where that is plain, nothing for a text too short to tell, `UNTOLD` where a model has to be asked.

    The child that reads documents has no more: py3langid unpacks its model into a file, and the child may write none.
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if sum(map(len, words)) < _LEAST_LETTERS:
        return None
    common = [word for word in words if word in _ENGLISH]
    plain = len(common) > _SURELY_ENGLISH * len(words) and len(set(common)) >= _LEAST_KINDS
    return "en" if plain else UNTOLD
