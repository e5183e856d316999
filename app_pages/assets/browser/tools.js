// The toolbar of a figure: its picture, its data, its address; and events that are shown when asked for.

import { write } from "./clipboard.js";
import { element } from "./element.js";

const FILES = ["picture", "data"];
const SAID_FOR = 2500; // milliseconds for which a button says what it did

export class Tools {
  constructor({ toggle }) {
    this.root = element("div", { className: "figure-tools", role: "group" });
    this.toggle = toggle;
  }

  // Nothing is rebuilt under a finger where nothing has changed.
  show(tools, toggles, shown) {
    const content = JSON.stringify([tools, toggles, [...shown]]);
    if (content === this.content) return;
    this.content = content;
    const focused = this.root.contains(document.activeElement) && document.activeElement.dataset.tool;
    const { words } = tools;
    this.root.setAttribute("aria-label", words.tools);
    this.root.replaceChildren(
      ...toggles.map(({ kind, words: text }) => this.switch(kind, text, shown.has(kind))),
      ...(tools.picture ? [this.link("picture", words.picture, tools.picture)] : []),
      ...(tools.data ? [this.link("data", words.data, tools.data)] : []),
      ...(isElsewhere(tools.link) ? [this.link("explore", words.explore, tools.link)] : []),
      this.copying("link", tools, tools.link),
      ...(tools.cited ? [this.copying("cited", tools, tools.cited)] : []),
      ...(navigator.share ? [this.button("share", words.share, () => this.share(tools))] : []),
    );
    if (focused) this.root.querySelector(`[data-tool="${CSS.escape(focused)}"]`)?.focus();
  }

  button(tool, textContent, press) {
    const made = element("button", { type: "button", textContent });
    made.dataset.tool = tool;
    made.addEventListener("click", () => press(made));
    return made;
  }

  switch(kind, text, isOn) {
    const made = this.button(`show-${kind}`, text, () => this.toggle(kind));
    made.setAttribute("aria-pressed", String(isOn));
    return made;
  }

  link(tool, textContent, path) {
    const made = element("a", { textContent, href: here(path) });
    if (FILES.includes(tool)) made.download = "";
    made.dataset.tool = tool;
    return made;
  }

  // A link is one of two: it goes on with the latest figures, or shows the same ones for ever.
  copying(tool, { words }, path) {
    const made = this.button(tool, words[tool], () => copy(made, path, words, tool));
    made.title = words[`${tool}Title`];
    return made;
  }

  share({ link, title }) {
    navigator.share({ title, url: here(link) }).catch(() => {}); // given up by the reader
  }
}

async function copy(button, path, words, tool) {
  await write(here(path));
  button.textContent = words.copied;
  setTimeout(() => { button.textContent = words[tool]; }, SAID_FOR);
}

// Whether a question is shown by another page than the one that is open.
const isElsewhere = (link) => Boolean(link) && new URL(here(link)).pathname !== location.pathname;

// The address of a path of this server; without one, of this page.
const here = (path) => (path ? new URL(path.replace(/^\//, ""), document.baseURI).href : location.href);
