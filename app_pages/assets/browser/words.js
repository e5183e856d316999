// Words on a page: headings, sentences, facts, tables. A number in them is a link to its card.
//
// words.py says what `data` holds. Text only ever goes in as text. A number is clicked, or reached by the
// tab key and entered, and the server is told the address of its card; with a key held down, or the middle
// button, the browser follows the link itself, into a tab of its own.

import { write } from "./clipboard.js";
import { decoded, element } from "./element.js";

const SHOWN_FOR = 2000; // milliseconds
const MOST_ROWS_IN_SIGHT = 50; // a longer table scrolls by itself

export function words({ parentElement, data, setTriggerValue }) {
  const { blocks, copy, copied } = decoded(data);
  const open = (card) => setTriggerValue("opened", card);
  const choose = (code) => setTriggerValue("chosen", code);
  const made = blocks.map((block) => MAKERS[block.kind](block, { open, choose, copy, copied }));
  const root = element("div", { className: "words" }, made);
  root.dataset.testid = "words";
  parentElement.replaceChildren(root);
}

const MAKERS = {
  line: ({ tag, look, parts }, context) => element(tag, { className: look }, inline(parts, context)),
  copied: copyable,
  print: printing,
  group: ({ look, blocks }, context) => element("div", { className: `group ${look}` },
    blocks.map((block) => MAKERS[block.kind](block, context))),
  facts: ({ facts }, context) => element("dl", { className: "facts" }, facts.flatMap(([term, parts]) => [
    element("dt", { textContent: term }),
    element("dd", {}, inline(parts, context)),
  ])),
  table,
};

export function inline(parts, { open, choose }) {
  return parts.map((part) => {
    if (typeof part === "string") return part;
    if (part.code !== undefined) return choice(part, choose);
    return part.card ? number(part, open) : link(part);
  });
}

function choice({ text, code }, choose) {
  const made = element("button", { type: "button", className: "choice", textContent: text });
  made.addEventListener("click", () => choose(code));
  return made;
}

function number({ text, card, row, name }, open) {
  const made = element("a", { className: "number", href: card, textContent: text, ariaLabel: name });
  if (row !== null) made.dataset.row = row;
  made.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(card);
  });
  return made;
}

// An address from the data: only ever one of the web, and the page that it leads to learns nothing of ours.
function link({ text, href }) {
  if (!/^https?:\/\//.test(href) && !href.startsWith("/")) return text;
  const isOurs = href.startsWith("/") && !href.startsWith("//");
  return element("a", { href, textContent: text, rel: "noreferrer noopener", target: isOurs ? "" : "_blank" });
}

// Text to be taken along, with a button that copies it.
function copyable({ look, label, parts }, context) {
  const text = parts.map((part) => part.text ?? part).join("");
  const button = element("button", { type: "button", textContent: context.copy });
  button.setAttribute("aria-label", `${context.copy}: ${label || text}`);
  button.addEventListener("click", async () => {
    await write(text);
    button.textContent = context.copied;
    setTimeout(() => { button.textContent = context.copy; }, SHOWN_FOR);
  });
  const body = element(look === "code" ? "pre" : "p", {}, inline(parts, context));
  const named = label ? [element("span", { className: "copied-label", textContent: label })] : [];
  return element("div", { className: `copied ${look}` }, [...named, body, button]);
}

function printing({ text }) {
  const button = element("button", { type: "button", className: "print-page", textContent: text });
  button.addEventListener("click", () => window.print());
  return button;
}

function table({ label, head, numeric, rows }, context) {
  const cells = (row) => row.map((parts, column) => element("td", {
    className: numeric.includes(column) ? "numeric" : "",
  }, inline(parts, context)));
  const top = element("tr", {}, head.map((textContent, column) => element("th", {
    textContent, scope: "col", className: numeric.includes(column) ? "numeric" : "",
  })));
  const body = element("tbody", {}, rows.map((row) => element("tr", {}, cells(row))));
  const made = element("table", {}, [element("thead", {}, [top]), body]);
  const long = rows.length > MOST_ROWS_IN_SIGHT ? " long" : "";
  const box = element("div", { className: `table-box${long}`, tabIndex: 0, role: "region" }, [made]);
  box.setAttribute("aria-label", label);
  return box;
}
