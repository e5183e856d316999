// The menu: places, and the pages of the place where the reader is.
//
// menu.py says what `data` holds. A link is followed within the page that is open, which the server draws anew;
// with a key held down, or the middle button, the browser follows it by itself, into a tab of its own. Wide, the
// places stand in a row; narrow, behind one button that names the place (style.css decides, by the menu's width).

import { decoded, element } from "./element.js";
import { tellOfTheLine } from "./line.js";

export function menu({ parentElement, data, setTriggerValue }) {
  const { brand, menu: word, label, places, beside, printed, lost, languages } = decoded(data);
  const go = (page) => setTriggerValue("chosen", page);
  const home = link({ ...places[0], text: brand, current: false, within: false }, go);
  home.classList.add("menu-brand");
  const row = element("ul", { className: "menu-places" }, places.map((place) => item(place, go, place.within)));
  const top = element("nav", { className: "menu" }, [home, row, folded(word, places, go)]);
  top.setAttribute("aria-label", label);
  const below = beside?.pages.length ? [pagesOf(beside, go)] : [];
  parentElement.replaceChildren(choiceOf(languages), top, ...below, origin(printed));
  tellOfTheLine(lost, () => setTriggerValue("returned", Date.now()));
}

// The languages, each a link to this page that keeps all that its address asks. The page is loaded anew: it says
// its language in its first line. Beside them, in both languages, that the words are a draft.
function choiceOf({ label, languages, note }) {
  const items = languages.map(({ code, name, href, current, draft }) => {
    const made = element("a", { lang: code, hreflang: code, textContent: name });
    made.href = new URL(href, document.baseURI).href;
    if (current) made.setAttribute("aria-current", "true");
    const lead = () => {
      const here = new URL(location.href);
      here.searchParams.set("lang", code);
      made.href = here.href;
    };
    for (const event of ["pointerdown", "focus", "click"]) made.addEventListener(event, lead);
    return element("li", {}, [made, ...(draft.length ? [element("small", {}, [" ", ...spoken(draft, " · ")])] : [])]);
  });
  const list = element("ul", {}, items);
  list.setAttribute("aria-label", label);
  return element("div", { className: "menu-languages" }, [element("p", {}, spoken(note, " ")), list]);
}

function spoken(words, between) {
  return words.flatMap(({ code, text }, index) => [
    ...(index ? [between] : []),
    element("span", { lang: code, textContent: text }),
  ]);
}

// On paper: from which address, and on which day where the reader is. Filled in anew when the page is printed;
// Swedish days are ISO days.
const printedFrom = element("p", { className: "printed-from" });
addEventListener("beforeprint", () => {
  const parts = { "{day}": new Date().toLocaleDateString("sv-SE"), "{address}": location.href };
  printedFrom.textContent = printedFrom.dataset.template.replace(/{day}|{address}/g, (name) => parts[name]);
});

function origin(template) {
  printedFrom.dataset.template = template;
  return printedFrom;
}

function pagesOf({ label, pages }, go) {
  const made = element("nav", { className: "menu-beside" }, [
    element("ul", {}, pages.map((page) => item(page, go, page.current))),
  ]);
  made.setAttribute("aria-label", label);
  return made;
}

// Narrow: all places and their pages, in one list that opens.
function folded(word, places, go) {
  const here = places.find((place) => place.within);
  const lists = places.map((place) => {
    const made = item(place, go, place.within);
    if (place.pages.length) {
      made.append(element("ul", {}, place.pages.slice(1).map((page) => item(page, go, page.current))));
    }
    return made;
  });
  const made = element("details", { className: "menu-folded" }, [
    element("summary", { textContent: here ? `${word}: ${here.text}` : word }),
    element("ul", {}, lists),
  ]);
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    made.open = false;
    made.querySelector("summary").focus();
  });
  return made;
}

function item(entry, go, isMarked) {
  const made = link(entry, go);
  made.classList.toggle("marked", isMarked);
  return element("li", {}, [made]);
}

function link({ text, page, href, current, within }, go) {
  const made = element("a", { href: new URL(href, document.baseURI).href, textContent: text });
  if (current || within) made.setAttribute("aria-current", current ? "page" : "true");
  made.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(page);
  });
  return made;
}
