// A figure of some places and a part of the time, selected from the marks of all of them.
//
// `whole` is what charts/over_time/whole.py writes. Marks and layouts are taken from it as they are: rows are left
// out, none is changed, and no number is computed. Title, subtitle and credit speak of other rows than
// those that are left, so only the title's unchanging part is kept until the server's figure is there.

// The figure, and the labels of its rows by series; null where the server alone can draw it.
export function selected(whole, { places, from, to }, updating = "") {
  const chosen = whole.metrics.flatMap((metric) => places.map((place) => `${metric} ${place}`));
  if (chosen.some((name) => !(name in whole.series))) return null;
  const series = chosen
    .map((name) => ({ name, ...within(whole.series[name], from, to) }))
    .filter((one) => one.rows.size);
  if (!series.length) return null;
  const figure = series.length > 1 ? panels(whole, series) : alone(whole, series[0]);
  if (!figure) return null;
  for (const name of Object.keys(figure.layout)) {
    if (/^xaxis\d*$/.test(name)) figure.layout[name].range = edges(figure.layout[name].range, from, to);
  }
  return { ...figure, texts: texts(whole, figure, updating), rows: Object.fromEntries(series.map((one) => [one.name, [...one.rows]])) };
}

// What is said around it; the legend only of marks that are left.
function texts(whole, { data, layout }, updating) {
  const roles = new Set([...data.map(({ meta }) => meta?.role), ...layout.shapes.map(({ name }) => name)]);
  const key = whole.key.filter(({ role }) => roles.has(role));
  const kinds = new Set(data.map(({ meta }) => meta?.kind));
  const toggles = whole.toggles.filter(({ kind }) => kinds.has(kind));
  return { title: whole.title, subtitle: "", axis: whole.axis, note: "", credit: updating, key, toggles };
}

// The series with those of its rows that lie within the time, and those of its marks that stand for them.
function within(one, from, to) {
  const inside = (first, last) => from <= first && (to === "latest" || last <= to); // ISO days
  const rows = new Set(one.rows.filter(([, first, last]) => inside(first, last)).map(([label]) => label));
  const traces = one.traces.map((trace) => {
    const stays = trace.x.map((day, at) => trace.customdata
      ? trace.customdata[at] === null || rows.has(trace.customdata[at])
      : day === null || inside(day.slice(0, 10), day.slice(0, 10)));
    return filtered(trace, stays);
  });
  return { ...one, rows, traces };
}

// The same object with only those entries of its lists that stay; lists of other lengths are no points.
function filtered(value, stays) {
  if (Array.isArray(value)) return value.length === stays.length ? value.filter((_, at) => stays[at]) : value;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, filtered(part, stays)]));
}

function alone(whole, { traces, shapes }) {
  const layout = structuredClone(whole.alone);
  layout.shapes = [...layout.shapes, ...shapes.filter(({ x0 }) => !layout.shapes.some((one) => one.x0 === x0))];
  return { data: [...traces, ...whole.event_strip], layout };
}

// Every series takes the axes of the next panel; the panel takes its name.
function panels(whole, series) {
  const frame = whole.panels[series.length];
  if (!frame) return null;
  const layout = structuredClone(frame.layout);
  const titles = layout.annotations.filter((note) => note.name === "panel");
  const data = series.flatMap(({ names: written, traces, shapes }, at) => {
    const number = at ? at + 1 : "";
    titles[at].text = written[frame.columns];
    layout.shapes.push(...shapes.map((shape) => (
      { ...shape, xref: `x${number}`, yref: `y${number} domain` })));
    return traces.map((trace) => ({ ...trace, xaxis: `x${number}`, yaxis: `y${number}` }));
  });
  return { data, layout };
}

// The ends of the time axis: those of the whole, unless the choice lies within them.
function edges([start, end], from, to) {
  return [from > start ? from : start, to !== "latest" && to < end ? to : end];
}
