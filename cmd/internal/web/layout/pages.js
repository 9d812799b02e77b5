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
