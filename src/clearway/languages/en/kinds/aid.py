"""English frames of aid, needs, disease and population, most specific first within a word."""

from clearway.languages.frame import Frame
from clearway.model import Certainty

ITEMS = (
    "blanket tent tarpaulin food water medicine kit ration rice flour clothing clothes mattress set shelter stove "
    "parcel package cash soap mat"
)

AID = (
    Frame(
        kind="aid_delivery",
        verbs="be",
        preps="on under",
        with_words="way route",
        subject="aid",
        unless="people armed",
        counted="subject",
        certainty=Certainty.INTENDED,
    ),
    Frame(
        kind="aid_delivery",
        verbs="set open establish erect install pitch",
        object="tent kitchen clinic hospital shelter latrine camp centre center tank toilet canteen",
        subject="people organisation aid_actor name none",
        with_words="up relief evacuation treatment field mobile medical temporary health feeding cholera emergency",
        unless="armed",
        counted="object",
    ),
    Frame(kind="aid_delivery", verbs="deploy dispatch send", object="clinic ambulance hospital", counted="object"),
    Frame(kind="aid_delivery", verbs="give issue hand", object="people", with_words=ITEMS, counted="object"),
    Frame(kind="aid_delivery", verbs="drop", object="aid", unless="bomb weapon charge case", counted="object"),
    Frame(
        kind="aid_delivery",
        verbs="suspend halt stop resume cease pause",
        subject="aid_actor",
        object="work operation activity programme program service",
    ),
    Frame(
        kind="aid_delivery",
        verbs="carry load bring transport",
        object="aid",
        subject="truck convoy plane aircraft ship boat helicopter flight lorry train barge vessel vehicle",
        counted="object",
    ),
    Frame(
        kind="aid_delivery",
        verbs="load",
        object="truck convoy plane aircraft ship boat helicopter flight lorry train barge vessel",
        with_words="aid supply food relief medicine water blanket tent equipment",
    ),
    Frame(
        kind="aid_delivery",
        verbs="begin start launch resume continue conduct complete",
        subject="campaign",
        with_words="vaccination immunisation immunization vaccinate",
        counted="",
    ),
    Frame(
        kind="aid_delivery",
        verbs=(
            "deliver distribute dispatch airlift airdrop supply donate provide send ship hand transport bring "
            "preposition truck offload"
        ),
        object="aid",
        unless="troop soldier force weapon tank rocket missile reinforcement child person name",
        counted="object",
    ),
    Frame(
        kind="aid_delivery",
        verbs="assist support help reach serve feed vaccinate treat",
        subject="aid_actor aid name",
        object="people",
        unless="name",
        counted="object",
    ),
    Frame(
        kind="aid_delivery",
        verbs="assist reach serve feed vaccinate treat immunise immunize",
        object="people",
        counted="object",
        with_words="aid assistance relief food package kit water health service ration support vaccine meal",
    ),
    Frame(kind="aid_delivery", verbs="assist feed vaccinate immunise immunize", object="people", counted="object"),
    Frame(
        kind="aid_delivery",
        verbs="cover reach benefit target",
        subject="it aid aid_actor",
        object="people",
        counted="object",
    ),
    Frame(kind="aid_delivery", verbs="receive get", object="aid", subject="people territory", counted="subject"),
    Frame(
        kind="aid_delivery",
        verbs="suspend halt stop resume scale step mobilise mobilize reallocate continue cease pause block",
        object="aid",
        counted="",
    ),
    Frame(
        kind="aid_delivery",
        verbs="cross enter arrive leave depart roll reach land dock",
        subject="aid",
        unless="people armed",
        counted="subject",
    ),
    Frame(
        kind="aid_delivery",
        verbs="hold conduct run organise organize",
        subject="aid_actor name it people",
        with_words="training course campaign session clinic",
        counted="object",
    ),
    Frame(kind="aid_delivery", verbs="help", subject="aid_actor", with_words="build rebuild treat provide"),
    Frame(
        kind="aid_delivery",
        verbs="provide give offer",
        with_words="assistance aid relief food support protection shelter water help care",
        counted="object",
    ),
    Frame(
        kind="aid_delivery",
        nouns="delivery distribution",
        with_words="aid food flour water supply assistance relief bread item kit medicine parcel package",
    ),
    Frame(
        kind="aid_delivery",
        nouns="aid assistance relief support supply",
        preps="for to",
        counted="prep",
        counted_only=True,
    ),
    Frame(kind="aid_delivery", nouns="convoy", with_words="aid humanitarian relief un inter-agency", counted="self"),
)


POWER = "power electricity telephone phone communication internet gas water"

