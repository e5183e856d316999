"""The SVG of a drawing: sound, small, its texts as they are written, and heard in words."""

import re
from xml.etree import ElementTree

import pytest

from charts import Look, line_chart, ranking, static_drawing, svg, svg_of_marks
from tests.charts.by_hand import answer, row
from tests.charts.drawing.every_kind import every_kind
from tests.charts.test_hostile import CHARTS, HOSTILE

NAMES = {"svg": "http://www.w3.org/2000/svg"}
# Of an ordinary chart; outlines of a map are longer.
MOST_BYTES = 12_000


def texts(tree):
    return [one.text for one in tree.iterfind(".//svg:text", NAMES)]


def two():
    return answer(row("2024-01-31", 7), row("2024-02-29", 1200, qualifier="at_least"))


def test_it_has_a_title_and_says_in_words_what_it_shows():
    chart = line_chart(two())
    tree = ElementTree.fromstring(svg(static_drawing(chart)))
    assert tree.get("role") == "img"
    assert tree.find("svg:title", NAMES).text == chart.title
    assert tree.find("svg:desc", NAMES).text == chart.alt


def test_a_finding_can_be_its_title():
    tree = ElementTree.fromstring(svg(static_drawing(line_chart(two())), title="At least 1,200 <b>"))
    assert tree.find("svg:title", NAMES).text == "At least 1,200 <b>"


def test_its_texts_are_text():
    places = answer(row("2024-01-31", 7, place="MM-01"), places=("MM-01", "MM-12"))
    shown = texts(ElementTree.fromstring(svg(static_drawing(ranking(places)))))
    assert {"Sagaing Region", "Kayah State", "no figure"} <= set(shown)


@pytest.mark.parametrize("chart", CHARTS)
def test_texts_of_the_data_are_shown_as_they_are_written(chart):
    drawn = svg(static_drawing(CHARTS[chart]()))
    ElementTree.fromstring(drawn)
    assert "<b>" not in drawn
    assert "<a " not in drawn
    assert HOSTILE not in drawn


def test_the_marks_alone_have_no_letters(first_edition):
    for chart in every_kind(first_edition, Look()).values():
        tree = ElementTree.fromstring(svg_of_marks(static_drawing(chart)))
        assert not "".join(tree.itertext()).strip()
        assert tree.find(".//svg:text", NAMES) is None


def test_a_picture_of_a_chart_is_small(first_edition):
    for kind, chart in every_kind(first_edition, Look()).items():
        if kind != "map":
            assert len(svg(static_drawing(chart)).encode()) < MOST_BYTES, kind


def test_it_fetches_nothing(first_edition):
    for chart in every_kind(first_edition, Look()).values():
        drawn = svg(static_drawing(chart))
        addresses = re.findall(r"https?://\S+", drawn.replace(NAMES["svg"], ""))
        assert not [one for one in addresses if one not in chart.alt]
