"""The English words of each kind of claim, most specific first within a word.

Built from the field's own vocabularies: IDMC's terms (evacuated, displaced, forced to flee, sheltered, homeless),
ACLED's sub-event types, WHO's attack types, HeRAMS' functionality, PLOVER's verbs of request, threat and accusation.
"""

from functools import cache

from clearway.languages.en.forms import noun_lemmas, verb_lemmas
from clearway.languages.frame import Frame
from clearway.model import Act, Certainty, Status

HARM = (
    Frame(
        kind="killed",
        verbs="shoot stab burn beat crush hack bludgeon strangle trample freeze starve",
        with_words="dead death",
        object="people name",
        counted="object",
    ),
    Frame(
        kind="killed",
        verbs="be count",
        subject="people",
        preps="among",
        with_words="dead killed slain victim fatality",
        counted="subject",
    ),
    Frame(
        kind="injured",
        verbs="be count",
        subject="people",
        preps="among",
        with_words="wounded injured casualty",
        counted="subject",
    ),
    Frame(
        kind="killed",
        verbs="kill massacre murder slay execute behead assassinate martyr lynch decapitate",
        object="people name",
        unless="animal",
        counted="object",
    ),
    Frame(
        kind="killed",
        verbs="die perish drown succumb",
        subject="people name",
        unless="animal structure",
        counted="subject",
    ),
    Frame(kind="killed", verbs="lose", object="", with_words="life", subject="people name", counted="subject"),
    Frame(kind="killed", verbs="claim cost take", with_words="life", counted="object", object="people"),
    Frame(
        kind="killed",
        verbs="find recover pull retrieve exhume unearth bury discover",
        with_words="body corpse remains",
        object="people",
        counted="object",
    ),
    Frame(kind="killed", adjectives="dead lifeless", subject="people name", unless="animal", counted="subject"),
    Frame(kind="killed", nouns="death fatality killing martyr", counted="self"),
    Frame(kind="killed", nouns="massacre execution assassination murder", counted="self", event=True),
    Frame(
        kind="injured", verbs="wound injure hurt maim", object="people name", unless="animal violence", counted="object"
    ),
    Frame(
        kind="injured", verbs="sustain suffer", with_words="injury wound burn", subject="people name", counted="subject"
    ),
    Frame(kind="injured", adjectives="wounded injured hurt", subject="people name", counted="subject"),
    Frame(kind="injured", verbs="hospitalise hospitalize shoot stab", object="people", counted="object"),
    Frame(kind="injured", nouns="injury", counted="self"),
    Frame(kind="injured", nouns="wounded injured", counted="self", counted_only=True),
    Frame(kind="killed", nouns="dead", counted="self", counted_only=True),
    Frame(kind="missing", verbs="disappear vanish", subject="people name", counted="subject"),
    Frame(kind="missing", adjectives="missing unaccounted", subject="people name", counted="subject"),
    Frame(kind="missing", verbs="miss", object="people", subject="none", counted="object"),
    Frame(kind="missing", verbs="bury", object="people", preps="under in beneath", counted="object"),
    Frame(kind="missing", nouns="missing", counted="self", counted_only=True),
    Frame(kind="missing", nouns="fate whereabouts", counted="self", counted_only=True),
    Frame(kind="missing", verbs="search look", preps="for", object="people", counted="prep", counted_only=True),
    Frame(kind="missing", nouns="disappearance", counted="self", event=True),
    Frame(
        kind="detained", verbs="arrest detain imprison jail incarcerate intern", object="people name", counted="object"
    ),
    Frame(
        kind="detained",
        verbs="take hold keep",
        object="people",
        with_words="custody detention prison jail",
        counted="object",
    ),
    Frame(kind="detained", verbs="round", object="people", with_words="up", counted="object"),
    Frame(kind="detained", nouns="arrest detention detainee prisoner", counted="self", counted_only=True),
    Frame(kind="abducted", verbs="abduct kidnap", object="people name", counted="object"),
    Frame(kind="abducted", verbs="take", with_words="hostage captive", object="people name", counted="object"),
    Frame(kind="abducted", verbs="seize snatch", object="people", subject="armed people", counted="object"),
    Frame(kind="abducted", nouns="hostage abduction kidnapping", counted="self", counted_only=True),
    Frame(kind="casualties", nouns="casualty", counted="self"),
    Frame(
        kind="affected",
        verbs="affect impact",
        object="people state district province county governorate region municipality village town",
        unless="facility need",
        counted="object",
    ),
    Frame(kind="affected", adjectives="affected", subject="people", counted="subject"),
)

