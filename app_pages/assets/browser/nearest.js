// A pointer anywhere in a plot is answered by the mark that is nearest to it, as the eye takes it: of an upright
// bar and of a point in time the one below or above, of a lying bar the one beside.
//
// Maps, and the strip of events above a plot, answer by what lies under the pointer: that is Plotly's own way.

const ACROSS = 0.2; // how much a pixel weighs that is not along the axis on which marks are told apart

export function nearest(plot, marks, { clientX, clientY }) {
  const box = plot.getBoundingClientRect();
  const [left, top] = [clientX - box.left, clientY - box.top];
  const area = areas(plot).find((one) => left >= one.left && left <= one.right && top >= one.top && top <= one.bottom);
  if (!area) return null;
  const isLying = plot.data.some(({ orientation }) => orientation === "h");
  const [x, y] = isLying ? [ACROSS, 1] : [1, ACROSS];
  const far = (mark) => x * Math.abs(mark.left - left) + y * Math.abs(mark.top - top);
  return marks.filter(({ subplot }) => subplot === area.subplot)
    .reduce((best, mark) => (!best || far(mark) < far(best) ? mark : best), null);
}

function areas(plot) {
  return Object.entries(plot._fullLayout._plots).map(([subplot, { xaxis, yaxis }]) => ({
    subplot,
    left: xaxis._offset,
    right: xaxis._offset + xaxis._length,
    top: yaxis._offset,
    bottom: yaxis._offset + yaxis._length,
  }));
}

export function isMap(plot) {
  return (plot.data ?? []).some(({ hoveron }) => hoveron === "fills");
}
