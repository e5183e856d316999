// A question's choices above its figure: menus, a search for places, time, what is set, and ways out of nothing.
//
// What may be chosen, and in which words, comes from choices.py. `take` is called with what is chosen:
// { places, from, to }, the places in the order in which they were chosen, as their panels stand; and beside
// these `choose`, a parameter and its code, or `ask`, the address of another question. Every choice has a
// `turn`, by which the server's answer to it is known.

import { chip } from "./chips.js";
import { element } from "./element.js";
import { Menu } from "./choice_menu.js";
import { PlaceSearch } from "./place_search.js";

export class Choices {
  constructor(take) {
    this.take = take;
    this.turn = 0;
    this.menus = new Map(); // by parameter: the same elements at every rerun, so that none loses the keyboard
    this.search = new PlaceSearch((code) => this.toggle(code));
    this.from = new Menu("from", ([day]) => this.change({ from: day }));
    this.to = new Menu("to", ([day]) => this.change({ to: day }));
    this.main = element("div", { className: "figure-menus" });
    this.further = element("div", { className: "figure-menus" });
    this.more = element("details", { className: "figure-more-filters" }, [element("summary"), this.further]);
    this.explained = element("p", { className: "figure-explained" });
    this.chips = element("ul", { className: "figure-chips" });
    this.nothing = element("div", { className: "figure-nothing", role: "status", hidden: true });
    const place = element("div", { className: "figure-where" }, [this.search.root, this.from.root, this.to.root]);
    this.root = element("div", { className: "figure-choices" },
      [this.main, this.explained, place, this.more, this.chips, this.nothing]);
  }

  // The choices as the server has them; nothing is rebuilt under a finger where nothing has changed.
  show(choices) {
    this.turn = Math.max(this.turn, choices.turn);
    const content = JSON.stringify({ ...choices, turn: 0 });
    if (content === this.content) return;
    this.content = content;
    this.offered = choices;
    this.selection = choices.selection;
    const { menus, explained, places, words } = choices;
    this.explained.textContent = explained;
    this.more.firstChild.textContent = words.more;
    this.main.replaceChildren(...menus.filter(({ more }) => !more).map((menu) => this.menu(menu)));
    this.further.replaceChildren(...menus.filter(({ more }) => more).map((menu) => this.menu(menu)));
    this.more.hidden = !this.further.children.length;
    this.search.show(places, words);
    this.mark();
    this.showNothing();
  }

  menu(data) {
    const { parameter } = data;
    if (!this.menus.has(parameter)) {
      this.menus.set(parameter, new Menu(parameter, ([code]) => this.send({ choose: [parameter, code] })));
    }
    const menu = this.menus.get(parameter);
    menu.show(data);
    return menu.root;
  }

  toggle(code) {
    const rest = this.selection.places.filter((place) => place !== code);
    const places = rest.length < this.selection.places.length ? rest : [...rest, code];
    if (places.length) this.change({ places }); // the last one stays: a figure of nowhere says nothing
  }

  change(changed) {
    this.selection = { ...this.selection, ...changed };
    this.mark();
    this.send({});
  }

  send(wish) {
    this.turn += 1;
    this.take({ ...this.selection, ...wish, turn: this.turn });
  }

  // Show what is chosen. A time that would end before it begins is not offered, nor one without a figure.
  mark() {
    const { words, from, to, latest } = this.offered;
    const { places, from: first, to: last } = this.selection;
    this.from.show({
      label: words.from,
      chosen: first,
      groups: days(withDay(from, first), words, ([day, , has]) => has && day <= last, first),
    });
    const ends = last === latest[0] ? to : withDay(to, last).reverse();
    this.to.show({
      label: words.to,
      chosen: last,
      groups: days([latest, ...ends], words, ([day, , has]) => has && day >= first, last), // ISO days
    });
    this.search.mark(places);
    this.showChips();
  }

  showChips() {
    const { words, chips, places } = this.offered;
    const chosen = this.selection.places;
    const names = new Map(places.map(([code, name]) => [code, name]));
    const ofPlaces = chosen.map((code) => chip(names.get(code) ?? code, words.remove,
      chosen.length > 1 ? () => this.toggle(code) : null, code));
    const others = chips.map(([text, ask]) => chip(text, words.remove, ask ? () => this.send({ ask }) : null));
    this.chips.setAttribute("aria-label", words.chips);
    this.chips.replaceChildren(...ofPlaces, ...others);
  }

  // Where the question has no figure: that it has none, and the nearest ones that have some.
  showNothing() {
    const { ways, figures, words } = this.offered;
    this.nothing.hidden = Boolean(figures);
    if (figures) return;
    const buttons = ways.map(([textContent, ask]) => {
      const button = element("button", { type: "button", textContent });
      button.addEventListener("click", () => this.send({ ask }));
      return button;
    });
    this.nothing.replaceChildren(
      element("p", { className: "figure-no-figures", textContent: words.nothing }),
      ...(buttons.length ? [element("p", { textContent: words.nearest })] : []),
      element("div", { className: "figure-ways" }, buttons),
    );
  }
}

// Days that leave a figure, and below them those that do not; the chosen day stands where it belongs.
function days(all, { unavailable }, mayBeChosen, chosen) {
  const choice = ([day, name]) => [day, name, ""];
  const open = all.filter((one) => mayBeChosen(one) || one[0] === chosen);
  const closed = all.filter((one) => !open.includes(one));
  return [["", open.map(choice)], ...(closed.length ? [[unavailable, closed.map(choice)]] : [])];
}

// The days offered and the selected day, oldest first.
function withDay(days, selected) {
  const all = days.some(([day]) => day === selected) ? days : [...days, [selected, selected, true]];
  return [...all].sort(([one], [other]) => (one < other ? -1 : 1));
}
