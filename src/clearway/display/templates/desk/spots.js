"use strict";
/* How places are drawn: by the colour and the line of what is told of most, as its words are marked in a report. */
const spots = (() => {
  const WAVES_PER_PX = 0.16;
  const looks = new Map();
  const probe = (topic) => {
    const mark = document.createElement("mark");
    mark.className = `t-${topic}`;
    mark.hidden = false;
    document.body.append(mark);
    const style = getComputedStyle(mark);
    const root = getComputedStyle(document.documentElement);
    const of = (name) => root.getPropertyValue(name).trim();
    const hue = style.getPropertyValue("--h").trim() || of("--h");
    const look = {
      line: style.textDecorationStyle,
      edge: `hsl(${hue} ${of("--edge-s")} ${of("--edge-l")})`,
      fill: `hsl(${hue} ${of("--mark-s")} ${of("--mark-l")})`,
      ink: of("--ink"),
      paper: of("--sheet"),
      focus: of("--focus"),
    };
    mark.remove();
    return look;
  };
  const lookOf = (topic) => {
    if (!looks.has(topic)) looks.set(topic, probe(topic));
    return looks.get(topic);
  };
  const DASHES = { dashed: [7, 4], dotted: [1.5, 4.5], double: [], wavy: [], solid: [] };
  const circle = (pen, x, y, radius) => { pen.beginPath(); pen.arc(x, y, Math.max(radius, 0.5), 0, Math.PI * 2); };
  const wave = (pen, x, y, radius) => {
    const turns = Math.max(6, Math.round(radius * Math.PI * 2 * WAVES_PER_PX));
    pen.beginPath();
    for (let step = 0; step <= turns * 8; step += 1) {
      const angle = (step / (turns * 8)) * Math.PI * 2;
      const reach = radius + 1.7 * Math.sin(angle * turns);
      pen.lineTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
    }
    pen.closePath();
  };
  /* A ring in the line of a topic. */
  const ring = (pen, x, y, radius, look, width = 2.2) => {
    pen.save();
    pen.strokeStyle = look.edge;
    pen.lineWidth = width;
    pen.lineCap = look.line === "dotted" ? "round" : "butt";
    pen.setLineDash(DASHES[look.line] || []);
    if (look.line === "wavy") wave(pen, x, y, radius);
    else circle(pen, x, y, radius);
    pen.stroke();
    if (look.line === "double" && radius > 5) { circle(pen, x, y, radius - 3.4); pen.lineWidth = 1.2; pen.stroke(); }
    pen.restore();
  };
  const hatch = (pen, x, y, radius, look, size) => {
    pen.save();
    circle(pen, x, y, radius);
    pen.clip();
    pen.strokeStyle = look.edge;
    /* the wider, the fainter and the farther apart, lest an area hides what lies in it */
    const share = Math.min(1, radius / (size.x * 0.25));
    const apart = 8 + Math.round(14 * share);
    pen.globalAlpha = 0.34 - 0.24 * share;
    pen.lineWidth = 1;
    pen.setLineDash([]);
    const left = Math.max(x - radius, 0);
    const right = Math.min(x + radius, size.x);
    const top = Math.max(y - radius, 0);
    const bottom = Math.min(y + radius, size.y);
    pen.beginPath();
    for (let at = Math.floor((left - bottom) / apart) * apart; at < right - top; at += apart) {
      pen.moveTo(at + top, top);
      pen.lineTo(at + bottom, bottom);
    }
    pen.stroke();
    pen.restore();
  };
  const number = (pen, x, y, text, look, bold = 600) => {
    pen.save();
    pen.fillStyle = look.ink;
    pen.font = `${bold} 11px system-ui, sans-serif`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText(text, x, y + 0.5);
    pen.restore();
  };
  const disc = (pen, x, y, radius, look) => {
    circle(pen, x, y, radius);
    pen.fillStyle = look.fill;
    pen.fill();
    ring(pen, x, y, radius, look);
  };
  const lit = (pen, x, y, radius, look) => {
    pen.save();
    pen.strokeStyle = look.focus;
    pen.lineWidth = 3.5;
    pen.setLineDash([]);
    circle(pen, x, y, radius + 4.5);
    pen.stroke();
    pen.restore();
  };
  /* `what` is point, off (a point with a ring as wide as it may be off), area or many. */
  const draw = (pen, what, { x, y, radius, wide = 0, look, text = "", on = false, size }) => {
    if (what === "area") {
      hatch(pen, x, y, radius, look, size);
      ring(pen, x, y, radius, look);
      if (on) lit(pen, x, y, radius, look);
      return;
    }
    if (what === "off" && wide > radius) ring(pen, x, y, wide, { ...look, line: "solid" }, 1);
    if (what === "many") {
      circle(pen, x + 3.5, y - 3.5, radius);
      pen.fillStyle = look.paper;
      pen.fill();
      ring(pen, x + 3.5, y - 3.5, radius, { ...look, line: "solid" }, 1.2);
    }
    disc(pen, x, y, radius, look);
    if (text && radius > 8) number(pen, x, y, text, look);
    if (on) lit(pen, x, y, radius, look);
  };
  return { lookOf, draw, forget: () => looks.clear() };
})();