DISPLACEMENT = (
    Frame(kind="attack", verbs="trap face endure", with_words="barrage attack bombardment shelling assault"),
    Frame(kind="returned", verbs="return", subject="people demonym", unless="armed official", counted="subject"),
    Frame(kind="returned", verbs="repatriate resettle deport", object="people", counted="object"),
    Frame(kind="returned", nouns="returnee return", counted="self", counted_only=True),
    Frame(kind="displaced", verbs="flee", counted="subject", subject="people name territory", unless="armed"),
    Frame(
        kind="displaced",
        verbs="displace uproot dislocate evict expel squeeze",
        object="people territory",
        counted="object",
    ),
    Frame(kind="displaced", verbs="evacuate relocate", object="people", unless="facility", counted="object"),
    Frame(kind="displaced", verbs="evacuate relocate", subject="people", object="none", counted="subject"),
    Frame(
        kind="displaced",
        verbs="seek take find",
        with_words="refuge asylum sanctuary shelter",
        subject="people",
        counted="subject",
    ),
    Frame(kind="displaced", verbs="shelter", subject="people", object="none", unless="facility", counted="subject"),
    Frame(kind="displaced", verbs="shelter house accommodate host", object="people", counted="object", bare=False),
    Frame(
        kind="displaced",
        verbs="leave abandon vacate escape",
        subject="people",
        with_words="home house village town area camp country city territory region neighbourhood property",
        counted="subject",
    ),
    Frame(
        kind="displaced", verbs="drive force", object="people", with_words="home house village land", counted="object"
    ),
    Frame(kind="displaced", verbs="cross", subject="people", unless="armed aid", preps="into to", counted="subject"),
    Frame(
        kind="displaced",
        verbs="arrive pour stream",
        subject="people",
        unless="armed official aid",
        preps="in from into at to",
        counted="subject",
        bare=False,
    ),
    Frame(kind="displaced", verbs="strand trap besiege encircle maroon", object="people", counted="object"),
    Frame(
        kind="displaced",
        verbs="stay remain live reside sleep camp be",
        subject="people",
        preps="in with at",
        with_words="centre center camp shelter relative host tent school site collective settlement open",
        counted="subject",
    ),
    Frame(kind="displaced", verbs="migrate", subject="people", counted="subject"),
    Frame(
        kind="displaced",
        verbs="occupy",
        subject="people",
        with_words="centre center shelter school camp",
        counted="subject",
    ),
    Frame(
        kind="displaced",
        adjectives="homeless displaced stranded trapped uprooted",
        subject="people name",
        counted="subject",
    ),
    Frame(kind="displaced", nouns="idp refugee evacuee displaced", counted="self", counted_only=True),
    Frame(kind="displaced", nouns="displacement exodus influx evacuation", counted="self", event=True),
)

