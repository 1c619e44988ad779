"""Which column of a list says what, by the names that lists of victims use."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from clearway.errors import RefusedDocument
from clearway.lists.sheet import Sheet

ROLES: Mapping[str, str] = {
    "id": "id|rec id|record id|recid|uuid|unique id|case id|victim id|incident id|event id|event id cnty"
    "|no|nr|ref|code",
    "original_name": "name ar|ar name|arabic name|name arabic|name in arabic|original name|name original|native name"
    "|name native|name original script|name uk|name ua|name fa|name he|name ru|hebrew name|الاسم|اسم|имя|ім я|піб|фио",
    "name": "name|full name|fullname|english name|name en|en name|name english|name latin|victim name|person name"
    "|name of victim|nom complet|nombre",
    "given_name": "given name|given names|first name|firstname|forename|fname|fname c1|prenom|prénom|given",
    "second_given_name": "middle name|second name|fname c2|middle names|father name|fathers name|name of father"
    "|patronymic",
    "family_name": "surname|family name|last name|lastname|lname|lname c1|nom de famille|apellido|family|nom",
    "second_family_name": "lname c2|second surname|maiden name|second family name",
    "date_of_birth": "date of birth|dob|birth date|birthdate|born|birthday|date naissance|date de naissance",
    "birth_year": "birth year|year of birth|yob|by|born year",
    "birth_month": "birth month|month of birth|bm",
    "birth_day": "birth day|day of birth|bd",
    "age": "age|age years|age in years|age at death",
    "sex": "sex|gender|sexe",
    "date": "date|date of death|death date|event date|incident date|date of incident|date of event|date killed|dod"
    "|date reported|date of disappearance|date missing",
    "place": "place|location|town|city|village|suburb|neighbourhood|neighborhood|locality|place of death"
    "|place of incident|community|camp|adm3 name|admin3|settlement",
    "area": "area|province|governorate|region|state|district|admin1|admin2|adm1|adm2|adm1 name|adm2 name|county",
    "address": "address|address 1|street|street name|home address",
    "postcode": "postcode|post code|postal code|zip|zip code",
    "number": "id number|national id|national number|identity number|passport|passport number|soc sec id"
    "|personal number|registration number",
    "kind": "event type|sub event type|incident type|type of incident|type|attack type",
    "actor": "actor|actor1|perpetrator|actor 1|side a|alleged perpetrator",
    "killed": "fatalities|killed|deaths|dead|number killed|people killed|deaths civilians|best",
}
"""Headings that lists use, folded, by what the column says. From the headings of public casualty lists, the field's
tables (HDX, ACLED) and the two corpora of synthetic people that linkage is measured on (FEBRL, RLdata)."""

NAMES = ("name", "original_name", "given_name", "family_name")
APART = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The position of the column for each role that a list has."""

    at: Mapping[str, int]

    def __contains__(self, role: str) -> bool:
        return role in self.at


def find_columns(sheet: Sheet, named: Mapping[str, str] | None = None) -> Columns:
    """The columns of a list, by their usual names or as `named` by role; raises `RefusedDocument` where none serves."""
    at: dict[str, int] = {}
    folded = [fold_heading(heading) for heading in sheet.headings]
    for role, heading in (named or {}).items():
        if fold_heading(heading) in folded:
            at[role] = folded.index(fold_heading(heading))
    taken = set(at.values())
    for role, usual in ROLES.items():
        for known in usual.split("|"):
            if role not in at and known in folded and folded.index(known) not in taken:
                at[role] = folded.index(known)
                taken.add(at[role])
    if not any(role in at for role in (*NAMES, "number", "date")):
        rule = f"no column is known to be a name, number or date ({', '.join(sheet.headings[:8])})"
        raise RefusedDocument(sheet.name, rule=rule, remedy="name one: --name HEADING, or --date HEADING for incidents")
    return Columns(at=at)


def fold_heading(heading: str) -> str:
    """A heading without case, underscores and other signs.

    >>> fold_heading("Date_of Birth")
    'date of birth'
    """
    return APART.sub(" ", heading.casefold()).strip()
