"""English words of saying: who speaks, and with which verb or noun."""

from functools import cache

from clearway.languages.en.forms import verb_lemmas

SAYING = """
acknowledge add admit agree allege announce argue assert believe caution charge cite claim comment complain conclude
confirm contend declare deny describe disclose emphasise emphasize estimate explain express forecast highlight hope
indicate
inform insist maintain mention note observe pledge predict proclaim quote reaffirm reckon recall recount reiterate
remark report
reply respond reveal say show state stress suggest suspect tell testify think tweet underline underscore vow warn
write
"""
"""Verbs whose subject is the source of the clause that they govern."""

ALWAYS_SAYING = frozenset(
    {"say", "tell", "add", "tweet", "state", "remark", "reiterate", "note", "stress", "explain", "recount", "insist"}
)
"""Verbs that report speech also without a clause that follows ("he said", "she added")."""

VOICING = (
    "accuse appeal blame call condemn decry demand denounce deny deplore express implore plead pledge "
    "promise raise rebuff refuse reject request seek threaten urge voice vow want warn"
)
"""Verbs whose subject is the source of their clause where no verb of saying governs it."""

SOUGHT = frozenset("asylum cover help medical protection refuge safety sanctuary shelter treatment".split())
"""What people seek for themselves, which is no demand."""

SILENT = frozenset("bodies body casualties casualty dead death deaths fatalities injuries victims".split())
"""Nouns of people who say nothing."""

WITH_WORRY = frozenset({"raise", "express", "voice"})
WORRY = frozenset("alarm concern concerns doubt doubts fear fears worry worries".split())

COUNTING = (
    "announce assess collect compile confirm count document identify log monitor record register report tally track"
    " verify"
)
"""Verbs whose agent is the source of the figure that they count: the claims guide."""

ACCORDING = frozenset({"according", "per", "citing", "quoting"})

ANONYMOUS = frozenset(
    """
        statement report study survey assessment release briefing update bulletin document data figures
        communique email letter tweet post interview source
    """.split()
)
"""Nouns that speak for whoever spoke last ("the statement said")."""

GENERIC_OFFICE = frozenset(
    """
        agency organisation organization group charity body office ministry network monitor department council
        committee commission union association observatory
    """.split()
)
"""Nouns that stand for an office named before ("the agency")."""

PLAIN = frozenset({"un", "u.n.", "aid", "world"})
"""Words before such a noun that do not tell which office is meant."""

TITLES = frozenset(
    """
    ambassador analyst brigadier-general captain chairman chairwoman chief coach colonel commander commissioner
coordinator councillor dame deputy
    director doctor dr envoy foreign general governor head imam interior judge king lady leader lieutenant lord
major mayor
    minister miss mr mrs ms mx officer official pastor pm pope premier president prime prince princess prof
professor prosecutor
    queen rep representative researcher resident secretary secretary-general senator sergeant sheikh sheriff sir
speaker spokesman spokesperson
    spokeswoman sultan undersecretary under-secretary-general vice witness
    """.split()
)
"""Words before a person's name that are not part of it, lower case."""

GIVEN_UP = frozenset("he she they i we it".split())
MANY = frozenset("army media military ministry police".split())
"""Nouns without an "s" that can be "they" in the next sentence."""


@cache
def saying_forms() -> dict[str, str]:
    """Each form of the verbs of saying, with its lemma."""
    return verb_lemmas(SAYING.split())


@cache
def voicing_forms() -> dict[str, str]:
    """Each form of the verbs of asking, blaming and worrying, with its lemma."""
    return verb_lemmas(VOICING.split())


@cache
def acting_forms() -> frozenset[str]:
    """Forms of the verbs with which a party itself speaks ("refused", "declared"), and does no deed ("committed")."""
    return frozenset({*saying_forms(), *voicing_forms(), *verb_lemmas(["beg", "call", "implore", "spurn"])})


@cache
def telling_forms() -> frozenset[str]:
    """Every form that can tell who speaks."""
    return frozenset({*saying_forms(), *voicing_forms(), *counting_forms(), *ACCORDING})


@cache
def counting_forms() -> dict[str, str]:
    """Each form of the verbs of recording, with its lemma."""
    return verb_lemmas(COUNTING.split())


OFFICE_WORDS = frozenset(
    """
    alliance board brigade cluster convention corps count crescent cross federation forum foundation front helmets
    initiative international league medical monitor nations news party partners partnership post press programme
    project red relief response rights save states television times trust united vests watch white wire world
    """.split()
)
"""Words in the name of an office, lower case, that no person is called by."""

UN_INITIALS = frozenset("FAO IOM OCHA OHCHR UN UNDP UNESCO UNFPA UNHCR UNICEF UNRWA WFP WHO".split())
"""Initials of the United Nations and its agencies, upper case."""

SOURCE_KINDS = {
    "un": frozenset(
        """
            united-nations unhcr unicef ocha wfp unrwa iom ohchr undp fao unesco unfpa unmas unama
            unmiss monusco minusma
        """.split()
    ),
    "ngo": frozenset(
        """
        amnesty charity icrc msf ngo oxfam care ifrc relief rescue save red-cross red-crescent médecins
        medecins humanitarian vision aid network helmets islamic-relief mercy
        sarc caritas children crescent cross
        """.split()
    ),
    "monitor": frozenset(
        """
        observatory monitor monitors watch acled airwars watchdog monitoring data recorder
    """.split()
    ),
    "government": frozenset(
        """
        ministry minister government president presidency presidential governor authority authorities mayor
        police parliament official officials council department
        ambassador embassy prime commission state municipality agency civil defence defense
        """.split()
    ),
    "party": frozenset(
        """
            army regime rebel rebels opposition militia militants forces military troops taliban insurgents
            separatists junta front brigade faction hamas hezbollah houthi houthis rsf
        """.split()
    ),
    "witness": frozenset(
        """
            witness witnesses eyewitness eyewitnesses resident residents survivor survivors villager villagers
            local locals neighbour neighbours
        """.split()
    ),
    "media": frozenset(
        """
            media newspaper agency television tv radio reuters afp ap anadolu sana tass ria xinhua dpa
            broadcaster news journalist journalists correspondent
        """.split()
    ),
}
"""Words in a source's name that tell its kind, looked up in this order."""
