from dataclasses import replace
from itertools import pairwise

import pytest

from charts import Look, line_chart
from metrics.answer.answer import Answer
from tests.charts.by_hand import answer, key_words, notes, row, traces

JAN, FEB, MAR, APR = "2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"


def values(figure):
    return traces(figure, "values")[0]


def test_points_carry_the_labels_of_their_rows():
    figure = line_chart(answer(row(JAN, 25_931), row(FEB, 26_001))).figure
    assert list(values(figure).x) == [JAN, FEB]
    assert list(values(figure).y) == [25_931, 26_001]
    assert list(values(figure).customdata) == [0, 1]


def test_a_bucket_without_a_count_is_a_gap_and_never_zero():
    rows = [
        row(JAN, 10, bucket="2024-01"),
        row(None, None, bucket="2024-02"),  # nobody reported
        row(MAR, 12, bucket="2024-03"),
    ]
    figure = line_chart(answer(*rows, grain="month")).figure
    assert list(values(figure).y) == [10, None, 12]
    assert list(values(figure).customdata) == [0, None, 2]
    assert values(figure).connectgaps is False


def test_a_long_silence_parts_the_line_as_published():
    # 31 January to 10 May is 100 days, joined; to 20 August are 102 more, not joined
    figure = line_chart(answer(row(JAN, 10), row("2024-05-10", 11), row("2024-08-20", 12))).figure
    assert list(values(figure).y) == [10, 11, None, 12]


def test_years_are_joined_since_their_buckets_lie_a_year_apart():
    rows = [row("2022-12-31", 10, bucket="2022"), row("2023-12-31", 12, bucket="2023")]
    assert list(values(line_chart(answer(*rows, grain="year")).figure).y) == [10, 12]


def test_a_break_in_series_parts_the_line_and_is_drawn():
    broken = {"metric": "arrested", "place": "MM", "date": "2024-02-15", "kind": "records_added"}
    drawing = line_chart(
        answer(row(JAN, 10), row(FEB, 40), breaks=[broken | {"what_changed": "More records."}])
    )
    assert list(values(drawing.figure).y) == [10, None, 40]
    assert [(line.name, line.x0, line.line.dash) for line in drawing.figure.layout.shapes] == [
        ("break", "2024-02-15", "dash")
    ]
    assert notes(drawing.figure)["break"] == "records added"
    assert "Breaks in series: 15 February 2024: More records." in drawing.alt


def test_a_break_of_another_metric_does_not_part_the_line():
    other = {
        "metric": "killed",
        "place": "MM",
        "date": "2024-02-15",
        "kind": "definition",
        "what_changed": "x",
    }
    assert list(values(line_chart(answer(row(JAN, 10), row(FEB, 40), breaks=[other])).figure).y) == [10, 40]


def test_bounds_and_rounded_values_stand_apart_from_the_line():
    rows = [
        row(JAN, 10),
        row("2024-02-10", 24, qualifier="at_least"),
        row("2024-02-12", 600, qualifier="about"),
        row("2024-02-14", 900, qualifier="up_to"),
        row(FEB, 12),
    ]
    drawing = line_chart(answer(*rows))
    assert list(values(drawing.figure).y) == [10, 12]
    found = {kind: traces(drawing.figure, kind)[0] for kind in ("at_least", "about", "up_to")}
    assert {kind: (trace.mode, trace.marker.symbol, list(trace.y)) for kind, trace in found.items()} == {
        "at_least": ("markers", "triangle-up-open", [24]),
        "about": ("markers", "square-open", [600]),
        "up_to": ("markers", "triangle-down-open", [900]),
    }
    assert "<b>at least 24</b>" in found["at_least"].hovertext[0]
    assert "Lower limits, not joined to the line: at least 24 on 10 February 2024." in drawing.alt
    assert "Upper limits, not joined to the line: up to 900 on 14 February 2024." in drawing.alt
    assert set(key_words(drawing)) == {"at least (lower limit)", "up to (upper limit)", "about (rounded)"}


def test_a_calculated_zero_is_drawn():
    """Arrested minus detained can be nobody."""
    drawing = line_chart(answer(row(JAN, 10), row(FEB, 0, status="derived")))
    assert list(traces(drawing.figure, "derived")[0].y) == [0]


