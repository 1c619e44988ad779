"""The English words around place names: types, directions, prepositions, titles, what makes an organisation."""

import re
from functools import cache
from pathlib import Path

from clearway.model import Level

DATA = Path(__file__).parent / "data"

TYPES: dict[str, Level] = {
    **dict.fromkeys(
        ("governorate", "province", "oblast", "muhafazat", "prefecture", "voivodeship", "krai", "emirate"), Level.ADM1
    ),
    **dict.fromkeys(("state", "region", "division", "department", "territory", "canton", "wilaya"), Level.ADM1),
    **dict.fromkeys(
        ("district", "county", "raion", "rayon", "parish", "lga", "llg", "upazila", "regency", "borough"), Level.ADM2
    ),
    **dict.fromkeys(
        ("local government area", "sub-prefecture", "subprefecture", "sub-district", "subdistrict", "township"),
        Level.ADM2,
    ),
    **dict.fromkeys(("municipality", "commune", "woreda", "locality"), Level.ADM2),
    **dict.fromkeys(
        (
            "city",
            "town",
            "village",
            "hamlet",
            "settlement",
            "neighbourhood",
            "neighborhood",
            "suburb",
            "barangay",
        ),
        Level.SETTLEMENT,
    ),
}
"""Words behind or before a name that say what it is the name of."""

PLURAL_TYPES = {
    f"{word[:-1]}ies" if word.endswith("y") else f"{word}es" if word.endswith("sh") else f"{word}s": level
    for word, level in TYPES.items()
}

AREAS = (
    "countryside|suburbs|outskirts|hinterland|area|areas|valley|plain|plains|corridor|basin|front|front line|frontline|"
    "pocket|enclave|coast|island|islands|peninsula|mountains|hills|desert|highlands|lowlands"
)
"""Words behind a name that make of it an area without sharp edges."""

SITES = (
    "camp|camps|refugee camp|idp camp|airport|air ?base|air field|airfield|bridge|dam|crossing|crossing point|"
    "border crossing|checkpoint|check point|prison|refinery|oil (?:field|refinery)|reception cent(?:re|er)|"
    "harbou?r|port"
)
"""The spots that are named after a known place as often as not ("Rafah crossing")."""

FACILITIES = (
    f"{SITES}|hospital|hospitals|clinic|health cent(?:re|er)|health post|aid post|medical cent(?:re|er)|market|mosque|"
    "church|cathedral|school|power (?:plant|station)|base|barracks|stadium|site|lake|river|street|avenue|road|highway|"
    "square|park"
)
"""Words behind a name that make of it one spot or thing; behind a known place those that are no sites tell nothing."""

SORTS = (
    "refugee|displacement|idp|resettlement|military|district|general|public|primary|secondary|high|border|transit|"
    "detention|international|field|children's|maternity|provincial|central|regional|teaching|university|oil|gas|power|"
    "national|main|old|new"
)
"""Words between a name and what sort of spot it is."""

DIRECTION = (
    r"(?:(?:north|south)(?:[- ]?(?:east|west))?(?:ern)?(?:most)?|(?:east|west)(?:ern)?(?:most)?|"
    r"central|rural|coastal|greater|inner|outer|downtown|mainland)"
)

DIRECTED_WORD = re.compile(DIRECTION)

ORGANISATIONS = frozenset(
    """
    university ministry council network agency committee party times post news army police department bank
    corporation corp inc ltd llc co club fc association institute foundation observatory group company college court
    church observer federation union team office service services commission board bureau authority authorities
    forces force brigade brigades battalion front movement league congress parliament senate assembly programme
    program project fund trust society centre center journal tribune herald gazette daily press radio television tv
    magazine media organisation organization alliance coalition cabinet district academy school schools high middle
    elementary hotel airlines airways museum library theatre theater orchestra festival stadium arena games cup
    olympics championship open hall house initiative campaign mission conference summit treaty agreement accord
    accords protocol act plan cluster crescent cross defense defence guard guards intelligence mayor governor
    sheriff chamber partners partnership operations emergency response humanitarian coordinator delegation embassy
    consulate command division squad tigers lions bears eagles hawks bulldogs cowboys raiders giants jets cardinals
    wildcats panthers braves reds sox yankees dodgers lakers bulls rockets texans saints falcons rams colts broncos
    vikings packers steelers ravens
    """.split()
)  # fmt: skip
"""Last words of the name of an organisation, a work or an event."""

ORGANISATION_OF = frozenset(
    """
    university bank church institute college museum society order sisters brothers daughters knights house school
    ministry department academy chamber archdiocese diocese bishop archbishop battle treaty duke duchess earl prince
    princess lady lord association federation union party movement army
    """.split()
)  # fmt: skip
"""Words that make "X of Y" a name of its own."""

