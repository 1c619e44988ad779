"use strict";
/* One report: from a claim to its words and back, claim by claim, and topics shown or not. Links do without this. */
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const cards = all(".card");
  const keyOf = (card) => card.id.slice(2);
  const claimsOf = (mark) => (mark.dataset.claims ? mark.dataset.claims.split(" ") : [mark.id.slice(2)]);
  const marks = new Map();
  all(".text mark").forEach((mark) => claimsOf(mark).forEach((claim) => {
    if (!marks.has(claim)) marks.set(claim, []);
    marks.get(claim).push(mark);
  }));
  const topicOf = (card) => card.className.match(/t-(\w+)/)[1];
  let at = -1;

  const light = (claim) => {
    all(".on").forEach((element) => element.classList.remove("on"));
    [...(marks.get(claim) || []), byId(`d-${claim}`)].forEach((element) => element && element.classList.add("on"));
  };
  const focus = (element) => {
    if (!element.matches("a, button, [tabindex]")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
  };
  const within = (box, element) => {
    const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - outer.height / 3;
  };
  /* The one that is gone to is brought to the middle of the page, the other into sight within its own box. */
  const go = (to) => {
    const target = byId(to);
    if (!target) return;
    const claim = to.slice(2);
    const card = byId(`d-${claim}`);
    at = cards.indexOf(card);
    light(claim);
    history.replaceState(null, "", `#${to}`);
    const box = card.closest(".cards");
    if (getComputedStyle(box).position === "sticky") within(box, card);
    if (target !== card || getComputedStyle(box).position !== "sticky") target.scrollIntoView({ block: "center" });
    focus(target);
  };
  const words = (claim) => (byId(`c-${claim}`) ? `c-${claim}` : `d-${claim}`);
  const step = (by) => {
    for (let next = at < 0 && by < 0 ? cards.length - 1 : at + by; next >= 0 && next < cards.length; next += by) {
      if (!cards[next].hidden) {
        go(words(keyOf(cards[next])));
        return;
      }
    }
  };
  const turn = () => {
    if (at < 0) { step(1); return; }
    const claim = keyOf(cards[at]);
    const inCards = document.activeElement && document.activeElement.closest(".cards");
    go(inCards ? words(claim) : `d-${claim}`);
  };
  all("[data-turn]").forEach((button) => {
    button.hidden = !cards.length;
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      const by = Number(button.dataset.turn);
      if (by) step(by);
      else turn();
    });
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#c-'], a[href^='#d-']");
    if (link) {
      event.preventDefault();
      go(link.hash.slice(1));
      return;
    }
    const mark = event.target.closest(".text mark");
    if (mark && !String(getSelection())) go(`d-${claimsOf(mark).pop()}`);
  });
  const arrive = () => {
    const id = location.hash.slice(1);
    /* an address may name a claim by more of its id than stands here */
    const found = /^[cd]-\w{8}/.test(id) && (byId(id) || document.querySelector(`[id^="${CSS.escape(id.slice(0, 10))}"]`));
    if (found) go(found.id);
  };
  addEventListener("hashchange", arrive);
  arrive();

  const switches = all(".topic-switch");
  switches.forEach((button) => button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    const shown = new Set(switches.filter((one) => one.getAttribute("aria-pressed") === "true").map((one) => one.value));
    const left = new Set(cards.filter((card) => {
      card.hidden = !shown.has(topicOf(card));
      return !card.hidden;
    }).map(keyOf));
    all(".text mark").forEach((mark) => mark.classList.toggle("off", !claimsOf(mark).some((claim) => left.has(claim))));
    all(".text sup a").forEach((link) => { link.hidden = !left.has(link.hash.slice(3)); });
  }));
})();
