"""English frames of roads, access and corridors, most specific first within a word."""

from clearway.languages.frame import Frame
from clearway.model import Status

ROADS = (
    Frame(
        kind="access",
        verbs="report record document register log",
        object="incident constraint impediment restriction obstruction",
        with_words="access",
        counted="object",
        status=Status.LIMITED,
    ),
    Frame(
        kind="road_status",
        verbs="cancel suspend ground halt divert stop",
        object="flight train ferry bus traffic service",
        with_words="flight train ferry bus traffic rail",
        avoids="aid relief humanitarian un airstrike",
        counted="object",
        status=Status.CLOSED,
    ),
    Frame(
        kind="road_status",
        verbs="be lie remain",
        subject="road highway runway bridge",
        preps="under",
        with_words="water",
        status=Status.CLOSED,
    ),
    Frame(
        kind="road_status",
        verbs="restore reestablish re-establish restablish",
        object="access road bridge link traffic connection",
        with_words="access road link traffic bridge rail connection",
        avoids="aid humanitarian",
        status=Status.OPEN,
    ),
    Frame(
        kind="road_status",
        verbs="cut",
        object="link connection access",
        with_words="road rail land off",
        status=Status.CLOSED,
    ),
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
        unless="people strict_facility",
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
        adjectives="cut isolated cut-off",
        subject="territory settlement people name",
        with_words="off",
        counted="",
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


MOVERS = "aid aid_actor convoy truck flight mission cargo shipment barge boat vehicle team"
"""Those who bring aid, and what they bring it with."""

SERVICES = (
    "water food health healthcare service care income livelihood education electricity sanitation market good "
    "medicine treatment facility latrine shelter toilet power justice"
)
"""What people need access to, where aid workers need it to people."""

ACCESS = (
    Frame(
        kind="access",
        verbs="issue grant approve renew obtain receive secure extend",
        object="permit",
        status=Status.OPEN,
    ),
    Frame(
        kind="access",
        verbs="suspend revoke cancel withhold reject deny refuse withdraw",
        object="permit",
        status=Status.DENIED,
    ),
    Frame(kind="access", verbs="delay require impose introduce", object="permit", status=Status.LIMITED),
    Frame(kind="access", verbs="be remain", subject="permit", with_words="pending outstanding", status=Status.LIMITED),
    Frame(kind="access", verbs="pend", subject="permit", status=Status.LIMITED),
    Frame(kind="access", verbs="await", object="permit", status=Status.LIMITED),
    Frame(
        kind="access",
        verbs="demand impose charge levy collect extort introduce require pay raise increase",
        object="fee",
        with_words=(
            "aid humanitarian relief passage checkpoint roadblock convoy truck cargo supply boat vehicle flight "
            "landing airport ngo agency organisation organization movement release"
        ),
        status=Status.LIMITED,
    ),
    Frame(kind="access", verbs="pay", subject="aid_actor", object="fee", status=Status.LIMITED),
    Frame(
        kind="access",
        verbs="clear authorise authorize permit allow",
        object=MOVERS,
        with_words="land enter pass cross travel proceed move fly through operate work",
        status=Status.OPEN,
    ),
    Frame(
        kind="access",
        verbs="stop block hold intercept obstruct impound turn",
        object="convoy truck flight mission cargo shipment barge",
        subject="armed people organisation name demonym",
        avoids="military army",
        status=Status.DENIED,
    ),
    Frame(kind="access", verbs="stop block hold turn seize", object="flight mission", status=Status.DENIED),
    Frame(kind="access", verbs="turn", object=MOVERS, with_words="back away", status=Status.DENIED),
    Frame(
        kind="access",
        verbs="ban prohibit forbid",
        with_words="agency ngo organisation organization aid humanitarian movement",
        object="travel movement aid aid_actor flight activity work access",
        status=Status.DENIED,
    ),
    Frame(
        kind="access",
        verbs="interfere",
        with_words="aid humanitarian distribution delivery operation relief response recruitment",
        status=Status.LIMITED,
    ),
    Frame(
        kind="access",
        verbs="continue persist increase occur rise worsen report remain face",
        object="harassment interference impediment extortion obstruction constraint",
        status=Status.LIMITED,
    ),
    Frame(
        kind="access",
        verbs="continue persist increase occur rise worsen remain",
        subject="harassment interference impediment extortion obstruction constraint",
        status=Status.LIMITED,
    ),
    Frame(
        kind="access",
        verbs="lift ease remove relax drop",
        object="restriction ban requirement roadblock checkpoint embargo",
        status=Status.OPEN,
    ),
    Frame(kind="access", verbs="have gain get obtain", subject="aid_actor", object="access", status=Status.OPEN),
    Frame(
        kind="access",
        verbs="remain be become",
        subject="access",
        with_words=(
            "limited difficult constrained restricted impossible challenging blocked denied cut hampered problematic "
            "poor challenge obstacle problem"
        ),
        avoids=SERVICES,
        status=Status.LIMITED,
    ),
    Frame(
        kind="access",
        verbs="reach access",
        object="territory settlement name people",
        with_words="only",
        status=Status.LIMITED,
    ),
    Frame(
        kind="access",
        verbs="let",
        object=MOVERS,
        with_words="into in through pass enter cross",
        status=Status.OPEN,
    ),
    Frame(
        kind="access",
        adjectives="accessible reachable",
        subject="territory settlement name people",
        with_words="only",
        status=Status.LIMITED,
    ),
    Frame(
        kind="access",
        verbs="be remain",
        subject="territory settlement name people",
        preps="out beyond",
        with_words="reach",
        status=Status.CLOSED,
    ),
    Frame(
        kind="access",
        verbs="struggle",
        subject="aid_actor people",
        with_words="reach access enter",
        status=Status.LIMITED,
    ),
    Frame(
        kind="aid_delivery",
        verbs="reach",
        subject="aid_actor aid",
        object="people",
        counted="object",
        counted_only=True,
    ),
    Frame(
        kind="aid_delivery",
        verbs="reach",
        object="people",
        counted="object",
        with_words="aid assistance relief food package kit water health support vaccine meal ration",
    ),
    Frame(
        kind="access",
        verbs="block prevent bar stop hinder",
        object="people aid_actor aid",
        with_words="provide deliver reach enter access",
        status=Status.DENIED,
    ),
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
        verbs="affect delay hamper hinder impede disrupt obstruct complicate slow prevent",
        object="aid aid_actor delivery arrival distribution response work movement effort rescue flight operation",
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
        avoids=SERVICES,
        status=Status.LIMITED,
    ),
    Frame(
        kind="access",
        verbs="allow grant facilitate ensure guarantee permit open",
        with_words="access passage",
        certainty=None,
        status=Status.OPEN,
    ),
    Frame(
        kind="access",
        verbs="access reach",
        subject="aid_actor rescuer",
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
    Frame(kind="access", nouns="access", with_words="humanitarian unhindered unimpeded unfettered unrestricted aid"),
    Frame(
        kind="corridor",
        nouns="corridor",
        with_words="humanitarian safe evacuation aid relief green civilian",
        counted="self",
    ),
    Frame(kind="corridor", nouns="passage", with_words="safe"),
    Frame(kind="corridor", nouns="pause", with_words="humanitarian"),
)
