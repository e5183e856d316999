"""Few values are bars with their days and numbers; what needs an axis of time keeps it."""

import pytest

from charts import Look, draw
from tests.charts.by_hand import answer, row, traces

JAN, FEB = "2024-01-31", "2024-02-29"


def ticks(drawing):
    return [name.replace("<br>", " ") for name in drawing.figure.layout.yaxis.ticktext]


@pytest.mark.parametrize("look", [Look(), Look(narrow=True), Look(scheme="dark")])
def test_each_value_has_a_bar_with_its_day_and_its_number(look):
    drawing = draw(answer(row(JAN, 10), row(FEB, 1_200, qualifier="at_least")), look=look)
    [bars], [words] = traces(drawing.figure, "values"), traces(drawing.figure, "words")
    assert (list(bars.x), list(bars.customdata)) == ([1_200, 10], [1, 0])  # the newest first
    assert list(bars.marker.pattern.shape) == ["|", ""]  # a bound is hatched
    assert ticks(drawing) == ["29 Feb 2024", "31 Jan 2024"]
    assert [text.replace("<br>", " ").split() for text in words.text] == [
        ["at", "least", "1&#44;200"],
        ["10"],
    ]


def test_several_series_stand_under_their_names():
    rows = [row(JAN, 10), row(JAN, 3, place="MM-01")]
    drawing = draw(answer(*rows, places=("MM", "MM-01", "MM-12")))
    names = [note.text for note in drawing.figure.layout.annotations if note.name == "panel"]
    assert names == ["<b>Myanmar</b>", "<b>Sagaing Region</b>"]
    assert drawing.note == "No figure: Kayah State."


def test_a_time_without_a_count_has_words_and_no_bar():
    rows = [row(JAN, 10, bucket="2024-01"), row(None, None, bucket="2024-02")]
    drawing = draw(answer(*rows, grain="month"))
    [words] = traces(drawing.figure, "words")
    assert [text.strip() for text in words.text] == ["no figure", "10"]
    assert [list(bars.x) for bars in traces(drawing.figure, "values")] == [[10]]


def test_of_many_times_without_a_count_the_note_names_them():
    rows = [row(JAN, 10, bucket="2024-01")]
    rows += [row(None, None, bucket=f"2024-{month:02d}") for month in range(2, 12)]
    drawing = draw(answer(*rows, grain="month"))
    assert ticks(drawing) == ["31 Jan 2024"]
    assert drawing.note == "No figure for: 2024-02 to 2024-11."


def test_six_values_are_a_line():
    rows = [row(f"2024-{month:02d}-01", month) for month in range(1, 7)]
    assert draw(answer(*rows)).figure.layout.xaxis.type == "date"


def test_values_on_both_sides_of_a_break_keep_their_axis_of_time():
    broken = {
        "metric": "arrested",
        "place": "MM",
        "date": "2024-02-15",
        "kind": "definition",
        "what_changed": "x",
    }
    assert draw(answer(row(JAN, 10), row(FEB, 12), breaks=[broken])).figure.layout.xaxis.type == "date"


def test_nothing_counted_is_no_bar():
    assert "nothing" in [note.name for note in draw(answer()).figure.layout.annotations]


def two_places():
    rows = [
        row(day, value, place=place) for place in ("MM-01", "MM-06") for day, value in ((JAN, 5), (FEB, 7))
    ]
    return answer(*rows, places=("MM-01", "MM-06"))


def test_where_the_height_is_given_the_first_are_shown_that_fit():
    """Lines of 16 pixels with 12 between two: three in 84, the name of a place and its two values."""
    drawing = draw(two_places(), look=Look(marks=84))
    assert [value for trace in traces(drawing.figure, "values") for value in trace.x] == [7, 5]
    assert drawing.note == "Shown: the first 2 of 4 figures."
    assert "Shown" not in draw(two_places()).note


def test_no_place_is_named_without_its_values():
    """A fourth line would be the name of the second place alone."""
    drawing = draw(two_places(), look=Look(marks=112))
    assert len(drawing.figure.layout.annotations) == 1
