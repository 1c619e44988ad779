"use strict";
/* Words selected in the sentence become the value of the slot "words"; the places a name could stand for are on a map. */
(() => {
  const sentence = document.querySelector("[data-select]");
  const form = document.getElementById("correct");
  if (sentence && form) document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const words = selection.toString().trim();
    if (!words || !sentence.contains(selection.anchorNode) || !sentence.contains(selection.focusNode)) return;
    form.elements.slot.value = "words";
    form.elements.value.value = words;
  });
  const panel = document.getElementById("places");
  const choices = panel ? [...panel.querySelectorAll("[data-latitude]")] : [];
  if (!choices.length || !window.L) return;
  const box = panel.querySelector(".small-map");
  box.hidden = false;
  const map = L.map(box, { attributionControl: false, zoomControl: false, keyboard: false, preferCanvas: true });
  const spot = (choice) => [Number(choice.dataset.latitude), Number(choice.dataset.longitude)];
  const marks = choices.map((choice) => L.circleMarker(spot(choice), { radius: 6 }).addTo(map).on("click", () => { choice.checked = true; show(); }));
  const show = () => choices.forEach((choice, at) => marks[at].setStyle(choice.checked ? { color: "#b00020", fillOpacity: .9 } : { color: "#555", fillOpacity: .2 }));
  map.fitBounds(L.latLngBounds(choices.map(spot)).pad(.2), { maxZoom: 7 });
  panel.addEventListener("change", show);
  show();
})();
