"""Classes of English nouns that decide of what kind a claim is.

The words come from the field's own vocabularies: HXL's and HAPI's population groups, WHO's and Insecurity
Insight's facility types, ACLED's actors and events, the GLIDE hazard list, OCHA's cluster commodities.
"""

from functools import cache

from clearway.languages.en.forms import noun_forms

PEOPLE = """
neighbour neighbor consumer pupil hiker climber miner shepherd adolescent adult anaesthetist baby body boy brother
bystander captive casualty child citizen civilian
clan colleague commander community contractor couple crew daughter dead dependant detainee displaced
demonstrator doctor driver elder elderly employee engineer evacuee family farmer father fighter figure firefighter
fisherman girl guard gunman herder homeless hostage household human idp immigrant individual infant inhabitant
inmate insurgent internally-displaced jihadist journalist labourer laborer life local man medic member midwife
migrant militant military miner minor mother national nurse officer official orphan other paramedic parent
participant passenger passerby patient peacekeeper pensioner people person personnel policeman police
population prisoner protester pupil pilgrim rebel recruit refugee relative repatriate rescuer
rescue-worker resident responder returnee schoolchild schoolgirl schoolboy serviceman settler shopper sister
soldier son staff staffer student suspect survivor teacher teenager terrorist toddler tourist trader trooper
troop victim villager visitor volunteer vendor wife woman worker worshipper worshiper wounded injured writer
youngster youth
medical-worker aid-worker humanitarian-worker health-worker pedestrian nomad lawmaker politician cleric priest imam
deportee escapee expatriate grandchild grandmother grandfather caregiver caretaker breadwinner asylum-seeker combatant
serviceperson operative politician activist dissident lawyer motorist commuter merchant fisher sailor seafarer
stowaway teen juvenile kid lady gentleman preschooler schoolmate classmate playmate roommate boyfriend girlfriend
fiance fiancee nephew niece cousin uncle aunt grandson granddaughter stepson stepdaughter stepfather stepmother
great-grandmother great-grandfather spouse ex-wife ex-husband clerk cashier homeowner bouncer deputy cop trustee robber
burglar intruder shooter suspect gangster cyclist biker jogger swimmer skier surfer boater leader envoy diplomat
negotiator mediator delegate evacuee herdsman male female musician
singer rapper artist athlete footballer bartender waiter waitress chef janitor shopkeeper manager owner customer
patron guest bicyclist motorcyclist dispatcher sergeant lieutenant captain sheriff detective marine veteran attacker
assailant perpetrator accomplice partygoer reveller reveler concertgoer churchgoer parishioner onlooker sibling twin
sophomore freshman graduate newborn friend husband groom bride grandparent stepbrother stepsister godson
"""

ARMED = """
aircraft alliance army artillery bandit battalion brigade coalition faction fighter force forces gang gunman
government group gunship helicopter insurgent jet jihadist junta militant military militia navy opposition
paramilitary police rebel regime sniper soldier separatist terrorist tank troop unit warplane warship
guerrilla mercenary commando assailant attacker plane drone party authority air-force security-force
"""

TROOPS = """
officer police-officer army battalion brigade armour armor artillery contingent convoy equipment fighter force
forces hardware
helicopter mercenary missile observer peacekeeper personnel reinforcement regiment serviceman soldier squadron tank
troop trooper vehicle warplane warship weapon battery division unit commando post military team police mission
specialist expert rescuer doctor medic aircraft advance-team battleship jet carrier outpost checkpoint guard
"""

FACILITY = """
aid-convoy ambulance aid-post bakery camp centre center church clinic college dispensary facility health-centre
health-center health-facility health-post hospital icu infirmary installation kindergarten laboratory madrasa market
marketplace maternity
mosque monastery nursery orphanage pharmacy post premise premises school shelter shop
synagogue temple university ward warehouse waterworks water-station pumping-station water-plant bazaar
convoy synagogue seminary morgue ambulance-station polyclinic sanatorium shrine cathedral hospice refuge
compound office granary silo depot institution chapel borehole latrine waterpoint
"""

HEALTH = """
ambulance clinic dispensary health-centre health-center health-facility health-post hospital icu infirmary
maternity pharmacy polyclinic sanatorium ward medical
"""

