"use strict";
/* What the page's scripts share: its claims by their places on the page, what of them is shown, and links between them. */
const clearway = (() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  const byId = (id) => document.getElementById(id);
  const made = (tag, name, ...inside) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...inside);
    return element;
  };
  const form = one(".filter");
  const back = one(".back");
  let origin = null;

  /* A claim stands once on the page, in its report; whatever else tells of it is made of what stands there. */
  const cards = all(".card");
  const reports = all(".report").map((element) => ({
    element,
    cards: all(".card", element),
    since: Number(element.dataset.since || 0),
    until: element.dataset.until === undefined ? Infinity : Number(element.dataset.until),
    shown: 0,
  }));
  const keyOf = (card) => card.id.slice(2);
  const once = (read) => {
    const known = new Map();
    return (card) => {
      if (!known.has(card)) known.set(card, read(card));
      return known.get(card);
    };
  };
  const topicOf = once((card) => card.className.match(/t-(\w+)/)[1]);
  const kindOf = once((card) => one(".tag", card).textContent);
  const claimsOf = (mark) => (mark.dataset.claims ? mark.dataset.claims.split(" ") : [mark.id.slice(2)]);
  const counted = (number, thing) => `${number.toLocaleString("en")} ${thing}${number === 1 ? "" : "s"}`;
  let pieces = null;
  const marks = (key) => {
    if (!pieces) {
      pieces = new Map();
      all("mark").forEach((mark) => claimsOf(mark).forEach((claim) => {
        if (!pieces.has(claim)) pieces.set(claim, []);
        pieces.get(claim).push(mark);
      }));
    }
    return pieces.get(key) || [];
  };
  const quote = (card) => {
    const words = marks(keyOf(card)).map((mark) => mark.textContent).join("").replace(/\s+/g, " ");
    return words ? `“${words}”` : (one(".quote", card) || { textContent: "" }).textContent;
  };
  const figureOf = (card) => (one("b", card) || { textContent: kindOf(card) }).textContent;
  const linkTo = (card) => {
    const link = made("a", "", quote(card) || figureOf(card));
    link.href = `#${marks(keyOf(card)).length ? "c" : "d"}-${keyOf(card)}`;
    return link;
  };
  const line = (at) => made("li", `line t-${topicOf(cards[at])}`, made("span", "tag", kindOf(cards[at])), " ", linkTo(cards[at]));
  const behind = (at) => {
    const card = cards[at];
    const link = linkTo(card);
    if (!quote(card)) link.append(" ", made("i", "", "(words not released)"));
    const where = one(".told", card.closest(".report")).textContent.replace(" · ", ", ");
    const told = made("small", "", made("bdi", "", one("dd", card).textContent), " — ", made("bdi", "", where));
    return made("li", "", link, " ", told);
  };
  /* Long lists are made when they are opened, or printed. */
  const waiting = new WeakMap();
  const open = (details) => {
    const build = waiting.get(details);
    waiting.delete(details);
    if (build) build(details);
  };
  const lazily = (details, build) => {
    if (details.open) { build(details); return; }
    if (!waiting.has(details)) details.addEventListener("toggle", () => { if (details.open) open(details); });
    waiting.set(details, build);
  };

  /* From a figure to its words and back. */
  const unlit = () => all(".on").forEach((element) => element.classList.remove("on"));
  const light = (claim) => {
    unlit();
    [...marks(claim), byId(`d-${claim}`)].forEach((element) => { if (element) element.classList.add("on"); });
  };
  const reveal = (element) => {
    for (let around = element.parentElement; around; around = around.parentElement) {
      if (around.tagName === "DETAILS") { open(around); around.open = true; }
    }
  };
  const focus = (element) => {
    if (!element.matches("a, button, input, [tabindex]")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
  };
  const arrive = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    /* an address may name a claim or a figure by its whole id, or by more of it than stands here */
    const target = id && (byId(id) || (/^[cdf]-\w{8}/.test(id) && one(`[id^="${id.slice(0, 10)}"]`)));
    if (!target) return;
    if (!target.offsetParent && target.closest("[hidden]")) clear(target);
    reveal(target);
    const fold = target.querySelector(":scope > .fold");
    if (fold) fold.open = true;
    if (/^[cd]-/.test(id)) light(target.id.slice(2));
    else if (/^f-/.test(id)) { unlit(); target.classList.add("on"); }
    target.scrollIntoView({ block: /^[fcd]-/.test(id) ? "center" : "start" });
    focus(target);
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
    if (link && link.matches("a[href^='#c-'], a[href^='#d-']")) {
      if (!link.closest(".card, sup")) { origin = link; back.hidden = false; }
    } else if (link && link.matches("a[href^='#f-']")) {
      origin = null;
      back.hidden = true;
      const there = state.figureFor && link.closest(".card") && state.figureFor(cards.indexOf(link.closest(".card")), link);
      if (there) {
        event.preventDefault();
        unlit();
        reveal(there);
        there.classList.add("on");
        there.scrollIntoView({ block: "center" });
        focus(there);
        return;
      }
    }
    if (link && link.hash && link.hash === location.hash) { event.preventDefault(); arrive(); }
    const mark = event.target.closest("mark");
    if (mark && !link && !String(getSelection())) location.hash = `d-${claimsOf(mark).pop()}`;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !back.hidden) { event.preventDefault(); goBack(); }
  });
  addEventListener("hashchange", arrive);
  addEventListener("beforeprint", () => all("details").forEach((element) => {
    if (element.closest(".days, #map")) return;
    open(element);
    element.open = true;
  }));

  /* What is shown: the claims of the reports that count on a day and that pass the filter. All else follows them. */
  const data = JSON.parse(byId("claims").textContent);
  const state = { toDayOf: null, known: (report) => report.until === Infinity, shows: () => true, figureFor: null, figures: null };
  const figures = all(".topics .figure[data-kind]");
  const text = byId("filter-text");
  const kind = byId("filter-kind");
  const chips = all(".chip");
  const asked = () => ({
    words: text.value.toLowerCase().split(/\s+/).filter(Boolean),
    topics: chips.filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => chip.dataset.topic),
    kind: kind.value,
  });
  const passes = (ask, topic, named, said) => (!ask.topics.length || ask.topics.includes(topic))
    && (!ask.kind || ask.kind.replaceAll("_", " ") === named.replaceAll("_", " "))
    && (!ask.words.length || ask.words.every((word) => said().includes(word)));
  const said = new Map();
  const saidIn = (element, more) => {
    if (!said.has(element)) said.set(element, `${element.textContent} ${more()}`.toLowerCase());
    return said.get(element);
  };
  const topicAround = (figure) => figure.closest(".topic").dataset.topic;
  const heat = all(".heat tbody tr");
  const spots = all(".places [data-spot]");
  const days = one(".days");
  const claimsShown = [];
  let wasAll = true;
  const show = () => {
    const ask = asked();
    const isAll = !ask.words.length && !ask.topics.length && !ask.kind;
    claimsShown.length = 0;
    let at = 0;
    let known = 0;
    reports.forEach((report) => {
      const counts = state.known(report);
      report.shown = isAll && wasAll ? report.cards.length : 0;
      report.cards.forEach((card) => {
        if (isAll && wasAll) {
          if (counts) claimsShown.push(at);
          at += 1;
          return;
        }
        const is = isAll || passes(ask, topicOf(card), kindOf(card), () => saidIn(card, () => quote(card)));
        if (card.hidden === is) card.hidden = !is;
        if (is && counts) claimsShown.push(at);
        report.shown += is;
        at += 1;
      });
      known += counts ? report.cards.length : 0;
      report.element.hidden = !counts || (!isAll && !report.shown);
      if (!isAll || !wasAll) one(".held", report.element).textContent = counted(report.shown, "claim");
    });
    if (!isAll || !wasAll) {
      all("sup a").forEach((link) => { link.hidden = !isAll && byId(link.hash.slice(1)).hidden; });
      all("mark").forEach((mark) => mark.classList.toggle("off", !isAll && !claimsOf(mark).some((key) => !byId(`d-${key}`).hidden)));
    }
    wasAll = isAll;
    const left = state.figures ? state.figures(ask, isAll) : lastFigures(ask);
    const shows = new Uint8Array(cards.length);
    claimsShown.forEach((claim) => { shows[claim] = 1; });
    state.shows = (claim) => shows[claim] === 1;
    fillTimeline();
    fillPlaces();
    byId("filter-count").textContent = isAll ? ""
      : `${left[0]} of ${left[1]} figures, ${claimsShown.length} of ${known} claims`;
    document.dispatchEvent(new CustomEvent("claims-shown"));
  };
  const lastFigures = (ask) => {
    let left = 0;
    figures.forEach((figure) => {
      const is = passes(ask, topicAround(figure), figure.dataset.kind, () => saidIn(figure, () => ""));
      figure.hidden = !is;
      left += is;
    });
    all(".topics .topic[data-topic], .topics .earlier, .topics .more").forEach((part) => { part.hidden = !all(".figure:not([hidden])", part).length; });
    return [left, figures.length];
  };
  const fillTimeline = () => {
    const cells = new Map();
    claimsShown.forEach((claim) => {
      const key = `${topicOf(cards[claim])} ${data.columns[claim]}`;
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(claim);
    });
    const claimsAt = (row, column) => cells.get(`${row.dataset.topic} ${column}`) || [];
    heat.forEach((row) => all("td", row).forEach((cell, column) => {
      const count = claimsAt(row, column).length;
      cell.textContent = count || "";
      cell.className = `q${count ? Math.max(1, Math.round((5 * count) / data.most)) : 0}`;
    }));
    if (!days) return;
    days.hidden = false;
    all(".day", days).forEach((day) => day.remove());
    lazily(days, () => all(".heat thead th[data-long]").forEach((head, column) => {
      const claims = heat.flatMap((row) => claimsAt(row, column));
      if (!claims.length) return;
      const name = made("h3", "", head.dataset.long, " ", made("span", "count", claims.length));
      days.append(made("section", "day", name, made("ul", "", ...claims.map(line))));
    }));
  };
  const fillPlaces = () => spots.forEach((item, at) => {
    const claims = data.spots[at].claims.filter(state.shows);
    const details = item.firstElementChild;
    item.hidden = !claims.length;
    one(".count", item).textContent = claims.length;
    all(".show-spot, ul", details).forEach((part) => part.remove());
    lazily(details, () => {
      const button = made("button", "show-spot", "Show on the map");
      button.type = "button";
      button.setAttribute("aria-label", `Show on the map: ${data.spots[at].name}`);
      button.addEventListener("click", () => document.dispatchEvent(new CustomEvent("spot-asked", { detail: at })));
      details.append(button, made("ul", "", ...claims.map(line)));
    });
  });
  const clear = (target) => {
    text.value = "";
    kind.value = "";
    chips.forEach((chip) => chip.setAttribute("aria-pressed", "false"));
    if (target && state.toDayOf) state.toDayOf(target);
    show();
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
  form.addEventListener("input", show);
  chips.forEach((chip) => chip.addEventListener("click", () => {
    chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
    show();
  }));
  claimsShown.push(...cards.keys());
  if (reports.some((report) => report.until !== Infinity)) {
    claimsShown.length = 0;
    let at = 0;
    reports.forEach((report) => report.cards.forEach(() => { if (state.known(report)) claimsShown.push(at); at += 1; }));
    const shows = new Set(claimsShown);
    state.shows = (claim) => shows.has(claim);
  }
  fillTimeline();
  fillPlaces();
  arrive();
  return { all, one, made, byId, cards, reports, figures, data, state, line, linkTo, behind, lazily, open, show, passes, counted, topicAround, saidIn };
})();
