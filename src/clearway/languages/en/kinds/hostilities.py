"""English frames of fighting and control, most specific first within a word."""

from clearway.languages.frame import Frame
from clearway.model import Status

HOSTILITIES = (
    Frame(
        kind="control",
        verbs="enter",
        subject="armed",
        object="territory settlement name",
        counted="object",
        status=Status.GAINED,
    ),
    Frame(kind="control", verbs="dispute contest", object="territory settlement name", status=Status.CONTESTED),
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
        preps="from out",
        status=Status.LOST,
    ),
    Frame(kind="control", verbs="change", subject="territory settlement name", with_words="hands hand"),
    Frame(
        kind="control",
        verbs="push drive oust expel",
        object="armed troops demonym",
        with_words="out",
        status=Status.LOST,
    ),
    Frame(
        kind="control",
        verbs="be remain",
        subject="territory settlement name",
        preps="in under",
        with_words="hands control",
        status=Status.HELD,
    ),
    Frame(
        kind="control",
        verbs="be remain",
        subject="armed demonym name it",
        preps="in",
        with_words="control",
        status=Status.HELD,
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
    Frame(
        kind="attack",
        verbs="clash fight battle skirmish",
        subject="armed people demonym name",
        spares="road hazard disease structure",
        counted="",
    ),
    Frame(kind="attack", verbs="open exchange", with_words="fire gunfire"),
    Frame(kind="attack", verbs="fire launch lob drop hurl throw toss detonate", object="violence", counted="object"),
    Frame(kind="attack", verbs="set", object="violence", with_words="off", counted="object"),
    Frame(kind="attack", verbs="blow", subject="violence armed people", with_words="up"),
    Frame(
        kind="attack",
        verbs="drop fire release use",
        subject="armed demonym",
        with_words="gas chlorine sarin phosphorus napalm munition",
    ),
    Frame(
        kind="attack", verbs="engage", subject="armed people demonym name", with_words="clash battle firefight fighting"
    ),
    Frame(
        kind="attack",
        verbs="target hit strike pound",
        preps="with",
        with_words="attack grenade mortar rocket missile artillery shelling gas bomb",
    ),
    Frame(
        kind="attack",
        verbs=(
            "launch carry mount conduct wage stage continue resume intensify press keep step escalate start begin "
            "unleash deploy use push"
        ),
        with_words=(
            "attack assault offensive raid strike airstrike bombardment operation shelling campaign bombing war "
            "incursion ambush bomb barrage weapon jet artillery"
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
    Frame(
        kind="attack", verbs="explode detonate", subject="violence structure device charge explosive", counted="subject"
    ),
    Frame(
        kind="attack",
        verbs="continue erupt break rage flare escalate intensify occur resume happen report rock persist",
        subject="attack_event",
        counted="subject",
    ),
    Frame(kind="attack", verbs="report record document carry launch mark", object="attack_event", counted="object"),
    Frame(
        kind="attack", verbs="be", subject="none", object="attack_event", unless="incident operation", counted="object"
    ),
    Frame(
        kind="attack", verbs="be remain", subject="attack_event", with_words="way underway ongoing", counted="subject"
    ),
    Frame(kind="attack", verbs="hear", object="explosion gunfire shelling blast shot gunshot bombing"),
    Frame(kind="attack", verbs="be go", subject="armed demonym", preps="on", with_words="offensive"),
    Frame(kind="attack", verbs="be become", subject="territory settlement name facility", with_words="scene"),
    Frame(
        kind="attack",
        verbs="be remain",
        subject="territory settlement name people",
        preps="under",
        with_words="bombardment shelling fire attack bombing",
    ),
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
