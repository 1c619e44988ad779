"use strict";
/* One way and one leg are chosen at a time, whichever of map, list, table and plot they were chosen in. */
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const data = JSON.parse(document.getElementById("ways").textContent);
  const view = document.getElementById("ways-map");
  const panel = document.querySelector(".panel");
  document.documentElement.classList.add("scripted");
  document.querySelector(".drawing").hidden = true;
  view.hidden = false;

  const { map, names } = ground(view, { maxZoom: 15 });
  const { stroke, legs } = lines();
  const under = L.layerGroup().addTo(map);
  const onMap = (way, other = "") => legs(way.legs, (leg) => choose(way.name, leg.key), { other });

  /* The letter of a way stands in the middle of its longest part that no other way has too, else of the whole. */
  const piecesOf = (way) => way.legs.flatMap((leg) => leg.line.slice(1).map((at, place) => {
    const from = leg.line[place];
    return { from, at, key: [from, at].map(String).sort().join(" "), long: L.latLng(from).distanceTo(at) };
  }));
  const lengthOf = (pieces) => pieces.reduce((sum, piece) => sum + piece.long, 0);
  const spotOf = (way) => {
    const taken = new Set(data.ways.filter((other) => other !== way).flatMap(piecesOf).map((piece) => piece.key));
    const pieces = piecesOf(way);
    const runs = [[]];
    pieces.forEach((piece) => { if (taken.has(piece.key)) runs.push([]); else runs[runs.length - 1].push(piece); });
    const longest = runs.reduce((best, run) => (lengthOf(run) > lengthOf(best) ? run : best));
    const run = longest.length ? longest : pieces;
    let left = lengthOf(run) / 2;
    const piece = run.find((one) => { left -= one.long; return left <= 0; });
    const part = piece.long ? 1 + left / piece.long : 0;
    return [0, 1].map((axis) => piece.from[axis] + part * (piece.at[axis] - piece.from[axis]));
  };
  const letters = new Map();
  if (data.ways.length > 1) {
    data.ways.forEach((way) => {
      const letter = document.createElement("span");
      letter.textContent = way.name;
      const marker = L.marker(spotOf(way), { icon: L.divIcon({ className: "letter", html: letter, iconSize: [26, 26] }), keyboard: true, title: `way ${way.name}` });
      const pick = () => choose(way.name);
      marker.on("click", pick).on("keypress", ({ originalEvent }) => { if (originalEvent.key === "Enter") pick(); });
      letters.set(way.name, marker.addTo(map));
    });
  }
  data.ends.forEach((end) => L.marker(end.at, { icon: L.divIcon({ className: "pin", iconSize: [14, 14] }), interactive: false, keyboard: false, zIndexOffset: 500 }).addTo(map));
  data.stops.forEach((stop) => L.marker(stop.at, { icon: L.divIcon({ className: "stop", html: Object.assign(document.createElement("i"), { className: "stop-mark" }), iconSize: [16, 16] }), interactive: false, keyboard: false }).addTo(map));

  /* What was kept clear of lies under the ways, and says what it is where one points at it. */
  const beneath = L.svg({ padding: 0.5 });
  const clearOf = ({ at, km, areas, told }) => {
    const look = { renderer: beneath, className: "clear-of" };
    const shapes = at ? [L.circle(at, { ...look, radius: km * 1000 })] : areas.map((area) => L.polygon(area, look));
    const name = document.createElement("span");
    name.textContent = told;
    shapes.forEach((shape) => shape.bindTooltip(name, { sticky: true, className: "over" }).addTo(map));
  };
  data.clear.forEach(clearOf);

  const bounds = L.latLngBounds(data.ways.flatMap((way) => way.legs.flatMap((leg) => leg.line)));
  const label = () => names([
    ...data.ends.map((end) => ({ at: end.at, text: end.name, kind: "end", offset: [12, 0], letter: 9.2 })),
    ...data.stops.map((stop) => ({ at: stop.at, text: stop.name, kind: "stop", offset: [12, 0] })),
    ...data.places.map((place) => ({ at: place.at, text: place.name, kind: "minor", offset: [6, 0] })),
  ], [...letters.values()].map((marker) => marker.getLatLng()));

  let chosen = { way: null, leg: null };
  const paint = () => {
    under.clearLayers();
    const lit = data.ways.find((way) => way.name === chosen.way);
    data.ways.filter((way) => way !== lit).forEach((way) => onMap(way, " other").addTo(under));
    const leg = lit.legs.find((one) => one.key === chosen.leg);
    if (leg) stroke(leg.line, "lit").addTo(under);
    onMap(lit).addTo(under);
    view.dataset.way = chosen.way;
    view.dataset.leg = chosen.leg || "";
  };
  const mark = () => {
    all(".way-link, .mark-of").forEach((link) => {
      if (link.dataset.way === chosen.way) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    all(".beside th[data-way], .beside td[data-way]").forEach((cell) => cell.classList.toggle("on", cell.dataset.way === chosen.way && data.ways.length > 1));
    all(".way").forEach((part) => { part.hidden = part.dataset.way !== chosen.way; });
    all(".leg-why").forEach((part) => part.classList.toggle("on", part.id === `l-${chosen.leg}`));
    letters.forEach((marker, name) => {
      marker.getElement().classList.toggle("on", name === chosen.way);
      marker.setZIndexOffset(name === chosen.way ? 400 : 0);
    });
  };
  const choose = (way, leg = null, { focus = false, tell = true } = {}) => {
    chosen = { way, leg };
    paint();
    mark();
    if (tell) history.replaceState(null, "", leg ? `#l-${leg}` : `#w-${way}`);
    const part = leg && document.getElementById(`l-${leg}`);
    if (!part) return;
    all(".leg-why[open]", part.closest(".way")).forEach((other) => { if (other !== part) other.open = false; });
    part.open = true;
    const inView = panel.scrollHeight > panel.clientHeight;
    if (inView) panel.scrollTop += part.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    if (focus || !inView) part.scrollIntoView({ block: inView ? "nearest" : "start" });
    if (focus) part.querySelector("summary").focus({ preventScroll: true });
    const line = L.latLngBounds(data.ways.find((one) => one.name === way).legs.find((one) => one.key === leg).line);
    if (!map.getBounds().intersects(line)) map.fitBounds(line.pad(0.5), { animate: false });
  };
  const wayOf = (leg) => leg.slice(0, leg.lastIndexOf("-"));
  const named = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const [sort, key] = [id.slice(0, 2), id.slice(2)];
    const way = sort === "l-" ? wayOf(key) : key;
    if (!["l-", "w-"].includes(sort) || !data.ways.some((one) => one.name === way)) return null;
    return { way, leg: sort === "l-" && document.getElementById(id) ? key : null };
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".way-link, .mark-of, .leg-link");
    if (!link) return;
    event.preventDefault();
    const leg = link.matches(".leg-link") ? link.getAttribute("href").slice(3) : null;
    choose(leg ? wayOf(leg) : link.dataset.way, leg, { focus: Boolean(leg) });
  });
  all(".leg-why").forEach((part) => part.querySelector("summary").addEventListener("click", (event) => {
    const key = part.id.slice(2);
    if (part.open) { chosen.leg = null; paint(); mark(); return; }
    event.preventDefault();
    choose(wayOf(key), key);
  }));
  addEventListener("hashchange", () => { const asked = named(); if (asked) choose(asked.way, asked.leg, { focus: true }); });
  addEventListener("beforeprint", () => all("details").forEach((part) => { part.open = true; }));
  map.fitBounds(bounds.pad(0.12), { maxZoom: 13, animate: false });
  map.on("zoomend moveend resize", label);
  const asked = named();
  choose(asked ? asked.way : data.ways[0].name, asked && asked.leg, { focus: Boolean(asked && asked.leg), tell: Boolean(asked) });
  label();
})();
