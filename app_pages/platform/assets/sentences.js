// Sentences to read out, each with a button that copies it.

import { element, told } from "./element.js";

const SAID_FOR = 2000; // milliseconds

export function sentences({ parentElement, data: sent }) {
  const data = told(sent);
  const list = element("ul", { className: "sentences" }, data.sentences.map((text) => line(text, data)));
  parentElement.replaceChildren(list);
}

function line(text, { copy, copied }) {
  const button = element("button", { type: "button", textContent: copy });
  button.setAttribute("aria-label", `${copy}: ${text}`);
  button.addEventListener("click", async () => {
    await write(text);
    button.textContent = copied;
    setTimeout(() => { button.textContent = copy; }, SAID_FOR);
  });
  return element("li", {}, [element("p", { textContent: text }), button]);
}

// Browsers give the clipboard to secure pages only; in an office's own network the old way still works.
async function write(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const field = element("textarea", { value: text });
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
