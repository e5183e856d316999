"""Plain HTML with plotly.js: every count is in the page, filters redraw in the browser, no server computes.

`python -m benchmarks.peers.plain PORT` serves it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

from app_pages.platform.assets import FOLDER
from benchmarks.peers.counts import series_by_place

PAGE: Final = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Killed</title>
<h1>Killed</h1><p id="number">{latest:,.0f}</p>
<div id="places"></div><select data-bound="from"></select><div id="chart"></div>
<script src="plotly.min.js"></script>
<script>
const series = {series};
const chosen = new Set(["MM"]);
const from = document.querySelector("select");
for (const day of ["2021-02-01", "2022-01-01", "2023-01-01"]) from.add(new Option(day, day));
const draw = () => Plotly.react("chart", [...chosen].map((place) => {{
  const [days, values] = series[place];
  const kept = days.map((day, at) => at).filter((at) => days[at] >= from.value);
  const [x, y] = [kept.map((at) => days[at]), kept.map((at) => values[at])];
  return {{ name: place, mode: "lines+markers", x, y }};
}}), {{ height: 500 }}, {{ responsive: true }});
for (const place of Object.keys(series)) {{
  const button = document.createElement("button");
  button.textContent = button.dataset.place = place;
  button.onclick = () => {{ if (!chosen.delete(place)) chosen.add(place); draw(); }};
  document.querySelector("#places").append(button);
}}
from.onchange = draw;
draw();
</script>"""


def write(folder: Path) -> None:
    """Page and script, ready to be served as files."""
    series = series_by_place()
    page = PAGE.format(series=json.dumps(series), latest=series["MM"][1][-1])
    (folder / "index.html").write_text(page, encoding="utf-8")
    (folder / "plotly.min.js").write_bytes((FOLDER / "plotly.min.js").read_bytes())


def main() -> None:
    """Serve the page until the process is stopped."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder))
        handler = partial(SimpleHTTPRequestHandler, directory=folder)
        ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), handler).serve_forever()


if __name__ == "__main__":
    main()
