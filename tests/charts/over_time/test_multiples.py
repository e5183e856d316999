import pytest

from charts import Look, draw, line_chart, small_multiples, sparkline
from charts.over_time.panels import columns_for
from tests.charts.by_hand import answer, row, traces

PLACES = ("MM", "MM-01", "MM-06", "MM-12")


def four_panels(**given):
    rows = [
        row("2024-01-31", value, place=place) for place, value in zip(PLACES, (100, 10, 20, 30), strict=True)
    ]
    return answer(*rows, places=PLACES, **given)


def test_all_panels_have_one_scale_and_one_time():
    layout = small_multiples(four_panels()).figure.layout
    assert [layout[f"yaxis{n}"].matches for n in (2, 3, 4)] == ["y", "y", "y"]
    assert len({tuple(layout[axis].range) for axis in ("xaxis", "xaxis2", "xaxis3", "xaxis4")}) == 1


def test_each_panel_is_named_and_holds_its_rows():
    figure = small_multiples(four_panels()).figure
    assert [note.text for note in figure.layout.annotations if note.name == "panel"] == [
        "<b>Myanmar</b><br>100&#44; 31 Jan 2024",
        "<b>Sagaing Region</b><br>10&#44; 31 Jan 2024",
        "<b>Yangon Region</b><br>20&#44; 31 Jan 2024",
        "<b>Kayah State</b><br>30&#44; 31 Jan 2024",
    ]
    values = traces(figure, "values")
    assert [(trace.xaxis, list(trace.customdata)) for trace in values] == [
        ("x", [0]),
        ("x2", [1]),
        ("x3", [2]),
        ("x4", [3]),
    ]


def test_what_the_heights_are_is_said_once():
    assert small_multiples(four_panels()).axis == "People, documented since the coup"


@pytest.mark.parametrize(
    ("count", "narrow", "columns"),
    [(3, True, 1), (15, True, 2), (1, False, 1), (4, False, 2), (15, False, 3)],
)
def test_columns_follow_the_room(count, narrow, columns):
    assert columns_for(count, narrow=narrow) == columns


def test_only_the_outer_axes_have_numbers():
    layout = small_multiples(four_panels()).figure.layout  # two columns, two rows
    assert [layout[axis].showticklabels for axis in ("yaxis", "yaxis2", "yaxis3", "yaxis4")] == [
        True,
        False,
    ] * 2
    assert [layout[axis].showticklabels for axis in ("xaxis", "xaxis2", "xaxis3", "xaxis4")] == [
        False,
        False,
        True,
        True,
    ]


def test_a_break_stands_in_its_own_panel():
    broken = {
        "metric": "arrested",
        "place": "MM-01",
        "date": "2024-01-15",
        "kind": "definition",
        "what_changed": "x",
    }
    [line] = small_multiples(four_panels(breaks=[broken])).figure.layout.shapes
    assert (line.xref, line.yref) == ("x2", "y2 domain")


def test_one_series_has_a_chart_of_its_own_and_several_have_panels_on_one_scale():
    days = [f"2024-{month:02d}-01" for month in range(1, 7)]  # one more than few
    rows = [row(day, 5, place=place) for place in PLACES[:2] for day in days]
    several = draw(answer(*rows, places=PLACES[:2])).figure.layout
    assert several.xaxis2.matches is None
    assert several.yaxis2.matches == "y"
    alone = answer(*rows[:6], places=("MM",))
    assert "xaxis2" not in draw(alone).figure.layout.to_plotly_json()


def test_colours_are_of_the_family_in_panels_and_of_the_place_in_one_plot():
    panels = {trace.line.color for trace in traces(small_multiples(four_panels()).figure, "values")}
    lines = [trace.line.color for trace in traces(line_chart(four_panels()).figure, "values")]
    assert panels == {Look().tokens.families["arrest"]}
    assert lines[0] == Look().tokens.neutral  # the country beside its regions
    assert len(set(lines)) == 4


def test_sparkline_has_no_axes_and_keeps_gaps():
    rows = [row("2024-01-31", 1, bucket="2024-01"), row(None, None, bucket="2024-02")]
    rows.append(row("2024-03-31", 3, bucket="2024-03"))
    drawing = sparkline(answer(*rows, grain="month"))
    [line] = traces(drawing.figure, "values")
    assert list(line.y) == [1, None, 3]
    assert list(line.marker.size) == [0, 0, 7]
    assert drawing.figure.layout.xaxis.visible is False
    assert drawing.figure.layout.height <= 60
    assert "1 on 31 January 2024; 3 on 31 March 2024" in drawing.alt


def test_where_the_height_is_given_the_first_panels_are_shown_that_fit():
    """In one column, 40 pixels each below 17 for a name and 17 for a value, with 28 for days: two in 150."""
    rows = [row("2024-01-31", at, place=f"MM-0{at}") for at in range(1, 5)]
    names = {f"MM-0{at}": (f"Place {at}", "region") for at in range(1, 5)}
    answered = answer(*rows, places=tuple(names), names=names)
    drawing = small_multiples(answered, look=Look(narrow=True, marks=150))
    assert len(drawing.figure.layout.annotations) == 2
    assert drawing.note == "Shown: the first 2 of 4 charts."
