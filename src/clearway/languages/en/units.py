"""English units: what is written right behind a number, the unit's name, and what sort of number it makes."""

from typing import NamedTuple


class Unit(NamedTuple):
    """A unit's name and the sense that it gives its number."""

    name: str
    sense: str


def _table(sense: str, rows: dict[str, str]) -> dict[str, Unit]:
    return {word: Unit(name, sense) for name, words in rows.items() for word in words.split("; ")}


THINGS = _table(
    "count",
    {
        "acre": "acre; acres",
        "barrel": "barrel; barrels",
        "cubic metre": "cubic meter; cubic meters; cubic metre; cubic metres; m3; m³",
        "gallon": "gallon; gallons",
        "gram": "gram; gramme; grammes; grams",
        "hectare": "ha; hectare; hectares",
        "kilogram": "kg; kgs; kilo; kilogram; kilogramme; kilogrammes; kilograms; kilos",
        "milligram": "mg; milligrams",
        "millilitre": "milliliters; millilitres; ml",
        "litre": "liter; liters; litre; litres",
        "square kilometre": (
            "km2; km²; sq km; sq. km; square kilometer; square kilometers; square kilometre; square kilometres"
        ),
        "square metre": "m2; m²; sq m; square meter; square meters; square metre; square metres",
        "square mile": "sq mile; sq miles; square mile; square miles",
        "tonne": "metric ton; metric tonne; metric tonnes; metric tons; mt; mts; ton; tonne; tonnes; tons",
    },
)
"""Amounts of things, which reports count like things."""

LENGTHS = _table(
    "measure",
    {
        "cm": "centimeter; centimeters; centimetre; centimetres; cm",
        "byte": "gb; mb; tb",
        "degree": "c; celsius; deg; degc; degf; degree; degrees; °; °c; °f",
        "foot": "feet; foot; ft",
        "inch": "inch; inches",
        "hertz": "ghz; hz; khz; mhz",
        "horsepower": "bhp; horsepower; hp",
        "km": "kilometer; kilometers; kilometre; kilometres; km; kms",
        "km/h": "km/h; kmh; kph; mph",
        "knot": "knots",
        "magnitude": "magnitude",
        "metre": "m; meter; meters; metre; metres",
        "mile": "mile; miles",
        "mm": "millimeter; millimeters; millimetre; millimetres; mm",
        "nautical mile": "nautical mile; nautical miles",
        "percentage point": "percentage point; percentage points",
        "point": "points",
        "times": "fold; times",
        "watt": "gigawatt; gigawatts; gw; kilowatt; kilowatts; kw; megawatt; megawatts; mw; watts; kwh; mwh",
        "yard": "yard; yards",
    },
)
"""Lengths, temperatures, speeds and the like."""

TIMES = _table(
    "time",
    {
        "century": "centuries; century",
        "day": "day; days",
        "decade": "decade; decades",
        "hour": "hour; hours; hr; hrs",
        "minute": "min; mins; minute; minutes",
        "month": "month; months",
        "night": "night; nights",
        "quarter": "quarters",
        "second": "seconds",
        "week": "week; weeks",
        "weekend": "weekends",
        "year": "year; years; yr; yrs",
    },
)

MONEY = _table(
    "money",
    {
        "aud": "australian dollar; australian dollars",
        "cad": "canadian dollar; canadian dollars",
        "cent": "cent; cents; pence",
        "chf": "chf; swiss francs",
        "dinar": "dinar; dinars",
        "dirham": "dirham; dirhams",
        "eur": "eur; euro; euros; €",
        "franc": "franc; francs; xaf; xof",
        "gbp": "gbp; pounds sterling; £",
        "hryvnia": "hryvnia; hryvnias; uah",
        "lira": "lira; liras; turkish lira; turkish liras; tl",
        "naira": "naira; nairas; ngn",
        "pound": "lebanese pounds; sudanese pounds; egyptian pounds; pound; pounds; sdg",
        "rouble": "rouble; roubles; ruble; rubles",
        "rupee": "inr; rupee; rupees; pkr",
        "shilling": "shilling; shillings",
        "syp": "syp; syrian pound; syrian pounds",
        "usd": "dollar; dollars; u.s. dollars; us dollar; us dollars; usd; $",
        "yen": "yen",
        "yuan": "yuan",
    },
)

CURRENCY_SIGNS = {
    "us$": "usd",
    "$us": "usd",
    "au$": "aud",
    "a$": "aud",
    "c$": "cad",
    "$": "usd",
    "€": "eur",
    "£": "gbp",
    "¥": "yen",
    "₤": "pound",
    "₦": "naira",
    "₹": "rupee",
    "chf": "chf",
    "eur": "eur",
    "gbp": "gbp",
    "inr": "rupee",
    "ngn": "naira",
    "pkr": "rupee",
    "rs.": "rupee",
    "rs": "rupee",
    "sdg": "pound",
    "ssp": "pound",
    "syp": "syp",
    "uah": "hryvnia",
    "usd": "usd",
}
"""What is written before an amount of money; a longer sign stands before one that it ends in."""

UNITS: dict[str, Unit] = THINGS | LENGTHS | TIMES | MONEY
FIRST_OF_TWO = frozenset(unit.split()[0] for unit in UNITS if " " in unit)
"""First words of the units that have two."""

PERCENT = frozenset(["%", "pc", "pct", "percent"])
