"""How records are compared: for each thing that lists say, levels from the same to quite another, in words.

`m` is the share of true pairs that are expected on a level; it holds where a list is too small for its own shares to
be learnt, and is where learning starts otherwise. These are not measured on any one list: errors in a tenth to a fifth
of the records are usual in lists of victims (Ball and others 2002; Price and others 2013).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from clearway.lists.entries import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level: the condition in SQL over `l` and `r`, its words, its share `m`, the column whose rarity counts."""

    sql: str
    words: str
    m: float
    rarity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What is compared, its levels in order (the last is all else), and the columns that have to be there."""

    name: str
    levels: Sequence[Level]
    columns: tuple[str, ...]


BOTH_ORIGINAL = "(original_l is not null and original_r is not null)"
ALIKE = (
    f"(case when {BOTH_ORIGINAL} then jaro_winkler_similarity(original_l, original_r)"
    " else jaro_winkler_similarity(roman_l, roman_r) end)"
)


def _part(column: str, other: str, words: str) -> Comparison:
    """A given or family name."""
    similar = f"jaro_winkler_similarity({column}_l, {column}_r)"
    return Comparison(
        name=column,
        columns=(column,),
        levels=(
            Level(sql=f"{column}_l = {column}_r", words=f"same {words}", m=0.75, rarity=column),
            Level(sql=f"{column}_l = {other}_r", words=f"{words} stands for the other name", m=0.02),
            Level(sql=f"{similar} >= 0.92", words=f"{words}s spelt alike", m=0.13),
            Level(sql=f"{similar} >= 0.8", words=f"{words}s partly alike", m=0.05),
            Level(sql="else", words=f"another {words}", m=0.05),
        ),
    )


def _date(column: str, words: str, *, near: bool) -> Comparison:
    """A date in parts: the same, day and month transposed, one sign off, and so on."""
    year, month, day = (f"{column}_{part}" for part in ("year", "month", "day"))
    same = " + ".join(f"(case when {part}_l = {part}_r then 1 else 0 end)" for part in (year, month, day))
    known = " and ".join(f"({part}_l is null or {part}_r is null or {part}_l = {part}_r)" for part in (month, day))
    whole = f"({day}_l is not null and {day}_r is not null)"
    apart = f"abs(({year}_l - {year}_r) * 365.25 + ({month}_l - {month}_r) * 30.4 + {day}_l - {day}_r)"
    levels = [
        Level(sql=f"{whole} and {column}_l = {column}_r", words=f"same {words}", m=0.72),
        Level(
            sql=f"{whole} and {year}_l = {year}_r and {month}_l = {day}_r and {day}_l = {month}_r",
            words=f"day and month of the {words} transposed",
            m=0.03,
        ),
        Level(
            sql=f"not {whole} and {year}_l = {year}_r and {known}", words=f"{words} the same as far as known", m=0.08
        ),
        Level(sql=f"{apart} <= 7", words=f"{words}s within a week", m=0.06)
        if near
        else Level(sql=f"damerau_levenshtein({column}_l, {column}_r) <= 1", words=f"{words}s one sign apart", m=0.08),
        Level(sql=f"{same} >= 2", words=f"{words}s that share two parts", m=0.05),
        Level(sql=f"{year}_l = {year}_r", words=f"{words}s in the same year", m=0.02),
        Level(sql="else", words=f"another {words}", m=0.03),
    ]
    return Comparison(name=column, levels=levels, columns=(column,))


def _text(column: str, words: str) -> Comparison:
    """A place or an address."""
    similar = f"jaro_winkler_similarity({column}_l, {column}_r) >= 0.88"
    return Comparison(
        name=column,
        columns=(column,),
        levels=(
            Level(sql=f"{column}_l = {column}_r", words=f"same {words}", m=0.7, rarity=column),
            Level(sql=similar, words=f"{words} spelt alike", m=0.15),
            Level(sql="else", words=f"another {words}", m=0.15),
        ),
    )


def _code(column: str, words: str) -> Comparison:
    """A postcode or a number of a document."""
    apart = f"damerau_levenshtein({column}_l, {column}_r)"
    return Comparison(
        name=column,
        columns=(column,),
        levels=(
            Level(sql=f"{column}_l = {column}_r", words=f"same {words}", m=0.8),
            Level(sql=f"{apart} <= 1", words=f"{words} one sign apart", m=0.1),
            Level(sql=f"{apart} <= 2", words=f"{words} two signs apart", m=0.03),
            Level(sql="else", words=f"another {words}", m=0.07),
        ),
    )


WHOLE = Comparison(
    name="roman",
    columns=("roman",),
    levels=(
        Level(sql="original_l = original_r", words="same name in the original script", m=0.4, rarity="original"),
        Level(sql=f"not {BOTH_ORIGINAL} and roman_l = roman_r", words="same name", m=0.25, rarity="roman"),
        Level(sql=f"not {BOTH_ORIGINAL} and words_l = words_r", words="same words in another order", m=0.04),
        Level(sql=f"{ALIKE} >= 0.92", words="names spelt alike", m=0.12),
        Level(sql=f"not {BOTH_ORIGINAL} and bones_l = bones_r", words="names romanised in two ways", m=0.06),
        Level(sql=f"{ALIKE} >= 0.82", words="names partly alike", m=0.07),
        Level(sql="else", words="another name", m=0.06),
    ),
)
AGE = Comparison(
    name="age",
    columns=("age",),
    levels=(
        Level(sql="age_l = age_r", words="same age", m=0.65),
        Level(sql="abs(age_l - age_r) <= 1", words="ages within a year", m=0.15),
        Level(sql="abs(age_l - age_r) <= 2", words="ages within two years", m=0.07),
        Level(sql="abs(age_l - age_r) <= 5", words="ages within five years", m=0.07),
        Level(sql="else", words="another age", m=0.06),
    ),
)
SEX = Comparison(
    name="sex",
    columns=("sex",),
    levels=(Level(sql="sex_l = sex_r", words="same sex", m=0.97), Level(sql="else", words="another sex", m=0.03)),
)
TOLL = Comparison(
    name="killed",
    columns=("killed",),
    levels=(
        Level(sql="killed_l = killed_r", words="same toll", m=0.55),
        Level(
            sql="abs(killed_l - killed_r) <= greatest(1, greatest(killed_l, killed_r) * 0.1)",
            words="tolls within one or a tenth",
            m=0.2,
        ),
        Level(sql="abs(killed_l - killed_r) <= greatest(killed_l, killed_r) * 0.5", words="tolls within half", m=0.15),
        Level(sql="else", words="another toll", m=0.1),
    ),
)
PARTS = (_part("given", "family", "given name"), _part("family", "given", "family name"))
OTHERS = (
    _date("born", "date of birth", near=False),
    AGE,
    SEX,
    _date("date", "date", near=True),
    _text("place", "place"),
    _text("area", "area"),
    _text("address", "address"),
    _code("postcode", "postcode"),
    _code("number", "number"),
    _text("kind", "kind of incident"),
    _text("actor", "actor"),
    TOLL,
)
ENOUGH = 0.5
"""So large a share of a list has to have a name in parts for these to be compared."""


def comparisons(lists: Mapping[str, Sequence[Entry]]) -> tuple[Comparison, ...]:
    """What is compared between these lists: all that two of them say, or the one."""
    needed = min(2, len(lists))

    def said_by(role: str, least: float = 0.0) -> int:
        shares = (sum(getattr(e, role) is not None for e in entries) / len(entries) for entries in lists.values())
        return sum(share > least for share in shares)

    in_parts = all(said_by(part, ENOUGH) == len(lists) for part in ("given", "family"))
    names = PARTS if in_parts and said_by("original") < needed else (WHOLE,)
    born = said_by("born") >= needed
    return tuple(
        one
        for one in (*names, *OTHERS)
        # an age follows from dates of birth, and would count them twice
        if said_by(one.name) >= needed and not (one.name == "age" and born)
    )


BLOCKS = (
    ("number",), ("born",), ("original",), ("words",), ("bones",), ("given", "family"), ("first", "place"),
    ("last", "place"), ("first", "born_year"), ("last", "born_year"), ("first", "born_month", "born_day"),
    ("last", "born_month", "born_day"), ("first", "postcode"), ("last", "postcode"), ("address",),
    ("place", "postcode"), ("first", "age"), ("last", "age"), ("date", "place"), ("first", "date"), ("last", "date"),
    ("date", "age"), ("first", "area"), ("last", "area"), ("date", "area"),
    ("date", "killed"), ("place", "killed", "kind"),
)  # fmt: skip
"""Records are compared only where they share one of these; common pairs of columns rather than single ones."""

NAMELESS = (
    ("place", "date_year", "date_month"), ("area", "date_year", "date_month"), ("date", "kind"), ("date", "actor"),
)  # fmt: skip
"""Of incidents, which have no names to tell them by, these too."""

LEARNT_ON = (
    ("born",), ("number",), ("words",), ("given", "family"), ("postcode",), ("date", "place"), ("place", "age"),
    ("place",), ("date",), ("bones",),
)  # fmt: skip
"""Shares `m` are learnt on pairs that share one of these, for all that is not among them."""


def blocks(columns: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Blocking rules for lists that have these columns."""
    there = frozenset(columns)
    rules = BLOCKS if "words" in there else (*BLOCKS, *NAMELESS)
    return tuple(rule for rule in rules if there.issuperset(rule))
