from clearway.places import Gazetteer, places_in


def resolved(text: str, gazetteer: Gazetteer | None = None, **options: object) -> list[tuple[str, str | None]]:
    found = places_in(text, gazetteer, **options)  # type: ignore[arg-type]  # options of the function's own
    return [(place.name, place.resolved.country if place.resolved else None) for place in found]


def test_places_are_found_and_resolved_in_one_call(gazetteer: Gazetteer) -> None:
    assert resolved("Shells fell on Idlib and Qorvand village.", gazetteer) == [
        ("Idlib", "SYR"),
        ("Qorvand village", None),
    ]


def test_countries_known_beforehand_decide_between_namesakes(gazetteer: Gazetteer) -> None:
    assert resolved("Shelling in Tripoli.", gazetteer, countries=["LB"]) == [("Tripoli", "LBN")]
    assert resolved("Shelling in Tripoli.", gazetteer, countries=["LBY", "TUN"]) == [("Tripoli", "LBY")]


def test_countries_known_beforehand_are_no_bound(gazetteer: Gazetteer) -> None:
    assert resolved("They met in Geneva, Switzerland.", gazetteer, countries=["SYR"]) == [
        ("Geneva", "CHE"),
        ("Switzerland", "CHE"),
    ]


def test_a_column_of_places_names_nothing_else(gazetteer: Gazetteer) -> None:
    assert resolved("Victoria", gazetteer) == []
    assert resolved("Victoria", gazetteer, only=True, countries=["AUS"]) == [("Victoria", "AUS")]


def test_the_built_in_gazetteer_is_opened_where_none_is_given() -> None:
    assert resolved("Floods in Khartoum.") == [("Khartoum", "SDN")]
