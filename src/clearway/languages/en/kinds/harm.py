"""English frames of harm to people, most specific first within a word."""

from clearway.languages.frame import Frame

HARM = (
    Frame(kind="injured", verbs="take rush admit bring", object="people", with_words="hospital", counted="object"),
    Frame(
        kind="killed",
        verbs="shoot stab burn beat crush hack bludgeon strangle trample freeze starve",
        with_words="dead death",
        object="people name",
        counted="object",
    ),
    Frame(
        kind="killed",
        verbs="shoot stab wound injure hurt strike hit burn beat",
        with_words="fatally mortally",
        object="people name",
        counted="object",
    ),
    Frame(kind="injured", verbs="fight battle", with_words="life", subject="people name", counted="subject"),
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
    Frame(kind="killed", verbs="pass", with_words="away", subject="people name", object="none", counted="subject"),
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
