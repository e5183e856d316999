"""Texts of the data are shown as they are written: no markup, no template, no link."""

import json
import re

import pytest

from charts import draw, line_chart, ranking, region_map, small_multiples, sparkline
from tests.charts.by_hand import answer, row
from tests.charts.regions.test_regions import square

HOSTILE = '<b>x</b> <a href="https://example.org">y</a> %{y} %{customdata[0]:.3f} $a$ **z** &lt;i&gt;'
ALLOWED = re.compile(r"</?b>|<br>|<span style=\"font-size:11px\">|</span>")


def hostile_answer(measure="total"):
    rows = [
        row("2024-01-31", 5, period_start="2024-01-01", covers_from="2023-12-31", covers_to="2024-01-31"),
        row("2024-01-31", 3, place="MM-01", period_start="2024-01-01"),
    ]
    return answer(
        *rows,
        measure=measure,
        places=("MM", "MM-01"),
        names={"MM": (HOSTILE, "country"), "MM-01": (HOSTILE, "region")},
        labels={"arrested": (HOSTILE, "flow", "", HOSTILE)},
        detail=HOSTILE,
        events=[{"event_id": "e", "date": "2024-01-05", "place": "MM", "kind": "coup", "label": HOSTILE}],
        breaks=[
            {"metric": "arrested", "place": "MM", "date": "2024-01-09", "kind": "x", "what_changed": HOSTILE}
        ],
    )


def every_text(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from every_text(part)
    elif isinstance(value, list):
        for part in value:
            yield from every_text(part)


def map_of(made):
    return region_map(made, boundaries={"MM-01": square(95, 20)}, map_credit=HOSTILE, area=HOSTILE)


CHARTS = {
    "line": lambda: line_chart(hostile_answer()),
    "panels": lambda: small_multiples(hostile_answer()),
    "bars": lambda: draw(hostile_answer("newly_documented")),
    "happened": lambda: draw(hostile_answer("happened")),
    "rate": lambda: draw(hostile_answer("per_100k")),
    "ranking": lambda: ranking(hostile_answer(), area=HOSTILE),
    "map": lambda: map_of(hostile_answer()),
    "sparkline": lambda: sparkline(hostile_answer()),
}


@pytest.mark.parametrize("chart", CHARTS)
def test_no_text_of_the_data_is_read_as_markup(chart):
    figure = json.loads(CHARTS[chart]().figure.to_json())
    figure["layout"].pop("template", None)
    for text in every_text(figure):
        assert "<" not in ALLOWED.sub("", text)
        assert "%{" not in text
        assert "&lt;" not in text


@pytest.mark.parametrize("chart", CHARTS)
def test_no_template_is_used_at_all(chart):
    for trace in CHARTS[chart]().figure.data:
        assert trace.hovertemplate is None
        assert trace.texttemplate is None


def test_words_outside_the_figure_stay_as_they_are():
    drawing = line_chart(hostile_answer())
    assert "<b>x</b>" in drawing.title
    assert "<b>x</b>" in drawing.alt
