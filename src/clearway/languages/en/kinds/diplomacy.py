"""English frames of agreements, talks, deployments and statements, most specific first within a word."""

from clearway.languages.frame import Frame
from clearway.model import Act, Certainty, Status

DIPLOMACY = (
    Frame(
        kind="corridor",
        verbs="begin start resume continue proceed",
        subject="evacuation",
        status=Status.OPEN,
    ),
    Frame(
        kind="corridor",
        verbs="be remain",
        subject="evacuation",
        with_words="way underway ongoing",
        status=Status.OPEN,
    ),
    Frame(
        kind="corridor",
        verbs="halt suspend postpone delay prevent block stop hinder obstruct hamper interrupt",
        object="evacuation",
        status=Status.CLOSED,
    ),
    Frame(kind="corridor", verbs="observe", with_words="pause"),
    Frame(
        kind="agreement",
        verbs=(
            "sign reach agree broker conclude strike announce honour honor respect violate breach break hold "
            "collapse extend declare implement establish secure observe end negotiate"
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
    Frame(kind="agreement", verbs="be", subject="agreement", with_words="over effect force place"),
    Frame(
        kind="agreement",
        verbs="agree",
        subject="people armed name organisation demonym side party country",
        with_words="exchange release swap withdraw extend halt cease stop",
        certainty=Certainty.INTENDED,
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
    Frame(kind="talks", verbs="be", subject="talks", with_words="way underway ongoing"),
    Frame(kind="talks", verbs="leave quit boycott join", object="talk negotiation summit conference dialogue"),
    Frame(kind="talks", verbs="reach make", with_words="breakthrough consensus progress", counted=""),
    Frame(
        kind="talks",
        verbs="meet",
        subject="people armed name organisation demonym side party delegation",
        spares="need demand family relative victim survivor patient resident goal target requirement standard",
        counted="",
    ),
    Frame(
        kind="talks",
        verbs="arrive travel fly",
        preps="for",
        with_words="talks negotiation negotiations meeting",
        subject="people armed name organisation demonym delegation",
    ),
    Frame(kind="talks", verbs="negotiate mediate", counted=""),
    Frame(
        kind="deployment",
        verbs="deploy send dispatch mobilise mobilize station amass mass withdraw redeploy reinforce evacuate",
        object="troops name bus",
        counted="object",
        unless="aid",
    ),
    Frame(
        kind="deployment", verbs="withdraw redeploy deploy amass mass arrive", subject="troops armed", counted="subject"
    ),
    Frame(kind="deployment", verbs="send continue rush fly", object="troops", counted="object"),
    Frame(kind="deployment", verbs="rush", object="name", subject="none", preps="to", avoids="hospital"),
    Frame(
        kind="deployment",
        verbs="press",
        object="troops people boat helicopter vehicle",
        with_words="service",
        counted="object",
    ),
    Frame(
        kind="deployment",
        verbs="join",
        subject="troops people",
        with_words="rescue relief search",
        object="effort operation work search",
        counted="subject",
    ),
    Frame(
        kind="deployment",
        verbs="be",
        preps="in on at",
        subject="team mission",
        with_words="field ground site area district region",
        counted="subject",
    ),
    Frame(kind="deployment", nouns="reinforcement deployment", counted="self"),
    Frame(kind="deployment", nouns="withdrawal pullout", with_words="troop force soldier army military", counted=""),
)


SPEAKER = "people armed organisation name demonym aid_actor general it side party"


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
        preps="on for to",
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
    Frame(kind="statement", verbs="reject rebuff spurn", main=True, subject=SPEAKER, act=Act.REJECT),
    Frame(kind="statement", verbs="refuse", main=True, subject=SPEAKER, act=Act.REJECT),
    Frame(
        kind="statement",
        verbs="threaten",
        spares="effort talks agreement need harvest life stability security",
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
    Frame(kind="statement", verbs="claim", subject=SPEAKER, act=Act.DECLARE, with_words="responsibility"),
    Frame(
        kind="statement",
        verbs="declare",
        act=Act.DECLARE,
        with_words="emergency independence victory war mourning curfew",
    ),
    Frame(kind="statement", verbs="constitute amount", act=Act.ACCUSE, with_words="crime violation genocide atrocity"),
    Frame(kind="statement", verbs="commit", act=Act.ACCUSE, with_words="crime violation genocide atrocity"),
)
