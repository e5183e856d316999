// A place is found by letters of any of its names; those with figures come first, with how many.
//
// The pattern of a combobox with a list (WAI-ARIA): the keyboard stays in the field, arrows move through the list,
// Enter takes the place, Escape closes the list. A place without a figure is listed, and cannot be taken.

import { element } from "./element.js";

let made = 0; // by which several lists are told apart

export class PlaceSearch {
  constructor(toggle) {
    this.toggle = toggle;
    this.word = element("span");
    this.list = element("ul", { className: "place-list", id: `places-${made += 1}`, role: "listbox", hidden: true });
    this.field = element("input", { type: "text", autocomplete: "off", spellcheck: false, role: "combobox" });
    this.field.setAttribute("aria-controls", this.list.id);
    this.field.setAttribute("aria-autocomplete", "list");
    this.field.setAttribute("aria-expanded", "false");
    const label = element("label", { className: "figure-menu" }, [this.word, this.field]);
    this.root = element("div", { className: "place-search" }, [label, this.list]);
    this.field.addEventListener("input", () => this.open());
    this.field.addEventListener("click", () => this.open());
    this.field.addEventListener("keydown", (event) => this.press(event));
    this.field.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => this.hold(event));
    this.list.addEventListener("click", (event) => this.choose(event.target.closest("[data-place]")));
  }

  show(places, words) {
    this.words = words;
    this.word.textContent = words.place;
    this.field.placeholder = words.find;
    this.list.setAttribute("aria-label", words.place);
    this.places = places.map(([code, name, number, why, others]) => (
      { code, name, number, why, others, letters: plain(`${name} · ${others} · ${code}`) }));
    this.openAgain();
  }

  mark(chosen) {
    this.chosen = chosen;
    this.openAgain();
  }

  // An option that is replaced between the pointer's going down and up would never be clicked: it waits.
  openAgain() {
    if (this.list.hidden) return;
    if (this.isHeld) this.isOutdated = true;
    else this.open();
  }

  hold(event) {
    event.preventDefault(); // the field keeps the keyboard
    this.isHeld = true;
    const heard = new AbortController();
    const letGo = () => {
      heard.abort();
      setTimeout(() => this.letGo()); // after the click
    };
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, letGo, { signal: heard.signal });
  }

  // A list that was only scrolled stays where it is.
  letGo() {
    this.isHeld = false;
    if (this.isOutdated) this.openAgain();
  }

  open() {
    this.isOutdated = false;
    const wanted = plain(this.field.value.trim());
    const found = this.places.filter(({ letters }) => letters.includes(wanted));
    // Names that begin with the letters come first; else the order stays: with figures, then without.
    const begins = ({ letters }) => wanted && letters.split(" · ").some((name) => name.startsWith(wanted));
    found.sort((one, other) => Boolean(other.number) - Boolean(one.number) || begins(other) - begins(one) || 0);
    const shown = found.slice(0, MOST_LISTED);
    const notes = [
      ...(found.length ? [] : [this.words.none]),
      ...(found.length > MOST_LISTED ? [this.words.first] : []),
    ];
    this.list.replaceChildren(
      ...shown.map((place, at) => this.option(place, at)),
      ...notes.map((textContent) => element("li", { className: "place-note", role: "presentation", textContent })),
    );
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    const first = this.options().find((option) => option.getAttribute("aria-disabled") === "false");
    this.go(wanted ? first : null);
  }

  option({ code, name, number, why, others }, at) {
    const isChosen = this.chosen.includes(code);
    const option = element("li", { id: `${this.list.id}-${at}`, role: "option" }, [
      element("span", { className: "place-name", textContent: name }),
      ...(this.field.value && others ? [element("span", { className: "place-others", textContent: others })] : []),
      element("span", { className: "place-number", textContent: number || why }),
    ]);
    option.dataset.place = code;
    option.setAttribute("aria-selected", String(isChosen));
    option.setAttribute("aria-disabled", String(!number && !isChosen));
    return option;
  }

  options() {
    return [...this.list.querySelectorAll("[data-place]")];
  }

  press(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.move(step);
    else if (event.key === "Enter" && this.current) this.choose(this.current);
    else if (event.key === "Escape" && !this.list.hidden) this.close();
    else return;
    event.preventDefault();
  }

  move(step) {
    if (this.list.hidden) this.open();
    const all = this.options().filter((option) => option.getAttribute("aria-disabled") === "false");
    const at = all.indexOf(this.current);
    this.go(all[(at + step + (at < 0 && step < 0 ? 1 : 0) + all.length) % all.length] ?? null);
  }

  go(option) {
    this.current?.classList.remove("current");
    this.current = option ?? null;
    this.current?.classList.add("current");
    this.current?.scrollIntoView({ block: "nearest" });
    if (this.current) this.field.setAttribute("aria-activedescendant", this.current.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  choose(option) {
    if (!option || option.getAttribute("aria-disabled") === "true") return;
    const code = option.dataset.place;
    this.field.value = "";
    this.close();
    this.toggle(code);
  }

  close() {
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.go(null);
  }
}

const MOST_LISTED = 100; // as MOST_PLACES in places.py

// Letters without case and accents: "Tachira" finds Táchira.
function plain(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
}
