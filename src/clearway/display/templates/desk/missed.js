"use strict";
/* Words selected in the text become the claim's words. */
(() => {
  const text = document.getElementById("text");
  const field = document.getElementById("missed").elements.words;
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
    const words = selection.getRangeAt(0).cloneContents().textContent.trim();
    if (words) field.value = words;
  });
})();
