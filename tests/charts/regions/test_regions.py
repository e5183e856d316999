import pytest

from charts import Look, NoBoundariesError, OneMetricError, ranking, region_map
from charts.regions.outlines import middle, outline
from tests.charts.by_hand import answer, notes, row, traces

PLACES = ("MM-01", "MM-06", "MM-12")
CREDIT = "Outlines: somebody."


def square(west, south, size=1.0):
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]}, "properties": {}}


BOUNDARIES = {place: square(95 + at, 20) for at, place in enumerate(PLACES)}
ROWS = (
    row("2022-06-22", 722, place="MM-01"),
    row("2022-06-22", 0, place="MM-06"),  # counted, and none found
)


def drawn(*rows, **given):
    answered = answer(*rows, places=PLACES, metrics=("arrested",))
    return region_map(answered, boundaries=BOUNDARIES, map_credit=CREDIT, **given)


def test_regions_are_filled_shapes_and_nothing_is_fetched():
    figure = drawn(*ROWS).figure
    assert {trace.type for trace in figure.data} == {"scatter", "bar"}
    assert figure.layout.geo.to_plotly_json() == {}
    assert {trace.fill for trace in traces(figure, "region")} == {"toself"}


def test_a_region_without_a_count_is_hatched_and_never_shaded_as_zero():
    figure = drawn(*ROWS).figure
    [none] = traces(figure, "no_count")
    zero = traces(figure, "region")[1]
    assert none.meta["place"] == "MM-12"
    assert none.fillpattern.shape == "/"
    assert none.fillcolor != zero.fillcolor
    assert zero.fillpattern.shape is None
    assert [trace.name for trace in traces(figure, "key")] == ["no count &#40;not zero&#41;"]


def test_shapes_and_marks_carry_their_rows():
    figure = drawn(*ROWS).figure
    assert [list(trace.customdata) for trace in traces(figure, "region")] == [[0], [1]]
    [marks] = traces(figure, "values")
    assert (list(marks.customdata), list(marks.ids)) == ([0, 1], ["MM-01", "MM-06"])
    assert list(marks.text) == ["722", "0"]
    assert "722" in marks.hovertext[0]
    assert "22 June 2022" in marks.hovertext[0]
    assert traces(figure, "region")[0].hoveron == "fills"


def test_degrees_have_the_proportions_of_the_ground():
    layout = drawn(*ROWS).figure.layout
    assert layout.yaxis.scaleanchor == "x"
    assert layout.yaxis.scaleratio == pytest.approx(1 / 0.9367, rel=1e-3)  # cos of 20.5 degrees


def test_the_last_count_of_each_region_is_shown():
    figure = drawn(row("2022-06-22", 700, place="MM-01"), row("2023-06-22", 722, place="MM-01")).figure
    assert list(traces(figure, "values")[0].customdata) == [1]


def test_the_selected_region_is_outlined():
    [selected] = traces(drawn(*ROWS, selected="MM-06").figure, "selected")
    assert (selected.meta["place"], selected.line.width) == ("MM-06", 3)


def test_the_credit_of_the_outlines_is_in_the_figure():
    assert "Outlines&#58; somebody&#46;" in notes(drawn(*ROWS).figure)["credit"].replace("<br>", " ")


def test_words_of_the_map_name_every_region():
    alt = drawn(*ROWS, area="Myanmar").alt
    assert "Sagaing Region: 722 (22 June 2022); Yangon Region: 0 (22 June 2022)." in alt
    assert "No count, which is not zero: Kayah State (no count)." in alt
    assert alt.startswith("Arrested, documented total since the coup, by place: Myanmar.")
    assert CREDIT in alt


def test_a_map_without_outlines_is_refused():
    with pytest.raises(NoBoundariesError, match="MM-01"):
        region_map(answer(*ROWS, places=PLACES), boundaries={}, map_credit="")


def test_a_map_of_two_metrics_is_refused():
    with pytest.raises(OneMetricError):
        ranking(answer(*ROWS, places=PLACES, metrics=("arrested", "killed")))


def test_ranking_is_sorted_with_regions_without_a_count_at_the_end():
    rows = [row("2022-06-22", 5, place="MM-06"), row("2022-06-22", 130, place="MM-12", qualifier="at_least")]
    drawing = ranking(answer(*rows, places=PLACES))
    [bars], [words] = traces(drawing.figure, "values"), traces(drawing.figure, "words")
    assert (list(bars.ids), list(bars.x)) == (["MM-12", "MM-06"], [130, 5])
    assert list(bars.marker.pattern.shape) == ["|", ""]  # a bound is hatched
    assert [text.strip() for text in words.text] == ["at least 130", "5", "no count"]
    assert list(drawing.figure.layout.yaxis.ticktext) == ["Kayah State", "Yangon Region", "Sagaing Region"]


def test_counts_of_different_days_say_their_days():
    rows = [row("2022-06-22", 5, place="MM-06"), row("2023-06-22", 130, place="MM-12")]
    [words] = traces(ranking(answer(*rows, places=PLACES)).figure, "words")
    assert words.text[0].strip() == "130 &#40;22 June 2023&#41;"


def test_counts_for_different_periods_are_said_not_to_compare():
    rows = [
        row("2023-12-31", 5, place="MM-06", period_start="2023-01-01", bucket="2023-01-01/2023-12-31"),
        row("2023-12-31", 2, place="MM-12", period_start="2023-12-01", bucket="2023-12-01/2023-12-31"),
    ]
    answered = answer(*rows, places=PLACES, measure="happened")
    for drawing in (ranking(answered), region_map(answered, boundaries=BOUNDARIES, map_credit="")):
        assert "do not compare" in drawing.alt
        assert "do not compare" in notes(drawing.figure)["credit"].replace("<br>", " ")


def test_long_names_are_wrapped_and_never_cut():
    name = "Union Territory of the Seat of the Government and its Surroundings"
    answered = answer(
        row("2022-06-22", 5, place="MM-12"), places=("MM-12",), names={"MM-12": (name, "region")}
    )
    ticks = ranking(answered, look=Look(narrow=True)).figure.layout.yaxis.ticktext
    assert ticks[0].replace("<br>", " ") == name
    assert max(len(line) for line in ticks[0].split("<br>")) <= 17


def test_islands_are_parted_by_empty_points():
    islands = {
        "geometry": {
            "type": "MultiPolygon",
            "coordinates": [[[[0, 0], [1, 0], [1, 1]]], [[[5, 5], [6, 5], [6, 6]]]],
        }
    }
    assert outline(islands)[0] == [0, 1, 1, None, 5, 6, 6]


def test_the_number_stands_inside_a_bent_region():
    # A hook, whose centre of gravity lies outside it.
    hook = [[0, 0], [10, 0], [10, 10], [9, 10], [9, 1], [0, 1], [0, 0]]
    x, y = middle({"geometry": {"type": "Polygon", "coordinates": [hook]}})
    assert y < 1 or x > 9
