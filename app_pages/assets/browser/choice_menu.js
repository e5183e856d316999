// A menu of choices: the browser's own, with how many figures each choice leads to.
//
// Choices without a figure stand last, under the reason why, and cannot be chosen.

import { element } from "./element.js";

export class Menu {
  constructor(parameter, take) {
    this.word = element("span");
    this.list = element("select");
    this.list.dataset.bound = parameter;
    this.root = element("label", { className: "figure-menu" }, [this.word, this.list]);
    this.list.addEventListener("change", () => take([this.list.value]));
  }

  // groups: [reason, [[code, name, number], ...]]; the first one has no reason, and is of what can be chosen.
  show({ label, groups, chosen }) {
    const content = JSON.stringify([label, groups]);
    if (content !== this.content) {
      this.content = content;
      this.word.textContent = label;
      this.list.replaceChildren(...groups.flatMap(([reason, choices]) => group(reason, choices)));
    }
    this.list.value = chosen;
  }
}

function group(reason, choices) {
  const made = choices.map(([value, name, number]) => element("option", {
    value, textContent: number ? `${name} · ${number}` : name, disabled: Boolean(reason),
  }));
  return reason ? [element("optgroup", { label: reason }, made)] : made;
}
