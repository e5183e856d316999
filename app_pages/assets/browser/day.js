// The field for a day: the browser's own, and, where a page stands on a past day, the way back to today.
//
// day_field.py says what `data` holds. Streamlit's field for a day brings 90 kB of scripts with it.

import { decoded, element } from "./element.js";

const AT_REST = 600; // milliseconds without a key: a day that is typed passes through others

// The same field at every rerun: a new one would lose the focus of the keyboard.
const fields = new WeakMap();

export function day({ parentElement, data, setTriggerValue }) {
  if (!fields.has(parentElement)) fields.set(parentElement, new DayField(parentElement));
  fields.get(parentElement).show(decoded(data), setTriggerValue);
}

class DayField {
  constructor(parentElement) {
    this.name = element("span");
    this.field = element("input", { type: "date" });
    this.stands = element("p", { role: "status" });
    this.refusal = element("p", { role: "alert", hidden: true });
    this.back = element("button", { type: "button" });
    const label = element("label", {}, [this.name, this.field]);
    this.offered = element("div", { className: "day-offered" });
    this.inner = element("div", { className: "day-inner" }, [this.offered, label, this.refusal]);
    this.summary = element("summary");
    this.folded = element("details", { className: "day-folded" }, [this.summary]);
    this.box = element("div", {}, [this.folded, this.stands, this.back]);
    this.typed = false;
    this.pause = null;
    this.field.addEventListener("keydown", () => { this.typed = true; });
    this.field.addEventListener("pointerdown", () => { this.typed = false; });
    this.field.addEventListener("change", () => this.changed());
    this.back.addEventListener("click", () => this.send("latest", true));
    parentElement.replaceChildren(this.box);
  }

  show({ label, day, first, last, stands, too_late, latest, summary, offered }, send) {
    this.tooLate = too_late;
    this.day = day;
    this.send = send;
    this.name.textContent = label;
    this.fold(summary, offered);
    Object.assign(this.field, { min: first, max: last });
    if (this.pause === null) this.field.value = day; // else the reader is typing another
    if (!stands && document.activeElement === this.back) (summary ? this.summary : this.field).focus();
    this.box.className = stands ? "day-field past" : "day-field";
    this.stands.textContent = stands;
    this.back.textContent = latest;
    this.stands.hidden = this.back.hidden = !stands;
  }

  // Behind a line of words where there is one, with a button for each day that is offered. What stands there
  // already stays: whoever moves a field takes the keyboard's focus from it.
  fold(summary, offered) {
    const home = summary ? this.folded : this.box;
    if (this.inner.parentElement !== home) home.append(this.inner);
    this.summary.textContent = summary;
    this.folded.hidden = !summary;
    if (JSON.stringify(offered) !== this.shownDays) this.offer(offered);
    for (const button of this.offered.children) {
      button.setAttribute("aria-pressed", String(button.value === this.day));
    }
  }

  offer(offered) {
    this.shownDays = JSON.stringify(offered);
    this.offered.replaceChildren(...offered.map(([value, textContent]) => {
      const button = element("button", { type: "button", value, textContent });
      button.addEventListener("click", () => this.send("day", value));
      return button;
    }));
  }

  changed() {
    clearTimeout(this.pause);
    this.pause = null;
    if (this.typed) this.pause = setTimeout(() => this.take(), AT_REST);
    else this.take();
  }

  take() {
    this.pause = null;
    const { value, validity } = this.field;
    this.refusal.textContent = validity.rangeOverflow ? this.tooLate : "";
    this.refusal.hidden = !validity.rangeOverflow;
    if (validity.valid && value !== this.day) this.send("day", value);
  }
}
