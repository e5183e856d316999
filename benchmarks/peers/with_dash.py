"""The page in Dash, as its tutorials write it: a callback builds the figure in Python at every change.

`python -m benchmarks.peers.with_dash PORT` serves it.
"""

from __future__ import annotations

import sys

import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html

from benchmarks.peers.counts import series_by_place

STARTS = ("2021-02-01", "2022-01-01", "2023-01-01")


def app() -> Dash:
    """Headline number, places, start of the period, line chart."""
    series = series_by_place()
    made = Dash(__name__, serve_locally=True)
    made.layout = html.Div(
        [
            html.H1("Killed"),
            html.P(f"{series['MM'][1][-1]:,.0f}", id="number"),
            dcc.Checklist(list(series), ["MM"], id="places"),
            dcc.RadioItems(list(STARTS), STARTS[0], id="from"),
            dcc.Graph(id="chart"),
        ]
    )

    @made.callback(Output("chart", "figure"), Input("places", "value"), Input("from", "value"))
    def draw(places: list[str], start: str) -> go.Figure:
        figure = go.Figure(layout={"height": 500})
        for place in places:
            days, values = series[place]
            kept = [at for at, day in enumerate(days) if day >= start]
            x, y = [days[at] for at in kept], [values[at] for at in kept]
            figure.add_scatter(name=place, mode="lines+markers", x=x, y=y)
        return figure

    return made


if __name__ == "__main__":
    app().run(port=int(sys.argv[1]))