TITLES = frozenset(
    """
    mr mrs ms miss dr prof professor president vice prime minister general gen colonel col major maj captain capt
    sergeant sgt lieutenant lt commander cmdr admiral brigadier sheikh shaikh imam mullah ayatollah king queen
    prince princess sultan emir lord lady sir dame pope bishop archbishop father sister brother rev reverend pastor
    rabbi judge justice senator sen congressman congresswoman rep representative governor gov mayor councillor
    councilman councilwoman chancellor secretary ambassador spokesman spokeswoman spokesperson chief chairman
    chairwoman director officer detective deputy sheriff constable inspector superintendent commissioner envoy coach
    leader premier attorney lawyer businessman actor actress singer activist journalist reporter photographer editor
    author analyst expert resident witness farmer teacher doctor nurse aunt uncle
    """.split()
)  # fmt: skip
"""Words before a person's name."""

CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec ramadan eid christmas
    easter mon tue tues wed thu thurs fri sat sun spring summer autumn winter today yesterday tomorrow
    """.split()
)  # fmt: skip

PERSONAL_TITLES = frozenset(
    "mr mrs ms dr prof sir dame judge justice senator sen rep gov officer detective sgt lt capt coach".split()
)
"""Titles that nothing but a person's name follows."""

FUNCTION = frozenset(
    """
    in at on of from to near for by with and but as the a an across around inside outside since after before while
    when where i he she it we they his her our their this that these those if no not all my your its or so yet then
    there here i've i'm i'll i’ve i’m i’ll you'd you’d it's it’s that's that’s
    """.split()
)  # fmt: skip

NEVER_ALONE = frozenset(
    """
    council court hall house school church road street lane avenue camp region country county city town village
    district state province governorate area north south east west health education round plan need one two
    isolation intervention go metro gulf union section department group team board center centre park square river
    lake port site base crossing mission fish boon phase act crisis figure disease stressed emergency miss duma
    summit accord agreement deal ministry government parliament president army police
    """.split()
)  # fmt: skip
"""Words that name no place when they stand alone."""

NO_NAME = NEVER_ALONE | TITLES | ORGANISATIONS
"""Words that are no part of a place's name that no gazetteer holds."""

NO_PERSON = NEVER_ALONE | CALENDAR | FUNCTION | ORGANISATIONS
"""Words that are no part of a person's name."""

NEVER = frozenset(
    name.strip()
    for name in """
    red cross| red crescent| white house| islamic state| hamas| hezbollah| fatah| taliban| al qaeda| al-qaeda|
    al nusra| al-nusra| al shabaab| al-shabaab| boko haram| al jazeera| al-jazeera| al arabiya| xinhua| reuters|
    associated press| passover| thanksgiving| halloween| new year| old city| web site| city park| green line|
    supreme court| high court| kremlin| pentagon| wall street| security council| downing street| covid-19| ebola|
    cholera| google| facebook| twitter| honda| ford| toyota| amazon.com| good friday| holy land| god| allah|
    prophet| st. patrick| st patrick| saint patrick| coalition| opposition| shia| shiite| sunni| jihad| internet|
    bible| koran| quran| united nations| the united nations| rohingya| fulani| hausa| kurd| kurds| arab| arabs|
    arabic| muslim| muslims| christian| christians| jewish| jew| jews| islamic| buddhist| hindu| latino| latinos|
    hispanic| wal-mart| walmart| earth| web| state department
    """.split("|")
)  # fmt: skip
"""Names that a gazetteer may hold and that reports use for something else."""

SAYING = (
    r"(?:said|says|told|tells|added|adds|asked|explained|wrote|writes|tweeted|recalled|warned|noted|testified|pleaded|"
    r"insisted)"
)

ARABIC_ARTICLE = (
    r"(?:[Aa]l|[Ee]l|[Aa]sh|[Ee]sh|[Aa]n|[Ee]n|[Aa]s|[Ee]s|[Aa]r|[Ee]r|[Aa]d|[Ee]d|[Aa]t|[Ee]t|[Aa]z|[Ee]z|[Uu]l)"
)


@cache
def common() -> frozenset[str]:
    """Words that do not make a name proper."""
    return ordinary() | FUNCTION | CALENDAR | NEVER_ALONE


@cache
def ordinary() -> frozenset[str]:
    """Words that are a place's name only on evidence."""
    return _words("ordinary.txt")


@cache
def given_names() -> frozenset[str]:
    """First names of people."""
    return _words("given_names.txt")


def _words(name: str) -> frozenset[str]:
    lines = (DATA / name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
