"""How does it look? Answer in, plotly figure and text alternative out."""

from charts.amnesties import amnesty_chart
from charts.bars import SeveralSeriesError, bar_chart
from charts.choosing import draw
from charts.drawing import Drawing
from charts.line import line_chart
from charts.multiples import small_multiples
from charts.ranking import ranking
from charts.region_map import NoBoundariesError, region_map
from charts.regions import OneMetricError
from charts.revised import revised
from charts.side_by_side import side_by_side
from charts.sparkline import sparkline
from charts.theme import Look
from charts.years_beside import years_beside

__all__ = [
    "Drawing",
    "Look",
    "NoBoundariesError",
    "OneMetricError",
    "SeveralSeriesError",
    "amnesty_chart",
    "bar_chart",
    "draw",
    "line_chart",
    "ranking",
    "region_map",
    "revised",
    "side_by_side",
    "small_multiples",
    "sparkline",
    "years_beside",
]