FACILITIES = (
    Frame(
        kind="facility_attack",
        verbs="land fall explode crash slam detonate",
        subject="violence armed",
        object="strict_facility",
        counted="prep",
        preps="on in near at into outside inside",
    ),
    Frame(
        kind="facility_attack", verbs="set", with_words="fire", object="strict_facility", counted="prep", preps="to on"
    ),
    Frame(
        kind="facility_attack",
        verbs="come",
        subject="strict_facility",
        with_words="fire attack bombardment shelling",
        counted="subject",
    ),
    Frame(
        kind="facility_status",
        verbs="be remain stay go",
        subject="strict_facility",
        preps="out",
        with_words="service action order",
        counted="subject",
        status=Status.NOT_FUNCTIONING,
    ),
    Frame(
        kind="facility_attack",
        verbs=(
            "attack bomb bombard shell hit strike target raid loot ransack torch burn storm vandalise vandalize "
            "destroy damage besiege ambush pound level flatten set pillage plunder invade demolish wreck occupy"
        ),
        object="strict_facility",
        subject="",
        counted="object",
    ),
    Frame(kind="facility_attack", verbs="affect impact", object="facility", subject="violence", counted="object"),
    Frame(
        kind="facility_status",
        verbs="postpone delay suspend close",
        with_words="school class classes lesson exam",
        status=Status.NOT_FUNCTIONING,
    ),
    Frame(
        kind="facility_status",
        verbs="close shut suspend shutter",
        object="facility health",
        counted="object",
        status=Status.NOT_FUNCTIONING,
    ),
    Frame(
        kind="facility_status",
        verbs="close shut suspend halt cease stop",
        subject="strict_facility",
        counted="subject",
        status=Status.NOT_FUNCTIONING,
    ),
    Frame(
        kind="facility_status",
        verbs="function operate",
        subject="facility",
        counted="subject",
        status=Status.FUNCTIONING,
    ),
    Frame(
        kind="facility_status",
        verbs="reopen resume",
        subject="strict_facility",
        counted="subject",
        status=Status.FUNCTIONING,
    ),
    Frame(
        kind="facility_status",
        verbs="reopen restore rehabilitate repair",
        object="strict_facility",
        counted="object",
        status=Status.FUNCTIONING,
    ),
    Frame(
        kind="facility_status",
        verbs="put force knock take",
        object="strict_facility",
        with_words="service action close operation shut",
        counted="object",
        status=Status.NOT_FUNCTIONING,
    ),
    Frame(
        kind="facility_status", verbs="use convert turn", object="strict_facility", preps="as into", counted="object"
    ),
    Frame(
        kind="facility_status",
        verbs="abandon",
        object="strict_facility",
        counted="object",
        status=Status.NOT_FUNCTIONING,
    ),
    Frame(
        kind="facility_status",
        verbs="get have keep",
        object="structure facility",
        with_words="running",
        counted="object",
        status=Status.FUNCTIONING,
    ),
    Frame(
        kind="facility_status",
        adjectives="functional operational",
        subject="facility structure",
        counted="subject",
        status=Status.FUNCTIONING,
    ),
    Frame(
        kind="facility_status",
        adjectives="non-functional inoperable closed shut",
        subject="strict_facility",
        counted="subject",
        status=Status.NOT_FUNCTIONING,
    ),
    Frame(
        kind="facility_status",
        verbs="disrupt",
        object="structure",
        unless="road",
        counted="object",
        status=Status.PARTLY,
    ),
)

DESTRUCTION = (
    Frame(
        kind="destruction",
        verbs=(
            "destroy damage demolish flatten raze level wreck ruin devastate gut burn torch flood submerge "
            "inundate wash sweep bury ravage engulf swamp"
        ),
        object="structure facility settlement territory road hazard_area",
        unless="people armed violence",
        counted="object",
    ),
    Frame(kind="destruction", verbs="collapse", subject="structure facility road", counted="subject"),
    Frame(kind="destruction", verbs="collapse burn", subject="structure facility", counted="subject"),
    Frame(kind="destruction", verbs="die perish", subject="animal", counted="subject"),
    Frame(kind="destruction", verbs="kill", object="animal", counted="object"),
    Frame(kind="destruction", verbs="leave", with_words="ruin rubble ruins", counted="object"),
    Frame(
        kind="destruction",
        verbs="lose",
        with_words="home house everything belonging livelihood crop harvest livestock property",
        subject="people",
        counted="object",
    ),
    Frame(kind="destruction", verbs="reduce", with_words="rubble ash ashes ruin ruins", counted="object"),
    Frame(kind="destruction", nouns="destruction devastation damage", counted="", event=True),
    Frame(kind="destruction", nouns="collapse", counted="", event=False),
)

