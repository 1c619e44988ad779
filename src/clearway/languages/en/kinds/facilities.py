"""English frames of facilities attacked, closed and working, most specific first within a word."""

from clearway.languages.frame import Frame
from clearway.model import Status

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
        kind="facility_attack",
        nouns="attack shelling bombing bombardment strike air-strike airstrike raid looting ransacking",
        object="strict_facility",
        event=True,
    ),
    Frame(
        kind="facility_attack",
        verbs="shoot fire",
        object="strict_facility",
        counted="prep",
        preps="at on",
    ),
    Frame(
        kind="facility_attack",
        verbs="report record document",
        object="incident",
        with_words="looting",
        counted="object",
    ),
    Frame(
        kind="facility_attack",
        verbs="loot raid ransack attack burn storm",
        object="office compound base store premises building",
        with_words="aid agency ngo un charity humanitarian relief organisation organization",
        counted="object",
    ),
    Frame(
        kind="facility_attack",
        verbs="open",
        with_words="fire",
        object="strict_facility",
        counted="prep",
        preps="on at",
    ),
    Frame(
        kind="facility_status",
        verbs="work",
        subject="strict_facility",
        counted="subject",
        status=Status.FUNCTIONING,
    ),
    Frame(kind="facility_status", adjectives="full", subject="health", counted="subject", status=Status.PARTLY),
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
        adjectives="functional operational usable",
        subject="facility structure",
        counted="subject",
        status=Status.FUNCTIONING,
    ),
    Frame(
        kind="facility_status",
        adjectives="open",
        subject="strict_facility",
        counted="subject",
        status=Status.FUNCTIONING,
    ),
    Frame(
        kind="facility_status",
        verbs="use",
        object="strict_facility",
        with_words="house shelter accommodate host",
        counted="object",
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