SUPPLIES = (
    Frame(
        kind="need",
        verbs="cut sever interrupt",
        with_words=POWER,
        unless="people settlement",
        object="need line supply network connection communication telephone service",
    ),
    Frame(kind="need", verbs="be", subject="none", with_words="need shortage lack scarcity", avoids="crisis"),
    Frame(kind="need", verbs="knock", object="power electricity communication supply network line", with_words="out"),
    Frame(
        kind="need",
        verbs="run dwindle",
        subject="need stock supply reserve",
        with_words="out low short",
        counted="",
    ),
    Frame(kind="need", adjectives="scarce unavailable", subject="need", counted=""),
    Frame(
        kind="need",
        verbs="struggle cope grapple",
        subject="facility people territory",
        with_words="shortage lack",
        counted="",
    ),
    Frame(kind="need", verbs="be remain", subject="need", preps="in", with_words="supply", counted=""),
    Frame(
        kind="need",
        verbs="be",
        subject="power electricity communication network telephone internet line",
        with_words="down out off unavailable",
        counted="",
    ),
    Frame(
        kind="need",
        verbs="have",
        subject="people territory settlement facility name area part",
        object="water food electricity power shelter medicine fuel access heating sanitation blood oxygen bed care",
        with_words="no little limited insufficient not n't",
        unless="aid_actor",
        counted="subject",
    ),
    Frame(
        kind="need",
        verbs="have",
        subject="people territory settlement facility name",
        object="water food electricity power shelter medicine fuel heating sanitation blood oxygen bed care",
        with_words="enough sufficient adequate",
        counted="subject",
    ),
    Frame(
        kind="need",
        verbs="be remain live survive go sleep",
        subject="people territory settlement facility name",
        preps="without",
        with_words=POWER + " food shelter medicine heating heat care sanitation supply assistance treatment",
        counted="subject",
    ),
    Frame(
        kind="need",
        verbs="be remain plunge",
        subject="people territory settlement name",
        preps="in into",
        with_words="dark darkness blackout",
        counted="subject",
    ),
    Frame(
        kind="need",
        verbs="be remain",
        subject="people",
        preps="at on",
        with_words="violence disease hunger starvation famine illness exploitation abuse malnutrition brink",
        avoids="displacement eviction",
        counted="subject",
    ),
    Frame(
        kind="need",
        verbs="drink",
        subject="people",
        with_words="contaminated dirty unsafe untreated polluted",
        counted="subject",
    ),
    Frame(
        kind="need", adjectives="insecure food-insecure", with_words="food", subject="people name", counted="subject"
    ),
)


NEEDS = (
    Frame(kind="need", verbs="leave", object="people", with_words="without", counted="object"),
    Frame(kind="need", verbs="be remain", subject="people", preps="out", with_words="school", counted="subject"),
    Frame(
        kind="need",
        verbs="be include remain",
        subject="needs",
        with_words="shelter food water health protection sanitation medicine hygiene nutrition care",
    ),
    Frame(kind="need", verbs="be", preps="among", with_words="need needs", subject="need"),
    Frame(kind="need", verbs="need require", object="repair rehabilitation reconstruction replacement", subject=""),
    Frame(kind="need", verbs="need require", subject="people", counted="subject", object=""),
    Frame(kind="need", verbs="need require", object="need", subject="", counted="subject"),
    Frame(kind="need", verbs="lack", object="", subject="people facility territory settlement name", counted="subject"),
    Frame(
        kind="need",
        verbs="face suffer experience",
        with_words="hunger famine starvation shortage insecurity malnutrition",
        subject="people territory name",
        counted="subject",
    ),
    Frame(kind="need", verbs="starve freeze", subject="people", counted="subject"),
    Frame(kind="need", verbs="force", object="people", with_words="sleep burn eat skip beg", counted="object"),
    Frame(kind="need", verbs="run", with_words="water food fuel medicine supply oxygen blood bread"),
    Frame(
        kind="need", verbs="be", object="need", with_words="no limited little insufficient inadequate", subject="none"
    ),
    Frame(
        kind="need",
        nouns="concern",
        with_words="sanitation water food shelter health hygiene protection nutrition access",
        counted="",
    ),
    Frame(kind="need", nouns="shortage scarcity", counted=""),
    Frame(kind="need", nouns="need", predicative=True, counted="subject"),
    Frame(
        kind="need",
        nouns="need",
        with_words="food water shelter health sanitation protection medicine fuel hygiene nutrition nfi assistance",
        event=True,
    ),
    Frame(kind="need", verbs="identify", object="people", with_words="assistance need support aid", counted="object"),
    Frame(
        kind="need",
        nouns="access",
        preps="for",
        with_words=(
            "water food health healthcare service care income livelihood education electricity sanitation market "
            "good medicine treatment facility"
        ),
        counted="prep",
    ),
    Frame(
        kind="need",
        verbs="compromise jeopardise jeopardize undermine",
        with_words="security livelihood harvest access health safety",
    ),
    Frame(
        kind="need",
        nouns="lack",
        with_words=(
            "water food shelter medicine fuel electricity sanitation supply care health clothing equipment power "
            "hygiene"
        ),
        counted="",
    ),
    Frame(kind="need", nouns="famine hunger starvation", counted="", event=True),
    Frame(
        kind="need",
        adjectives="malnourished hungry vulnerable food-insecure destitute desperate",
        subject="people",
        counted="subject",
    ),
    Frame(kind="need", verbs="endanger", object="people", counted="object", subject=""),
)


DISEASES = (
    Frame(kind="disease", verbs="test", subject="people", with_words="positive", counted="subject"),
    Frame(kind="disease", nouns="case infection", with_words="DISEASE", counted="self"),
    Frame(kind="disease", verbs="fall", subject="people", with_words="ill sick", counted="subject"),
    Frame(kind="disease", verbs="infect", object="people", counted="object"),
    Frame(kind="disease", verbs="contract", with_words="DISEASE", subject="people", counted="subject"),
    Frame(kind="disease", nouns="outbreak epidemic", with_words="DISEASE"),
    Frame(kind="disease", nouns="epidemic", counted=""),
    Frame(kind="disease", verbs="spread", subject="disease"),
    Frame(kind="disease", verbs="break", subject="disease", with_words="out"),
)


POPULATION = (
    Frame(
        kind="population",
        verbs="hold house host",
        subject="facility territory settlement name",
        object="people",
        counted="object",
        counted_only=True,
    ),
    Frame(kind="population", nouns="population inhabitant", counted="self", counted_only=True),
    Frame(
        kind="population",
        verbs="live reside inhabit",
        subject="people",
        preps="in",
        counted="subject",
        counted_only=True,
    ),
    Frame(kind="population", nouns="home", preps="to", counted="prep", counted_only=True),
)
