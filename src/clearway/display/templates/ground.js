"use strict";
/* The ground under a map: the countries' outlines, as they are given, stand in the page, or lie at an address that it
   names, and names where there is room. */
const ground = (view, { maxZoom, world = null }) => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const map = L.map(view, { preferCanvas: true, attributionControl: false, worldCopyJump: true, minZoom: 2, maxZoom, zoomSnap: 0.5, scrollWheelZoom: false });
  L.control.scale({ imperial: true }).addTo(map);
  map.on("focus click", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());

  const style = () => ({ color: colour("--border"), weight: 1, fillColor: colour("--land"), fillOpacity: 1, interactive: false });
  const base = L.geoJSON(null, { style, interactive: false }).addTo(map);
  const draw = (found) => base.addData(topojson.feature(found, found.objects.countries));
  const kept = document.getElementById("world");
  if (world) draw(world);
  else if (!kept.dataset.at) draw(JSON.parse(kept.textContent));
  else fetch(kept.dataset.at).then((answer) => answer.json()).then((found) => { draw(found).bringToBack(); map.fire("moveend"); });
  dark.addEventListener("change", () => base.setStyle(style));

  const labels = L.layerGroup().addTo(map);
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
  /* The names in the order given, and then countries, each only where no other name stands, nor anything else. */
  const names = (wanted, standing = []) => {
    labels.clearLayers();
    const taken = standing.map((at) => map.latLngToContainerPoint(at)).map(({ x, y }) => ({ x: x - 12, y: y - 12, w: 24, h: 24 }));
    const size = map.getSize();
    const place = ({ at, text, kind, offset, letter = 7.5 }) => {
      const point = map.latLngToContainerPoint(at);
      const width = text.length * letter + 8;
      const right = point.x + offset[0];
      const flips = kind !== "country" && right + width > size.x;
      const left = flips ? point.x - offset[0] - width : right - (kind === "country" ? width / 2 : 0);
      const box = { x: left, y: point.y + offset[1] - 8, w: width, h: 17 };
      if (point.x < 0 || point.y < 0 || box.x + box.w > size.x || point.y > size.y || box.x < 0) return;
      if (taken.some((other) => box.x < other.x + other.w && other.x < box.x + box.w && box.y < other.y + other.h && other.y < box.y + box.h)) return;
      taken.push(box);
      const direction = { country: "center" }[kind] || (flips ? "left" : "right");
      const tip = L.tooltip({ permanent: true, direction, className: `label ${kind}`, offset: flips ? [-offset[0], offset[1]] : offset, interactive: false });
      const name = document.createElement("span");
      name.textContent = text;
      labels.addLayer(tip.setLatLng(at).setContent(name));
    };
    wanted.forEach(place);
    if (map.getZoom() >= 9) return;
    base.eachLayer((country) => {
      if (!map.getBounds().intersects(country.getBounds())) return;
      const seen = middle(country);
      if (seen) place({ at: seen, text: country.feature.properties.name, kind: "country", offset: [0, 0] });
    });
  };
  return { map, dark, names };
};
