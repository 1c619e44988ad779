"""English units: what is written right behind a number, the unit's name, and what sort of number it makes."""

import re
from typing import NamedTuple

from clearway.languages.en.money import CURRENCIES


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
        "bushel": "bushel; bushels",
        "gallon": "gallon; gallons",
        "gram": "gram; gramme; grammes; grams",
        "hectare": "ha; hectare; hectares",
        "kilogram": "kg; kgs; kilo; kilogram; kilogramme; kilogrammes; kilograms; kilos",
        "milligram": "mg; milligrams",
        "millilitre": "milliliters; millilitres; ml",
        "litre": "l; liter; liters; litre; litres; ltr; ltrs",
        "ounce": "ounce; ounces; oz",
        "square kilometre": (
            "km2; km²; sq km; sq. km; square kilometer; square kilometers; square kilometre; square kilometres"
        ),
        "square metre": "m2; m²; sq m; square meter; square meters; square metre; square metres",
        "square mile": "sq mile; sq miles; square mile; square miles",
        "pound weight": "lb; lbs",
        "tonne": "metric ton; metric tonne; metric tonnes; metric tons; mt; mts; ton; tonne; tonnes; tons",
    },
)
"""Amounts of things, which reports count like things."""

LENGTHS = _table(
    "measure",
    {
        "cm": "centimeter; centimeters; centimetre; centimetres; cm",
        "ampere hour": "ah; mah",
        "basis point": "basis point; basis points; bps",
        "bit a second": "gbps; kbps; mbps",
        "byte": "byte; bytes; gb; gigabyte; gigabytes; kb; mb; megabyte; megabytes; tb; terabyte; terabytes",
        "calorie": "calorie; calories; kcal; kilocalories",
        "decibel": "db; decibel; decibels",
        "degree": "c; celsius; deg; degc; degf; degree; degrees; °; °c; °f",
        "foot": "feet; foot; ft",
        "gigatonne": "gigatonne; gigatonnes; gigaton; gigatons; kiloton; kilotons; megaton; megatons",
        "inch": "inch; inches",
        "hertz": "ghz; hz; khz; mhz",
        "horsepower": "bhp; horsepower; hp",
        "km": "kilometer; kilometers; kilometre; kilometres; km; kms",
        "km/h": "km/h; km/hr; kmh; kmph; kph; mph",
        "knot": "knots",
        "magnitude": "magnitude",
        "light-year": "light years; light-year; light-years",
        "metre": "m; meter; meters; metre; metres",
        "mile": "mile; miles",
        "mm": "millimeter; millimeters; millimetre; millimetres; mm",
        "mile a gallon": "mpg",
        "nautical mile": "nautical mile; nautical miles",
        "pascal": "gpa; hpa; kpa; mpa; pascals; psi",
        "percentage point": "percentage point; percentage points",
        "point": "points",
        "pixel": "megapixel; megapixels; pixels",
        "times": "fold; times",
        "volt": "kv; volt; volts",
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

UNITS: dict[str, Unit] = THINGS | LENGTHS | TIMES | _table("money", CURRENCIES)
FIRST_OF_TWO = frozenset(unit.split()[0] for unit in UNITS if " " in unit)
"""First words of the units that have two."""

PERCENT = frozenset(["%", "pc", "pct", "percent"])

_UNIT = re.compile(r"[\s-]*([a-z°%$€£²³/.]+[²³\d]?)(?:\s+([a-z]+))?")
_UNIT_OF = re.compile(r"\s+of\s+([a-z]+)(?:\s+([a-z]+))?")


def unit_after(folded: str, end: int) -> Unit | None:
    """The unit written right behind a number that ends at `end`."""
    match = _UNIT.match(folded, end)
    if match is None:
        return None
    return _unit(match[1].rstrip("."), match[2]) or _unit(match[1], match[2])


def unit_after_of(folded: str, end: int) -> Unit | None:
    """The unit behind a vague word: "hundreds of hectares"."""
    match = _UNIT_OF.match(folded, end)
    return _unit(match[1], match[2]) if match else unit_after(folded, end)


def _unit(first: str, second: str | None) -> Unit | None:
    if second is not None and first in FIRST_OF_TWO:
        unit = UNITS.get(f"{first} {second}")
        if unit is not None:
            return unit
    return UNITS.get(first)
