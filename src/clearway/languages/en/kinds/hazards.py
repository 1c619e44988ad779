"""English frames of hazards and what is destroyed, most specific first within a word."""

from clearway.languages.frame import Frame
from clearway.model import Certainty

DESTRUCTION = (
    Frame(
        kind="destruction",
        verbs=(
            "destroy damage demolish flatten raze level wreck ruin devastate gut burn torch flood submerge "
            "inundate wash sweep bury ravage engulf swamp"
        ),
        object="structure facility settlement territory road",
        unless="people armed violence",
        counted="object",
    ),
    Frame(kind="destruction", verbs="collapse crumble topple", subject="structure facility road", counted="subject"),
    Frame(kind="destruction", verbs="burn", subject="structure facility", counted="subject"),
    Frame(
        kind="destruction",
        verbs="topple uproot crack crush shatter",
        object="structure facility road",
        unless="people armed violence",
        counted="object",
    ),
    Frame(kind="destruction", verbs="break burst", subject="dam levee embankment dyke", counted="subject"),
    Frame(kind="destruction", verbs="breach", object="dam levee embankment dyke", counted="object"),
    Frame(
        kind="destruction",
        verbs="blow rip tear bring knock",
        object="roof house home building pole pylon line bridge",
        with_words="off down apart",
        counted="object",
    ),
    Frame(
        kind="destruction",
        verbs="be lie remain stand",
        subject="structure settlement territory facility",
        preps="in",
        with_words="ruins ruin rubble",
        counted="subject",
    ),
    Frame(
        kind="destruction",
        verbs="be lie remain stand",
        subject="structure settlement territory road",
        preps="under",
        with_words="water",
        counted="subject",
    ),
    Frame(kind="destruction", verbs="lose", object="crop harvest livestock cattle", counted="object"),
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
    Frame(kind="destruction", nouns="destruction devastation damage", counted="self", event=True),
    Frame(kind="destruction", nouns="collapse", counted="", event=False),
)


HAZARDS = (
    Frame(
        kind="hazard",
        verbs="form develop gain reach rise flow pour burst expand persist strengthen",
        subject="hazard",
    ),
    Frame(kind="hazard", verbs="report observe record experience project cause trigger", object="hazard"),
    Frame(
        kind="hazard",
        verbs="strike hit shake jolt rock batter lash pound slam pummel",
        subject="hazard",
        spares="people facility strict_facility house home building",
    ),
    Frame(
        kind="hazard",
        verbs="sweep tear rip blow roar barrel move pass rampage",
        preps="through across over into toward towards",
        subject="hazard",
    ),
    Frame(kind="hazard", verbs="downgrade upgrade", object="hazard"),
    Frame(
        kind="hazard",
        verbs="feel",
        object="hazard earthquake quake tremor shaking aftershock",
        subject="",
        unless="heat cold fire water wind",
    ),
    Frame(kind="hazard", verbs="centre center", object="hazard", counted=""),
    Frame(kind="hazard", verbs="measure", subject="earthquake quake tremor temblor aftershock"),
    Frame(kind="hazard", verbs="be lie", subject="epicentre epicenter"),
    Frame(kind="hazard", verbs="follow", subject="aftershock landslide tremor quake", object="none"),
    Frame(kind="hazard", verbs="be flow run", subject="hazard", with_words="danger spate flood", preps="above in"),
    Frame(
        kind="hazard",
        verbs="warn",
        preps="of about",
        with_words="rain flood flooding storm landslide cyclone rainfall aftershock drought",
        certainty=Certainty.POSSIBLE,
    ),
    Frame(kind="hazard", verbs="wreak", subject="hazard", with_words="havoc"),
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
        verbs=(
            "continue expect forecast persist rage worsen fall drop plunge recede occur ease approach move weaken "
            "intensify spread"
        ),
        subject="hazard",
    ),
    Frame(kind="hazard", verbs="expect forecast predict", object="hazard", certainty=Certainty.POSSIBLE),
    Frame(kind="hazard", verbs="make", subject="hazard", with_words="landfall"),
    Frame(kind="hazard", verbs="erupt", subject="hazard name"),
    Frame(kind="hazard", verbs="burst overflow breach", with_words="bank", subject=""),
    Frame(kind="hazard", verbs="overflow", subject="hazard name"),
    Frame(kind="hazard", verbs="face experience suffer see endure witness", object="hazard"),
    Frame(kind="hazard", verbs="be", subject="none", object="hazard", unless="water"),
    Frame(
        kind="hazard",
        verbs="hit strike affect",
        object="state territory name",
        subject="none",
        unless="people facility structure armed",
    ),
)
