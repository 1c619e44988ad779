"use strict";
/* Files that are too large are told of before they are sent: a browser that is cut off while it sends says nothing. */
(() => {
  const field = document.querySelector("[data-most]");
  field.addEventListener("change", () => {
    const size = [...field.files].reduce((sum, file) => sum + file.size, 0);
    field.setCustomValidity(size > Number(field.dataset.most) ? field.dataset.tooLarge : "");
    field.reportValidity();
  });
})();
