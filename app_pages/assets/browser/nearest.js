// Bars answer to a pointer anywhere in their plot, not only on the bar itself: the nearest one is shown.
//
// Of points Plotly does so by itself (`hoverdistance` in charts/canvas/theme.py); of bars it does not.

export function nearestBar(plot, marks, { clientX, clientY }) {
  const box = plot.getBoundingClientRect();
  const [left, top] = [clientX - box.left, clientY - box.top];
  const areas = Object.entries(plot._fullLayout._plots).map(([subplot, { xaxis, yaxis }]) => (
    { subplot, left: xaxis._offset, right: xaxis._offset + xaxis._length, top: yaxis._offset, bottom: yaxis._offset + yaxis._length }));
  const area = areas.find((one) => left >= one.left && left <= one.right && top >= one.top && top <= one.bottom);
  if (!area) return null;
  const isLying = hasBars(plot, "h");
  const inside = marks.filter((mark) => mark.subplot === area.subplot);
  const far = (mark) => (isLying ? Math.abs(mark.top - top) : Math.abs(mark.left - left));
  return inside.reduce((best, mark) => (!best || far(mark) < far(best) ? mark : best), null);
}

// Whether the figure is one of bars that are drawn, upright or lying.
export function hasBars(plot, orientation) {
  return (plot.data ?? []).some((trace) => trace.type === "bar" && trace.hovertext
    && (!orientation || (trace.orientation ?? "v") === orientation));
}
