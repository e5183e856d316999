// An opened card in the browser's history: opening one is a step, and going back closes it.
//
// Without this, back would leave the site while the reader only wants to be rid of the card. A card that is
// opened within another is a step of its own. The steps keep the page's address: a page is never loaded anew.
// `data` is the card's title, and how many cards lie on top of one another; words of `opened_card.py`.

import { closeWhatIsOnTop, isOnTop } from "./dialog.js";
import { decoded } from "./element.js";

const MOMENT = 50; // milliseconds: a card that is drawn anew is gone for less

export function card({ data, setTriggerValue }) {
  const { title, depth } = decoded(data);
  shown.show(title, depth, () => setTriggerValue("back", depth));
  return () => setTimeout(() => { if (!isOnTop()) shown.closed(); }, MOMENT);
}

class ShownCards {
  constructor() {
    this.steps = 0; // of ours, above the step of the page
    this.ignored = 0; // events of steps that we made ourselves
    this.push = history.pushState.bind(history);
    history.pushState = (...written) => this.written(...written);
    document.addEventListener("step", (step) => this.wentTo(step)); // of history.js
  }

  show(title, depth, back) {
    if (!this.steps) [this.titleBelow, this.openedBy] = [document.title, document.activeElement];
    this.back = back;
    this.title = document.title = `${title} · ${this.titleBelow}`;
    while (this.steps < depth) this.push({ card: this.steps += 1 }, "", location.href);
    if (this.steps > depth) this.leave(this.steps - depth);
    this.address = location.href;
  }

  // The reader closed the card by its own control: its steps go with it.
  closed() {
    if (document.title === this.title) document.title = this.titleBelow;
    if (this.steps) this.leave(this.steps);
    if (document.activeElement === document.body) this.opener()?.focus();
  }

  // What opened the card; where the page was drawn anew meanwhile, the link that leads to the same card.
  opener() {
    const { openedBy } = this;
    if (openedBy?.isConnected) return openedBy;
    const href = openedBy?.getAttribute?.("href");
    return href ? document.querySelector(`a[href="${CSS.escape(href)}"]`) : null;
  }

  leave(steps) {
    this.steps -= steps;
    this.ignored += 1;
    history.go(-steps);
  }

  // Back or forward. Streamlit hears of it only where the page's own address is another.
  wentTo(step) {
    const steps = step.detail?.card ?? 0;
    if (this.ignored) {
      this.ignored -= 1;
      step.preventDefault();
      return;
    }
    if (!this.steps && !steps) return;
    if (location.href === this.address) step.preventDefault();
    if (steps > this.steps) { // forward, to a card that is closed
      this.steps = steps;
      this.leave(steps);
      return;
    }
    this.steps = steps;
    if (steps) this.back();
    else closeWhatIsOnTop();
  }

  // The page writes its address while a card is open: that step belongs below the card's.
  written(state, unused, address) {
    if (this.steps !== 1 || !isOnTop()) {
      this.push(state, unused, address);
      return;
    }
    history.replaceState(state, unused, address);
    this.push({ card: 1 }, unused, address);
    this.address = location.href;
  }
}

const shown = new ShownCards();
