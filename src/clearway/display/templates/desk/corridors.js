"use strict";
/* The map of the form: a tap, or Enter at the cross in its middle, sets from, to, or a corner of an area to avoid. The
   fields hold all of it: the map draws what they say. */
(() => {
  const form = document.getElementById("ask");
  const view = document.getElementById("ask-map");
  if (!form || !view) return;
  const box = form.querySelector(".ask-box");
  const told = form.querySelector(".told-of-map");
  const list = form.querySelector(".avoided");
  const [close, back] = [form.querySelector(".close-area"), form.querySelector(".back-corner")];
  const modes = [...form.querySelectorAll(".mode")];
  const field = { from: form.elements.from, to: form.elements.to, avoid: form.elements.avoid };
  const PAIR = "-?\\d+(?:\\.\\d+)?\\s*,\\s*-?\\d+(?:\\.\\d+)?";
  const AREA = new RegExp(`^\\s*${PAIR}(\\s*;\\s*${PAIR})+\\s*;?\\s*$`);
  const POINT = new RegExp(`^\\s*${PAIR}\\s*$`);
  const NEAR_PX = 16;
  const WAIT_MS = 250;
  const RANK = { motorway: 2.6, trunk: 2.4, primary: 1.9, secondary: 1.4, tertiary: 1, ferry: 1 };
  let places = [];
  let corners = [];
  let asks = 0;

  const mode = () => modes.find((one) => one.checked).value;
  const lines = () => field.avoid.value.split("\n").map((line) => line.trim()).filter(Boolean);
  const pairOf = (text) => text.split(",").map(Number);
  const areaOf = (line) => line.split(";").filter((pair) => pair.trim()).map(pairOf);
  const written = (at) => `${at[0].toFixed(4)},${at[1].toFixed(4)}`;
  const say = (name, more) => { told.textContent = `${told.dataset[`says${name}`]} ${more}`; };

  /* What is kept clear of, each thing with a button that takes it out again. */
  const listed = () => {
    const found = lines();
    list.hidden = !found.length;
    list.replaceChildren(...found.map((line, at) => {
      const item = document.createElement("li");
      const name = document.createElement("bdi");
      const remove = document.createElement("button");
      name.textContent = AREA.test(line) ? `${list.dataset.saysArea} ${areaOf(line).length}` : line;
      remove.type = "button";
      remove.textContent = list.dataset.saysRemove;
      remove.setAttribute("aria-label", `${list.dataset.saysRemove}: ${name.textContent}`);
      remove.addEventListener("click", () => {
        field.avoid.value = lines().filter((_, other) => other !== at).join("\n");
        drawn();
        (list.querySelectorAll("button")[Math.max(0, at - 1)] || field.avoid).focus();
      });
      item.append(name, remove);
      return item;
    }));
  };

  let map = null;
  let drawn = listed;
  const begin = () => {
    if (map) { map.invalidateSize(); return; }
    const under = ground(view, { maxZoom: 15 });
    map = under.map;
    const cross = document.createElement("div");
    cross.className = "cross";
    view.append(cross);
    const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const roads = L.layerGroup().addTo(map);
    const marks = L.layerGroup().addTo(map);

    const name = () => under.names(places.map((place) => ({
      at: [place.latitude, place.longitude], text: place.name, kind: "town", offset: [6, 0],
    })));
    const draw = (found) => {
      places = found.places;
      roads.clearLayers();
      const dots = { radius: 3, weight: 1, color: colour("--ink"), fillColor: colour("--sheet"), fillOpacity: 1, interactive: false };
      found.lines.slice().reverse().forEach(({ road, line }) => L.polyline(line, { color: colour("--border"), weight: RANK[road] || 0.8, interactive: false, smoothFactor: 0.8 }).addTo(roads));
      places.forEach((place) => L.circleMarker([place.latitude, place.longitude], dots).addTo(roads));
      if (found.left) say("Left", found.left.toLocaleString());
      name();
      drawn();
    };
    /* More of the roads the nearer one looks; an answer to an older question is thrown away. */
    const fetched = (bounds) => {
      const own = ++asks;
      const at = bounds ? `?bounds=${[bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].map((side) => side.toFixed(3)).join(",")}` : "";
      return fetch(`/corridors/roads.json${at}`)
        .then((answer) => (answer.ok ? answer.json() : null))
        .then((found) => { if (found && own === asks) draw(found); return found; });
    };
    const marker = (at, className, size, text) => L.marker(at, { icon: L.divIcon({ className, iconSize: [size, size], html: Object.assign(document.createElement("span"), { textContent: text }) }), interactive: false, keyboard: false });
    const spotOf = (text) => {
      if (POINT.test(text)) return pairOf(text);
      const place = places.find((one) => one.name.toLowerCase() === text.trim().toLowerCase());
      return place ? [place.latitude, place.longitude] : null;
    };
    drawn = () => {
      listed();
      marks.clearLayers();
      const shape = { color: colour("--severe"), weight: 2, fillOpacity: 0.18, interactive: false };
      lines().filter((line) => AREA.test(line)).forEach((line) => L.polygon(areaOf(line), shape).addTo(marks));
      if (corners.length > 1) L.polyline(corners, { ...shape, dashArray: "4 5" }).addTo(marks);
      corners.forEach((at) => marker(at, "corner-mark", 12, "").addTo(marks));
      [["from", "A"], ["to", "B"]].forEach(([what, letter]) => {
        const at = spotOf(field[what].value);
        if (at) marker(at, "end-mark", 24, letter).addTo(marks);
      });
      close.disabled = corners.length < 3;
      back.disabled = !corners.length;
    };
    const closes = () => {
      field.avoid.value = [...lines(), corners.map(written).join("; ")].join("\n");
      say("Area", corners.length);
      corners = [];
      drawn();
    };
    const tapped = (latlng) => {
      const at = [latlng.lat, latlng.lng];
      const point = map.latLngToContainerPoint(latlng);
      const far = (other) => map.latLngToContainerPoint(other).distanceTo(point);
      if (mode() === "area") {
        if (corners.length > 2 && far(corners[0]) < NEAR_PX) { closes(); return; }
        corners.push(at);
        say("Corner", corners.length);
        drawn();
        return;
      }
      const near = places.map((place) => ({ place, px: far([place.latitude, place.longitude]) })).filter((one) => one.px < NEAR_PX).sort((a, b) => a.px - b.px)[0];
      const what = mode();
      field[what].value = near ? near.place.name : written(at);
      say(what === "from" ? "From" : "To", field[what].value);
      if (what === "from") modes.find((one) => one.value === "to").checked = true;
      drawn();
    };
    map.on("click", (event) => tapped(event.latlng));
    view.addEventListener("keydown", (event) => {
      if (event.target !== view || event.key !== "Enter") return;
      event.preventDefault();
      tapped(map.getCenter());
    });
    close.addEventListener("click", () => { closes(); view.focus(); });
    back.addEventListener("click", () => { corners.pop(); say("Corner", corners.length); drawn(); });
    [field.from, field.to, field.avoid].forEach((one) => one.addEventListener("input", () => drawn()));
    under.dark.addEventListener("change", () => fetched(map.getBounds()));

    map.setView([20, 20], 2);
    fetched(null).then((found) => {
      if (!found) return;
      const [west, south, east, north] = found.whole;
      map.fitBounds([[south, west], [north, east]], { animate: false });
      name();
      let timer = 0;
      const at = () => { view.dataset.at = written([map.getCenter().lat, map.getCenter().lng]); };
      at();
      map.on("moveend", () => { at(); name(); clearTimeout(timer); timer = setTimeout(() => fetched(map.getBounds()), WAIT_MS); });
      view.dataset.drawn = "";
    });
  };

  box.hidden = false;
  listed();
  field.avoid.addEventListener("input", () => listed());
  const part = form.closest("details");
  if (part.open) begin();
  part.addEventListener("toggle", () => { if (part.open) begin(); });
})();