HAZARDS = (
    Frame(
        kind="hazard",
        verbs="hit strike batter lash pound ravage devastate sweep affect engulf trigger cause inundate",
        spares="structure facility strict_facility state district province county governorate people",
        subject="hazard",
        unless="people",
        counted="",
    ),
    Frame(
        kind="hazard",
        verbs="continue expect forecast persist rage worsen fall drop plunge recede occur ease approach move weaken intensify spread",
        subject="hazard",
    ),
    Frame(kind="hazard", verbs="expect forecast predict", object="hazard", certainty=Certainty.POSSIBLE),
    Frame(kind="hazard", verbs="make", subject="hazard", with_words="landfall"),
    Frame(kind="hazard", verbs="erupt", subject="hazard name"),
    Frame(kind="hazard", verbs="burst overflow breach", with_words="bank", subject=""),
    Frame(kind="hazard", verbs="overflow", subject="hazard name"),
    Frame(kind="hazard", verbs="face experience suffer see endure", object="hazard"),
    Frame(kind="hazard", verbs="be", subject="none", object="hazard"),
    Frame(
        kind="hazard",
        verbs="hit strike affect",
        object="state territory name",
        subject="none",
        unless="people facility structure armed",
    ),
)

HOSTILITIES = (
    Frame(kind="attack", verbs="take", subject="attack_event", with_words="place", counted="subject"),
    Frame(
        kind="control",
        verbs="take gain assume wrest seize establish regain win consolidate",
        with_words="control",
        counted="prep",
        preps="of over",
        status=Status.GAINED,
    ),
    Frame(
        kind="control",
        verbs="capture recapture seize retake conquer overrun liberate reconquer regain secure",
        object="territory road name settlement",
        unless="people",
        counted="object",
        status=Status.GAINED,
    ),
    Frame(
        kind="control",
        verbs="take",
        object="territory settlement name",
        subject="armed",
        counted="object",
        status=Status.GAINED,
    ),
    Frame(
        kind="control",
        verbs="lose cede surrender",
        object="territory settlement control road",
        subject="armed demonym name",
        counted="object",
        status=Status.LOST,
    ),
    Frame(
        kind="control",
        verbs="hold control occupy",
        object="territory settlement road name",
        subject="armed demonym name",
        counted="object",
        status=Status.HELD,
        main=True,
    ),
    Frame(
        kind="control",
        verbs="besiege encircle surround blockade",
        object="territory settlement name",
        counted="object",
        status=Status.BESIEGED,
    ),
    Frame(
        kind="control",
        verbs="fall",
        subject="territory settlement name",
        preps="to",
        counted="subject",
        status=Status.LOST,
    ),
    Frame(
        kind="control",
        verbs="withdraw retreat pull",
        subject="armed troops demonym",
        object="territory settlement name",
        counted="prep",
        preps="from",
        status=Status.LOST,
    ),
    Frame(kind="control", nouns="siege blockade", status=Status.BESIEGED),
    Frame(kind="control", nouns="capture recapture seizure fall takeover", status=Status.GAINED, event=True),
    Frame(kind="attack", verbs="bomb bombard shell attack strafe ambush", counted=""),
    Frame(
        kind="attack",
        verbs="hit strike target pound batter",
        subject="violence armed demonym name",
        counted="",
    ),
    Frame(kind="attack", verbs="raid storm", object="territory settlement name structure", counted=""),
    Frame(kind="attack", verbs="clash fight battle skirmish", subject="armed people demonym name", counted=""),
    Frame(kind="attack", verbs="open exchange", with_words="fire gunfire"),
    Frame(kind="attack", verbs="fire launch lob drop", object="violence weapon", counted="object"),
    Frame(
        kind="attack",
        verbs=(
            "launch carry mount conduct wage stage continue resume intensify press keep step escalate start begin "
            "unleash deploy use push"
        ),
        with_words=(
            "attack assault offensive raid strike airstrike bombardment operation shelling campaign bombing war "
            "incursion ambush bomb barrage gas weapon jet artillery"
        ),
        counted="object",
    ),
    Frame(
        kind="attack",
        verbs="respond retaliate",
        preps="with",
        with_words="attack assault offensive raid strike airstrike bombardment shelling barrage fire",
    ),
    Frame(
        kind="attack",
        nouns="use",
        with_words="bomb weapon gas chemical munition phosphorus missile artillery",
        counted="",
    ),
    Frame(kind="attack", verbs="advance", subject="armed demonym troops", counted=""),
    Frame(kind="attack", verbs="explode detonate", subject="violence structure", counted="subject"),
    Frame(
        kind="attack",
        verbs="continue erupt break rage flare escalate intensify occur resume happen report rock persist",
        subject="attack_event",
        counted="subject",
    ),
    Frame(kind="attack", verbs="report record document carry launch mark", object="attack_event", counted="object"),
    Frame(
        kind="attack", verbs="subject", with_words="attack bombardment shelling strike bombing airstrike", counted=""
    ),
    Frame(kind="attack", verbs="come", with_words="attack fire bombardment shelling assault"),
    Frame(
        kind="attack",
        nouns=(
            "airstrike air-strike attack assault bombardment bombing shelling clash ambush raid incursion blast "
            "explosion offensive strike shooting"
        ),
        counted="self",
        counted_only=True,
    ),
    Frame(kind="attack", nouns="incursion clash", counted="", event=True),
    Frame(
        kind="attack", nouns="outbreak", with_words="violence fighting clash hostility unrest", counted="", event=True
    ),
)

