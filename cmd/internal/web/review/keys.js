// The review queue by keyboard: j and k go from value to value; a accepts, x rejects, e edits, Enter
// sends what was edited, u takes the last decision back. Without this script the forms do the same.
"use strict";
const rows = [...document.querySelectorAll(".queue > li")];
const typing = target => target.matches("input, textarea, select") && target.type !== "hidden";

function go(step) {
  const at = rows.indexOf(document.activeElement?.closest(".queue > li"));
  rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
}

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const row = document.activeElement?.closest(".queue > li");
  if (typing(event.target)) {
    if (event.key === "Escape") row?.focus();
    if (event.key === "Enter" && row) {
      event.preventDefault(); // the form's first button would accept
      row.querySelector("[data-enter]").click();
    }
    return;
  }
  if (event.key === "j" || event.key === "k") {
    go(event.key === "j" ? 1 : -1);
  } else if (event.key === "e" && row) {
    row.querySelector("input[data-key=e]").select();
  } else if (event.key === "u") {
    document.querySelector("[data-key=u]")?.click();
  } else if ((event.key === "a" || event.key === "x") && row) {
    row.querySelector(`[data-key=${event.key}]`)?.click();
  } else {
    return;
  }
  event.preventDefault();
});

rows[0]?.focus({preventScroll: true});
