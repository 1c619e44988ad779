"""Made-up crises for Hypothesis, each with a list of all that must not leave."""

from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st
from tests.exports.making import claim, finding, people, place, report

from clearway.model import (
    Attribution,
    Claim,
    Finding,
    Level,
    MayRedistribute,
    Place,
    Report,
    Sensitivity,
    Source,
    SourceKind,
)

TOWNS = ("Qorat", "Umm Zahran", "Bir al-Wazzan", "Ma‘arret Tuffah", "Ṭell Nims", "قرات")
AREAS = ("Aleppo", "Idlib", "Turkey")
FACILITIES = ("Zanbaq Hospital", "Al-Yasmin Clinic", "Hope of Khuzama School")
VICTIMS = ("Samir Qasimi", "Nour al-Din Fakhouri", "Zeynep Çelik", "سمير قاسمي")
WITNESSES = ("Omar Khaledov", "Widad Sukkar")
OFFICIALS = ("Lina Haddad", "Pierre Dupont")

SITED = {
    "facility_attack": "shells hit {facility} in {town}",
    "facility_status": "{facility} in {town} has closed its wards",
    "corridor": "a safe way out of {town} was asked for",
    "aid_delivery": "trucks with flour came to {town} at dawn",
    "displaced": "families live in a camp at {town} in the mud",
}
OPEN = {
    "control": "the army took {town} after long fighting",
    "killed": "{victim} was killed in {town} by a shell",
    "attack": "shells fell on {town} all night long",
    "population": "many people live in {area} as before",
}
UNREAD_PLACE = "Harun Mill"
UNREAD_POINT = ("35.9471", "36.9582")
UNREAD = (
    "Its clinic lies behind Harun Mill, where the bread is baked.",
    "A tent camp has grown up at 35.9471, 36.9582 since the frost.",
    "They meet at 35.9471° N 36.9582° E every week.",
)
"""Sentences that tell of a site, and from which no claim is read."""
ENDS = ("", ", {witness} said", ", said {official}", ", {victim} was told")


