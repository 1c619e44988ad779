"use strict";
/* A number of the table opens its claims below it; links do without this. */
(() => {
  document.body.addEventListener("htmx:afterSwap", (event) => {
    const cell = event.detail.requestConfig.elt.closest("#days td");
    if (!cell) return;
    document.querySelectorAll("#days td.on").forEach((other) => other.classList.remove("on"));
    cell.classList.add("on");
    const name = document.querySelector("#evidence .place-name");
    if (!name) return;
    name.focus({ preventScroll: true });
    name.scrollIntoView({ block: "center" });
  });
})();
