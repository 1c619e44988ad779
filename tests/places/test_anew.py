from dataclasses import replace

from clearway.model import Candidate, Claim, Level, Passage, Place
from clearway.places import Gazetteer
from clearway.places.anew import resolved_anew

TEXT = "Ten people were killed in Damascus on Monday."
PASSAGE = Passage(report="r", start=0, end=45, words=TEXT)


def claim(*places: Place) -> Claim:
    return Claim(kind="killed", passage=PASSAGE, sentence=PASSAGE, places=places)


def test_places_are_resolved_and_the_claim_stays_the_same() -> None:
    old = claim(Place(name="Damascus", start=26, end=34))
    with Gazetteer.open() as gazetteer:
        (new,) = resolved_anew((old,), text=TEXT, gazetteer=gazetteer)
    (place,) = new.places
    assert place.resolved is not None
    assert place.resolved.country == "SYR"
    assert replace(new, places=()) == replace(old, places=())
    assert (new.id, place.name, place.start, place.end) == (old.id, "Damascus", 26, 34)


def test_a_name_that_nothing_finds_any_more_is_kept() -> None:
    old = claim(Place(name="people", start=4, end=10))
    with Gazetteer.open() as gazetteer:
        (new,) = resolved_anew((old,), text=TEXT, gazetteer=gazetteer)
    assert [(place.name, place.resolved) for place in new.places] == [("people", None)]


def test_what_a_person_put_on_the_roads_stays_there() -> None:
    spot = Candidate(id="roads:36.0,37.0", name="Damascus", level=Level.ROAD, latitude=36.0, longitude=37.0)
    old = claim(Place(name="Damascus", start=26, end=34, resolved=spot, reason="as a person said"))
    with Gazetteer.open() as gazetteer:
        assert resolved_anew((old,), text=TEXT, gazetteer=gazetteer) == (old,)
