"use strict";
/* Legs on a map: wider the graver, severe as a double line, hatched where nobody's word counts. */
const lines = () => {
  const pane = L.svg({ padding: 0.5 });
  const tip = (text) => {
    const name = document.createElement("span");
    name.textContent = text;
    return name;
  };
  const stroke = (line, name, more = {}) => L.polyline(line, { renderer: pane, className: name, interactive: false, smoothFactor: 0.6, ...more });
  const legs = (all, onChoice, { other = "", told = "" } = {}) => {
    const group = L.layerGroup();
    all.forEach((leg) => stroke(leg.line, `casing d-${leg.danger}${other}`).addTo(group));
    all.forEach((leg) => {
      stroke(leg.line, `leg d-${leg.danger}${leg.sure ? "" : " unsure"}${other}`).addTo(group);
      if (!leg.sure) stroke(leg.line, `spine d-${leg.danger}`).addTo(group);
      else if (leg.danger === "severe") stroke(leg.line, `core${other}`).addTo(group);
      stroke(leg.line, "hit", { interactive: true, bubblingMouseEvents: false })
        .bindTooltip(tip(`${told}${leg.name}: ${leg.danger}`), { sticky: true, className: "over" })
        .on("click", () => onChoice(leg))
        .addTo(group);
    });
    return group;
  };
  return { stroke, legs };
};