STRICT_FACILITY = """
aid-convoy health-care healthcare ambulance aid-post bakery camp church clinic college dispensary facility
health-centre
health-center
health-facility health-post hospital infirmary installation kindergarten madrasa market marketplace mosque
monastery nursery orphanage pharmacy school synagogue temple university waterworks pumping-station water-station
convoy
bazaar polyclinic shelter shrine cathedral medical warehouse refuge premises
"""

ANIMAL = """
animal bird camel cattle chicken cow dog donkey fish goat horse livestock pig poultry sheep yak
"""

STRUCTURE = """
apartment barn block boat bridge building car church cottage crop dam dwelling dyke embankment farm farmland field
flat garden
hectare home homestead hotel house household housing hut infrastructure installation land latrine levee line
livelihood
livestock mansion neighbourhood neighborhood network orchard pipeline plant plantation port power-line property
road roof roofing room settlement sewerage shelter shop street structure supply system tent tower town vehicle village
wall warehouse well harvest cattle animal herd sheep goat railway track tree business city market station
acre bank pylon pole substation cemetery monument minaret quarter suburb district belonging asset stock store storage
"""

SETTLEMENT = "city hamlet locality settlement suburb town village community municipality neighbourhood neighborhood"

TERRITORY = """
bank airbase airfield airport area base capital city country countryside district enclave frontline
ground hamlet hill land neighbourhood neighborhood outpost part pocket position post province region road
settlement side stronghold suburb swath swathe territory town village zone junction mountain ridge island crossing
checkpoint quarter governorate locality municipality bastion crossroads highway field port plant building
"""

ROAD = """
airport airspace border bridge checkpoint corridor crossing crossroads ferry frontier gate highway lane
motorway pass passage port railway road route runway street supply-line tunnel access-road airstrip border-crossing
path
seaport harbour harbor line crossing-point border-point track motorway artery roadway
"""

HAZARD = """
aftershock avalanche blizzard cold cyclone deluge disaster downpour drought earthquake eruption flood flooding
floodwater fire frost hail hailstorm heatwave hurricane inundation landslide lava mudslide mudflow quake rain rainfall
snow snowfall snowstorm storm surge swell temperature thunderstorm tide tornado tremor tsunami typhoon
volcano wave wildfire wind winter blaze locust torrent monsoon water river flash-flood rainstorm heat water-level
river-level aftershock gale whirlwind waterspout
"""

VIOLENCE = """
air-raid airstrike air-strike ambush assault attack barrage battle blast bomb bombardment bombing campaign clash
combat conflict
confrontation counter-offensive counteroffensive crossfire artillery-fire mortar-fire rocket-fire tank-fire
sniper-fire gun-fire arms-fire machinegun-fire explosion explosive fighting fight fire firefight gunfire
gunbattle explosive
grenade hostility ied incursion invasion killing massacre mine missile mortar offensive onslaught operation
projectile raid rocket shell shelling shooting shot skirmish strike violence war warfare landmine bullet
gunshot advance crackdown airraid cannon fusillade bomber unrest riot looting insurgency escalation
"""

ATTACK_EVENT = """
artillery-fire mortar-fire rocket-fire tank-fire sniper-fire air-raid airstrike air-strike airstrikes ambush assault
attack barrage battle blast bombardment bombing clash combat
confrontation counter-offensive counteroffensive explosion exchange fighting firefight gunbattle gunfire hostility
incursion invasion
offensive onslaught operation raid shelling shooting skirmish strike violence artillery incident bomb missile rocket
crossfire salvo rampage escalation infighting crackdown unrest mortar
"""

AID = """
aid aircraft assistance blanket bread parcel cash clothing consignment convoy dose drug equipment
flour food fuel good grain help humanitarian-aid hygiene item jerrycan kit lorry material mattress meal medicine
milk nutrition oil operation package parcel ration relief relief-item response rice seed service shelter shipment
sheeting stove supply support tarpaulin tent tonne tool transfer treatment truck vaccine
voucher water wheat tablet medication packet protection training course care aid-convoy ton bag basket bottle litre
"""

AID_ACTOR = """
humanitarian-worker aid-worker agency charity humanitarian ngo organisation organization partner red-cross
red-crescent unicef unhcr wfp ocha unrwa
icrc
sarc msf who iom fao undp ifrc donor actor cluster responder humanitarian-community community volunteer team
"""

