from tests.exports.making import claim, place, report

from clearway.display.mapping import spots
from clearway.model import Level, Place


def test_claims_of_one_point_share_a_spot_and_a_district_is_as_wide_as_it_reaches() -> None:
    of = report("Shells fell on Qorat. Qorat was taken. The district is full. Nothing moved.")
    claims = [
        claim(of, "attack", "Shells fell on Qorat", places=(place(of, "Qorat"),)),
        claim(of, "control", "Qorat was taken", places=(place(of, "Qorat"),)),
        claim(
            of, "population", "The district is full", places=(place(of, "Harbour", level=Level.ADM2, radius_km=31.0),)
        ),
        claim(of, "statement", "Nothing moved", places=(Place(name="there", start=0, end=1),)),
    ]
    found, unplaced = spots(claims)
    assert [(spot.name, spot.radius_km, spot.claims) for spot in found] == [
        ("Qorat", None, (claims[0].id, claims[1].id)),
        ("Harbour", 31.0, (claims[2].id,)),
    ]
    assert unplaced == 1
