"""Every family of charts in a real browser: no letter is cut off, and nothing is fetched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Page
from plotly.offline import get_plotlyjs

from charts import Drawing, Look, draw, line_chart, ranking, region_map, small_multiples
from metrics.answer.answering import answer_for
from metrics.query.query import Grain, Measure, Query
from tests.charts import test_hostile as hostile
from validation import Dataset

# The least and the greatest place that a narrow figure gets, and those of a wide one; a column's is for maps.
NARROWEST, NARROW, WIDE, LAPTOP = 280, 599, 600, 1280
CUT_OFF = """() => {
    const edge = document.documentElement.clientWidth;
    const texts = [...document.querySelectorAll('svg text')].filter(t => t.textContent.trim());
    return texts.filter(t => {
        const box = t.getBoundingClientRect();
        const svg = t.closest('svg').getBoundingClientRect();
        const out = box.left < 0 || box.right > edge || box.top < svg.top - 1 || box.bottom > svg.bottom + 1;
        return box.width > 0 && out;
    }).map(t => t.textContent);
}"""
COLLIDING = """() => {
    const texts = [...document.querySelectorAll('.annotation-text, .xtick text, .ytick text')];
    const boxes = texts.map(t => [t.textContent, t.getBoundingClientRect()]).filter(([t, b]) => b.width > 0);
    const inset = 2;
    const apart = (a, b) => a.right - inset <= b.left || b.right - inset <= a.left
        || a.bottom - inset <= b.top || b.bottom - inset <= a.top;
    const found = [];
    boxes.forEach(([t, a], i) => boxes.slice(i + 1).forEach(([u, b]) => apart(a, b) || found.push([t, u])));
    return found;
}"""
BLANK = "<html><body style='margin:0'><div id='figure'></div></body></html>"


def query_of(
    dataset: Dataset, metrics: tuple[str, ...], measure: Measure, grain: Grain, **given: object
) -> Query:
    default = dataset.settings.defaults
    question: dict = {"places": ("MM",), "end": None, "sex": "all"} | given
    return Query(
        metrics=metrics,
        measure=measure,
        grain=grain,
        start=default.start,
        known_on=None,
        edition=None,
        counted_by=default.counted_by,
        group=default.group,
        age="all",
        detail="",
        **question,
    )


def drawings(dataset: Dataset, look: Look) -> dict[str, Drawing]:
    places = dataset.places
    regions = tuple(places.loc[(places["parent"] == "MM") & (places["kind"] != "unknown"), "place"])
    two = ("arrested", "killed_in_custody", "released", "killed")
    questions = {
        "line": query_of(dataset, ("arrested",), Measure.TOTAL, Grain.AS_PUBLISHED),
        "lines": query_of(dataset, ("detained", "serving_sentence"), Measure.LEVEL, Grain.MONTH),
        "bars": query_of(dataset, ("death_sentence",), Measure.NEWLY_DOCUMENTED, Grain.MONTH),
        "strokes": query_of(dataset, ("killed",), Measure.HAPPENED, Grain.AS_PUBLISHED),
        "panels": query_of(dataset, two, Measure.NEWLY_DOCUMENTED, Grain.QUARTER),
        "map": query_of(dataset, ("killed",), Measure.PER_100K, Grain.AS_PUBLISHED, places=regions),
        "sparse": query_of(
            dataset, ("killed",), Measure.TOTAL, Grain.YEAR, places=regions, end=date(2022, 6, 22)
        ),
    }
    answers = {name: answer_for(dataset, query) for name, query in questions.items()}
    drawn = {name: draw(answer, look=look) for name, answer in answers.items() if name != "map"}
    drawn["map"] = region_map(
        answers["map"], boundaries=dataset.boundaries, map_credit=dataset.settings.map_credit, look=look
    )
    drawn["ranking"] = ranking(answers["map"], look=look, area="Myanmar")
    drawn["few"] = draw(answer_for(dataset, replace(questions["line"], end=date(2021, 3, 1))), look=look)
    drawn["hostile"] = line_chart(hostile.hostile_answer(), look=look)
    drawn["hostile panels"] = small_multiples(hostile.hostile_answer(), look=look)
    return drawn


@pytest.mark.parametrize("width", [NARROWEST, NARROW, WIDE, LAPTOP])
def test_no_letter_of_a_figure_is_cut_off_or_covered(page: Page, first_edition: Dataset, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.set_content(BLANK)
    page.add_script_tag(content=get_plotlyjs())
    faults = {}
    for name, drawing in drawings(first_edition, Look(narrow=width < WIDE)).items():
        config = {"responsive": True, "displayModeBar": False}
        page.evaluate(
            "([f, c]) => Plotly.newPlot('figure', f.data, f.layout, c)",
            [drawing.figure.to_plotly_json(), config],
        )
        found = page.evaluate(CUT_OFF) + page.evaluate(COLLIDING)
        if found:
            faults[name] = found
    assert faults == {}


def test_markup_in_labels_is_shown_and_not_followed(page: Page):
    page.set_content(BLANK)
    page.add_script_tag(content=get_plotlyjs())
    figure = line_chart(hostile.hostile_answer()).figure.to_plotly_json()
    page.evaluate("f => Plotly.newPlot('figure', f.data, f.layout)", figure)
    assert page.locator("svg a").count() == 0
    shown = " ".join(page.locator("svg text").all_text_contents())
    assert "<b>x</b> <a href=" in shown
    assert "%{y}" in shown
