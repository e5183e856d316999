from datetime import date

import pandas as pd

from charts.canvas.answer_tables import breaks_of, events_of, metrics_of, places_of
from charts.canvas.records import values_of
from charts.canvas.rows import rows_of
from tests.charts.by_hand import answer, row


def test_rows_keep_their_labels_and_their_order():
    rows = rows_of(answer(row("2024-02-29", 12), row("2024-01-31", 10, place="MM-01")))
    assert [(one.label, one.place, one.day, one.value) for one in rows] == [
        (0, "MM", date(2024, 2, 29), 12),
        (1, "MM-01", date(2024, 1, 31), 10),
    ]


def test_a_bucket_without_a_count_is_drawn_on_its_last_day():
    [missing] = rows_of(answer(row(None, None, bucket="2024-02"), grain="month"))
    assert (missing.day, missing.period_end, missing.value) == (date(2024, 2, 29), None, None)


def test_rows_are_read_once_for_each_answer():
    asked = answer(row("2024-01-31", 10))
    assert rows_of(asked) is rows_of(asked)
    assert rows_of(asked) is not rows_of(answer(row("2024-01-31", 10)))


def test_what_is_missing_is_none_in_every_kind_of_column():
    assert values_of(pd.Series([3, pd.NA], dtype="Float64")) == [3.0, None]
    assert values_of(pd.Series(["text", None], dtype="str")) == ["text", None]
    assert values_of(pd.to_datetime(pd.Series(["2024-02-29", None]))) == [date(2024, 2, 29), None]


def test_an_event_of_several_places_is_one_and_stands_where_it_came_first():
    def event(day, place, label):
        return {"event_id": place, "date": day, "place": place, "kind": "amnesty", "label": label}

    asked = answer(
        events=[
            event("2023-01-04", "MM", "Amnesty"),
            event("2023-05-03", "MM", "Amnesty"),  # another day
            event("2023-01-04", "MM-01", "Amnesty"),  # the first one, at another place
            event("2023-01-04", "MM", "Execution"),  # something else on that day
        ]
    )
    assert [(found.date.isoformat(), found.label) for found in events_of(asked)] == [
        ("2023-01-04", "Amnesty"),
        ("2023-05-03", "Amnesty"),
        ("2023-01-04", "Execution"),
    ]


def test_tables_are_named_by_code():
    asked = answer(places=("MM", "MM-12"), metrics=("arrested", "killed"))
    assert {code: metric.label for code, metric in metrics_of(asked).items()} == {
        "arrested": "Arrested",
        "killed": "Killed",
    }
    assert {code: place.kind for code, place in places_of(asked).items()} == {
        "MM": "country",
        "MM-12": "state",
    }
    assert breaks_of(asked) == ()