ROADS = (
    Frame(
        kind="road_status",
        verbs="hinder hamper restrict obstruct disrupt",
        with_words="road highway bridge crossing border route",
        status=Status.LIMITED,
    ),
    Frame(
        kind="road_status",
        verbs="close shut block cut sever obstruct seal barricade",
        object="road name",
        unless="people facility_only",
        counted="object",
        status=Status.CLOSED,
    ),
    Frame(kind="road_status", verbs="close", subject="road", object="none", counted="subject", status=Status.CLOSED),
    Frame(kind="road_status", verbs="reopen open clear unblock", object="road", counted="object", status=Status.OPEN),
    Frame(
        kind="road_status", verbs="reopen open", subject="road", object="none", counted="subject", status=Status.OPEN
    ),
    Frame(
        kind="road_status", adjectives="open passable accessible", subject="road", counted="subject", status=Status.OPEN
    ),
    Frame(
        kind="road_status",
        adjectives="closed shut impassable blocked cut inaccessible unpassable",
        subject="road",
        counted="subject",
        status=Status.CLOSED,
    ),
    Frame(
        kind="road_status",
        verbs="limit restrict reduce disrupt hamper",
        object="road",
        counted="object",
        status=Status.LIMITED,
    ),
    Frame(kind="road_status", verbs="split isolate", object="name territory settlement", status=Status.LIMITED),
    Frame(
        kind="road_status",
        verbs="cut",
        object="name territory settlement people",
        with_words="off",
        status=Status.CLOSED,
    ),
    Frame(
        kind="road_status",
        nouns="closure blockade",
        with_words="road border crossing highway bridge",
        status=Status.CLOSED,
    ),
    Frame(
        kind="road_status",
        nouns="reopening opening",
        with_words="road border crossing highway bridge",
        status=Status.OPEN,
    ),
)

ACCESS = (
    Frame(
        kind="access",
        nouns="restriction limit ban impediment",
        with_words="travel movement access aid humanitarian worker relief",
        status=Status.LIMITED,
    ),
    Frame(
        kind="access",
        verbs="deny refuse",
        with_words="permission permit visa entry authorisation authorization access clearance",
        status=Status.DENIED,
    ),
    Frame(
        kind="access",
        verbs="delay hamper hinder impede disrupt",
        object="aid aid_actor",
        unless="road",
        status=Status.LIMITED,
    ),
    Frame(kind="access", verbs="block prevent bar stop", object="aid_actor", status=Status.DENIED),
    Frame(kind="access", verbs="expel", object="aid_actor official", status=Status.DENIED),
    Frame(kind="access", nouns="checkpoint roadblock", with_words="illegal", status=Status.LIMITED),
    Frame(kind="access", adjectives="inaccessible", subject="territory settlement name", status=Status.CLOSED),
    Frame(kind="access", verbs="deny refuse block", with_words="access", status=Status.DENIED),
    Frame(
        kind="access",
        verbs="restrict limit hamper impede hinder constrain",
        with_words="access movement ability effort operation",
        status=Status.LIMITED,
    ),
    Frame(
        kind="access",
        verbs="allow grant facilitate ensure guarantee permit",
        with_words="access passage",
        certainty=None,
        status=Status.OPEN,
    ),
    Frame(
        kind="access",
        verbs="access reach",
        subject="aid_actor",
        object="people territory name",
        status=Status.OPEN,
        counted="object",
    ),
    Frame(
        kind="access",
        adjectives="difficult hard impossible unable",
        with_words="access reach enter",
        status=Status.LIMITED,
    ),
    Frame(kind="access", verbs="hamper impede hinder", subject="access", status=Status.LIMITED),
    Frame(
        kind="corridor",
        nouns="corridor",
        with_words="humanitarian safe evacuation aid relief green civilian",
        counted="self",
    ),
    Frame(kind="corridor", nouns="passage", with_words="safe"),
    Frame(kind="corridor", nouns="pause", with_words="humanitarian"),
)

