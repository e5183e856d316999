// The legend: signs with their words, as text of the page.

import { element } from "./element.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 28; // of a sign, and of the room for it
const HEIGHT = 16;
// Around 0,0. Names as in Plotly; those that are lines have no inside.
const SHAPES = {
  circle: "M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0Z",
  square: "M-5,-5H5V5H-5Z",
  diamond: "M0,-6L6,0L0,6L-6,0Z",
  star: "M0,-7L1.7,-2.2L6.7,-2.2L2.7,0.9L4.1,5.7L0,2.8L-4.1,5.7L-2.7,0.9L-6.7,-2.2L-1.7,-2.2Z",
  "triangle-up": "M0,-6L6,5H-6Z",
  "triangle-down": "M0,6L6,-5H-6Z",
};
const LINES = {
  line: "M-12,0H12",
  x: "M-5,-5L5,5M-5,5L5,-5",
  "x-thin": "M-4,-4L4,4M-4,4L4,-4",
  "line-ew": "M-8,0H8M-8,-4V4M8,-4V4",
};
const BOX = "M-9,-6H9V6H-9Z";
const HATCHES = {
  "/": "M-9,3L0,-6M-6,6L6,-6M0,6L9,-3",
  "|": "M-5,-6V6M0,-6V6M5,-6V6",
  "-": "M-9,-2H9M-9,2H9",
  "+": "M-4,-6V6M4,-6V6M-9,0H9",
  x: "M-9,3L0,-6M-6,6L6,-6M0,6L9,-3M9,3L0,-6M6,6L-6,-6M0,6L-9,-3",
  ".": "M-5,-2h1M-1,-2h1M3,-2h1M-3,2h1M1,2h1M5,2h1",
};

// The strokes of a sign: { d, fill, stroke, width, dash }.
function strokes({ shape, colour, outline, dash, pattern }) {
  if (shape === "bar") {
    const box = { d: BOX, stroke: outline || colour, width: 1.5, fill: pattern ? "none" : colour };
    return pattern ? [box, { d: HATCHES[pattern] ?? "", stroke: colour, width: 1.2, fill: "none" }] : [box];
  }
  const name = shape.replace("-open", "");
  if (name in LINES) return [{ d: LINES[name], stroke: colour, width: 2, fill: "none", dash: dash ? "5 3" : "" }];
  const isOpen = shape.endsWith("-open");
  return [{ d: SHAPES[name] ?? SHAPES.circle, stroke: colour, width: isOpen ? 2 : 1, fill: isOpen ? "none" : colour }];
}

export function sign(entry) {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("viewBox", `${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}`);
  drawn.setAttribute("width", WIDTH);
  drawn.setAttribute("height", HEIGHT);
  drawn.setAttribute("aria-hidden", "true");
  for (const { d, fill, stroke, width, dash } of strokes(entry)) {
    const path = document.createElementNS(SVG, "path");
    const properties = { d, fill, stroke, "stroke-width": width, "stroke-dasharray": dash ?? "" };
    Object.entries(properties).forEach(([name, value]) => path.setAttribute(name, value));
    drawn.append(path);
  }
  return drawn;
}

// One entry of the legend, as an item of a list.
export function keyItem(entry) {
  return element("li", {}, [sign(entry), element("span", { textContent: entry.words })]);
}
