// The texts around a plot: title, subtitle, legend and axis title above, what is missing and the credit below.
//
// They are text of the page: they wrap at any width, grow with the reader's type, and a screen reader reads
// them. What they say is the server's (component.py).

import { element } from "./element.js";
import { keyItem } from "./key.js";
import { inline } from "./words.js";

const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";

export class Texts {
  constructor() {
    this.title = element("div", { className: "figure-title", role: "heading" });
    this.subtitle = element("p", { className: "figure-subtitle" });
    this.key = element("ul", { className: "figure-key" });
    this.axis = element("p", { className: "figure-axis" });
    this.note = element("p", { className: "figure-note" });
    this.credit = element("p", { className: "figure-credit" });
  }

  // `shown` are the kinds of events that a reader asked for: the others need no legend.
  // `open` is called with the address of the card of a number among them.
  show(texts, { isNarrow, shown, open }) {
    this.shown = texts;
    for (const name of ["title", "subtitle", "axis", "note", "credit"]) {
      this[name].replaceChildren(...inline([texts[name]].flat(), { open }));
      this[name].hidden = !this[name].textContent;
    }
    const entries = ((isNarrow && texts.narrowKey) || texts.key)
      .filter(({ kind }) => !kind || shown.has(kind));
    this.key.replaceChildren(...entries.map(keyItem));
    this.key.hidden = !entries.length;
    this.title.setAttribute("aria-level", this.level());
  }

  // One below the heading that the figure stands under; figures beside each other have one level.
  level() {
    const above = [...document.querySelectorAll(HEADINGS)].filter((one) => !one.matches(".figure-title")
      && one.compareDocumentPosition(this.title) & Node.DOCUMENT_POSITION_FOLLOWING);
    const nearest = above.at(-1);
    const level = nearest ? Number(nearest.getAttribute("aria-level") ?? nearest.tagName[1]) : 1;
    return Math.min(6, level + 1);
  }
}