NEED = """
accommodation aid assistance care clothing drug electricity equipment food fuel healthcare health help
hygiene income livelihood medicine nutrition power protection relief sanitation shelter supply support
treatment water bed blood oxygen money education livelihoods wash heating
"""

PERMIT = """
accreditation approval authorisation authorization clearance licence license paperwork pass permission permit
registration visa waiver work-permit
"""

FEE = "bribe customs-duty duty fee levy payment surcharge tax taxation"

DISEASE = """
cholera coronavirus covid covid-19 dengue diarrhoea diarrhea diphtheria disease dysentery ebola epidemic fever flu
hepatitis illness
infection influenza leishmaniasis leptospirosis malaria malnutrition measles meningitis mers monkeypox mpox outbreak
pandemic plague
pneumonia polio sars scabies tuberculosis typhoid typhus virus yellow-fever zika marburg lassa
"""

AGREEMENT = """
accord agreement armistice ceasefire cease-fire compromise deal memorandum pact peace settlement treaty truce
understanding cessation accords truce-period ceasefire-period
"""

TALKS = """
conference consultation dialogue discussion meeting mediation negotiation negotiations round summit talk talks
consensus breakthrough visit session
"""

ORGANISATION = """
administration agency army assembly association authority bank body bureau cabinet centre center charity
coalition commission committee community company council court department fund government group
institute ministry mission monitor movement network ngo observatory office officials organisation
organization parliament party police presidency red-cross red-crescent regime service society
statement report state team tribunal union unit watchdog media agency newspaper television radio website defence
defense
directorate opposition military rebels governor mayor premier
secretary-general commissioner envoy delegation chief spokesman spokeswoman
spokesperson minister president
"""

CLASSES = {
    "people": PEOPLE,
    "armed": ARMED,
    "troops": TROOPS,
    "facility": FACILITY,
    "health": HEALTH,
    "strict_facility": STRICT_FACILITY,
    "structure": STRUCTURE,
    "settlement": SETTLEMENT,
    "territory": TERRITORY,
    "road": ROAD,
    "hazard": HAZARD,
    "violence": VIOLENCE,
    "attack_event": ATTACK_EVENT,
    "animal": ANIMAL,
    "aid": AID,
    "aid_actor": AID_ACTOR,
    "need": NEED,
    "permit": PERMIT,
    "fee": FEE,
    "disease": DISEASE,
    "agreement": AGREEMENT,
    "talks": TALKS,
    "organisation": ORGANISATION,
}


def classes_of(form: str) -> frozenset[str]:
    """The classes of a noun form, lower case; none for a word that the lexicon does not hold."""
    return noun_classes().get(form, ("", frozenset()))[1]


@cache
def noun_classes() -> dict[str, tuple[str, frozenset[str]]]:
    """Each noun form, lower case, with its lemma and the classes it belongs to.

    A lemma of two words is written with a hyphen and is met as two words, or as one with a hyphen.
    """
    members: dict[str, set[str]] = {}
    for name, words in CLASSES.items():
        for lemma in words.split():
            members.setdefault(lemma, set()).add(name)
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for lemma, classes in members.items():
        spelled = lemma.replace("-", " ") if lemma not in ("covid-19", "cease-fire") else lemma
        for form in reversed(noun_forms(spelled)):
            known = found.get(form, (lemma, frozenset()))
            found[form] = (known[0] if len(known[0]) < len(lemma) else lemma, known[1] | classes)
    return found


COLLECTIVE = frozenset(
    """
    clan community couple crew dead displaced elderly family homeless household injured military people personnel
    police population staff wounded
    """.split()
)
"""Nouns in the singular that are several people."""

MANY_OR_NOBODY = COLLECTIVE | {"body", "figure", "life", "other"}
"""Nouns among the people that are no single person."""

TWO = frozenset({"couple", "pair"})
"""Nouns in the singular that are two people where no "of" follows."""

MULTIPLE = {"double": 2, "twin": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6}
"""Adjectives that say how many one deed harmed: "a triple murder"."""


def is_one_person(word: str) -> bool:
    """Whether a noun in lower case is one person: "boy", and neither "boys" nor "family"."""
    lemma, classes = noun_classes().get(word, ("", frozenset()))
    return lemma == word and "people" in classes and word not in MANY_OR_NOBODY