@dataclass(frozen=True, slots=True, kw_only=True)
class Crisis:
    """Records, and the words, numbers and quotes that no public output may hold."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    secret: frozenset[str]


@st.composite
def crises(draw: st.DrawFn) -> Crisis:
    """One to four reports of one to five sentences, with findings over some of their claims."""
    reports, claims, secret = [], [], set()
    for number in range(draw(st.integers(1, 4))):
        one, found, held = draw(told(number))
        reports.append(one)
        claims += found
        secret |= held
    chosen = draw(
        st.lists(st.lists(st.sampled_from(claims), min_size=1, max_size=3, unique_by=lambda one: one.id), max_size=4)
    )
    findings = [
        finding(
            *some,
            statement=draw(st.sampled_from((some[0].sentence.words, some[0].passage.words, "people killed"))),
            notes=(some[-1].sentence.words,),
        )
        for some in chosen
    ]
    return Crisis(reports=tuple(reports), claims=tuple(claims), findings=tuple(findings), secret=frozenset(secret))


@st.composite
def told(draw: st.DrawFn, number: int) -> tuple[Report, list[Claim], set[str]]:
    """A report, its claims, and what of them is secret."""
    plans = draw(st.lists(plan(number), min_size=1, max_size=5))
    sentences = [said["sentence"] for said in plans]
    unread = draw(st.lists(st.sampled_from(UNREAD), max_size=1))
    may = draw(st.sampled_from(MayRedistribute))
    first = plans[0]
    one = report(
        f"Number {number}. " + " ".join([*sentences, *unread]),
        may=may,
        title=draw(st.sampled_from((None, sentences[0], f"News from {first['town']}"))),
        url=draw(
            st.sampled_from(
                (None, "https://example.org/" + first["town"].replace(" ", "-").lower(), "https://example.org/1")
            )
        ),
        document=f"/home/her/{first['victim']}.txt",
        notes=(sentences[-1],),
    )
    claims, secret = [], {UNREAD_PLACE, *UNREAD_POINT}
    for said in plans:
        claims.append(made(one, said))
        secret |= held(said)
        if not may.allows_quotes:
            secret.add(said["quote"])
    return one, claims, secret


@st.composite
def plan(draw: st.DrawFn, number: int) -> dict[str, Any]:
    """A sentence to be, that no other report says: its kind, who and where is in it, and how it is spelled."""
    kind = draw(st.sampled_from([*SITED, *OPEN]))
    facility = draw(st.sampled_from(FACILITIES))
    told = {
        "town": draw(st.sampled_from(TOWNS)),
        "other": draw(st.sampled_from(TOWNS)),
        "area": draw(st.sampled_from(AREAS)),
        "facility": facility,
        "victim": draw(st.sampled_from(VICTIMS)),
        "witness": draw(st.sampled_from(WITNESSES)),
        "official": draw(st.sampled_from(OFFICIALS)),
    }
    end = draw(st.sampled_from(ENDS))
    quote = f"{(SITED | OPEN)[kind].format(**told)} in week {number}"
    sentence = quote + end.format(**told) + "."
    loud = draw(st.sampled_from((str, str.upper, str)))
    return told | {
        "kind": kind,
        "quote": loud(quote),
        "sentence": loud(sentence),
        "end": end,
        "hidden_by": draw(st.sampled_from(("kind", "class"))),
    }


def made(one: Report, said: dict[str, Any]) -> Claim:
    """The claim that a sentence makes."""
    kind, end = said["kind"], said["end"]
    names = [said["victim"]] if "{victim}" in (SITED | OPEN)[kind] + end else []
    names += [said["official"]] if "{official}" in end else []
    chain = {
        ENDS[1]: (Source(name=said["witness"], kind=SourceKind.WITNESS),),
        ENDS[2]: (Source(name=said["official"], kind=SourceKind.UN),),
    }.get(end, ())
    return claim(
        one,
        kind,
        said["quote"],
        sentence=said["sentence"],
        names=tuple(names),
        attribution=Attribution(chain=chain),
        facility=said["facility"] if kind.startswith("facility") else None,
        group=f"people of {said['town']}",
        cause=said["quote"],
        figure=people(12),
        places=(spot(said),),
        doubts=(f"{said['town']} may be another place",),
        sensitivity=Sensitivity.LOW if said["hidden_by"] == "kind" else Sensitivity.HIGH,
    )


def spot(said: dict[str, Any]) -> Place:
    """The place of a sentence; each town has its own point."""
    if said["kind"] == "population":
        return Place(name=said["area"], start=0, end=1, level=Level.ADM1)
    main, other = (
        place(report(town), town, latitude=point(town)[0], longitude=point(town)[1], pcode=pcode(town))
        for town in (said["town"], said["other"])
    )
    assert other.resolved is not None
    return replace(main, others=(other.resolved,), reason=f"{said['other']} is smaller")


def held(said: dict[str, Any]) -> set[str]:
    """What of a sentence no public output may tell."""
    words = (SITED | OPEN)[said["kind"]] + said["end"]
    secret = {said["victim"]} if "{victim}" in words else set()
    secret |= {said["witness"]} if "{witness}" in words else set()
    if said["kind"] in SITED or (said["hidden_by"] == "class" and said["kind"] != "population"):
        secret |= {said["town"], pcode(said["town"]), *(str(degree) for degree in point(said["town"]))}
    if said["kind"].startswith("facility"):
        secret.add(said["facility"])
    if said["kind"] in SITED:
        secret.add(said["quote"])
    return secret


def point(town: str) -> tuple[float, float]:
    """Degrees of a made-up town that nothing else has."""
    number = TOWNS.index(town)
    return 35.1117 + number * 0.0137, 36.2223 + number * 0.0171


def pcode(town: str) -> str:
    """The code of a made-up town, with letters that no hash has."""
    return f"ZK{TOWNS.index(town)}W"
