"""Recent days that are still open: hatched where that was measured, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest

from charts import bar_chart, draw, line_chart
from tests.charts.by_hand import answer, key_words, row, traces

LINE = {"end": date(2024, 3, 31), "start": date(2024, 1, 1)}


def small_answer(**given):
    return answer(row("2024-01-31", 100), row("2024-02-29", 120), **LINE, **given)


def test_without_a_measure_nothing_is_hatched():
    drawing = draw(small_answer())
    assert traces(drawing.figure, "open") == []
    assert "still open" not in drawing.alt


@pytest.mark.parametrize("chart", [line_chart, draw])
def test_zone_goes_from_its_day_to_the_end_and_is_named(chart):
    drawing = chart(small_answer(), open_since=date(2024, 3, 1))
    (zone,) = traces(drawing.figure, "open")
    assert (min(zone.x), max(zone.x)) == ("2024-03-01", drawing.figure.layout.xaxis.range[1])
    assert zone.fillpattern.shape == "/"
    assert "still open: figures may change" in key_words(drawing)
    assert "Figures for 1 March 2024 and later are still open" in drawing.alt


def test_zone_has_no_counts_on_its_axis():
    figure = line_chart(small_answer(), open_since=date(2024, 3, 1)).figure
    (zone,) = traces(figure, "open")
    assert (zone.yaxis, zone.customdata) == ("y3", None)
    assert tuple(figure.layout.yaxis3.range) == (0, 1)


def test_zone_after_the_time_shown_is_left_out():
    assert traces(line_chart(small_answer(), open_since=date(2024, 6, 1)).figure, "open") == []


def test_bars_have_it_too():
    happened = answer(
        row("2024-01-31", 5, bucket="2024-01", period_start="2024-01-01"),
        measure="happened",
        grain="month",
        **LINE,
    )
    assert len(traces(bar_chart(happened, open_since=date(2024, 3, 1)).figure, "open")) == 1
