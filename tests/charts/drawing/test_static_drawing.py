"""A static drawing shows what its chart shows, where it belongs, and nothing that sticks out."""

from datetime import date

import pytest
from hypothesis import given, settings

from charts import Look, bar_chart, draw, line_chart, ranking, sparkline, static_drawing
from charts.canvas.frame import BOLD, GLYPH_PER_SIZE
from charts.drawing.marks import Curve, Dots, Label
from tests.charts.by_hand import answer, row
from tests.charts.drawing.every_kind import every_kind
from tests.charts.test_laws import FEW, made, rows
from tests.folders import THREE_FOLDERS
from validation import read_dataset

CIRCLES = "#a04a1c"  # the colour of arrests
# An estimate of widths is on the safe side by so much; letters of the system differ.
TIGHT = 0.86


def texts(drawing):
    return [label.text for label in drawing.labels]


def label(drawing, text) -> Label:
    return next(one for one in drawing.labels if one.text == text)


def dots(drawing):
    return [at for mark in drawing.marks if isinstance(mark, Dots) for at in mark.centres]


def three_days():
    return answer(
        row("2021-02-10", 0),
        row("2021-02-20", 50),
        row("2021-03-02", 100),  # as many days after the second as that after the first
        start=date(2021, 2, 1),
        end=date(2021, 3, 11),
    )


def test_equal_steps_of_days_and_counts_are_equal_steps_of_pixels():
    first, second, third = dots(static_drawing(line_chart(three_days())))
    assert second[0] - first[0] == pytest.approx(third[0] - second[0])
    assert first[1] - second[1] == pytest.approx(second[1] - third[1])
    assert first[1] > second[1]  # more is higher, and pixels count downwards


def test_a_count_stands_at_the_height_of_its_number_on_the_axis():
    drawing = static_drawing(line_chart(three_days()))
    heights = {text: label(drawing, text).y for text in ("0", "100")}
    first, _second, third = dots(drawing)
    assert heights["0"] - heights["100"] == pytest.approx(first[1] - third[1])


def test_a_line_is_parted_where_nothing_was_reported():
    rows_of_months = [row(f"2021-0{at}-28", 10 * at, bucket=f"2021-0{at}") for at in (2, 3, 5, 6)]
    gap = row(None, None, bucket="2021-04")
    drawing = static_drawing(line_chart(answer(*rows_of_months[:2], gap, *rows_of_months[2:], grain="month")))
    (line,) = [mark for mark in drawing.marks if isinstance(mark, Curve) and mark.style.width == 2]
    assert [len(run) for run in line.lines] == [2, 2]


def test_a_bar_of_half_the_count_is_half_as_long():
    answered = answer(
        row("2021-12-31", 40, bucket="2021", covers_from="2020-12-31", covers_to="2021-12-31"),
        row("2022-12-31", 20, bucket="2022", covers_from="2021-12-31", covers_to="2022-12-31"),
        measure="newly_documented",
        grain="year",
        start=date(2021, 1, 1),
    )
    drawing = static_drawing(bar_chart(answered))
    (bars,) = [mark for mark in drawing.marks if isinstance(mark, Curve) and mark.style.fill == CIRCLES]
    lengths = [max(y for _x, y in bar) - min(y for _x, y in bar) for bar in bars.lines]
    assert lengths[0] == pytest.approx(2 * lengths[1])
    assert "40" in texts(drawing)


def test_words_of_a_limit_stay_a_limit():
    limit = answer(row("2024-01-31", 30_000, qualifier="at_least"))
    assert "at least 30,000" in texts(static_drawing(draw(limit)))


def test_what_is_written_lies_over_no_other_value():
    """A place without a figure has words and no bar."""
    answered = answer(row("2024-01-31", 7, place="MM-01"), places=("MM-01", "MM-12"), start=date(2024, 1, 1))
    drawing = static_drawing(ranking(answered))
    full = [mark for mark in drawing.marks if isinstance(mark, Curve) and mark.style.fill]
    assert [len(mark.lines) for mark in full] == [1]
    assert "no figure" in texts(drawing)


