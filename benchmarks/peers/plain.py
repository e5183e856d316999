"""Plain HTML with plotly.js: every count is in the page, filters redraw in the browser, no server computes.

`python -m benchmarks.peers.plain PORT` serves it, compressed and cached as any host of files does. Places
are lines over one another; at `/?panels` each has a panel of its own, as in our figure.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket
from socketserver import BaseServer
from typing import Final

import brotli

from app_pages.assets.assets import FOLDER
from benchmarks.peers.counts import series_by_place

PAGE: Final = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Killed</title>
<h1>Killed</h1><p id="number">{latest:,.0f}</p>
<div id="places"></div><select data-bound="from"></select><div id="chart"></div>
<script src="plotly.min.js"></script>
<script>
const series = {series};
const panels = location.search === "?panels";
const chosen = new Set(["MM"]);
const from = document.querySelector("select");
for (const day of ["2021-02-01", "2022-01-01", "2023-01-01"]) from.add(new Option(day, day));
const grid = () => {{
  const layout = {{ grid: {{ rows: Math.ceil(chosen.size / 2), columns: Math.min(chosen.size, 2) }} }};
  layout.grid.pattern = "independent";
  for (let at = 2; at <= chosen.size; at += 1) {{
    [layout[`xaxis${{at}}`], layout[`yaxis${{at}}`]] = [{{ matches: "x" }}, {{ matches: "y" }}];
  }}
  return layout;
}};
const draw = () => Plotly.react("chart", [...chosen].map((place, at) => {{
  const [days, values] = series[place];
  const kept = days.map((day, at) => at).filter((at) => days[at] >= from.value);
  const [x, y] = [kept.map((at) => days[at]), kept.map((at) => values[at])];
  const axes = panels && at ? {{ xaxis: `x${{at + 1}}`, yaxis: `y${{at + 1}}` }} : {{}};
  return {{ name: place, mode: "lines+markers", x, y, ...axes }};
}}), {{ height: 500, ...(panels ? grid() : {{}}) }}, {{ responsive: true }});
for (const place of Object.keys(series)) {{
  const button = document.createElement("button");
  button.textContent = button.dataset.place = place;
  button.onclick = () => {{ if (!chosen.delete(place)) chosen.add(place); draw(); }};
  document.querySelector("#places").append(button);
}}
from.onchange = draw;
draw();
</script>"""
Files = dict[str, tuple[str, bytes]]


def files() -> Files:
    """Type and compressed content of the page and its script, by path."""
    series = series_by_place()
    page = PAGE.format(series=json.dumps(series), latest=series["MM"][1][-1]).encode()
    script = (FOLDER / "plotly.min.js").read_bytes()
    return {
        "/": ("text/html", brotli.compress(page)),
        "/plotly.min.js": ("text/javascript", brotli.compress(script)),
    }


class Handler(BaseHTTPRequestHandler):
    """Sends files as they lie ready."""

    protocol_version = "HTTP/1.1"

    def __init__(
        self, request: socket, client_address: tuple[str, int], server: BaseServer, *, files: Files
    ) -> None:
        self.files = files
        super().__init__(request, client_address, server)

    def do_GET(self) -> None:
        """The file at the path, whatever is asked behind it."""
        path = self.path.partition("?")[0]
        kind, body = self.files.get(path, ("text/plain", b""))
        self.send_response(200 if path in self.files else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if body:
            self.send_header("Content-Encoding", "br")
            self.send_header("Cache-Control", "no-cache" if path == "/" else "max-age=31536000, immutable")
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    serve = partial(Handler, files=files())
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), serve).serve_forever()
