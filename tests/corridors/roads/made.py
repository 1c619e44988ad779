"""Small road files, made up: a cross of streets with a bridge, a gate and a dead-end island."""

import json
from collections.abc import Sequence
from pathlib import Path

from clearway.corridors.roads import Network, add

OSM = """<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6">
  <node id="1" lat="36.00" lon="37.00" version="1"/>
  <node id="2" lat="36.00" lon="37.01" version="1"/>
  <node id="3" lat="36.00" lon="37.02" version="1"/>
  <node id="4" lat="36.00" lon="37.03" version="1"/>
  <node id="5" lat="36.01" lon="37.01" version="1"/>
  <node id="6" lat="35.99" lon="37.01" version="1"><tag k="barrier" v="bollard"/></node>
  <node id="7" lat="35.98" lon="37.01" version="1"/>
  <node id="8" lat="36.50" lon="37.50" version="1"/>
  <node id="9" lat="36.51" lon="37.50" version="1"/>
  <way id="10" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/>
    <tag k="ref" v="M9"/></way>
  <way id="11" version="1"><nd ref="3"/><nd ref="4"/><tag k="highway" v="primary"/><tag k="ref" v="M9"/>
    <tag k="bridge" v="yes"/></way>
  <way id="12" version="1"><nd ref="5"/><nd ref="2"/><tag k="highway" v="residential"/></way>
  <way id="13" version="1"><nd ref="2"/><nd ref="6"/><nd ref="7"/><tag k="highway" v="residential"/></way>
  <way id="14" version="1"><nd ref="8"/><nd ref="9"/><tag k="highway" v="track"/></way>
  <way id="15" version="1"><nd ref="5"/><nd ref="9"/><tag k="highway" v="proposed"/></way>
</osm>
"""

TOWNS = """name,latitude,longitude,kind,hours,status
Alba,36.00,37.00,town,,
Berg,36.00,37.10,town,,
Gate of Berg,36.00,37.20,border,08:00-16:00,open
"""
LINKS = """from,to,length_km,class,road,bridge
Alba,Berg,10.5,primary,M9,
Berg,Gate of Berg,9.4,secondary,,yes
"""


def tables(folder: Path, towns: str = TOWNS, links: str = LINKS) -> Path:
    """A folder with both tables."""
    folder.mkdir(exist_ok=True)
    (folder / "towns.csv").write_text(towns, "utf-8")
    (folder / "links.csv").write_text(links, "utf-8")
    return folder


def osm(folder: Path, text: str = OSM) -> Path:
    """A file of OpenStreetMap's."""
    file = folder / "streets.osm"
    file.write_text(text, "utf-8")
    return file


def geojson(folder: Path, *features: object) -> Path:
    """A file of GeoJSON features."""
    file = folder / "lines.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return file


def feature(form: str, coordinates: object, **properties: object) -> object:
    """A GeoJSON feature."""
    shape = {"type": form, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": shape}


def network_in(file: Path) -> Network:
    """The network of one file alone."""
    return add(file, file.parent / "alone-roads.npz").network


def ends(network: Network) -> Sequence[tuple[str, str]]:
    """The names of both ends of each leg."""
    names = [network.text(place) for place in network.nodes.name]
    return [(names[tail], names[head]) for tail, head in zip(network.legs.tail, network.legs.head, strict=True)]


def legs_of(network: Network) -> set[tuple[frozenset[int], int]]:
    """Each leg as OpenStreetMap's ids of both its ends and its length in whole metres."""
    ids = network.nodes.osm.tolist()
    legs = network.legs
    return {
        (frozenset((ids[tail], ids[head])), round(float(length)))
        for tail, head, length in zip(legs.tail, legs.head, legs.length_m, strict=True)
    }
