import pytest

from charts import SeveralSeriesError, bar_chart, draw
from metrics.answer.answer import Caveat
from metrics.language.phrasing import Message
from tests.charts.by_hand import answer, key_words, row, traces

DAY = 86_400_000


def difference(bucket, value, start=None, end=None, **given):
    return row(end, value, bucket=bucket, covers_from=start, covers_to=end, status="derived", **given)


def months(*rows, **given):
    return answer(*rows, measure="newly_documented", grain="month", **given)


def test_a_bar_stands_over_its_bucket():
    answered = months(difference("2024-02", 70, "2024-01-31", "2024-02-27"))
    [bars] = traces(bar_chart(answered).figure, "values")
    assert list(bars.x) == ["2024-02-15 12:00"]  # the middle of 29 days
    assert list(bars.width) == [round(29 * DAY * 0.9)]
    assert (list(bars.y), list(bars.customdata)) == ([70], [0])


def test_a_value_that_covers_more_than_its_bucket_is_as_wide_as_that_and_hatched():
    answered = months(
        difference("2024-02", 10, "2024-01-31", "2024-02-29"),
        row(None, None, bucket="2024-03"),  # nobody reported
        difference("2024-04", 90, "2024-02-29", "2024-04-30"),  # two months in one difference
        caveats=(Caveat(kind="covers", message=Message("Covers more."), rows=(2,)),),
    )
    drawing = bar_chart(answered)
    [uneven] = traces(drawing.figure, "uneven")
    assert list(uneven.width) == [round(61 * DAY * 0.9)]  # 1 March to 30 April
    assert list(uneven.y) == [90]
    assert uneven.marker.pattern.shape == "/"
    assert "between 29 February 2024 and 30 April 2024" in uneven.hovertext[0]
    assert "90 (between 29 February 2024 and 30 April 2024)" in drawing.alt


def test_a_bucket_without_a_count_has_a_cross_and_no_bar():
    drawing = bar_chart(
        months(difference("2024-01", 10, "2023-12-31", "2024-01-31"), row(None, None, bucket="2024-02"))
    )
    [crosses] = traces(drawing.figure, "no_report")
    assert (list(crosses.x), list(crosses.y), crosses.mode) == (["2024-02-15 12:00"], [0], "markers")
    assert "<b>no figure</b>" in crosses.hovertext[0]
    assert list(traces(drawing.figure, "values")[0].y) == [10]
    assert "No figure for: 2024-02." in drawing.alt


def test_zero_is_a_bar_with_an_outline_and_no_cross():
    figure = bar_chart(months(difference("2024-01", 0, "2023-12-31", "2024-01-31"))).figure
    assert list(traces(figure, "values")[0].y) == [0]
    assert traces(figure, "values")[0].marker.line.width == 1
    assert traces(figure, "no_report") == []


def test_negative_difference_is_marked_as_revision():
    drawing = bar_chart(months(difference("2023-08", -14, "2023-07-31", "2023-08-25")))
    [revision] = traces(drawing.figure, "revision")
    assert list(revision.y) == [-14]
    assert revision.marker.pattern.shape == "x"
    assert "revision&#58; the total was lowered" in revision.hovertext[0]
    assert "-14 (between 31 July 2023 and 25 August 2023, a revision: the total was lowered)" in drawing.alt
    assert key_words(drawing) == ["revision: the total was lowered"]


def happened(start, end, value, **given):
    return row(end, value, period_start=start, bucket=f"{start}/{end}", **given)


def test_periods_that_overlap_are_strokes_and_not_bars():
    answered = answer(
        happened("2023-01-01", "2023-12-31", 1_594),
        happened("2023-07-01", "2023-07-31", 101, qualifier="at_least"),  # within the year
        measure="happened",
    )
    drawing = bar_chart(answered)
    [strokes] = traces(drawing.figure, "strokes")
    assert list(strokes.x) == ["2023-07-01", "2023-07-31", None, "2023-01-01", "2023-12-31", None]
    assert list(strokes.y) == [101, 101, None, 1_594, 1_594, None]
    assert list(traces(drawing.figure, "at_least")[0].customdata) == [1]
    assert "at least 101 (1 July 2023 to 31 July 2023)" in drawing.alt


def test_periods_beside_each_other_are_bars_over_their_days():
    answered = answer(
        happened("2023-01-01", "2023-12-31", 10),
        happened("2024-01-01", "2024-12-31", 12, qualifier="about"),
        measure="happened",
    )
    drawing = bar_chart(answered)
    figure = drawing.figure
    assert list(traces(figure, "values")[0].width) == [round(365 * DAY * 0.9)]
    assert list(traces(figure, "about")[0].x) == ["2024-07-02 00:00"]
    assert drawing.axis == "People, by when it happened"


def test_axis_says_newly_documented():
    answered = months(difference("2024-01", 1, "2023-12-31", "2024-01-31"))
    assert bar_chart(answered).axis == "People, newly documented in the period"


def test_bars_of_several_series_are_refused_and_drawn_in_panels():
    rows = [
        difference("2024-01", 1, "2023-12-31", "2024-01-31"),
        difference("2024-01", 2, "2023-12-31", "2024-01-31", place="MM-01"),
    ]
    answered = months(*rows, places=("MM", "MM-01"))
    with pytest.raises(SeveralSeriesError):
        bar_chart(answered)
    assert draw(answered).figure.layout.yaxis2.matches == "y"


def test_reporting_years_begin_in_the_month_of_the_origin():
    answered = answer(
        difference("2023", 8_359, "2023-01-31", "2024-01-31"),
        measure="newly_documented",
        grain="reporting_year",
    )
    [bars] = traces(bar_chart(answered).figure, "values")
    assert list(bars.x) == ["2023-08-02 12:00"]  # the middle of 1 February 2023 to 31 January 2024
