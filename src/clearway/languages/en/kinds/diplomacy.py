"""English frames of agreements, talks, deployments and statements, most specific first within a word."""

from clearway.languages.frame import Frame
from clearway.model import Act, Certainty

DIPLOMACY = (
    Frame(kind="corridor", verbs="observe", with_words="pause"),
    Frame(
        kind="agreement",
        verbs=(
            "sign reach agree broker conclude strike announce honour honor respect violate breach break hold "
            "collapse extend declare implement"
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
    Frame(kind="talks", verbs="reach make", with_words="breakthrough consensus progress", counted=""),
    Frame(kind="talks", verbs="meet", subject="people armed name organisation demonym", counted=""),
    Frame(kind="talks", verbs="negotiate mediate", counted=""),
    Frame(
        kind="deployment",
        verbs="deploy send dispatch mobilise mobilize station amass mass withdraw redeploy reinforce evacuate",
        object="troops name",
        counted="object",
        unless="aid",
    ),
    Frame(
        kind="deployment", verbs="withdraw redeploy deploy amass mass arrive", subject="troops armed", counted="subject"
    ),
    Frame(kind="deployment", verbs="send continue", object="troops", counted="object"),
    Frame(kind="deployment", nouns="reinforcement deployment", counted="self"),
    Frame(kind="deployment", nouns="withdrawal pullout", with_words="troop force soldier army military", counted=""),
)


SPEAKER = "people armed organisation name demonym aid_actor"


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
        preps="on for",
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
    Frame(kind="statement", verbs="reject rebuff spurn", main=True, subject=SPEAKER, unless="people", act=Act.REJECT),
    Frame(kind="statement", verbs="refuse", main=True, subject=SPEAKER, act=Act.REJECT),
    Frame(
        kind="statement",
        verbs="threaten",
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
    Frame(
        kind="statement",
        verbs="declare",
        act=Act.DECLARE,
        with_words="emergency independence victory war mourning curfew",
    ),
    Frame(kind="statement", verbs="constitute amount", act=Act.ACCUSE, with_words="crime violation genocide atrocity"),
    Frame(kind="statement", verbs="commit", act=Act.ACCUSE, with_words="crime violation genocide atrocity"),
)
