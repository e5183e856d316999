"""How does it look? Answer in, plotly figure and text alternative out."""

from charts.drawing import Drawing
from charts.line import line_chart
from charts.theme import Look

__all__ = ["Drawing", "Look", "line_chart"]
