"""English frames of roads, access and corridors, most specific first within a word."""

from clearway.languages.frame import Frame
from clearway.model import Status

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
        verbs="affect delay hamper hinder impede disrupt",
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