def test_events_that_are_shown_on_demand_are_left_out():
    amnesties = [
        {
            "event_id": f"a{month}",
            "date": f"2022-0{month}-01",
            "place": "MM",
            "kind": "amnesty",
            "label": "Amnesty",
        }
        for month in (1, 4)
    ]
    chart = line_chart(answer(row("2022-01-31", 5), row("2022-02-28", 9), events=amnesties))
    assert [entry.words for entry in chart.key] == ["Amnesty"]
    assert "Amnesty" not in texts(static_drawing(chart))


def test_a_height_is_kept_and_goes_to_the_marks():
    low, high = (static_drawing(line_chart(three_days()), height=height) for height in (300, 500))
    spans = [max(y for _x, y in dots(one)) - min(y for _x, y in dots(one)) for one in (low, high)]
    assert (low.height, high.height) == (300, 500)
    # 200 pixels more, of which the strip of events takes its 16 of 360, below an axis that ends 6% above 100.
    assert spans[1] - spans[0] == pytest.approx(200 * 344 / 360 / 1.06)


def test_a_small_chart_has_no_words():
    assert static_drawing(sparkline(three_days())).labels == ()


@pytest.mark.parametrize("measure", ["level", "total"])
@settings(max_examples=FEW)
@given(drawn=rows)
def test_every_counted_row_has_its_mark(measure, drawn):
    answered = made(drawn, measure)
    drawing = static_drawing(line_chart(answered))
    shapes = [
        line
        for mark in drawing.marks
        if isinstance(mark, Curve) and mark.is_closed and not mark.style.fill and len(mark.lines[0]) < 5
        for line in mark.lines
    ]
    # A sign of the legend is one of the shapes for each kind that occurs.
    signs = [entry for entry in line_chart(answered).key if entry.role and entry.shape != "line"]
    assert len(dots(drawing)) + len(shapes) - len(signs) == len(answered.counted)


FOLDERS = {"edition": None, **THREE_FOLDERS}
LOOKS = {"wide": Look(), "narrow": Look(narrow=True, pixels=340)}


@pytest.fixture(params=[(folder, look) for folder in FOLDERS for look in LOOKS], ids="-".join)
def charts(request, first_edition):
    folder, look = request.param
    dataset = first_edition if FOLDERS[folder] is None else read_dataset(FOLDERS[folder]).dataset
    return every_kind(dataset, LOOKS[look])


def test_no_chart_sticks_out_of_its_drawing(charts):
    for name, chart in charts.items():
        drawing = static_drawing(chart)
        for one in drawing.labels:
            wide = len(one.text) * one.size * GLYPH_PER_SIZE * TIGHT * (BOLD if one.is_bold else 1)
            left = one.x - {"left": 0, "center": wide / 2, "right": wide}[one.align]
            assert left >= -1, (name, one)
            assert left + wide <= drawing.width + 1, (name, one)
            assert 0 < one.y <= drawing.height, (name, one)
        for mark in drawing.marks:
            points = mark.centres if isinstance(mark, Dots) else [at for line in mark.lines for at in line]
            assert all(-1 <= x <= drawing.width + 1 and -1 <= y <= drawing.height + 1 for x, y in points), (
                name
            )


def test_no_chart_loses_its_legend_or_what_stands_around_it(charts):
    for chart in charts.values():
        drawing = static_drawing(chart)
        shown = texts(drawing)
        assert all(" ".join(entry.words.split()) in " ".join(shown) for entry in chart.key if not entry.kind)
        assert " ".join(chart.axis.split()) in " ".join(shown).replace("\xa0", " ")
        around = (drawing.title, drawing.subtitle, drawing.note, drawing.credit, drawing.alt)
        assert around == (chart.title, chart.subtitle, chart.note, chart.credit, chart.alt)
