import pytest

from charts import Look, NoBoundariesError, OneMetricError, ranking, region_map
from charts.regions.outlines import box, in_one_piece, middle, outline
from tests.charts.by_hand import answer, key_words, row, traces

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
    assert {trace.type for trace in figure.data} == {"scatter"}
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
    assert key_words(drawn(*ROWS)) == ["no figure (not zero)"]
    assert drawn(*ROWS).note == "No figure: Kayah State."


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
    assert "Outlines: somebody." in drawn(*ROWS).credit


def test_words_of_the_map_name_every_region():
    alt = drawn(*ROWS, area="Myanmar").alt
    assert "Sagaing Region: 722 (22 June 2022); Yangon Region: 0 (22 June 2022)." in alt
    assert "No figure, which does not mean zero: Kayah State (no figure)." in alt
    assert alt.startswith("Arrested, total documented since the coup, by place: Myanmar.")
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
    assert [text.strip() for text in words.text] == ["at least 130", "5", "no figure"]
    assert list(drawing.figure.layout.yaxis.ticktext) == ["Kayah State", "Yangon Region", "Sagaing Region"]


def test_counts_of_different_days_say_their_days():
    rows = [row("2022-06-22", 5, place="MM-06"), row("2023-06-22", 130, place="MM-12")]
    [words] = traces(ranking(answer(*rows, places=PLACES)).figure, "words")
    assert words.text[0].strip() == "130 &#40;22 Jun 2023&#41;"
    drawing = ranking(answer(*rows, places=PLACES))
    said = "The figures are for different dates, from 22 June 2022 to 22 June 2023"
    assert said in drawing.alt
    assert said in drawing.credit


def test_a_bound_of_a_later_day_is_not_hidden():
    """722 counted, and a year later at least 800: the bar is the exact count, and the other is said."""
    rows = [*ROWS, row("2023-06-22", 800, place="MM-01", qualifier="at_least")]
    answered = answer(*rows, places=PLACES)
    for drawing in (ranking(answered), region_map(answered, boundaries=BOUNDARIES, map_credit="")):
        [marks] = traces(drawing.figure, "values")
        assert "at least 800 by 22 June 2023" in marks.hovertext[0]
        assert "Published for a later date: Sagaing Region: at least 800 by 22 June 2023." in drawing.alt
    assert "different dates" not in drawing.alt


def test_of_very_many_places_the_highest_are_drawn_and_the_selected_one():
    """Of 200 places, 150 with a count from 1 to 150: the 60 highest, and the one that is chosen."""
    places = tuple(f"XX-{number}" for number in range(1, 201))
    rows = [row("2022-06-22", number, place=f"XX-{number}") for number in range(1, 151)]
    names = {place: (f"Place {place}", "district") for place in places}
    drawing = ranking(answer(*rows, places=places, names=names), selected="XX-7")
    [bars] = traces(drawing.figure, "values")
    assert list(bars.x) == [*range(150, 90, -1), 7]
    assert (
        "Shown: the highest 60 of 200 places. Without a figure, which does not mean zero: 50." in drawing.alt
    )


def test_where_the_height_is_given_as_many_places_are_shown_as_fit():
    """Entries of one line, 15 pixels with 6 between two: four fit into 100 pixels."""
    places = tuple(f"XX-{number}" for number in range(1, 11))
    rows = [row("2022-06-22", number, place=f"XX-{number}") for number in range(1, 11)]
    names = {place: (f"Place {place}", "district") for place in places}
    drawing = ranking(answer(*rows, places=places, names=names), look=Look(marks=100))
    [bars] = traces(drawing.figure, "values")
    assert list(bars.x) == [10, 9, 8, 7]
    assert "Shown: the highest 4 of 10 places." in drawing.credit


def test_no_day_is_broken_on_a_phone():
    answered = answer(
        row("2022-06-22", 722, place="MM-01"),
        row("2023-07-06", 244, place="MM-06"),
        places=("MM-01", "MM-06"),
    )
    [words] = traces(ranking(answered, look=Look(narrow=True)).figure, "words")
    assert [text.replace("\xa0", " ").split("<br>")[-1].strip() for text in words.text] == [
        "&#40;22 Jun 2022&#41;",
        "&#40;6 Jul 2023&#41;",
    ]


def test_counts_for_different_periods_are_said_not_to_compare():
    rows = [
        row("2023-12-31", 5, place="MM-06", period_start="2023-01-01", bucket="2023-01-01/2023-12-31"),
        row("2023-12-31", 2, place="MM-12", period_start="2023-12-01", bucket="2023-12-01/2023-12-31"),
    ]
    answered = answer(*rows, places=PLACES, measure="happened")
    for drawing in (ranking(answered), region_map(answered, boundaries=BOUNDARIES, map_credit="")):
        assert "cannot be compared" in drawing.alt
        assert "cannot be compared" in drawing.credit


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


def box_of(west, east, south=50):
    return [[west, south], [east, south], [east, south + 10], [west, south + 10], [west, south]]


def shape(*all_rings):
    return {"geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in all_rings]}}


def test_neighbours_across_the_antimeridian_are_drawn_side_by_side():
    """Chukotka from 160 to 180 and on to -170, Alaska from -168 to -141, an island of Alaska at 172."""
    apart = {
        "chukotka": shape(box_of(160, 180), box_of(-180, -170)),
        "alaska": shape(box_of(-168, -141), box_of(172, 174)),
    }
    pieces = in_one_piece(apart)
    assert box(pieces) == (160, 50, 219, 60)
    assert [outline(pieces[code])[0][0] for code in apart] == [160, 192]
    assert outline(pieces["alaska"])[0][6] == 172


def test_a_ring_that_steps_over_the_antimeridian_is_followed():
    """Fiji from 177 to -178 in one ring: 5 degrees wide, and not 355."""
    fiji = shape([[177, -18], [-178, -18], [-178, -16], [177, -16], [177, -18]])
    west, _south, east, _north = box(in_one_piece({"fiji": fiji}))
    assert (west, east) == (177, 182)


def test_other_outlines_stay_where_they_are():
    around_greenwich = {"west": shape(box_of(-10, -1)), "east": shape(box_of(1, 30))}
    assert box(in_one_piece(around_greenwich)) == (-10, 50, 30, 60)
    around_a_pole = shape([[-180, -90], [-180, -70], [0, -60], [180, -70], [180, -90], [-180, -90]])
    assert box(in_one_piece({"pole": around_a_pole})) == (-180, -90, 180, -60)


def test_the_number_stands_inside_a_bent_region():
    # A hook, whose centre of gravity lies outside it.
    hook = [[0, 0], [10, 0], [10, 10], [9, 10], [9, 1], [0, 1], [0, 0]]
    x, y = middle({"geometry": {"type": "Polygon", "coordinates": [hook]}})
    assert y < 1 or x > 9
