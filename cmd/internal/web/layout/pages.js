// Comfort for pages that work without it: suggestions under the search box (a combobox with a
// listbox, WAI-ARIA APG), and evidence that lights up in the text, on the page's picture and in
// the tables at once. Text from outside only ever becomes text.
"use strict";

const make = (name, attributes, text) => {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
  if (text) e.textContent = text;
  return e;
};

function suggestIn(box) {
  const list = make("ul", {role: "listbox", id: "suggestions", "aria-label": box.getAttribute("aria-label") || box.dataset.suggest, hidden: ""});
  const said = make("p", {class: "hidden", role: "status"});
  box.closest("form").append(list, said);
  for (const [key, value] of Object.entries({role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "suggestions", "aria-haspopup": "listbox", autocomplete: "off"})) box.setAttribute(key, value);
  let timer, asking, typed = box.value, at = -1;

  const close = () => {
    list.hidden = true;
    at = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const choose = to => {
    at = to;
    [...list.children].forEach((o, i) => o.setAttribute("aria-selected", i === at));
    if (at < 0) { box.value = typed; box.removeAttribute("aria-activedescendant"); return; }
    const option = list.children[at];
    box.value = option.dataset.text;
    box.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({block: "nearest"});
  };
  const show = found => {
    list.replaceChildren(...found.map((s, i) => {
      const option = make("li", {role: "option", id: "suggestion-" + i, "aria-selected": "false"});
      option.dataset.text = s.text;
      option.dataset.address = s.url;
      option.append(make("span", {class: "text"}, s.text), make("span", {class: "soft"}, [box.dataset[s.kind], s.detail, s.count].filter(Boolean).join(" · ")));
      return option;
    }));
    if (!found.length) return close();
    list.hidden = false;
    at = -1;
    box.setAttribute("aria-expanded", "true");
    said.textContent = found.length + " " + box.dataset.suggest;
  };
  const ask = async () => {
    asking?.abort();
    typed = box.value;
    if (typed.trim().length < 2) return close();
    asking = new AbortController();
    try {
      const answer = await fetch("/api/v1/suggest?limit=8&q=" + encodeURIComponent(typed), {signal: asking.signal});
      if (answer.ok && document.activeElement === box) show(await answer.json());
    } catch { close(); } // left behind, or no network: the box works without
  };
  // Only addresses of this site: what an answer holds is not trusted further than its text.
  const go = option => { if (/^\/(\?|van-ban\/)/.test(option.dataset.address)) location.assign(option.dataset.address); };

  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  box.addEventListener("blur", () => setTimeout(close, 150));
  box.addEventListener("keydown", event => {
    const count = list.hidden ? 0 : list.children.length;
    switch (event.key) {
      case "ArrowDown": if (!count) { ask(); break; } choose(at + 1 < count ? at + 1 : -1); break;
      case "ArrowUp": if (!count) return; choose(at < 0 ? count - 1 : at - 1); break;
      case "Enter": if (!count || at < 0) return; go(list.children[at]); break;
      case "Escape": if (!count) return; box.value = typed; close(); break;
      default: return;
    }
    event.preventDefault();
  });
  list.addEventListener("mousedown", event => {
    const option = event.target.closest("[role=option]");
    event.preventDefault(); // the box keeps the focus
    if (option) go(option);
  });
}
document.querySelectorAll("input[data-suggest]").forEach(suggestIn);

// Evidence: a place of the text is one number, in the mark's id, in the links of tables (#s-12, or
// ?tu=12 of a page) and on the picture.
const svg = "http://www.w3.org/2000/svg";
const placeOf = e => {
  const of = e.closest?.("mark[id^='s-'], .facsimile [data-start], .known a[href*='#s-'], .known a[href*='tu=']");
  if (!of) return null;
  const found = /^s-(\d+)$/.exec(of.id) || /^(\d+)$/.exec(of.dataset.start || "") || /[?&]tu=(\d+)|#s-(\d+)$/.exec(of.getAttribute("href") || "");
  return found && (found[1] || found[2]);
};
const linksTo = place => [...document.querySelectorAll(".known a")].filter(a => placeOf(a) === place);
const partsAt = place => [document.getElementById("s-" + place), ...document.querySelectorAll(`.facsimile [data-start="${place}"]`), ...linksTo(place)].filter(Boolean);
let lit = [];
const light = place => {
  lit.forEach(e => e.classList.remove("lit"));
  lit = place ? partsAt(place) : [];
  lit.forEach(e => e.classList.add("lit"));
};
if (document.querySelector(".known")) {
  for (const name of ["mouseover", "focusin"]) document.addEventListener(name, event => light(placeOf(event.target)));
  document.addEventListener("click", event => {
    const place = placeOf(event.target);
    if (!place || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const from = event.target.closest(".known a") ? "table" : event.target.closest(".facsimile") ? "picture" : "text";
    const shown = document.querySelector(`.facsimile [data-start="${place}"]`), said = document.getElementById("s-" + place);
    if (from === "table" && shown) { // on this very page: no need to load it again
      event.preventDefault();
      shown.scrollIntoView({block: "center"});
      said?.scrollIntoView({block: "center"});
    } else if (from !== "table") {
      const row = linksTo(place)[0];
      if (!row) return;
      event.preventDefault();
      row.focus();
      row.scrollIntoView({block: "center"});
    } else return;
    document.querySelectorAll(".chosen").forEach(e => e.classList.remove("chosen"));
    partsAt(place).forEach(e => e.classList.add("chosen"));
  });
}

// The picture's marks, laid over it so that they can be pointed at.
for (const figure of document.querySelectorAll("figure[data-marks]")) {
  fetch(figure.dataset.marks).then(answer => answer.ok ? answer.json() : null).then(page => {
    if (!page) return;
    const over = document.createElementNS(svg, "svg");
    over.setAttribute("viewBox", `0 0 ${page.width} ${page.height}`);
    over.setAttribute("aria-hidden", "true");
    for (const mark of page.marks) {
      const group = document.createElementNS(svg, "g");
      group.dataset.start = mark.start;
      for (const [x, y, width, height] of mark.boxes) {
        const box = document.createElementNS(svg, "rect");
        for (const [key, value] of Object.entries({x: x - 2, y: y - 2, width: width + 4, height: height + 4})) box.setAttribute(key, value);
        group.append(box);
      }
      over.append(group);
    }
    figure.append(over);
  }).catch(() => {});
}
