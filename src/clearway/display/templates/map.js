"use strict";
(() => {
  const view = document.getElementById("map-view");
  const { spots } = clearway.data;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const map = L.map(view, { preferCanvas: true, attributionControl: false, worldCopyJump: true, minZoom: 2, maxZoom: 12, zoomSnap: 0.5, scrollWheelZoom: false });
  L.control.scale({ imperial: true }).addTo(map);
  map.on("focus click", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());

  const world = JSON.parse(document.getElementById("world").textContent);
  const countries = topojson.feature(world, world.objects.countries);
  const ground = () => ({ color: colour("--border"), weight: 1, fillColor: colour("--land"), fillOpacity: 1, interactive: false });
  const base = L.geoJSON(countries, { style: ground, interactive: false }).addTo(map);

  const layer = L.layerGroup().addTo(map);
  const labels = L.layerGroup().addTo(map);
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
  /* Names where there is room for them: most claims first, then countries. */
  const label = () => {
    labels.clearLayers();
    const taken = [];
    const place = (at, text, kind, offset) => {
      const point = map.latLngToContainerPoint(at);
      const box = { x: point.x + offset[0], y: point.y + offset[1] - 8, w: text.length * 7.5 + 8, h: 17 };
      if (kind === "country") box.x -= box.w / 2;
      const size = map.getSize();
      if (point.x < 0 || point.y < 0 || box.x + box.w > size.x || point.y > size.y || box.x < 0) return;
      if (taken.some((other) => box.x < other.x + other.w && other.x < box.x + box.w && box.y < other.y + other.h && other.y < box.y + box.h)) return;
      taken.push(box);
      const tip = L.tooltip({ permanent: true, direction: kind === "country" ? "center" : "right", className: `label ${kind}`, offset, interactive: false });
      const name = document.createElement("span");
      name.textContent = text;
      labels.addLayer(tip.setLatLng(at).setContent(name));
    };
    spots.forEach((spot, index) => { if (drawn.has(index) && !spot.km) place([spot.lat, spot.lon], spot.name, "spot", [11, 0]); });
    spots.forEach((spot, index) => { if (drawn.has(index) && spot.km && spot.km < 120) place([spot.lat, spot.lon], spot.name, "spot area", [0, 0]); });
    if (map.getZoom() < 9) {
      base.eachLayer((country) => {
        const bounds = country.getBounds();
        if (map.getBounds().intersects(bounds)) {
          const seen = middle(country);
          if (seen) place(seen, country.feature.properties.name, "country", [0, 0]);
        }
      });
    }
  };
  const middle = (country) => {
    const rings = country.getLatLngs().map((part) => (Array.isArray(part[0]) ? part[0] : part));
    const largest = rings.reduce((best, ring) => (ring.length > best.length ? ring : best), []);
    const window_ = map.getBounds();
    const inside = largest.filter((at) => window_.contains(at));
    if (!inside.length) return null;
    const whole = inside.length === largest.length ? largest : inside;
    const sum = whole.reduce((total, at) => [total[0] + at.lat, total[1] + at.lng], [0, 0]);
    return [sum[0] / whole.length, sum[1] / whole.length];
  };

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
  dark.addEventListener("change", () => { base.setStyle(ground); draw(); });
  frame();
  map.on("zoomend moveend resize", label);
  draw();
})();
