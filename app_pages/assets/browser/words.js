// Words on a page: headings, sentences, facts, tables. A number in them is a link to its card.
//
// words.py says what `data` holds. Text only ever goes in as text. A number is clicked, or reached by the
// tab key and entered, and the server is told the address of its card; with a key held down, or the middle
// button, the browser follows the link itself, into a tab of its own.

import { write } from "./clipboard.js";
import { decoded, element } from "./element.js";
import { table } from "./table.js";

const SHOWN_FOR = 2000; // milliseconds
const HELD = new WeakMap(); // the words in each place of the page, and who is told of a click

export function words({ parentElement, data, setTriggerValue }) {
  const message = new TextDecoder().decode(data);
  const held = HELD.get(parentElement) ?? {};
  HELD.set(parentElement, held);
  held.tell = setTriggerValue;
  // The same words stay as they are: new ones would lose the focus of the keyboard.
  if (held.message === message && held.root.isConnected) return;
  held.message = message;
  held.root = drawn(decoded(data), held);
  parentElement.replaceChildren(held.root);
}

function drawn({ blocks, copy, copied }, held) {
  const open = (card) => held.tell("opened", card);
  const choose = (code) => held.tell("chosen", code);
  const made = blocks.map((block) => MAKERS[block.kind](block, { open, choose, copy, copied }));
  const root = element("div", { className: "words" }, made);
  root.dataset.testid = "words";
  return root;
}

const MAKERS = {
  line: ({ tag, look, parts }, context) => element(tag, { className: look }, inline(parts, context)),
  copied: copyable,
  group: ({ look, blocks }, context) => element("div", { className: `group ${look}` },
    blocks.map((block) => MAKERS[block.kind](block, context))),
  facts: ({ facts }, context) => element("dl", { className: "facts" }, facts.flatMap(([term, parts]) => [
    element("dt", { textContent: term }),
    element("dd", {}, inline(parts, context)),
  ])),
  table: (block, context) => table(block, (parts) => inline(parts, context)),
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
