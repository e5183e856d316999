// A table to be read. Where its columns have no room beside one another, each row becomes a short list.
//
// A cell is never narrower than its longest word: words are not broken. `inline` makes the content of a cell.

import { element } from "./element.js";

const MOST_ROWS_IN_SIGHT = 50; // a longer table scrolls by itself
const LONG_TEXT = 40; // letters; such a cell wants more width than its longest word
const WIDEST_LIST = 640; // pixels; a wider box scrolls sideways instead
const HIGHEST_ROW = 96; // pixels, four lines: what is wrapped oftener is read more easily in a list

export function table({ label, head, numeric, rows }, inline) {
  const kind = (column) => (numeric.includes(column) ? "numeric" : "");
  const top = element("tr", { role: "row" }, head.map((textContent, column) => element("th", {
    textContent, scope: "col", role: "columnheader", className: kind(column),
  })));
  const body = rows.map((row) => element("tr", { role: "row" }, row.map((parts, column) => (
    cell(inline(parts), head[column], kind(column))
  ))));
  // The roles are those that the elements have anyway; as a list, browsers would forget them.
  const made = element("table", { role: "table" }, [
    element("thead", { role: "rowgroup" }, [top]),
    element("tbody", { role: "rowgroup" }, body),
  ]);
  return boxed(made, label, rows.length);
}

// Its content is one piece, which stands beside the name of its column in a list.
function cell(content, column, kind) {
  const made = element("td", { role: "cell", className: kind }, [element("span", {}, content)]);
  made.dataset.column = column;
  if (!made.textContent) made.classList.add("empty");
  if (made.textContent.length > LONG_TEXT) made.classList.add("long-text");
  return made;
}

function boxed(made, label, rows) {
  const box = element("div", { className: rows > MOST_ROWS_IN_SIGHT ? "table-box long" : "table-box" }, [made]);
  made.setAttribute("aria-label", label);
  new ResizeObserver(() => fit(box, made)).observe(box);
  return box;
}

function fit(box, made) {
  box.classList.remove("as-list");
  const isCut = made.scrollWidth > box.clientWidth + 1;
  const isHigh = [...made.tBodies[0].rows].some((row) => row.offsetHeight > HIGHEST_ROW);
  const isList = (isCut || isHigh) && box.clientWidth <= WIDEST_LIST;
  box.classList.toggle("as-list", isList);
  box.classList.toggle("cut", isCut && !isList);
  // What scrolls is reached by the keyboard, and said to be something; what does not is no stop on the way.
  const scrolls = (isCut && !isList) || box.scrollHeight > box.clientHeight + 1;
  if (scrolls) box.tabIndex = 0;
  else box.removeAttribute("tabindex");
  box.role = scrolls ? "group" : null;
  box.ariaLabel = scrolls ? made.ariaLabel : null;
}
