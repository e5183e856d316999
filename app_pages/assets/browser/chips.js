// What is set on a page, as chips; those that can be removed have a button.
//
// Inside a figure choices.js puts them there; elsewhere they are a component of their own (chip_row.py).

import { decoded, element } from "./element.js";

const rows = new WeakMap(); // the row in each place of the page, so that a button keeps the keyboard

export function chips({ parentElement, data, setTriggerValue }) {
  if (!rows.has(parentElement)) {
    rows.set(parentElement, element("ul", { className: "figure-chips" }));
    parentElement.replaceChildren(rows.get(parentElement));
  }
  const { label, remove, shown } = decoded(data);
  const row = rows.get(parentElement);
  row.setAttribute("aria-label", label);
  row.replaceChildren(...shown.map(([text, code]) => (
    chip(text, remove, code ? () => setTriggerValue("removed", code) : null))));
}

export function chip(text, word, remove, place = "") {
  const made = element("li", { className: "chip" }, [element("span", { textContent: text })]);
  if (place) made.dataset.chosen = place;
  if (remove) {
    const button = element("button", { type: "button", textContent: "×" });
    button.setAttribute("aria-label", `${word}: ${text}`);
    button.addEventListener("click", remove);
    made.append(button);
  }
  return made;
}
