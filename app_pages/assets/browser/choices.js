// Places and time above a figure: buttons and lists that answer before the server has.
//
// What may be chosen, and in which words, comes from choices.py. `take` is called with what is chosen:
// { places, from, to }, the places in the order in which they were chosen, as their panels stand.

import { element } from "./element.js";

let made = 0; // by which several figures tell their lists apart

export class Choices {
  constructor(take) {
    this.take = take;
    this.places = element("div", { className: "figure-places", role: "group" });
    this.other = element("select");
    this.search = element("input", { type: "search", autocomplete: "off" });
    this.found = element("datalist", { id: `places-${made += 1}` });
    this.search.setAttribute("list", this.found.id);
    this.from = element("select");
    this.to = element("select");
    this.fromWord = element("span");
    this.toWord = element("span");
    Object.entries({ from: this.from, to: this.to, other: this.other }).forEach(([name, list]) => {
      list.dataset.bound = name;
    });
    const time = element("div", { className: "figure-time" }, [
      element("label", {}, [this.fromWord, this.from]),
      element("label", {}, [this.toWord, this.to]),
    ]);
    this.root = element("div", { className: "figure-choices" }, [this.places, time]);
    this.from.addEventListener("change", () => this.change({ from: this.from.value }));
    this.to.addEventListener("change", () => this.change({ to: this.to.value }));
    this.other.addEventListener("change", () => this.toggle(this.other.value));
    this.search.addEventListener("change", () => this.find());
  }

  // The choices as the server has them; nothing is rebuilt under a finger where nothing has changed.
  show(choices) {
    const content = JSON.stringify(choices);
    if (content === this.content) return;
    this.content = content;
    const { selection, places, others, searched, from, to, latest, words } = choices;
    this.selection = selection;
    this.others = others;
    this.fromWord.textContent = words.from;
    this.toWord.textContent = words.to;
    this.places.setAttribute("aria-label", words.places);
    this.other.setAttribute("aria-label", words.other);
    this.renew(this.places, places.map(([code, name]) => this.button(code, name)));
    if (searched) this.places.append(this.search, this.found);
    else if (others.length) this.places.append(this.other);
    this.search.placeholder = words.other;
    this.search.setAttribute("aria-label", words.other);
    fill(this.found, searched ? others.map(([, name]) => [name, ""]) : []);
    fill(this.other, searched ? [] : [["", words.other], ...others]);
    fill(this.from, withDay(from, selection.from));
    fill(this.to, [latest, ...(selection.to === latest[0] ? to : withDay(to, selection.to).reverse())]);
    this.mark();
  }

  // New buttons, and the one that had the keyboard has it again.
  renew(parent, buttons) {
    const place = parent.contains(document.activeElement) && document.activeElement.dataset.place;
    parent.replaceChildren(...buttons);
    buttons.find((button) => button.dataset.place === place)?.focus();
  }

  button(code, name) {
    const made = element("button", { type: "button", textContent: name });
    made.dataset.place = code;
    made.addEventListener("click", () => this.toggle(code));
    return made;
  }

  toggle(code) {
    const rest = this.selection.places.filter((place) => place !== code);
    const places = rest.length < this.selection.places.length ? rest : [...rest, code];
    if (places.length) this.change({ places }); // the last one stays: a figure of nowhere says nothing
  }

  // The place of that name, or the only one whose name has these letters; else the letters stay, to be mended.
  find() {
    const letters = this.search.value.trim().toLowerCase();
    if (!letters) return;
    const within = this.others.filter(([, name]) => name.toLowerCase().includes(letters));
    const exact = within.filter(([, name]) => name.toLowerCase() === letters);
    const [only, second] = exact.length ? exact : within;
    if (!only || second) return;
    this.search.value = "";
    this.toggle(only[0]);
  }

  change(changed) {
    this.selection = { ...this.selection, ...changed };
    this.mark();
    this.take(this.selection);
  }

  // Show what is chosen. A time that would end before it begins is not offered.
  mark() {
    const { places, from, to } = this.selection;
    for (const button of this.places.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(places.includes(button.dataset.place)));
    }
    [this.from.value, this.to.value, this.other.value] = [from, to, ""];
    for (const option of this.from.options) option.disabled = option.value > to; // ISO days; "latest" is last
    for (const option of this.to.options) option.disabled = option.value < from;
  }
}

function fill(list, entries) {
  list.replaceChildren(...entries.map(([value, name]) => element("option", { value, textContent: name })));
}

// The days offered and the selected day, oldest first.
function withDay(days, selected) {
  const all = days.some(([day]) => day === selected) ? days : [...days, [selected, selected]];
  return [...all].sort(([one], [other]) => (one < other ? -1 : 1));
}
