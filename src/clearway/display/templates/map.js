"use strict";
(() => {
  const view = document.getElementById("map-view");
  const { spots } = clearway.data;
  const under = ground(view, { maxZoom: 12 });
  const { map, dark } = under;

  const layer = L.layerGroup().addTo(map);
  const corridors = document.getElementById("corridors-data");
  if (corridors) {
    const { legs } = lines();
    JSON.parse(corridors.textContent).forEach((one) => {
      const lead = () => { location.hash = one.key; };
      legs(one.legs, lead, { other: one.holds ? "" : " other", told: `${one.name}. ` }).addTo(map);
    });
  }
  const drawn = new Map();
  const WIDE = 120;
  const claimsOf = (spot) => spot.claims.filter(clearway.state.shows);

  /* Words of a spot, as in the list beside the map. */
  const words = (index) => {
    const spot = spots[index];
    const box = document.createElement("div");
    const head = document.createElement("p");
    const name = document.createElement("b");
    name.textContent = spot.name;
    name.dir = "auto";
    head.append(name, ` ${spot.level}`);
    const list = document.createElement("ul");
    list.append(...claimsOf(spot).map(clearway.line));
    box.append(head, list);
    return box;
  };
  const draw = () => {
    layer.clearLayers();
    drawn.clear();
    const ink = dark.matches ? "hsl(205 80% 68%)" : "hsl(205 75% 34%)";
    const paper = dark.matches ? "#14171a" : "#ffffff";
    const order = spots.map((spot, index) => index).sort((a, b) => (spots[b].km || 0) - (spots[a].km || 0));
    for (const index of order) {
      const spot = spots[index];
      const count = claimsOf(spot).length;
      if (!count || (spot.km > WIDE && spots.some((other) => !(other.km > WIDE)))) continue;
      const shape = spot.km
        ? L.circle([spot.lat, spot.lon], { radius: spot.km * 1000, color: ink, weight: 1.5, dashArray: "6 5", fillColor: ink, fillOpacity: spot.km > 30 ? 0.03 : 0.08 })
        : L.circleMarker([spot.lat, spot.lon], { radius: 5 + Math.min(14, 2.2 * Math.sqrt(count)), color: paper, weight: 1.5, fillColor: ink, fillOpacity: 0.85 });
      shape.bindPopup(() => words(index), { maxWidth: 320, minWidth: 220 }).addTo(layer);
      drawn.set(index, shape);
    }
    view.dataset.spots = drawn.size;
    label();
  };
  const label = () => under.names([
    ...spots.filter((spot, index) => drawn.has(index) && !spot.km).map((spot) => ({ at: [spot.lat, spot.lon], text: spot.name, kind: "spot", offset: [11, 0] })),
    ...spots.filter((spot, index) => drawn.has(index) && spot.km && spot.km < WIDE).map((spot) => ({ at: [spot.lat, spot.lon], text: spot.name, kind: "spot area", offset: [0, 0] })),
  ]);

  /* Open on what most claims are about, not on the whole world because one meeting was far away. */
  const frame = () => {
    const heavy = spots.filter((spot) => !spot.km || spot.km < 80);
    const use = heavy.length ? heavy : spots;
    const sorted = (key) => use.flatMap((spot) => spot.claims.map(() => spot[key])).sort((a, b) => a - b);
    const cut = (values, share) => values[Math.min(values.length - 1, Math.floor(values.length * share))];
    const lats = sorted("lat");
    const lons = sorted("lon");
    const bounds = L.latLngBounds([cut(lats, 0.08), cut(lons, 0.08)], [cut(lats, 0.92), cut(lons, 0.92)]);
    map.fitBounds(bounds.pad(0.25), { maxZoom: 8, animate: false });
  };
  const show = (index) => {
    const shape = drawn.get(index);
    const spot = spots[index];
    if (!shape) { map.fitBounds(L.latLng(spot.lat, spot.lon).toBounds(spot.km * 2000), { animate: false }); return; }
    if (spot.km) map.fitBounds(L.latLng(spot.lat, spot.lon).toBounds(spot.km * 2600), { animate: false, maxZoom: 9 });
    else map.setView([spot.lat, spot.lon], Math.max(map.getZoom(), 8), { animate: false });
    shape.openPopup();
  };
  document.addEventListener("spot-asked", (event) => {
    view.scrollIntoView({ block: "nearest" });
    show(event.detail);
  });
  document.addEventListener("claims-shown", () => { map.closePopup(); draw(); });
  dark.addEventListener("change", draw);
  frame();
  map.on("zoomend moveend resize", label);
  draw();
})();
