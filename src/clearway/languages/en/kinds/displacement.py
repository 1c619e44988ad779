"""English frames of people who flee, shelter and return, most specific first within a word."""

from clearway.languages.frame import Frame

DISPLACEMENT = (
    Frame(
        kind="displaced", verbs="cross", subject="name demonym", preps="into to", counted="subject", counted_only=True
    ),
    Frame(
        kind="displaced",
        verbs="move transfer",
        object="people",
        with_words="forcibly forcefully",
        counted="object",
    ),
    Frame(
        kind="displaced",
        verbs="move",
        subject="people",
        object="none",
        preps="to",
        with_words="ground shelter camp safety place area",
        counted="subject",
    ),
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
    Frame(kind="displaced", verbs="evacuate relocate rescue", object="people", unless="facility", counted="object"),
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
