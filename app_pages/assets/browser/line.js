// One quiet line at the foot of the page while there is no connection; what is on the screen stays as it is.

import { onConnection } from "./connection.js";
import { element } from "./element.js";

const MOMENT = 1500; // milliseconds: a connection that is back by then was hardly missed
const line = element("p", { className: "lost-line" });
line.setAttribute("role", "status");
let told = null; // who is told that the connection is back: what drew the menu last
let timer = null;

// `back` is called when the connection is there again, so that the server draws the page: it may be another server.
export function tellOfTheLine(words, back) {
  line.dataset.words = words;
  const isFirst = !told;
  told = back;
  if (!isFirst) return;
  document.body.append(line); // empty: a screen reader reads out what comes into it
  onConnection({
    lost: () => { timer = setTimeout(() => { line.textContent = line.dataset.words; }, MOMENT); },
    back: () => {
      clearTimeout(timer);
      line.textContent = "";
      told();
    },
  });
}