def test_derived_values_are_hollow_on_a_dashed_line():
    rows = [row(JAN, 10), row(FEB, 11, status="derived"), row(MAR, 12), row(APR, 13)]
    drawing = line_chart(answer(*rows))
    assert list(values(drawing.figure).y) == [10, None, 12, 13]
    assert list(traces(drawing.figure, "derived")[0].customdata) == [1]
    assert traces(drawing.figure, "derived")[0].marker.symbol == "diamond-open"
    dashed = traces(drawing.figure, "dashed")[0]
    assert dashed.line.dash == "dash"
    assert list(dashed.y) == [10, 11, None, 11, 12, None]
    assert dashed.customdata is None
    assert "Calculated, not published: 1 figure: 11 on 29 February 2024." in drawing.alt


def test_axis_says_what_is_counted():
    def axis(**given):
        return line_chart(answer(row(JAN, 10), **given)).axis

    assert axis() == "People, documented since the coup"
    assert axis(measure="level") == "People on the date"
    assert axis(measure="per_100k") == (
        "People, documented since the coup, per 100,000 people (population of 2014, 2014 Census)"
    )


def credit_of(made: Answer) -> str:
    return line_chart(made).credit


@pytest.mark.parametrize(
    ("publishers", "said"),
    [
        ("AAPP AAPP", "AAPP, 2 documents of its own."),
        ("AAPP", "AAPP, 1 document of its own."),
        ("AAPP PV", "AAPP, from 2 documents, 1 of its own."),
        ("PV UN", "AAPP, as reported by PV and UN."),
        ("PV UN BBC", "AAPP, from 3 documents, none of its own."),
    ],
)
def test_a_relay_is_not_the_source(publishers: str, said: str):
    made = answer(row(JAN, 10))
    documents = tuple(
        replace(made.sources[0], publisher=publisher, publisher_name=publisher)
        for publisher in publishers.split()
    )
    assert f"Source: {said}" in credit_of(replace(made, sources=documents))


def test_source_and_days_are_inside_the_figure():
    credit = credit_of(answer(row(JAN, 10), row(FEB, 12)))
    assert "Source: AAPP, as reported by Progressive Voice." in credit
    assert "Latest figure: 29 February 2024." in credit
    assert "As known on 15 January 2025." in credit
    assert "The actual number is likely higher." in credit  # the caveat of metrics.csv


def test_alternative_gives_every_value_of_a_short_series():
    rows = [row("2021-02-03", 130, qualifier="at_least"), row(JAN, 25_931), row("2024-06-30", 26_500)]
    alt = line_chart(answer(*rows)).alt
    assert alt.startswith(
        "Arrested, total documented since the coup: Myanmar. Political cases · counted by AAPP"
    )
    assert (
        "Myanmar: at least 130 on 3 February 2021; 25,931 on 31 January 2024; 26,500 on 30 June 2024." in alt
    )


def test_alternative_gives_the_silences_where_the_line_is_parted():
    alt = line_chart(answer(row("2023-01-31", 10), row(JAN, 12))).alt
    assert "No figure between 31 January 2023 and 31 January 2024." in alt


def test_a_yearly_census_is_silent_only_where_a_year_is_missed():
    yearly = [row(f"{year}-12-01", year) for year in (2018, 2019, 2020, 2021, 2023)]
    drawing = line_chart(answer(*yearly))
    assert list(values(drawing.figure).y) == [2018, 2019, 2020, 2021, None, 2023]
    assert drawing.alt.count("No figure between") == 1
    assert "No figure between 1 December 2021 and 1 December 2023." in drawing.alt


def test_alternative_of_a_long_series_gives_its_ends_and_extremes():
    rows = [
        row(f"2023-{month:02d}-{day:02d}", month * 100 + day) for month in range(1, 13) for day in (1, 2, 3)
    ]
    alt = line_chart(answer(*rows, row("2024-01-05", 900))).alt
    assert "37 figures. First 101 on 1 January 2023. Last 900 on 5 January 2024." in alt
    assert "Highest 1,203 on 3 December 2023. Lowest 101 on 1 January 2023." in alt
    assert "Last of each year: 1,203 on 3 December 2023; 900 on 5 January 2024." in alt


