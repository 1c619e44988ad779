"use strict";
/* Keys of the desk. Whatever has data-key="x" (or "g r": one after the other) is clicked or focused by that key; `?`
   shows them all, by data-key-says or by the element's own words. Nothing is taken while somebody types. */
(() => {
  const WAIT_MS = 1200;
  const dialog = document.getElementById("keys");
  const opener = document.querySelector("[data-key='?']");
  const typing = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
  const shown = (element) => element.getClientRects().length > 0;
  const named = (element) => element.dataset.keySays || element.getAttribute("aria-label") || element.textContent.trim().replace(/\s+/g, " ");
  const all = () => [...document.querySelectorAll("[data-key]")].filter(shown);
  let before = "";
  let timer = 0;
  const show = () => {
    const list = dialog.querySelector("dl");
    list.replaceChildren(...all().flatMap((element) => {
      const term = document.createElement("dt");
      element.dataset.key.split(" ").forEach((key) => {
        const cap = document.createElement("kbd");
        cap.textContent = key;
        term.append(cap, " ");
      });
      const told = document.createElement("dd");
      told.dir = "auto";
      told.textContent = named(element);
      return [term, told];
    }));
    dialog.showModal();
  };
  if (opener) {
    opener.hidden = false;
    opener.addEventListener("click", show);
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target) || dialog.open) return;
    const pressed = before ? `${before} ${event.key}` : event.key;
    clearTimeout(timer);
    before = "";
    const found = all().find((element) => element.dataset.key === pressed) || all().find((element) => element.dataset.key === event.key);
    if (found) {
      event.preventDefault();
      if (found.matches("input, textarea, select, [data-key-focus]")) found.focus();
      else found.click();
    } else if (all().some((element) => element.dataset.key.startsWith(`${event.key} `))) {
      before = event.key;
      timer = setTimeout(() => { before = ""; }, WAIT_MS);
    }
  });
})();
