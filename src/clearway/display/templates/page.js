"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const byId = (id) => document.getElementById(id);
  const form = one(".filter");
  const back = one(".back");
  let origin = null;

  /* From a figure to its words and back. */
  const unlit = () => all(".on").forEach((element) => element.classList.remove("on"));
  const light = (claim) => {
    unlit();
    all(`mark[data-claims~="${claim}"], .card[data-claim="${claim}"]`).forEach((element) => element.classList.add("on"));
  };
  const reveal = (element) => {
    for (let around = element.parentElement; around; around = around.parentElement) {
      if (around.tagName === "DETAILS") around.open = true;
    }
  };
  const arrive = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && byId(id);
    if (!target) return;
    if (!target.offsetParent && target.closest("[hidden]")) clear();
    reveal(target);
    const fold = target.querySelector(":scope > .fold");
    if (fold) fold.open = true;
    if (/^[cd]-/.test(id)) light(id.slice(2));
    else if (/^f-/.test(id)) { unlit(); target.classList.add("on"); }
    target.scrollIntoView({ block: id.startsWith("f-") || id.startsWith("c-") || id.startsWith("d-") ? "center" : "start" });
    target.focus({ preventScroll: true });
  };
  const goBack = () => {
    back.hidden = true;
    unlit();
    if (!origin) return;
    const to = origin;
    origin = null;
    reveal(to);
    history.replaceState(null, "", location.pathname + location.search);
    to.scrollIntoView({ block: "center" });
    to.focus({ preventScroll: true });
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && back.contains(link)) { event.preventDefault(); goBack(); return; }
    if (link && link.matches("a[data-words]")) {
      if (!link.closest(".card")) { origin = link; back.hidden = false; }
    } else if (link && link.matches("a[href^='#f-']")) {
      origin = null;
      back.hidden = true;
    }
    if (link && link.hash && link.hash === location.hash) { event.preventDefault(); arrive(); }
    const mark = event.target.closest("mark");
    if (mark && !link && !String(getSelection())) {
      const claims = mark.dataset.claims.split(" ");
      location.hash = `d-${claims[claims.length - 1]}`;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !back.hidden) { event.preventDefault(); goBack(); }
  });
  addEventListener("hashchange", arrive);
  addEventListener("beforeprint", () => all("details").forEach((element) => { element.open = true; }));

  /* The filter: one set of claims that are shown; figures, timeline, map and reports follow it. */
  const cards = all(".card");
  const figures = all(".figure");
  const said = new Map();
  const gather = () => {
    /* Only once somebody filters: a page may hold tens of thousands of claims. */
    if (said.size) return;
    [...cards, ...figures].forEach((element) => said.set(element, element.textContent.toLowerCase()));
    all("mark").forEach((mark) => mark.dataset.claims.split(" ").forEach((claim) => {
      const card = byId(`d-${claim}`);
      if (card) said.set(card, `${said.get(card)} ${mark.textContent.toLowerCase()}`);
    }));
  };
  const text = byId("filter-text");
  const kind = byId("filter-kind");
  const chips = all(".chip");
  const filter = () => {
    gather();
    const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = chips.filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => chip.dataset.topic);
    const passes = (element) => (!chosen.length || chosen.includes(element.dataset.topic))
      && (!kind.value || element.dataset.kind === kind.value)
      && words.every((word) => said.get(element).includes(word));
    const shown = new Set(cards.filter(passes).map((card) => card.dataset.claim));
    cards.forEach((card) => { card.hidden = !shown.has(card.dataset.claim); });
    all("[data-claim]:not(.card):not(.words li)").forEach((element) => { element.hidden = !shown.has(element.dataset.claim); });
    all("mark").forEach((mark) => mark.classList.toggle("off", !mark.dataset.claims.split(" ").some((claim) => shown.has(claim))));
    const isAll = shown.size === cards.length;
    all(".report").forEach((report) => {
      const count = all(".card:not([hidden])", report).length;
      report.hidden = !isAll && !count;
      report.querySelector(".held").textContent = `${count.toLocaleString("en")} claim${count === 1 ? "" : "s"}`;
    });
    figures.forEach((figure) => { figure.hidden = !passes(figure); });
    all(".topic, .earlier, .more").forEach((part) => { part.hidden = !all(".figure:not([hidden])", part).length; });
    all(".places > ul > li").forEach((item) => {
      const count = all(".line:not([hidden])", item).length;
      item.hidden = !count;
      item.querySelector(".count").textContent = count;
    });
    all(".heat td").forEach((cell) => {
      const topic = cell.parentElement.dataset.topic;
      cell.textContent = all(`.day[data-column="${cell.dataset.column}"] .line.t-${topic}:not([hidden])`).length || "";
      cell.classList.toggle("q0", !cell.textContent);
    });
    all(".day").forEach((day) => { day.hidden = !all(".line:not([hidden])", day).length; });
    const left = figures.filter((figure) => !figure.hidden).length;
    byId("filter-count").textContent = isAll && left === figures.length ? ""
      : `${left} of ${figures.length} figures, ${shown.size} of ${cards.length} claims`;
    document.dispatchEvent(new CustomEvent("claims-shown", { detail: shown }));
  };
  const clear = () => {
    text.value = "";
    kind.value = "";
    chips.forEach((chip) => chip.setAttribute("aria-pressed", "false"));
    filter();
  };
  const folder = one(".fold-all");
  if (folder) {
    folder.hidden = false;
    folder.addEventListener("click", () => {
      const opens = folder.getAttribute("aria-pressed") !== "true";
      folder.setAttribute("aria-pressed", String(opens));
      all(".fold").forEach((fold) => { fold.open = opens; });
    });
  }
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => { event.preventDefault(); clear(); });
  form.addEventListener("input", filter);
  chips.forEach((chip) => chip.addEventListener("click", () => {
    chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
    filter();
  }));
  arrive();
})();