def test_missing_buckets_are_named_in_the_alternative():
    months = [row(None, None, bucket=f"2024-{month:02d}") for month in (2, 3, 4, 6)]
    months[-1]["status"] = "no_longer_published"
    alt = line_chart(answer(row(JAN, 10, bucket="2024-01"), *months, grain="month")).alt
    assert "No figure for: 2024-02 to 2024-04. No longer published: 2024-06." in alt


def test_events_are_marked_and_single_ones_named():
    coup = {"event_id": "c", "date": "2021-02-01", "place": "MM", "kind": "coup", "label": "Military coup"}
    amnesties = [
        {"event_id": day, "date": day, "place": "MM", "kind": "amnesty", "label": "Prisoner amnesty"}
        for day in ("2022-04-17", "2023-01-04")
    ]
    figure = line_chart(answer(row(JAN, 10), events=[coup, *amnesties])).figure
    assert [(trace.name, list(trace.x)) for trace in traces(figure, "event")] == [
        ("Military coup", ["2021-02-01"]),
        ("Prisoner amnesty", ["2022-04-17", "2023-01-04"]),
    ]
    assert [note.text for note in figure.layout.annotations if note.name == "event"] == ["Military coup"]


def test_events_that_come_often_are_hidden_until_they_are_asked_for():
    amnesties = [
        {"event_id": day, "date": day, "place": "MM", "kind": "amnesty", "label": "Prisoner amnesty"}
        for day in ("2022-04-17", "2023-01-04")
    ]
    drawing = line_chart(answer(row(JAN, 10), events=amnesties))
    assert [trace.visible for trace in traces(drawing.figure, "event")] == [False]
    assert [(toggle.kind, toggle.words) for toggle in drawing.toggles] == [("amnesty", "Show amnesties")]
    assert [(entry.words, entry.kind) for entry in drawing.key] == [("Prisoner amnesty", "amnesty")]


def test_the_last_exact_value_stands_at_the_end_of_the_line():
    figure = line_chart(answer(row(JAN, 10), row(FEB, 12_345), row(MAR, 20_000, qualifier="at_least"))).figure
    [label] = [note for note in figure.layout.annotations if note.name == "last"]
    assert label.text == "<b>12&#44;345</b><br>" + small("29 Feb 2024")
    assert (label.y, label.yref) == (12_345, "y")


def small(words):
    return f'<span style="font-size:11px">{words}</span>'


def test_labels_at_the_ends_of_lines_do_not_touch():
    """Three lines that end at one height: each label has its own room beside the plot."""
    rows = [row(JAN, 100, place=place) for place in ("MM", "MM-01", "MM-06")]
    for look in (Look(), Look(narrow=True)):
        figure = line_chart(answer(*rows, places=("MM", "MM-01", "MM-06")), look=look).figure
        labels = [note for note in figure.layout.annotations if note.name == "last"]
        lines = [label.text.count("<br>") + 1 for label in labels]
        middles = sorted(label.yshift for label in labels)
        assert all(after - before >= 15 * min(lines) for before, after in pairwise(middles))


def test_several_places_are_named_at_their_lines_once():
    rows = [row(JAN, 10), row(JAN, 3, place="MM-01"), row(FEB, 4, place="MM-01", qualifier="at_least")]
    drawing = line_chart(answer(*rows, places=("MM", "MM-01")))
    labels = [note.text for note in drawing.figure.layout.annotations if note.name == "last"]
    assert [label.split("</b>")[0] for label in labels] == ["<b>Myanmar", "<b>Sagaing Region"]
    assert key_words(drawing) == ["at least (lower limit)"]


def test_a_place_without_a_count_is_named():
    drawing = line_chart(answer(row(JAN, 10), places=("MM", "MM-01", "MM-12")))
    assert drawing.note == "No figure: Sagaing Region; Kayah State."
    assert drawing.note in drawing.alt
    assert line_chart(answer(row(JAN, 10))).note == ""


def test_nothing_found_is_an_empty_figure_that_says_so():
    drawing = line_chart(answer())
    assert [note.name for note in drawing.figure.layout.annotations] == ["nothing"]
    assert "no figures" in drawing.alt.lower()


def test_the_same_answer_gives_the_same_figure():
    answered = answer(row(JAN, 10), row(FEB, 12))
    for look in (Look(), Look(scheme="dark", narrow=True)):
        assert (
            line_chart(answered, look=look).figure.to_json()
            == line_chart(answered, look=look).figure.to_json()
        )
