// The marks of a drawn figure that stand for a row: found by pointer, walked through by arrow keys.
//
// Plotly has no keyboard, and its SVG says nothing to a screen reader: here a mark that is reached
// shows its label, and a screen reader reads its words.

const STEPS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

export class Marks {
  constructor(plot, announce) {
    this.plot = plot;
    this.announce = announce;
    this.found = null;
    this.current = null;
  }

  // A figure was drawn: what was found in the one before it is of no use.
  drawn(Plotly) {
    this.Plotly = Plotly;
    this.current = this.found = null;
  }

  // Its marks, series by series, each from left to right: looked for when a key is pressed, not at every
  // drawing, which would come to the screen later for it.
  get all() {
    this.found ??= (this.plot.data ?? []).flatMap((trace, curve) => marksOf(trace, curve))
      .map((mark) => ({ ...mark, ...this.placeOnScreen(mark) }));
    return this.found;
  }

  // The row and place that a point of one of Plotly's events stands for.
  of(point) {
    const meta = point.data.meta ?? {};
    return { row: point.customdata ?? meta.row ?? null, place: point.id ?? meta.place ?? null };
  }

  // Go to the next mark in the direction of an arrow key, and announce it; false for any other key.
  move(key) {
    if (key === "Escape") this.leave();
    if (!(key in STEPS) || !this.all.length) return false;
    const next = this.current ? this.next(...STEPS[key]) : this.all[0];
    if (next) this.go(next);
    return true;
  }

  // Sideways along the series; up and down to the nearest mark of another one. On a map, which is one series,
  // up and down are directions like left and right; among bars that lie they lead from line to line.
  next(right, down) {
    const { left, top, series } = this.current;
    const isAlone = this.all.every((mark) => mark.series === series);
    const isOverTime = this.plot._fullLayout.xaxis.type === "date";
    const isOfLines = this.plot.data.some(({ orientation }) => orientation === "h");
    const ahead = this.all.filter((mark) => right
      ? mark.series === series && (mark.left - left) * right > 0
      : (mark.series !== series || isOfLines || (isAlone && !isOverTime)) && (mark.top - top) * down > 0);
    const far = (mark) => right
      ? Math.abs(mark.left - left) + Math.abs(mark.top - top) / 1e6
      : Math.abs(mark.top - top) + (isOfLines ? 1e-6 : 4) * Math.abs(mark.left - left);
    return ahead.reduce((best, mark) => (!best || far(mark) < far(best) ? mark : best), null);
  }

  go(mark) {
    this.current = mark;
    this.show(mark);
    this.announce(mark.words);
  }

  // The label of a mark, as if the pointer were on it.
  show(mark) {
    const point = { curveNumber: mark.curve, pointNumber: mark.number };
    this.Plotly.Fx.hover(this.plot, [point], mark.subplot);
  }

  leave() {
    this.current = null;
    this.Plotly?.Fx.unhover(this.plot);
    this.announce("");
  }

  placeOnScreen({ x, y, subplot }) {
    const { xaxis, yaxis } = this.plot._fullLayout._plots[subplot];
    return { left: xaxis._offset + xaxis.d2p(x), top: yaxis._offset + yaxis.d2p(y) };
  }
}

function marksOf(trace, curve) {
  const labels = trace.hovertext ? trace.customdata ?? [] : [];
  const { metric = "", place = "" } = trace.meta ?? {};
  return labels.flatMap((row, number) => row === null ? [] : [{
    row,
    curve,
    number,
    place: trace.ids?.[number] ?? (place || null),
    series: `${metric} ${place}`,
    subplot: `${trace.xaxis ?? "x"}${trace.yaxis ?? "y"}`,
    x: trace.x[number],
    y: trace.y[number],
    words: plainText(trace.hovertext[number]),
  }]);
}

// What a label says, without its markup. A parsed document runs no script and loads nothing.
function plainText(label) {
  const parsed = new DOMParser().parseFromString(label.replaceAll("<br>", ", "), "text/html");
  return parsed.body.textContent;
}