AID = (
    Frame(
        kind="aid_delivery",
        verbs=(
            "deliver distribute dispatch airlift airdrop supply donate provide send ship hand transport bring "
            "preposition truck offload"
        ),
        object="aid",
        unless="troop soldier force weapon tank rocket missile reinforcement child person name",
        counted="object",
    ),
    Frame(
        kind="aid_delivery",
        verbs="assist support help reach serve feed vaccinate treat",
        subject="aid_actor aid name",
        object="people",
        unless="name",
        counted="object",
    ),
    Frame(
        kind="aid_delivery",
        verbs="assist reach serve feed vaccinate treat immunise immunize",
        object="people",
        counted="object",
        with_words="aid assistance relief food package kit water health service ration support vaccine meal",
    ),
    Frame(kind="aid_delivery", verbs="assist feed vaccinate immunise immunize", object="people", counted="object"),
    Frame(
        kind="aid_delivery",
        verbs="cover reach benefit target",
        subject="it aid aid_actor",
        object="people",
        counted="object",
    ),
    Frame(kind="aid_delivery", verbs="receive get", object="aid", subject="people territory", counted="subject"),
    Frame(
        kind="aid_delivery",
        verbs="suspend halt stop resume scale step mobilise mobilize reallocate continue cease pause block",
        object="aid",
        counted="",
    ),
    Frame(
        kind="aid_delivery",
        verbs="cross enter arrive leave depart roll reach",
        subject="aid",
        unless="people armed",
        counted="subject",
    ),
    Frame(
        kind="aid_delivery",
        verbs="hold conduct run organise organize",
        subject="aid_actor name it people",
        with_words="training course campaign session clinic",
        counted="object",
    ),
    Frame(kind="aid_delivery", verbs="help", subject="aid_actor", with_words="build rebuild treat provide"),
    Frame(
        kind="aid_delivery",
        verbs="provide give offer",
        with_words="assistance aid relief food support protection shelter water help care",
        counted="object",
    ),
    Frame(
        kind="aid_delivery",
        nouns="delivery distribution",
        with_words="aid food flour water supply assistance relief bread item kit medicine parcel package",
    ),
    Frame(
        kind="aid_delivery",
        nouns="aid assistance relief support supply",
        preps="for to",
        counted="prep",
        counted_only=True,
    ),
    Frame(kind="aid_delivery", nouns="convoy", with_words="aid humanitarian relief un inter-agency", counted="self"),
)

