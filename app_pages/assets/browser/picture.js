// A figure as a picture: on white, with title, legend, source and days within it, at one size for all screens.
//
// The plot is Plotly's own picture of the wide figure; the texts around it are set here.

import { HEIGHT, strokes, WIDTH } from "./key.js";

const PIXELS = 900; // the picture's width, before it is doubled
const PIXELS_OF_COLUMN = 640; // of a map, and of what else is drawn for a column
const COLUMN = 600; // a figure that needs less than this is drawn for one
const SCALE = 2;
const EDGE = 24;
const INK = "#1f2430";
const FAINT = "#565e6c";
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Myanmar", Arial, sans-serif';
const AS = {
  title: { font: `bold 24px ${FONT}`, line: 31, colour: INK, after: 4 },
  subtitle: { font: `16px ${FONT}`, line: 22, colour: FAINT, after: 10 },
  axis: { font: `14px ${FONT}`, line: 19, colour: FAINT, after: 4 },
  note: { font: `14px ${FONT}`, line: 19, colour: INK, after: 6 },
  credit: { font: `12px ${FONT}`, line: 16, colour: FAINT, after: 0 },
};
const ABOVE = ["title", "subtitle", "key", "axis"];
const BELOW = ["note", "credit"];

// `colours` are pairs, a colour of the dark scheme with that of the light one; none where it is light already.
export async function savePicture(Plotly, figure, { texts, entries, colours, fileName, least }) {
  const width = least < COLUMN ? PIXELS_OF_COLUMN : PIXELS;
  const inner = width - 2 * EDGE;
  const { data, layout } = inLight(figure, colours);
  const plot = await image(await Plotly.toImage(
    { data, layout: { ...layout, width: inner } },
    { format: "png", width: inner, height: layout.height, scale: SCALE },
  ));
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  const key = JSON.parse(changed(JSON.stringify(entries), colours));
  const block = (name) => (name === "key" ? legend(pen, key, inner) : text(pen, name, plain(texts[name]), inner));
  const drawn = { height: layout.height, draw: (top) => pen.drawImage(plot, EDGE, top, inner, layout.height) };
  const parts = [...ABOVE.map(block), drawn, ...BELOW.map(block)].filter(Boolean);
  const height = parts.reduce((sum, part) => sum + part.height, 2 * EDGE);
  Object.assign(canvas, { width: width * SCALE, height: Math.ceil(height * SCALE) });
  pen.scale(SCALE, SCALE);
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, width, height);
  let top = EDGE;
  for (const part of parts) {
    part.draw(top);
    top += part.height;
  }
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  download(blob, fileName);
}

// Colours of the dark scheme become those of the light one; shades of a map say theirs themselves.
function inLight(figure, colours) {
  const { data, layout } = JSON.parse(changed(JSON.stringify({ data: figure.data, layout: figure.layout }), colours));
  return { layout, data: colours.length ? data.map((trace) => ({ ...trace, ...trace.meta?.light })) : data };
}

function changed(json, colours) {
  if (!colours.length) return json;
  const light = new Map(colours);
  const all = colours.map(([dark]) => dark.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return json.replace(new RegExp(all, "g"), (dark) => light.get(dark));
}

// Numbers that lead to cards are letters here.
const plain = (parts) => [parts].flat().map((part) => part.text ?? part).join("");

function text(pen, name, words, inner) {
  if (!words) return null;
  const { font, line, colour, after } = AS[name];
  pen.font = font;
  const lines = wrapped(pen, words, inner);
  return {
    height: lines.length * line + after,
    draw(top) {
      Object.assign(pen, { font, fillStyle: colour, textBaseline: "alphabetic" });
      lines.forEach((one, at) => pen.fillText(one, EDGE, top + (at + 0.8) * line));
    },
  };
}

function wrapped(pen, words, width) {
  const lines = [""];
  for (const word of words.split(/\s+/)) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (pen.measureText(longer).width <= width || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function legend(pen, entries, inner) {
  if (!entries.length) return null;
  const row = HEIGHT + 8;
  pen.font = AS.axis.font;
  let [left, at] = [EDGE, 0];
  const places = entries.map((entry) => {
    const width = WIDTH + 6 + pen.measureText(entry.words).width + 18;
    if (left > EDGE && left + width > EDGE + inner) [left, at] = [EDGE, at + 1];
    const place = { entry, left, at };
    left += width;
    return place;
  });
  return {
    height: (at + 1) * row + 6,
    draw(top) {
      for (const one of places) drawEntry(pen, one.entry, one.left, top + one.at * row + row / 2);
    },
  };
}

function drawEntry(pen, entry, left, middle) {
  pen.save();
  pen.translate(left + WIDTH / 2, middle);
  for (const { d, fill, stroke, width, dash } of strokes(entry)) {
    const path = new Path2D(d);
    pen.setLineDash(dash ? dash.split(" ").map(Number) : []);
    if (fill !== "none") {
      pen.fillStyle = fill;
      pen.fill(path);
    }
    Object.assign(pen, { strokeStyle: stroke, lineWidth: width });
    pen.stroke(path);
  }
  pen.restore();
  Object.assign(pen, { font: AS.axis.font, fillStyle: INK, textBaseline: "middle" });
  pen.fillText(entry.words, left + WIDTH + 6, middle);
}

function image(address) {
  return new Promise((resolve, reject) => {
    const made = new Image();
    made.onload = () => resolve(made);
    made.onerror = reject;
    made.src = address;
  });
}

function download(blob, fileName) {
  const link = Object.assign(document.createElement("a"), {
    href: URL.createObjectURL(blob), download: `${fileName}.png`,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
