"""The English words of each kind of claim, most specific first within a word.

Built from the field's own vocabularies: IDMC's terms (evacuated, displaced, forced to flee, sheltered, homeless),
ACLED's sub-event types, WHO's attack types, HeRAMS' functionality, PLOVER's verbs of request, threat and accusation.
"""

from functools import cache

from clearway.languages.en.forms import noun_lemmas, verb_lemmas
from clearway.languages.en.kinds.aid import AID, DISEASES, NEEDS, POPULATION, SUPPLIES
from clearway.languages.en.kinds.diplomacy import DIPLOMACY, STATEMENTS
from clearway.languages.en.kinds.displacement import DISPLACEMENT
from clearway.languages.en.kinds.facilities import FACILITIES
from clearway.languages.en.kinds.harm import HARM
from clearway.languages.en.kinds.hazards import DESTRUCTION, HAZARDS
from clearway.languages.en.kinds.hostilities import HOSTILITIES
from clearway.languages.en.kinds.roads import ACCESS, ROADS
from clearway.languages.frame import Frame

FRAMES = (
    HARM
    + DISPLACEMENT
    + FACILITIES
    + SUPPLIES
    + HAZARDS
    + ROADS
    + HOSTILITIES
    + DESTRUCTION
    + ACCESS
    + AID
    + NEEDS
    + DISEASES
    + POPULATION
    + DIPLOMACY
    + STATEMENTS
)


@cache
def frames_by_form(sort: str) -> dict[str, tuple[str, tuple[Frame, ...]]]:
    """Each form of the words of one sort ("verbs", "nouns", "adjectives"), with its lemma and its frames."""
    frames: dict[str, list[Frame]] = {}
    for frame in FRAMES:
        for lemma in getattr(frame, sort).split():
            frames.setdefault(lemma, []).append(frame)
    forms = {"verbs": verb_lemmas, "nouns": noun_lemmas}.get(sort)
    lemmas = forms(frames) if forms is not None else {word: word for word in frames}
    return {form: (lemma, tuple(frames[lemma])) for form, lemma in lemmas.items()}
