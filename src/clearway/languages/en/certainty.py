"""English words that say how sure a claim is: the claims guide's scale."""

POSSIBLE_AUX = frozenset({"may", "might", "could", "can"})
POSSIBLE_ADVERBS = frozenset(
    "reportedly allegedly possibly perhaps maybe probably purportedly supposedly apparently likely presumably".split()
)
POSSIBLE_GOVERNORS = frozenset(
    """
        fear feared fears fearing suspect suspected believe believed believes thought alleged rumoured rumored
        presumed expect expected expects forecast predicted risk risks risking likely unlikely unconfirmed
        possible possibility seem seems appear appears appeared
    """.split()
)
POSSIBLE_NOUNS = frozenset(
    """
        risk risks possibility threat fear fears danger prospect reports allegations rumours rumors likelihood
        potential
    """.split()
)
REPORTED = frozenset({"reported"})
"""Possible where nobody is named as the reporter."""

INTENDED_AUX = frozenset({"will", "shall", "should", "must", "'ll", "would", "ought"})
INTENDED_GOVERNORS = frozenset(
    """
    advise advised advises aim aimed aiming aims arrange ask asked asking asks attempt attempted attempting attempts
awaiting call called calling
calls
    demand demanded demanding demands going hope hopes hoping intend intended intending intends need needed offer
offered offers
    order ordered orders plan planned planning plans pledge pledged pledges prepare prepared preparing prepares
promise
    promised promises propose proposed proposes request requested requests schedule scheduled seek seeking seeks
sought set threaten
    threatened threatening threatens tried tries try trying urge urged urges urging vow vowed vows want wanted wants
advocate advocates advocating
    continue-to impending imminent due waiting ready poised
    """.split()
)
INTENDED_NOUNS = frozenset(
    """
        plan plans call calls demand demands appeal appeals proposal proposals bid effort efforts attempt
        attempts request requests pledge promise preparations impending
    """.split()
)
INTENDED_ADJECTIVES = frozenset({"impending", "imminent", "planned", "proposed", "looming", "pending"})
DENIED = frozenset(
    "deny denied denies denying dismiss dismissed dismisses refute refuted refutes disputed disputes".split()
)
REJECTING = frozenset("reject rejected rejects rejecting dismiss dismissed dismisses".split())
TOLD = frozenset(
    "accusation accusations allegation allegations claim claims report reports suggestion suggestions".split()
)
"""What a speaker rejects when he denies it."""

CONFIRMING = frozenset("confirm confirmed verify verified".split())
FEARED = frozenset("believed feared presumed suspected thought".split())
NEGATIONS = frozenset({"not", "n't", "never", "no", "nor", "neither", "without"})