NEEDS = (
    Frame(
        kind="need",
        verbs="be include remain",
        subject="needs",
        with_words="shelter food water health protection sanitation medicine hygiene nutrition care",
    ),
    Frame(kind="need", verbs="need require", subject="people", counted="subject", object=""),
    Frame(kind="need", verbs="need require", object="need", subject="", counted="subject"),
    Frame(kind="need", verbs="lack", object="", subject="people facility territory settlement name", counted="subject"),
    Frame(
        kind="need",
        verbs="face suffer experience",
        with_words="hunger famine starvation shortage insecurity malnutrition",
        subject="people territory name",
        counted="subject",
    ),
    Frame(kind="need", verbs="starve freeze", subject="people", counted="subject"),
    Frame(kind="need", verbs="force", object="people", with_words="sleep burn eat skip beg", counted="object"),
    Frame(kind="need", verbs="run", with_words="water food fuel medicine supply oxygen blood bread"),
    Frame(
        kind="need", verbs="be", object="need", with_words="no limited little insufficient inadequate", subject="none"
    ),
    Frame(
        kind="need",
        nouns="concern",
        with_words="sanitation water food shelter health hygiene protection nutrition access",
        counted="",
    ),
    Frame(kind="need", nouns="shortage scarcity", counted=""),
    Frame(kind="need", nouns="need", predicative=True, counted="subject"),
    Frame(
        kind="need",
        nouns="need",
        with_words="food water shelter health sanitation protection medicine fuel hygiene nutrition nfi assistance",
        event=True,
    ),
    Frame(kind="need", verbs="identify", object="people", counted="object", counted_only=True),
    Frame(
        kind="need",
        nouns="access",
        preps="for",
        with_words=(
            "water food health healthcare service care income livelihood education electricity sanitation market "
            "good medicine treatment facility"
        ),
        counted="prep",
    ),
    Frame(
        kind="need",
        verbs="compromise jeopardise jeopardize undermine",
        with_words="security livelihood harvest access health safety",
    ),
    Frame(
        kind="need",
        nouns="lack",
        with_words=(
            "water food shelter medicine fuel electricity sanitation supply care health clothing equipment power "
            "hygiene"
        ),
        counted="",
    ),
    Frame(kind="need", nouns="famine hunger starvation", counted="", event=True),
    Frame(
        kind="need",
        adjectives="malnourished hungry vulnerable food-insecure destitute desperate",
        subject="people",
        counted="subject",
    ),
    Frame(kind="need", verbs="endanger threaten", object="people", counted="object", subject=""),
)

DISEASES = (
    Frame(kind="disease", verbs="test", subject="people", with_words="positive", counted="subject"),
    Frame(kind="disease", nouns="case infection", with_words="DISEASE", counted="self"),
    Frame(kind="disease", verbs="infect", object="people", counted="object"),
    Frame(kind="disease", verbs="contract", with_words="DISEASE", subject="people", counted="subject"),
    Frame(kind="disease", nouns="outbreak epidemic", with_words="DISEASE"),
    Frame(kind="disease", nouns="epidemic", counted=""),
    Frame(kind="disease", verbs="spread", subject="disease"),
)

POPULATION = (
    Frame(
        kind="population",
        verbs="hold house host",
        subject="facility territory settlement name",
        object="people",
        counted="object",
        counted_only=True,
    ),
    Frame(kind="population", nouns="population inhabitant", counted="self", counted_only=True),
    Frame(
        kind="population",
        verbs="live reside inhabit",
        subject="people",
        preps="in",
        counted="subject",
        counted_only=True,
    ),
    Frame(kind="population", nouns="home", preps="to", counted="prep", counted_only=True),
)

DIPLOMACY = (
    Frame(kind="corridor", verbs="observe", with_words="pause"),
    Frame(
        kind="agreement",
        verbs=(
            "sign reach agree broker conclude strike announce honour honor respect violate breach break hold "
            "collapse extend declare implement"
        ),
        object="agreement",
        counted="",
    ),
    Frame(
        kind="agreement",
        verbs="hold collapse enter come take go expire end begin start",
        subject="agreement",
        counted="",
    ),
    Frame(kind="agreement", verbs="agree", preps="to on", subject=""),
    Frame(kind="agreement", verbs="base", preps="on", with_words="deal agreement accord pact treaty"),
    Frame(kind="agreement", verbs="make", with_words="peace"),
    Frame(
        kind="talks",
        verbs="hold begin start end open resume conclude collapse fail break suspend continue convene host attend",
        object="talks",
        counted="",
    ),
    Frame(
        kind="talks",
        verbs="begin start end open resume conclude collapse fail break continue take stall last",
        subject="talks",
        counted="",
    ),
    Frame(kind="talks", verbs="reach make", with_words="breakthrough consensus progress", counted=""),
    Frame(kind="talks", verbs="meet", subject="people armed name organisation demonym", counted=""),
    Frame(kind="talks", verbs="negotiate mediate", counted=""),
    Frame(
        kind="deployment",
        verbs="deploy send dispatch mobilise mobilize station amass mass withdraw redeploy reinforce evacuate",
        object="troops name",
        counted="object",
        unless="aid",
    ),
    Frame(
        kind="deployment", verbs="withdraw redeploy deploy amass mass arrive", subject="troops armed", counted="subject"
    ),
    Frame(kind="deployment", verbs="send continue", object="troops", counted="object"),
    Frame(kind="deployment", nouns="reinforcement deployment", counted="self"),
    Frame(kind="deployment", nouns="withdrawal pullout", with_words="troop force soldier army military", counted=""),
)

