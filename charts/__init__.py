"""How does it look? Answer in, plotly figure and text alternative out; and the same without a browser."""

from charts.canvas.drawing import Drawing
from charts.canvas.theme import Look
from charts.compared.amnesty_bars import amnesty_chart
from charts.compared.organisation_lines import side_by_side
from charts.compared.revised import revised
from charts.compared.years_beside import years_beside
from charts.drawing.schemes import dark_colours
from charts.drawing.static_drawing import StaticDrawing, static_drawing
from charts.drawing.svg import svg, svg_of_marks
from charts.over_time.bars import SeveralSeriesError, bar_chart
from charts.over_time.choosing import draw
from charts.over_time.line import line_chart
from charts.over_time.multiples import small_multiples
from charts.over_time.sparkline import sparkline
from charts.regions.counts_by_place import OneMetricError
from charts.regions.ranking import ranking
from charts.regions.region_map import NoBoundariesError, region_map
from charts.series.drawn_series import DrawnSeries, series_of

__all__ = [
    "Drawing",
    "DrawnSeries",
    "Look",
    "NoBoundariesError",
    "OneMetricError",
    "SeveralSeriesError",
    "StaticDrawing",
    "amnesty_chart",
    "bar_chart",
    "dark_colours",
    "draw",
    "line_chart",
    "ranking",
    "region_map",
    "revised",
    "series_of",
    "side_by_side",
    "small_multiples",
    "sparkline",
    "static_drawing",
    "svg",
    "svg_of_marks",
    "years_beside",
]
