// The day of knowledge on which a page stands: the browser's own field for a day, and the way back to today.
//
// clock.py says what `data` holds. Streamlit's field for a day brings 90 kB of scripts with it.

import { element, told } from "./element.js";

const AT_REST = 600; // milliseconds without a key: a day that is typed passes through others

export function clock({ parentElement, data, setTriggerValue }) {
  const { label, day, first, last, stands, today } = told(data);
  const field = element("input", { type: "date", value: day, min: first, max: last });
  const send = (chosen) => { if (chosen !== day) setTriggerValue("day", chosen); };
  let typed = false;
  let pause;
  field.addEventListener("keydown", () => { typed = true; });
  field.addEventListener("pointerdown", () => { typed = false; });
  field.addEventListener("change", () => {
    clearTimeout(pause);
    const take = () => { if (field.validity.valid) send(field.value); };
    if (typed) pause = setTimeout(take, AT_REST);
    else take();
  });
  const shown = [element("label", {}, [element("span", { textContent: label }), field])];
  if (stands) {
    const back = element("button", { type: "button", textContent: today });
    back.addEventListener("click", () => send(""));
    shown.push(element("p", { textContent: stands, role: "status" }), back);
  }
  parentElement.replaceChildren(element("div", { className: stands ? "clock past" : "clock" }, shown));
}
