from pathlib import Path

import pytest
from tests.corridors.roads.made import LINKS, TOWNS, ends, network_in, tables

from clearway.corridors.roads import CLASSES, KINDS, STATUSES, add
from clearway.corridors.roads.network import BRIDGE
from clearway.errors import RefusedDocument


def test_towns_are_nodes_and_links_are_legs_as_long_as_told(tmp_path: Path) -> None:
    network = network_in(tables(tmp_path / "valley"))

    assert ends(network) == [("Alba", "Berg"), ("Berg", "Gate of Berg")]
    assert network.legs.length_m.tolist() == [10_500, 9_400]
    assert [CLASSES[road] for road in network.legs.road] == ["primary", "secondary"]
    assert network.legs.features.tolist() == [0, BRIDGE]
    assert [network.text(ref) for ref in network.legs.ref] == ["M9", ""]


def test_a_border_point_has_kind_hours_and_status(tmp_path: Path) -> None:
    network = network_in(tables(tmp_path / "valley"))
    kind, hours, status = (array[2] for array in (network.nodes.kind, network.nodes.hours, network.nodes.status))

    assert (KINDS[kind], network.text(hours), STATUSES[status]) == ("border", "08:00-16:00", "open")


def test_credit_and_caution_stand_beside_the_tables(tmp_path: Path) -> None:
    folder = tables(tmp_path / "valley")
    about = '{"attribution": "Drawn by hand", "licence": "CC0", "caution": "schematic, not for navigation"}'
    (folder / "about.json").write_text(about, "utf-8")
    network = network_in(folder)

    assert (network.attribution, network.cautions) == ("Drawn by hand (CC0)", ("schematic, not for navigation",))


def test_the_folder_or_either_file_may_be_named(tmp_path: Path) -> None:
    folder = tables(tmp_path / "valley")

    assert len(network_in(folder / "links.csv").legs) == 2
    assert len(network_in(folder / "towns.csv").legs) == 2


def test_a_spreadsheet_of_another_country_is_read(tmp_path: Path) -> None:
    towns, links = (text.replace(",", ";") for text in (TOWNS, LINKS))
    (folder := tables(tmp_path / "valley")).joinpath("towns.csv").write_bytes(b"\xef\xbb\xbf" + towns.encode())
    (folder / "links.csv").write_text(links, "utf-8")

    assert network_in(folder).legs.length_m.tolist() == [10_500, 9_400]


def test_columns_that_are_not_used_and_links_that_are_too_short_are_told(tmp_path: Path) -> None:
    towns = TOWNS.replace("hours", "colour")
    folder = tables(tmp_path / "valley", towns, LINKS.replace("10.5", "8"))
    added = add(folder, tmp_path / "valley-roads.npz")

    assert added.notes == (
        "towns.csv: not used: colour",
        "links.csv: 1 links are shorter than the straight line between their towns",
    )


@pytest.mark.parametrize(
    ("towns", "links", "rule"),
    [
        (
            TOWNS.replace("latitude", "north"),
            LINKS,
            "it has no column lat or latitude (but name, north, longitude, kind",
        ),
        (
            TOWNS,
            LINKS.replace("length_km", "miles"),
            "it has no column length_km or distance_km or distance (but from, to",
        ),
        (TOWNS.replace("36.00,37.10", "nan,37.10"), LINKS, "line 3 has the latitude nan"),
        (TOWNS.replace("36.00,37.10", ",37.10"), LINKS, "line 3 has the latitude nothing"),
        (TOWNS.replace("36.00,37.10", "36.00,537.10"), LINKS, "line 3 has the longitude 537.10"),
        (TOWNS.replace("Berg,36.00,37.10", "alba,36.00,37.10"), LINKS, "line 3 names alba again"),
        (TOWNS.replace("border", "wall"), LINKS, "line 4 has the kind wall"),
        (TOWNS.replace("open", "ajar"), LINKS, "line 4 has the status ajar"),
        (TOWNS, LINKS.replace("10.5", "-3"), "line 2 has the length -3"),
        (TOWNS, LINKS.replace("10.5", ""), "line 2 has no length"),
        (TOWNS, LINKS.replace("10.5", "0"), "line 2 has the length 0"),
        (TOWNS, LINKS.replace("Alba,Berg", "Alba,Dorf"), "line 2 names Dorf, which is not among the towns"),
        (TOWNS, LINKS.replace("Alba,Berg", "Alba,Alba"), "line 2 leads from Alba to itself"),
        (TOWNS, LINKS.replace("primary", "canal"), "line 2 has the class canal, which is none"),
        (TOWNS, "from,to,length_km\n", "it has headings and no rows"),
        ("\n\n", LINKS, "it is empty"),
    ],
)
def test_what_cannot_be_used_is_refused_by_its_line(tmp_path: Path, towns: str, links: str, rule: str) -> None:
    with pytest.raises(RefusedDocument) as refused:
        network_in(tables(tmp_path / "valley", towns, links))

    assert refused.value.rule.startswith(rule)


def test_a_folder_without_both_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        RefusedDocument, match=r"no pair of towns\.csv and links\.csv or locations\.csv and routes\.csv"
    ):
        network_in(tmp_path)


def test_flees_network_of_syria_has_its_towns_and_links(shared: Path, tmp_path: Path) -> None:
    added = add(shared / "data" / "roads" / "flee-syria", tmp_path / "syria-roads.npz")

    assert (added.nodes, added.legs, added.network.islands) == (18, 32, 1)
    assert [KINDS[kind] for kind in added.network.nodes.kind].count("camp") == 4
    assert added.network.legs.length_m[0] == 50_000
