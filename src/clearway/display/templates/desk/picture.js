"use strict";
/* The slider sets the day; letting it go shows the picture of that day. */
(() => {
  const form = document.getElementById("day");
  const slide = form && form.querySelector("[type=range]");
  if (!slide) return;
  const DAY_MS = 86400000;
  const first = Date.parse(slide.dataset.first);
  const days = Math.round((Date.parse(slide.dataset.last) - first) / DAY_MS);
  const field = form.elements.as_of;
  slide.max = days;
  slide.value = field.value ? Math.round((Date.parse(field.value) - first) / DAY_MS) : days;
  slide.closest("label").hidden = false;
  slide.addEventListener("input", () => { field.value = new Date(first + slide.value * DAY_MS).toISOString().slice(0, 10); });
  slide.addEventListener("change", () => form.submit());
})();
