// Takes the reader to a part of the page that a choice has brought, and the keyboard with them.
//
// reach.py says when: each choice has a turn, and a part is reached once for each.

import { decoded } from "./element.js";

let reached = 0;

export function reach({ data }) {
  const { turn, part } = decoded(data);
  if (turn <= reached) return;
  reached = turn;
  requestAnimationFrame(() => {
    const place = document.querySelector(`.st-key-${part}`);
    if (!place) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
  });
}
