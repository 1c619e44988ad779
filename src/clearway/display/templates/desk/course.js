"use strict";
/* The chart of a figure's course: drawn from the table below it, whose rows open to their claims. */
(() => {
  const box = document.getElementById("chart");
  if (!box) return;
  const DAY_S = 86400;
  const HEIGHT = 280;
  const NEAR_PX = 30;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const number = (text) => (text === "" || text === undefined ? null : Number(text));
  const rows = [...document.querySelectorAll(".course tbody tr")];
  const steps = rows.map((row) => ({
    row, day: Date.parse(row.dataset.day) / 1000, low: number(row.dataset.low), best: number(row.dataset.best), high: number(row.dataset.high),
  })).filter((step) => step.day < Date.parse("9999-01-01") / 1000 && [step.low, step.best, step.high].some((value) => value !== null))
    .sort((a, b) => a.day - b.day);
  if (!steps.length) return;
  box.hidden = false;
  document.getElementById("chart-key").hidden = false;
  const ends = steps.flatMap((step) => [step.low, step.best, step.high]).filter((value) => value !== null);
  const most = Math.max(...ends);
  const least = Math.min(...ends);
  /* From nought, unless all that is seen lies close together far from it. */
  const floor = least > most * 0.8 && most > 0 ? least - (most - least || most * 0.1) : 0;
  /* A day as people write it, without doubt about which number is the month. */
  const told = (seconds) => new Date(seconds * 1000).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "2-digit", timeZone: "UTC" });
  const style = (name) => getComputedStyle(box).getPropertyValue(name).trim();
  let chart = null;
  let on = -1;

  const paint = (plot) => {
    const pen = plot.ctx;
    const ratio = devicePixelRatio || 1;
    const hue = style("--h");
    const edge = `hsl(${hue} ${style("--edge-s")} ${style("--edge-l")})`;
    const at = (value) => plot.valToPos(value, "y", true);
    pen.save();
    pen.strokeStyle = edge;
    pen.fillStyle = edge;
    steps.forEach((step, place) => {
      const x = plot.valToPos(step.day, "x", true);
      const known = [step.low, step.best, step.high].filter((value) => value !== null);
      const top = step.high === null ? at(Math.max(...known)) - 22 * ratio : at(step.high);
      const bottom = step.low === null ? at(Math.min(...known)) + 22 * ratio : at(step.low);
      pen.lineWidth = (place === on ? 5 : 2.5) * ratio;
      pen.setLineDash([]);
      pen.beginPath();
      pen.moveTo(x, top);
      pen.lineTo(x, bottom);
      const cap = 5 * ratio;
      [[top, step.high === null, 1], [bottom, step.low === null, -1]].forEach(([y, open, way]) => {
        if (open) { pen.moveTo(x - cap, y + way * cap); pen.lineTo(x, y); pen.lineTo(x + cap, y + way * cap); }
        else { pen.moveTo(x - cap, y); pen.lineTo(x + cap, y); }
      });
      pen.stroke();
      if (step.best !== null) {
        pen.beginPath();
        pen.arc(x, at(step.best), (place === on ? 7 : 5) * ratio, 0, Math.PI * 2);
        pen.fill();
      }
      const next = steps[place + 1];
      if (step.best !== null && next && next.best !== null) {
        pen.lineWidth = 1.2 * ratio;
        pen.setLineDash([2 * ratio, 4 * ratio]);
        pen.beginPath();
        pen.moveTo(x, at(step.best));
        pen.lineTo(plot.valToPos(next.day, "x", true), at(step.best));
        pen.lineTo(plot.valToPos(next.day, "x", true), at(next.best));
        pen.stroke();
      }
    });
    pen.restore();
  };
  const pick = (place) => {
    on = place;
    rows.forEach((row) => row.classList.remove("on"));
    const { row } = steps[place];
    row.classList.add("on");
    row.querySelector("details").open = true;
    row.querySelector("summary").focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
    chart.redraw();
  };
  const make = () => {
    if (chart) chart.destroy();
    const axis = { stroke: style("--ink"), grid: { stroke: style("--line"), width: 1 }, ticks: { stroke: style("--line") }, font: "12px system-ui, sans-serif" };
    const span = Math.max(steps[steps.length - 1].day - steps[0].day, DAY_S * 4);
    const hidden = { show: true, stroke: "transparent", points: { show: false }, paths: () => null };
    chart = new uPlot({
      width: box.clientWidth - 14,
      height: HEIGHT,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      cursor: { points: { show: false }, drag: { x: false, y: false } },
      legend: { show: false },
      scales: {
        x: { time: true, range: [steps[0].day - span * 0.06, steps[steps.length - 1].day + span * 0.06] },
        y: { range: [floor, floor + (most - floor) * 1.18 || 1] },
      },
      axes: [{ ...axis, space: 74, values: (_, splits) => splits.map(told) }, { ...axis, size: 74, values: (_, splits) => splits.map((value) => value.toLocaleString("en")) }],
      series: [{}, hidden, hidden, hidden],
      hooks: { draw: [paint] },
    }, [steps.map((step) => step.day), steps.map((step) => step.low), steps.map((step) => step.best), steps.map((step) => step.high)], box);
    chart.over.addEventListener("click", (event) => {
      const { left } = chart.over.getBoundingClientRect();
      const near = steps.map((step) => Math.abs(chart.valToPos(step.day, "x") - (event.clientX - left)));
      const place = near.indexOf(Math.min(...near));
      if (near[place] <= NEAR_PX) pick(place);
    });
    box.dataset.drawn = steps.length;
  };
  make();
  dark.addEventListener("change", make);
  let width = box.clientWidth;
  new ResizeObserver(() => {
    if (Math.abs(box.clientWidth - width) < 2) return;
    width = box.clientWidth;
    make();
  }).observe(box);
})();
