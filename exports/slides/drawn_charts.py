"""Native charts on a slide: drawn by the program that shows them, from the table within them."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from lxml import etree
from pptx.chart.chart import Chart
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.oxml.ns import qn
from pptx.slide import Slide as PptxSlide
from pptx.util import Pt

from charts import Look
from exports.slides.chart_table import COUNT, RATE, ChartTable
from exports.slides.letters import set_letters
from exports.slides.slide import NativeChart
from exports.slides.template import colour
from exports.slides.text_fit import clean

LETTERS: Final = 16
LETTERS_OF_MANY: Final = 14  # where a list is long, or columns are many
MANY: Final = 9
TYPES: Final = {
    "lines": XL_CHART_TYPE.LINE_MARKERS,
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
}
MANY_POINTS: Final = 60
TICKS: Final = 7  # days that are named on an axis
DAYS_OF_A_MONTH: Final = 30.4
ROOM_AT_THE_END: Final = 0.09  # of the time shown, for half of the label of the newest figure
EXCEL_DAY_0: Final = date(1899, 12, 30)
SIGNS: Final = {
    "exact": XL_MARKER_STYLE.CIRCLE,
    "calculated": XL_MARKER_STYLE.SQUARE,
    "inexact": XL_MARKER_STYLE.DIAMOND,
}
GRID: Final = "DDE0E4"
GAP: Final = 45  # percent of a bar's width
GAP_OF_FEW: Final = 250
FEW: Final = 3
ROOM_FOR_LABELS: Final = 1.3  # of the highest value, where labels stand at the ends of bars
Box = tuple[float, float, float, float]


def draw_chart(slide: PptxSlide, chart: NativeChart, *, box: Box, day: date, title: str) -> Any:
    """The chart in a box of points; `day` is that of its table. Returns its frame."""
    x, y, wide, high = map(Pt, box)
    shapes: Any = slide.shapes
    frame = shapes.add_chart(TYPES[chart.kind], x, y, wide, high, ChartTable(chart, day=day))
    words = frame._element.nvGraphicFramePr.cNvPr
    words.set("descr", "\n".join(clean(line) for line in chart.alt.split("\n\n")))
    words.set("title", clean(title))
    drawn = frame.chart
    drawn.has_title = False
    _set_letters(drawn, chart)
    _draw_axes(drawn, chart)
    _draw_legend(drawn, chart)
    if chart.kind == "lines":
        _draw_lines(drawn, chart)
    else:
        _draw_bars(drawn, chart)
    _label(drawn, chart)
    return frame


def _size(chart: NativeChart) -> int:
    return LETTERS_OF_MANY if chart.kind != "lines" and len(chart.categories) > MANY else LETTERS


def _set_letters(drawn: Chart, chart: NativeChart) -> None:
    drawn.font.size = Pt(_size(chart))
    drawn.font.color.rgb = _rgb(Look().tokens.text)
    names = " ".join([*(str(one) for one in chart.categories), *(one.name for one in chart.series)])
    set_letters(drawn.font._rPr, names)


def _draw_axes(drawn: Chart, chart: NativeChart) -> None:
    tokens = Look().tokens
    times, values = drawn.category_axis, drawn.value_axis
    times.format.line.color.rgb = _rgb(tokens.axis)
    times.has_major_gridlines = False
    times.major_tick_mark = XL_TICK_MARK.OUTSIDE if chart.kind == "lines" else XL_TICK_MARK.NONE
    times.tick_label_position = XL_TICK_LABEL_POSITION.LOW  # below columns that go down
    values.format.line.fill.background()
    values.major_tick_mark = XL_TICK_MARK.NONE
    values.tick_labels.number_format = RATE if chart.is_rate else COUNT
    values.tick_labels.number_format_is_linked = False
    found = [value for series in chart.series for value in series.values if value is not None]
    if min(found) >= 0:
        values.minimum_scale = 0
    if chart.kind == "lines":
        _draw_days(times, chart)
    if chart.kind == "bars":
        times.reverse_order = True
        _name_every(times, chart)
        # The labels at the ends are no part of the scale, and need room beside the longest bar.
        values.maximum_scale = (chart.highest or max(found)) * ROOM_FOR_LABELS or 1
    has_labels = len(chart.labels) == len(found)
    is_labelled = chart.kind != "lines" and has_labels
    values.visible = not is_labelled
    values.has_major_gridlines = not is_labelled
    if values.has_major_gridlines:
        values.major_gridlines.format.line.color.rgb = RGBColor(*bytes.fromhex(GRID))


def _name_every(axis: Any, chart: NativeChart) -> None:
    """The name of every bar, also where a program thinks that there is no room.

    LibreOffice leaves out every second of tall names, unless the axis itself says that they lie level.
    """
    font = axis.tick_labels.font
    font.size, font.color.rgb = Pt(_size(chart)), _rgb(Look().tokens.text)
    set_letters(font._rPr, " ".join(map(str, chart.categories)))
    axis._element.txPr.bodyPr.set("rot", "0")
    axis._element.txPr.bodyPr.set("vert", "horz")
    element = axis._element
    skip = etree.Element(qn("c:tickLblSkip"))
    skip.set("val", "1")
    element.find(qn("c:lblOffset")).addnext(skip)


def _draw_days(axis: Any, chart: NativeChart) -> None:
    """Real days, however far apart, with a few of them named."""
    days = [one for one in chart.categories if isinstance(one, date)]
    long = (days[-1] - days[0]).days
    axis.tick_labels.number_format = "mmm yyyy"
    axis.tick_labels.number_format_is_linked = False
    axis.maximum_scale = (days[-1] - EXCEL_DAY_0).days + max(1, round(long * ROOM_AT_THE_END))
    every = max(1, round(long / DAYS_OF_A_MONTH / TICKS))
    unit = "months"
    element = axis._element
    for name in ("baseTimeUnit", "majorUnit", "majorTimeUnit"):
        for old in element.findall(qn(f"c:{name}")):
            element.remove(old)
    after = element.find(qn("c:lblOffset"))
    for name, value in (("majorTimeUnit", unit), ("majorUnit", str(every)), ("baseTimeUnit", "days")):
        one = etree.Element(qn(f"c:{name}"))
        one.set("val", value)
        after.addnext(one)


def _draw_legend(drawn: Chart, chart: NativeChart) -> None:
    """One entry for each kind of mark: a line that goes on after a gap is the same line."""
    kinds = [one.mark for one in chart.series]
    drawn.has_legend = len(set(kinds)) > 1
    if not drawn.has_legend:
        return
    drawn.legend.position = XL_LEGEND_POSITION.TOP
    drawn.legend.include_in_layout = False
    after = drawn.legend._element.find(qn("c:legendPos"))
    for at in reversed([at for at, kind in enumerate(kinds) if kind in kinds[:at]]):
        entry = etree.SubElement(drawn.legend._element, qn("c:legendEntry"))
        for name, value in (("idx", str(at)), ("delete", "1")):
            etree.SubElement(entry, qn(f"c:{name}")).set("val", value)
        after.addnext(entry)


def _draw_lines(drawn: Chart, chart: NativeChart) -> None:
    tint, ground = _rgb(chart.colour), _rgb(Look().tokens.background)
    is_long = len(chart.categories) > MANY_POINTS
    # Within a run, cells are empty only where a rounded figure or a limit lies between two exact ones.
    drawn._chartSpace.chart.find(qn("c:dispBlanksAs")).set("val", "span")
    for series, one in zip(drawn.plots[0].series, chart.series, strict=True):
        series.smooth = False
        marker = series.marker
        marker.style = SIGNS[one.mark]
        marker.size = (4 if is_long else 7) + (0 if one.mark == "exact" else 2)
        marker.format.fill.solid()
        marker.format.fill.fore_color.rgb = ground if one.mark == "calculated" else tint
        marker.format.line.color.rgb = tint
        if one.mark == "inexact":
            series.format.line.fill.background()
            continue
        series.format.line.color.rgb = tint
        series.format.line.width = Pt(2.5)
        if one.mark == "calculated":
            series.format.line.dash_style = MSO_LINE_DASH_STYLE.DASH


def _draw_bars(drawn: Chart, chart: NativeChart) -> None:
    plot = drawn.plots[0]
    plot.gap_width = GAP if len(chart.categories) > FEW or chart.kind == "bars" else GAP_OF_FEW
    (series,) = plot.series
    series.invert_if_negative = False
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = _rgb(chart.colour)
    for at in sorted(chart.hatched):
        fill = series.points[at].format.fill
        fill.patterned()
        fill.pattern = MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL
        fill.fore_color.rgb = _rgb(chart.colour)
        fill.back_color.rgb = _rgb(Look().tokens.background)
        series.points[at].format.line.color.rgb = _rgb(chart.colour)


def _label(drawn: Chart, chart: NativeChart) -> None:
    for (of, at), words in sorted(chart.labels.items()):
        label = drawn.plots[0].series[of].points[at].data_label
        label.position = _side(chart, of)
        # LibreOffice wraps a label at a fifth of the chart, into the next bar.
        label.text_frame._txBody.bodyPr.set("wrap", "none")
        run = label.text_frame.paragraphs[0].add_run()
        run.text = clean(words)
        run.font.size = Pt(_size(chart))
        run.font.bold = chart.kind == "lines"
        run.font.color.rgb = _rgb(Look().tokens.text)
        set_letters(run.font._element, run.text)


def _side(chart: NativeChart, of: int) -> XL_LABEL_POSITION:
    """Where a label stands; of two at the end of a line, the exact figure's is below."""
    if chart.kind != "lines":
        return XL_LABEL_POSITION.OUTSIDE_END
    is_below = len(chart.labels) > 1 and chart.series[of].mark != "inexact"
    return XL_LABEL_POSITION.BELOW if is_below else XL_LABEL_POSITION.ABOVE


def _rgb(token: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(colour(token)))
