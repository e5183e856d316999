"""First published against latest: two marks for each revised period, and the same in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from charts import Drawing, Look, revised
from metrics.question.address import read_parameters
from metrics.revisions.revisions import revisions_of
from tests.charts.by_hand import notes, traces
from tests.metrics.asking import TODAY
from tests.small import dataset, observations, sources

DOCUMENTS = "a, CO, 2024-02-01\nb, CO, 2024-02-15\nc, CO, 2024-03-01"


def drawing(rows: str, *, look: Look | None = None) -> Drawing:
    data = dataset(observations(rows), sources(DOCUMENTS))
    found = revisions_of(data, read_parameters([("metric", "arrested")], dataset=data, today=TODAY))
    return revised(found.answer, revisions=found, look=look)


REVISED = """
    a, arrested, XX, total, 2023-12-31, 400, exact
    a, arrested, XX, total, 2024-01-31, 500, exact
    b, arrested, XX, total, 2024-01-31, 520, exact   # between first and latest: not drawn
    c, arrested, XX, total, 2024-01-31, 510, exact
"""


def test_first_is_hollow_latest_is_filled_and_carries_its_row():
    figure = drawing(REVISED).figure
    (first,), (latest,) = traces(figure, "first"), traces(figure, "latest")
    assert (list(first.x), list(first.y)) == (["2024-01-31"], [500])
    assert (list(latest.y), list(latest.customdata)) == ([510], [1])  # the second row of the answer
    assert first.marker.color == Look().tokens.background
    assert first.marker.line.color == latest.marker.color != Look().tokens.background
    assert (list(first.customdata), list(first.ids)) == ([-1], ["first 2024-01-31"]), "no row of the answer"
    (joined,) = traces(figure, "joined")
    assert list(joined.y) == [500, 510, None]


def test_axis_that_does_not_begin_at_zero_says_so():
    figure = drawing(REVISED).figure
    assert figure.layout.yaxis.range[0] > 0
    assert drawing(REVISED).axis.endswith("does not start at zero")


def test_counts_far_apart_stand_on_zero():
    figure = drawing(REVISED.replace("510", "90").replace("400", "80")).figure
    assert figure.layout.yaxis.range[0] == 0
    assert "zero" not in drawing(REVISED.replace("510", "90").replace("400", "80")).axis


def test_words_say_both_counts_with_the_days_of_their_documents():
    alt = drawing(REVISED).alt
    assert (
        "31 January 2024: first 500 (published 1 February 2024); latest 510 (published 1 March 2024)." in alt
    )
    assert "Source: The Counters" in alt
    assert "As known on 1 March 2024." in alt


def test_source_and_day_stand_inside_the_figure():
    drawn = drawing(REVISED)
    assert "As known on 1 March 2024." in drawn.credit
    assert drawn.title == "First published and latest. Arrested, total documented since the coup: Ruritania"


def test_nothing_revised_says_so():
    drawn = drawing("a, arrested, XX, total, 2023-12-31, 400, exact")
    assert not traces(drawn.figure, "latest")
    assert "nothing" in notes(drawn.figure)


@pytest.mark.parametrize("look", [Look(), Look(scheme="dark"), Look(narrow=True)])
def test_hundreds_of_periods_get_small_marks_and_the_words_name_those_that_moved_most(look: Look):
    days = [date(2021, 3, 1) + timedelta(days=3 * number) for number in range(300)]
    rows = "\n".join(
        f"{document}, arrested, XX, total, {day}, {1000 + moved + number * (1 + moved)}, exact"
        for number, day in enumerate(days)
        for document, moved in (("a", 0), ("b", 1))
    )
    drawn = drawing(rows, look=look)
    (latest,) = traces(drawn.figure, "latest")
    assert len(latest.x) == 300
    assert latest.marker.size < 8
    assert latest.mode == "markers"
    assert "300 periods were revised in documents." in drawn.alt
    assert drawn.alt.count("latest ") == 40
