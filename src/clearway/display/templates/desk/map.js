"use strict";
/* The map: what the list beside it says, drawn; what is chosen in one is chosen in the other. */
(() => {
  const view = document.getElementById("map-view");
  if (!view) return;
  const byId = (id) => document.getElementById(id);
  const form = byId("day");
  const WAIT_MS = 250;
  const MAX_ZOOM = 14;
  const parsed = () => JSON.parse(byId("sites").textContent);
  let sites = parsed();
  let chosen = "";
  let boxed = false;

  const topicOf = (topics) => Object.entries(topics).reduce((most, one) => (one[1] > most[1] ? one : most))[0];
  const radiusOf = (claims) => Math.min(24, 5.5 + 2.1 * Math.sqrt(claims));
  const linkOf = (id) => document.querySelector(`li[data-site="${CSS.escape(id)}"] > a`);

  /* The key beside the map is drawn by what draws the map. */
  const drawKey = () => document.querySelectorAll("[data-key-mark]").forEach((canvas) => {
    const pen = canvas.getContext("2d");
    const look = spots.lookOf("harm");
    pen.clearRect(0, 0, canvas.width, canvas.height);
    const at = { x: 22, y: 14, look, size: { x: 44, y: 28 } };
    const kind = canvas.dataset.keyMark;
    const more = { point: { radius: 7 }, off: { radius: 5, wide: 12 }, area: { radius: 12 }, many: { x: 20, y: 16, radius: 9, text: "2" } };
    spots.draw(pen, kind, { ...at, ...more[kind] });
  });

  const start = (world) => {
    view.hidden = false;
    document.querySelector(".map-key").hidden = false;
    const under = ground(view, { maxZoom: MAX_ZOOM, world });
    const { map, dark } = under;
    const layer = L.layerGroup().addTo(map);

    L.Canvas.include({
      _drawSpot(shape) {
        if (!this._drawing || shape._empty()) return;
        const { x, y } = shape._point;
        const { what, look, text, wide } = shape.options.spot;
        const meters = wide ? L.latLng(shape._latlng).toBounds(wide * 2000) : null;
        const reach = meters ? Math.abs(map.latLngToLayerPoint(meters.getNorthEast()).x - x) : 0;
        const pen = this._ctx;
        pen.save();
        const size = map.getSize();
        const corner = this._bounds.min;
        /* what is hatched is cut to the canvas, whose corner is not where its pen begins */
        pen.translate(corner.x, corner.y);
        const seen = { x: size.x * 1.4, y: size.y * 1.4 };
        spots.draw(pen, what, { x: x - corner.x, y: y - corner.y, radius: shape._radius, wide: reach, look, text, on: shape.options.spot.ids.includes(chosen), size: seen });
        pen.restore();
      },
    });
    const Point = L.CircleMarker.extend({ _updatePath() { this._renderer._drawSpot(this); } });
    const Area = L.Circle.extend({ _updatePath() { this._renderer._drawSpot(this); } });

    const told = (some) => {
      const box = document.createElement("span");
      const name = document.createElement("b");
      name.textContent = some.map((site) => site.name).slice(0, 4).join(", ");
      name.dir = "auto";
      const claims = some.reduce((sum, site) => sum + site.claims, 0);
      box.append(name, ` ${some.length > 1 ? `(${some.length})` : some[0].level}: ${claims}`);
      return box;
    };
    const add = (shape, some) => {
      const pick = () => {
        if (some.length === 1) { choose(some[0].id); return; }
        map.fitBounds(L.latLngBounds(some.map((site) => [site.latitude, site.longitude])).pad(0.4), { animate: false, maxZoom: Math.max(map.getZoom() + 2, 8) });
      };
      shape.bindTooltip(told(some), { className: "over", sticky: true }).on("click", pick).addTo(layer);
    };
    /* Points that would cover one another are one mark, until one comes closer. */
    const heaps = (points) => {
      const made = [];
      points.forEach((site) => {
        const at = map.latLngToLayerPoint([site.latitude, site.longitude]);
        const radius = radiusOf(site.claims);
        const near = map.getZoom() < MAX_ZOOM && made.find((heap) => heap.at.distanceTo(at) < (heap.radius + radius) * 0.62);
        if (near) near.sites.push(site);
        else made.push({ at, radius, sites: [site] });
      });
      return made;
    };
    const summed = (some) => some.reduce((sum, site) => {
      Object.entries(site.topics).forEach(([topic, count]) => { sum[topic] = (sum[topic] || 0) + count; });
      return sum;
    }, {});
    const draw = () => {
      layer.clearLayers();
      const areas = sites.filter((site) => site.is_area).sort((a, b) => b.radius_km - a.radius_km);
      const size = map.getSize();
      const span = map.getBounds();
      const seen = Math.max(size.x, size.y);
      areas.forEach((site) => {
        const shape = new Area([site.latitude, site.longitude], {
          radius: site.radius_km * 1000, weight: 3, spot: { what: "area", ids: [site.id], look: spots.lookOf(topicOf(site.topics)) },
        });
        const wide = site.radius_km * 2 / (span.getSouthWest().distanceTo(span.getSouthEast()) / 1000) * size.x;
        /* what is wider than all that is seen is in the list, and would only be a ground under everything */
        if (wide < seen * 1.6) add(shape, [site]);
      });
      const points = heaps(sites.filter((site) => !site.is_area));
      points.reverse().forEach(({ sites: some }) => {
        const claims = some.reduce((sum, site) => sum + site.claims, 0);
        const what = some.length > 1 ? "many" : some[0].radius_km ? "off" : "point";
        const look = spots.lookOf(topicOf(summed(some)));
        const text = claims < 1000 ? String(claims) : `${Math.round(claims / 100) / 10}k`;
        add(new Point([some[0].latitude, some[0].longitude], {
          radius: radiusOf(claims), weight: 5, spot: { what, ids: some.map((site) => site.id), look, text, wide: some[0].radius_km },
        }), some);
      });
      view.dataset.drawn = layer.getLayers().length;
      label(points, areas, seen);
    };
    const label = (points, areas) => under.names([
      ...points.slice().reverse().filter((heap) => heap.sites.length === 1).map(({ sites: [site], radius }) => ({ at: [site.latitude, site.longitude], text: site.name, kind: "spot", offset: [radius + 3, 0] })),
      ...areas.map((site) => ({ at: [site.latitude, site.longitude], text: site.name, kind: "spot area", offset: [0, 0] })),
    ], points.map((heap) => [heap.sites[0].latitude, heap.sites[0].longitude]));

    const frame = () => {
      const near = sites.filter((site) => !site.is_area || site.radius_km < 80);
      const use = near.length ? near : sites;
      if (!use.length) { map.setView([20, 20], 2, { animate: false }); return; }
      const middle = (key) => {
        const sorted = use.flatMap((site) => Array(Math.min(20, site.claims)).fill(site[key])).sort((a, b) => a - b);
        return [sorted[Math.floor(sorted.length * 0.07)], sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.93))]];
      };
      const [lats, lons] = [middle("latitude"), middle("longitude")];
      map.fitBounds(L.latLngBounds([lats[0], lons[0]], [lats[1], lons[1]]).pad(0.2), { maxZoom: 9, animate: false });
    };
    const show = (id) => {
      chosen = id;
      const site = sites.find((one) => one.id === id);
      if (site && site.latitude !== null) {
        const at = L.latLng(site.latitude, site.longitude);
        if (site.is_area) map.fitBounds(at.toBounds(site.radius_km * 2600), { animate: false, maxZoom: 9 });
        else if (!map.getBounds().pad(-0.1).contains(at)) map.setView(at, Math.max(map.getZoom(), 8), { animate: false });
      }
      draw();
    };
    const choose = (id) => {
      const link = linkOf(id);
      if (link) link.click();
    };

    /* Other topics, or another part of the world where not all was sent: the same page is asked for again. */
    let waiting = 0;
    let asking = null;
    const params = () => {
      const asked = new URLSearchParams(new FormData(form));
      if (!asked.get("as_of")) asked.delete("as_of");
      return asked;
    };
    const refresh = async () => {
      if (asking) asking.abort();
      asking = new AbortController();
      const asked = params();
      history.replaceState(null, "", `/map?${asked}${location.hash}`);
      if (boxed) {
        const span = map.getBounds();
        const inside = (degree) => Math.max(-180, Math.min(180, degree)).toFixed(4);
        asked.set("west", inside(span.getWest()));
        asked.set("east", inside(span.getEast()));
        asked.set("south", Math.max(-90, span.getSouth()).toFixed(4));
        asked.set("north", Math.min(90, span.getNorth()).toFixed(4));
      }
      try {
        const answer = await fetch(`/map?${asked}`, { signal: asking.signal });
        if (!answer.ok) return;
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const list = page.getElementById("places");
        if (!list) { sites = []; draw(); return; }
        list.hidden = byId("places").hidden;
        byId("places").replaceWith(document.adoptNode(list));
        byId("sites").textContent = page.getElementById("sites").textContent;
        htmx.process(byId("places"));
        sites = parsed();
        draw();
      } catch (error) {
        if (error.name !== "AbortError") throw error;
      }
    };
    const later = () => { clearTimeout(waiting); waiting = setTimeout(refresh, WAIT_MS); };
    form.querySelectorAll("[name=topic]").forEach((box) => box.addEventListener("change", later));
    map.on("moveend", () => {
      draw();
      if (boxed || document.querySelector("[data-left]")) { boxed = true; later(); }
    });
    dark.addEventListener("change", () => { spots.forget(); drawKey(); draw(); });

    /* The evidence takes the place of the list; the way back leads to the place that was chosen. */
    const panel = byId("chosen");
    const back = () => {
      panel.hidden = true;
      byId("places").hidden = false;
      const link = linkOf(chosen);
      chosen = "";
      history.replaceState(null, "", location.pathname + location.search);
      draw();
      if (link) link.focus();
    };
    byId("back").addEventListener("click", back);
    document.body.addEventListener("htmx:afterSwap", (event) => {
      const item = event.detail.requestConfig.elt.closest("[data-site]");
      if (!item) return;
      panel.hidden = false;
      byId("places").hidden = true;
      history.replaceState(null, "", `${location.pathname}${location.search}#p-${item.dataset.site}`);
      show(item.dataset.site);
      panel.scrollTop = 0;
      if (getComputedStyle(panel).overflowY !== "auto" || panel.getBoundingClientRect().top > innerHeight * 0.7) panel.scrollIntoView({ block: "nearest" });
      const name = panel.querySelector(".place-name");
      if (name) name.focus({ preventScroll: true });
    });
    byId("side").addEventListener("focusin", (event) => {
      const item = event.target.closest("li[data-site]");
      if (item && !chosen) { chosen = item.dataset.site; draw(); chosen = ""; }
    });
    drawKey();
    frame();
    draw();
    if (/^#p-\w+$/.test(location.hash)) choose(location.hash.slice(3));
  };
  fetch(view.dataset.world).then((answer) => answer.json()).then(start);
})();
