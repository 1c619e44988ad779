"use strict";
/* The slider: the page as of the end of any day on which something became known. */
(() => {
  const slider = document.getElementById("stop");
  const { all, one, made, byId, cards, reports, figures, state, line, linkTo, behind, lazily, show, passes, counted, topicAround } = clearway;
  const told = JSON.parse(byId("days").textContent);
  const last = told.days.length - 1;
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const TURNS = ["new", "revised", "contradicted", "withdrawn"];
  const MOST = 6;
  const DAY = 86400000;
  const SVG = "http://www.w3.org/2000/svg";
  const text = (at) => told.texts[at];
  const dayName = (day) => {
    if (!day) return "undated reports too";
    const [year, month, date] = day.split("-").map(Number);
    return `${date} ${MONTHS[month - 1]} ${year}`;
  };
  const known = (report) => report.since <= now && now < report.until;
  let now = last;

  /* How old a figure is, in the largest unit that still says something. */
  const age = (said, today) => {
    const match = said.match(/(\d+) (\w{3}) (\d+)/);
    if (!match || !today) return "";
    const days = Math.round((Date.parse(today) - Date.UTC(Number(match[3]), MONTHS.indexOf(match[2]), Number(match[1]))) / DAY);
    if (days < 0) return "after that day";
    if (days === 0) return "of that day";
    const [unit, length] = [["year", 365], ["month", 30], ["day", 1]].find(([name, size]) => days >= 2 * size || name === "day");
    return `${counted(Math.floor(days / length), unit)} old`;
  };
  const aged = (latest) => [`said ${latest}`, age(latest, told.days[now])].filter(Boolean).join(", ");

  /* A figure that no longer stands so, made just like those of the last day. */
  const shape = (name, d) => {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", name);
    path.setAttribute("d", d);
    return path;
  };
  const bar = ([start, width, best, isOpen]) => {
    const svg = document.createElementNS(SVG, "svg");
    const given = { class: "range", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" };
    Object.entries(given).forEach(([name, value]) => svg.setAttribute(name, value));
    svg.append(shape(isOpen ? "span open" : "span", `M${start} 2h${width}v4h-${width}z`));
    if (best >= 0) svg.append(shape("best", `M${Math.max(best - 0.75, 0)} 0h1.5v8h-1.5z`));
    return svg;
  };
  const stateTag = (name) => made("span", `state s-${name.replaceAll(" ", "-")}`, name);
  const parts = ([topic, kind, statement, number, extent, certainty, sources, place, period, latest, derived, bars, claims]) => ({
    topic: text(topic), kind: text(kind), statement: text(statement), number: text(number), extent: text(extent),
    certainty: text(certainty), sources: text(sources), place: text(place), period: text(period), latest: text(latest),
    derived, bars, claims,
  });
  const build = (item) => {
    const is = item.parts;
    const amount = made("div", "amount", made("span", "number", is.number));
    if (is.bars) amount.append(bar(is.bars));
    if (is.extent && is.extent !== is.number) amount.append(made("span", "small", is.extent));
    if (is.derived) amount.append(made("span", "small", "derived, not reported"));
    const about = made("p", "small", stateTag(item.state));
    if (is.certainty) about.append(" ", made("span", "state sure", is.certainty));
    if (is.sources) about.append(" ", made("bdi", "", is.sources));
    if (is.place) about.append(" · ", made("bdi", "", is.place));
    if (is.period) about.append(` · ${is.period}`);
    if (is.latest) about.append(" · ", made("span", "age", aged(is.latest)));
    const said = made("div", "said", made("h4", "", is.statement), about, ...item.remarks.map((remark) => made("p", "small remark", remark)));
    const words = made("ul", "words");
    if (is.claims.length > 2) {
      const details = made("details", "", made("summary", "", `${is.claims.length} claims behind it`), words);
      lazily(details, () => words.append(...is.claims.map(behind)));
      said.append(details);
    } else if (is.claims.length) {
      words.append(...is.claims.map(behind));
      said.append(words);
    }
    const figure = made("article", "figure", amount, said);
    figure.tabIndex = -1;
    figure.dataset.kind = is.kind;
    return figure;
  };
  /* A figure of the last day stands on others too: it is moved there, or copied with what it was then. */
  const moved = new Map();
  const take = (item) => {
    if (item.like) {
      const figure = item.like.figure.cloneNode(true);
      figure.removeAttribute("id");
      one(".state", figure).replaceWith(stateTag(item.state));
      all(".remark", figure).forEach((remark) => remark.remove());
      one("p", figure).after(...item.remarks.map((remark) => made("p", "small remark", remark)));
      all("details", figure).forEach((details) => { details.open = false; });
      reage(figure);
      return figure;
    }
    const figure = item.figure;
    const stand = document.createComment("");
    moved.set(figure, { stand, age: one(".age", figure) && one(".age", figure).textContent });
    figure.replaceWith(stand);
    figure.hidden = false;
    reage(figure);
    return figure;
  };
  const reage = (figure) => {
    const said = one(".age", figure);
    if (said) said.textContent = aged(said.textContent.match(/said (\d+ \w+ \d+)/)[1]);
  };
  const putBack = () => {
    moved.forEach(({ stand, age: before }, figure) => {
      if (before) one(".age", figure).textContent = before;
      figure.classList.remove("on");
      stand.replaceWith(figure);
    });
    moved.clear();
  };

  /* Every finding that ever stood, by topic and by whether newer ones had replaced it, in the picture's order. */
  let groups = null;
  const refer = (at) => (at >= 0 ? groups.standing[at] : groups.ended[-1 - at]);
  const gather = () => {
    if (groups) return;
    const standing = figures.map((figure) => ({
      figure, topic: topicAround(figure), kind: figure.dataset.kind, since: Number(figure.dataset.since || 0), until: Infinity,
      earlier: Boolean(figure.closest(".earlier")), place: 0, said: () => clearway.saidIn(figure, () => ""),
    }));
    groups = { standing, ended: [], rows: new Map() };
    const row = (item) => {
      const name = `${item.topic} ${item.earlier}`;
      if (!groups.rows.has(name)) groups.rows.set(name, { standing: [], gone: [] });
      return groups.rows.get(name);
    };
    standing.forEach((item) => row(item).standing.push(item));
    const own = ([named, place, since, remarks, until]) => (
      { state: text(named), earlier: text(named) === "superseded", remarks: remarks.map(text), place, since, until });
    groups.ended = told.ended.map((item) => {
      const is = parts(item);
      const words = [is.statement, is.number, is.sources, is.place, is.period].join(" ").toLowerCase();
      return { parts: is, topic: is.topic, kind: is.kind, ...own(item.slice(13)), said: () => words };
    });
    const like = told.like.flatMap(([base, named, place, first, ...rest]) => {
      const whole = refer(base);
      const { topic, kind, said } = whole;
      const alike = whole.figure ? { like: whole, topic, kind, said } : { parts: whole.parts, topic, kind, said };
      const spans = [];
      for (let at = 0, since = first; at < rest.length; since = rest[at + 1], at += 2) {
        spans.push({ ...alike, ...own([named, place, since, rest[at], rest[at + 1]]) });
      }
      return spans;
    });
    [...groups.ended, ...like].forEach((item) => row(item).gone.push(item));
    groups.rows.forEach((each) => each.gone.sort((a, b) => a.place - b.place));
  };
  /* The standing ones of a row, with those that were gone later each before the one that it stands before. */
  const standingIn = (topic, earlier) => {
    const row = groups.rows.get(`${topic} ${earlier}`);
    if (!row) return [];
    const gone = row.gone.filter(known);
    const found = [];
    let next = 0;
    row.standing.forEach((item, at) => {
      while (next < gone.length && gone[next].place <= at) { found.push(gone[next]); next += 1; }
      if (known(item)) found.push(item);
    });
    return [...found, ...gone.slice(next)];
  };

  const onDay = one(".on-day");
  const topics = one(".topics");
  const names = new Map(all(".chip").map((chip) => [chip.dataset.topic, chip.textContent]));
  const figuresOnDay = (ask) => {
    gather();
    putBack();
    let left = 0;
    let whole = 0;
    const shown = [...names.keys()].map((topic) => {
      const [current, earlier] = [false, true].map((is) => standingIn(topic, is));
      const pick = (items) => items.filter((item) => passes(ask, topic, item.kind, item.said));
      whole += current.length + earlier.length;
      const [now_, before] = [pick(current), pick(earlier)];
      left += now_.length + before.length;
      return now_.length || before.length ? topicOnDay(topic, now_, before) : "";
    });
    onDay.replaceChildren(...shown, sumsOnDay());
    if (!whole) onDay.append(made("p", "none", "No figure."));
    return [left, whole];
  };
  const folded = (name, words, items) => {
    const details = made("details", name, made("summary", "", words));
    lazily(details, () => details.append(...items.map((item) => (item.figure ? take(item) : item.parts ? build(item) : take(item)))));
    return details;
  };
  const topicOnDay = (topic, items, before) => {
    const name = names.get(topic);
    const head = made("h3", "", made("span", "swatch"), name[0].toUpperCase() + name.slice(1), " ", made("span", "count", items.length));
    const section = made("section", `topic t-${topic}`, head);
    section.dataset.topic = topic;
    section.append(...items.slice(0, MOST).map((item) => (item.parts ? build(item) : take(item))));
    if (items.length > MOST) section.append(folded("more", `${items.length - MOST} more figures on ${name}`, items.slice(MOST)));
    if (before.length) section.append(folded("earlier", `${counted(before.length, "earlier figure")} that newer ones replaced`, before));
    return section;
  };
  const sumsOnDay = () => {
    const sums = told.failing.filter(([, , , , since, until]) => since <= now && now < until);
    if (!sums.length) return "";
    const section = made("section", "topic failing", made("h3", "", "Sums that fail ", made("span", "count", sums.length)));
    sums.forEach(([words, rule, reason, claims]) => {
      const about = made("p", "small", made("span", "state s-contested", "fails"), ` ${text(rule)}; perhaps ${text(reason)}`);
      section.append(made("article", "figure failing", made("div", "said", made("h4", "", text(words)), about, made("ul", "words", ...claims.map(line)))));
    });
    return section;
  };

  /* What stands first, and what the day brought. */
  const headline = one(".headline ul");
  const lastHeadline = headline ? [...headline.children] : [];
  const tile = (at) => {
    const item = refer(at);
    const is = item.parts;
    const figure = item.figure;
    const number = is ? is.number : one(".number", figure).textContent;
    const about = made("span", "about", is ? is.statement : one("h4", figure).textContent);
    about.dir = "auto";
    const link = made("a", "", made("span", "number", number), about);
    link.href = "#figures";
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const there = all(".figure h4", onDay).find((head) => head.textContent === about.textContent);
      if (!there) return;
      all(".on").forEach((element) => element.classList.remove("on"));
      const to = there.closest(".figure");
      for (let around = to.parentElement; around !== onDay; around = around.parentElement) if (around.tagName === "DETAILS") around.open = true;
      to.classList.add("on");
      to.tabIndex = -1;
      to.scrollIntoView({ block: "center" });
      to.focus({ preventScroll: true });
    });
    const drawn = is ? is.bars && bar(is.bars) : one(".range", figure) && one(".range", figure).cloneNode(true);
    const sources = is ? is.sources : (one("p bdi", figure) || { textContent: "" }).textContent;
    const latest = is ? is.latest : ((one(".age", figure) || { textContent: "" }).textContent.match(/said (\d+ \w+ \d+)/) || ["", ""])[1];
    const small = made("span", "small", [sources, age(latest, told.days[now])].filter(Boolean).join(" · "));
    return made("li", `t-${item.topic}`, link, made("span", "under", drawn || "", small));
  };
  const firstOn = (day) => {
    for (let at = day; at >= 0; at -= 1) if (told.first[at]) return told.first[at];
    return [];
  };
  const brought = one(".brought");
  const change = ([turn, statement, numbers, named, where, claims]) => {
    const about = made("p", "small", made("b", "", text(numbers)), " ", stateTag(text(named)), text(where) && ` ${text(where)}`);
    const head = made("p", "what", text(statement));
    const words = made("ul", "words", ...claims.slice(0, 3).map((claim) => made("li", `t-${cards[claim].className.match(/t-(\w+)/)[1]}`, linkTo(cards[claim]))));
    if (TURNS[turn] === "withdrawn") words.className += " withdrawn";
    return made("li", "", head, about, words);
  };
  const bring = () => {
    const [confirmed, ...changes] = told.brought[now];
    byId("brought-title").textContent = told.days[now] ? `${dayName(told.days[now])} brought` : "Undated reports brought";
    const box = one(".changes", brought);
    box.replaceChildren(...TURNS.map((name, turn) => {
      const some = changes.filter((each) => each[0] === turn);
      if (!some.length) return "";
      const details = made("details", `turn ${name}`, made("summary", "", made("b", "", some.length.toLocaleString("en")), ` ${name}`));
      lazily(details, () => details.append(made("ul", "", ...some.map(change))));
      return details;
    }));
    if (confirmed) box.append(made("p", "small", `${counted(confirmed, "finding")} only confirmed`));
    if (!changes.length && !confirmed) box.append(made("p", "small", "No finding changed."));
    brought.hidden = false;
  };

  const output = slider && one("output", slider.parentElement);
  const meta = one(".meta");
  const then = one(".meta.then");
  const steps = all(".step");
  const name = () => {
    const day = dayName(told.days[now]);
    if (!slider) return;
    output.textContent = day;
    slider.value = now;
    slider.setAttribute("aria-valuetext", day);
    steps.forEach((step) => { step.disabled = now + Number(step.value) < 0 || now + Number(step.value) > last; });
  };
  const go = (day) => {
    now = day;
    name();
    bring();
    const isLast = now === last;
    state.known = known;
    if (isLast) putBack();
    topics.hidden = !isLast;
    onDay.hidden = isLast;
    if (isLast) onDay.replaceChildren();
    state.figures = isLast ? null : figuresOnDay;
    state.figureFor = isLast ? null : (claim) => figureWith(claim);
    meta.hidden = !isLast;
    then.hidden = isLast;
    const there = reports.filter(known);
    const claims = there.reduce((sum, report) => sum + report.cards.length, 0);
    const until = told.days[now] ? `As of ${dayName(told.days[now])}` : "With undated reports";
    then.textContent = `${until} · ${counted(there.length, "report")} · ${counted(claims, "claim")} · ages counted up to that day`;
    show();
    if (headline) {
      gather();
      headline.replaceChildren(...(isLast ? lastHeadline : firstOn(now).map(tile)));
    }
  };
  const figureWith = (claim) => {
    all("details.more, details.earlier", onDay).forEach((details) => { clearway.open(details); });
    const hash = new RegExp(`^#[cd]-${cards[claim].id.slice(2)}$`);
    return all(".figure", onDay).find((figure) => {
      all("details", figure).forEach(clearway.open);
      return all(".words a", figure).some((link) => hash.test(link.getAttribute("href")));
    });
  };
  state.toDayOf = (target) => {
    const report = reports.find(({ element }) => element.contains(target));
    if (report && !known(report)) go(report.until === Infinity ? last : report.until - 1);
    else if (topics.contains(target) && now !== last) go(last);
  };
  bring();
  if (slider) {
    slider.closest(".stops").hidden = false;
    name();
    let asked = 0;
    slider.addEventListener("input", () => {
      output.textContent = dayName(told.days[slider.value]);
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => go(Number(slider.value)));
    });
    steps.forEach((step) => step.addEventListener("click", () => go(now + Number(step.value))));
  }
})();