SPEAKER = "people armed organisation name demonym aid_actor"

STATEMENTS = (
    Frame(
        kind="statement",
        verbs="urge implore beg",
        main=True,
        subject=SPEAKER,
        act=Act.REQUEST,
        certainty=Certainty.INTENDED,
    ),
    Frame(
        kind="statement",
        verbs="call appeal",
        main=True,
        subject=SPEAKER,
        preps="on for",
        act=Act.REQUEST,
        certainty=Certainty.INTENDED,
    ),
    Frame(
        kind="statement",
        verbs="demand request",
        main=True,
        subject=SPEAKER,
        act=Act.REQUEST,
        certainty=Certainty.INTENDED,
    ),
    Frame(
        kind="statement", nouns="demand appeal", with_words="by for that", act=Act.REQUEST, certainty=Certainty.INTENDED
    ),
    Frame(kind="statement", verbs="reject rebuff spurn", main=True, subject=SPEAKER, unless="people", act=Act.REJECT),
    Frame(kind="statement", verbs="refuse", main=True, subject=SPEAKER, act=Act.REJECT),
    Frame(
        kind="statement",
        verbs="threaten",
        act=Act.THREATEN,
        certainty=Certainty.INTENDED,
        subject="armed people name organisation demonym",
    ),
    Frame(
        kind="statement",
        verbs="warn",
        preps="of",
        with_words="response retaliation consequence action strike attack",
        act=Act.THREATEN,
        certainty=Certainty.INTENDED,
    ),
    Frame(
        kind="statement",
        verbs="vow pledge promise",
        main=True,
        subject=SPEAKER,
        act=Act.PLEDGE,
        certainty=Certainty.INTENDED,
    ),
    Frame(kind="statement", verbs="accuse blame", main=True, subject=SPEAKER, act=Act.ACCUSE),
    Frame(kind="statement", verbs="condemn denounce deplore decry", main=True, subject=SPEAKER, act=Act.CONDEMN),
    Frame(kind="statement", verbs="deny", main=True, subject=SPEAKER, act=Act.DENY, unless="need"),
    Frame(
        kind="statement",
        verbs="declare",
        act=Act.DECLARE,
        with_words="emergency independence victory war mourning curfew",
    ),
    Frame(kind="statement", verbs="constitute amount", act=Act.ACCUSE, with_words="crime violation genocide atrocity"),
    Frame(kind="statement", verbs="commit", act=Act.ACCUSE, with_words="crime violation genocide atrocity"),
)

FRAMES = (
    HARM
    + DISPLACEMENT
    + FACILITIES
    + HAZARDS
    + ROADS
    + HOSTILITIES
    + DESTRUCTION
    + ACCESS
    + AID
    + NEEDS
    + DISEASES
    + POPULATION
    + DIPLOMACY
    + STATEMENTS
)


@cache
def frames_by_form(sort: str) -> dict[str, tuple[str, tuple[Frame, ...]]]:
    """Each form of the words of one sort ("verbs", "nouns", "adjectives"), with its lemma and its frames."""
    frames: dict[str, list[Frame]] = {}
    for frame in FRAMES:
        for lemma in getattr(frame, sort).split():
            frames.setdefault(lemma, []).append(frame)
    forms = {"verbs": verb_lemmas, "nouns": noun_lemmas}.get(sort)
    lemmas = forms(frames) if forms is not None else {word: word for word in frames}
    return {form: (lemma, tuple(frames[lemma])) for form, lemma in lemmas.items()}
