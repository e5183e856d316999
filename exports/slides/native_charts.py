"""Answers as charts that a program of slides draws: the numbers as they are, gaps left open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from charts import DrawnSeries, Look, series_of
from charts.canvas.hover import is_derived, value_in_words
from charts.over_time.few import has_few
from charts.regions.counts_by_place import Region
from charts.series.drawn_series import FLOWS, colour_of, segments
from exports.slides.slide import Mark, NativeChart, NativeSeries
from exports.slides.text_fit import CUT
from metrics.answer.answer import Answer
from metrics.answer.buckets import bucket_span
from metrics.answer.rows import Row
from metrics.language.phrasing import short_day, short_month, year
from metrics.language.wording import N_, _
from metrics.query.query import Grain, Measure

NO_BREAK: Final = "\N{NO-BREAK SPACE}"  # a figure and its day stay on one line
LONGEST_NAME: Final = 48
MOST_LABELS: Final = 14  # numbers beside columns that do not touch each other
NAMES: Final[Mapping[Mark, str]] = {
    "exact": N_("exact figure"),
    "calculated": N_("calculated, not published"),
    "inexact": N_("approximate or a limit"),
}


def chart_over_time(answer: Answer, *, alt: str) -> NativeChart:
    """The one series of an answer: lines over days; columns for counts of periods, and for few values."""
    (series,) = series_of(answer, look=Look())
    if answer.query.measure in FLOWS or has_few(answer):
        return _columns(series, answer, alt=alt)
    return _lines(series, answer, alt=alt)


def chart_of_places(answer: Answer, regions: Sequence[Region], *, highest: float, alt: str) -> NativeChart:
    """Places with a figure as lying bars, in this order, each with its figure in words.

    `highest` is of all places, where they are on several slides: bars of one length are then one number.
    """
    words = tuple(_with_time(region, regions) for region in regions)
    rows = {row.label: row for row in answer.rows}
    inexact = (
        at
        for at, region in enumerate(regions)
        if region.label is not None and rows[region.label].qualifier != "exact"
    )
    return NativeChart(
        kind="bars",
        categories=tuple(_shortened(region.name) for region in regions),
        series=(NativeSeries(name=_metric(answer), values=tuple(region.value for region in regions)),),
        words=words,
        colour=colour_of(answer.query.metrics[0], answer=answer, look=Look()),
        alt=alt,
        labels={(0, at): said for at, said in enumerate(words)},
        hatched=frozenset(inexact),
        highest=highest,
        is_rate=_is_rate(answer),
    )


def _shortened(name: str) -> str:
    """A name that leaves room for bars; the alternative text has all of it."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + CUT


def _with_time(region: Region, regions: Sequence[Region]) -> str:
    """Its figure; with its day where the days differ."""
    is_same_time = len({one.time for one in regions}) == 1
    return region.words if is_same_time else f"{region.words} ({region.short_time})".replace(" ", NO_BREAK)


def _lines(series: DrawnSeries, answer: Answer, *, alt: str) -> NativeChart:
    """A line for each run of figures that one may join, as pages draw it; rounded ones and limits are marks.

    Each run is a series of its own: nothing joins two series, whatever a program does with empty cells.
    """
    rows = series.rows
    runs = [
        (mark, tuple(run))
        for whole in segments(series, answer=answer)
        for mark, run in groupby(whole, key=lambda row: _mark(row, answer))
    ]
    inexact = [row for row in rows if _mark(row, answer) == "inexact"]
    lines = tuple(_line(run, rows, answer, mark=mark) for mark, run in runs if mark)
    if inexact:
        lines += (_line(inexact, rows, answer, mark="inexact"),)
    return NativeChart(
        kind="lines",
        categories=tuple(row.day for row in rows),
        series=lines,
        words=tuple(_words(row, answer) for row in rows),
        colour=series.colour,
        alt=alt,
        labels=_labels_of_line(lines, rows, answer),
        is_rate=_is_rate(answer),
    )


def _line(run: Sequence[Row], rows: Sequence[Row], answer: Answer, *, mark: Mark) -> NativeSeries:
    labels = {row.label for row in run}
    return NativeSeries(
        name=_metric(answer) if mark == "exact" else _(NAMES[mark]),
        values=tuple(row.value if row.label in labels else None for row in rows),
        mark=mark,
    )


def _mark(row: Row, answer: Answer) -> Mark | None:
    if row.value is None:
        return None
    if row.qualifier != "exact":
        return "inexact"
    return "calculated" if is_derived(row, answer=answer) else "exact"


def _labels_of_line(
    lines: Sequence[NativeSeries], rows: Sequence[Row], answer: Answer
) -> dict[tuple[int, int], str]:
    """The number of the newest exact figure, and of a newer one that is rounded or a limit."""
    newest: dict[bool, tuple[int, int]] = {}
    for of, line in enumerate(lines):
        for at, value in enumerate(line.values):
            is_inexact = line.mark == "inexact"
            if value is not None and at >= newest.get(is_inexact, (0, -1))[1]:
                newest[is_inexact] = (of, at)
    if len(newest) > 1 and newest[True][1] < newest[False][1]:
        del newest[True]
    return {(of, at): value_in_words(rows[at], answer=answer) for of, at in newest.values()}


def _columns(series: DrawnSeries, answer: Answer, *, alt: str) -> NativeChart:
    rows = series.rows
    is_labelled = len(rows) <= MOST_LABELS
    return NativeChart(
        kind="columns",
        categories=tuple(_time(row, answer, says_why=is_labelled) for row in rows),
        series=(NativeSeries(name=_metric(answer), values=tuple(row.value for row in rows)),),
        words=tuple(_words(row, answer) for row in rows),
        colour=series.colour,
        alt=alt,
        labels={
            (0, at): value_in_words(row, answer=answer)
            for at, row in enumerate(rows)
            if is_labelled and row.value is not None
        },
        hatched=frozenset(
            at for at, row in enumerate(rows) if row.value is not None and row.qualifier != "exact"
        ),
        is_rate=_is_rate(answer),
    )


def _time(row: Row, answer: Answer, *, says_why: bool) -> str:
    """The time of a column in few letters; below it why there is none, where there is room."""
    time = _short_time(row, answer)
    return time if row.value is not None or not says_why else f"{time}: {value_in_words(row, answer=answer)}"


def _short_time(row: Row, answer: Answer) -> str:
    grain = answer.query.grain
    if grain is not Grain.AS_PUBLISHED:
        start, end = bucket_span(row.bucket, answer=answer)
        if grain in (Grain.MONTH, Grain.YEAR):
            return short_month(start) if grain is Grain.MONTH else year(start)
        return _("{start} to {end}").format(start=short_month(start), end=short_month(end))
    if answer.query.measure is Measure.NEWLY_DOCUMENTED:
        return _("{start} to {end}").format(start=short_day(row.covers[0]), end=short_day(row.covers[1]))
    if answer.query.measure is Measure.HAPPENED and row.period_start and row.period_start != row.day:
        return _("{start} to {end}").format(start=short_day(row.period_start), end=short_day(row.day))
    return short_day(row.day)


def _words(row: Row, answer: Answer) -> str:
    said = value_in_words(row, answer=answer)
    if is_derived(row, answer=answer):
        return _("{value}, calculated, not published").format(value=said)
    return said


def _metric(answer: Answer) -> str:
    return _(answer.metrics[answer.query.metrics[0]].label)


def _is_rate(answer: Answer) -> bool:
    return answer.query.measure is Measure.PER_100K
