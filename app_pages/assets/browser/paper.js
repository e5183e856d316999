// On paper a figure of the dark scheme has the colours of the light one: near-white marks would not be seen.

const PARTS = "svg [style], svg [fill], svg [stroke]";
const ATTRIBUTES = ["style", "fill", "stroke"];

// `colours` are pairs, a colour of the dark scheme with that of the light one. What is returned undoes it.
export function lightened(root, colours) {
  const light = new Map(colours.flatMap(([dark, other]) => [[dark, other], [rgb(dark), other]]));
  const pattern = new RegExp([...light.keys()].map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "g");
  const before = [];
  for (const part of colours.length ? root.querySelectorAll(PARTS) : []) {
    for (const name of ATTRIBUTES) {
      const value = part.getAttribute(name);
      const changed = value?.replace(pattern, (dark) => light.get(dark));
      if (changed !== value) {
        before.push([part, name, value]);
        part.setAttribute(name, changed);
      }
    }
  }
  return () => before.forEach(([part, name, value]) => part.setAttribute(name, value));
}

// As browsers write `#rrggbb`; any other way of writing stays.
function rgb(colour) {
  const found = /^#(..)(..)(..)$/.exec(colour);
  return found ? `rgb(${found.slice(1).map((part) => parseInt(part, 16)).join(", ")})` : colour;
}
