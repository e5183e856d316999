"""Which count stands for a period and for a bucket, and which others are printed beside it."""

from __future__ import annotations

from datetime import date

from metrics.counts.candidates import clocks_of
from metrics.counts.count import Count
from metrics.counts.selection import (
    Conflict,
    conflicting_values,
    selected_of_each_bucket,
    selected_of_each_period,
)
from metrics.counts.series_index import counts_in_series, series_like
from metrics.counts.tables_as_known import corrections_known
from metrics.query.periods import calendar_of
from metrics.query.query import Grain
from tests.metrics.asking import ask, values
from tests.small import dataset, observations, sources
from validation import ReportingYear

DOCUMENTS = sources("""
    a, CO,   2022-02-01
    b, CO,   2022-03-01
    c, NEWS, 2022-03-01
    d, NEWS, 2022-03-01
""")
MONTH = calendar_of(Grain.MONTH, ReportingYear(first_month=2))


def standing(rows: str) -> list[Count]:
    tables = dataset(observations(rows), DOCUMENTS)
    return counts_in_series(tables, series_like(tables))


def test_counts_come_in_order_of_standing():
    counts = standing("""
        b, detained, XX, stock, 2022-01-31, 900, at_least  # a bound, however new
        a, detained, XX, stock, 2022-01-31, 100, exact     # exact, but older
        c, detained, XX, stock, 2022-01-31, 300, exact     # a relay
        d, detained, XX, stock, 2022-01-31, 400, exact     # a relay with a higher source_id
        b, detained, XX, stock, 2022-02-28, 200, exact     # the counter's own, of the same day
    """)
    assert [count.value for count in counts] == [200, 400, 300, 100, 900]
    assert [count.value for count in selected_of_each_period(counts)] == [200, 400]


def test_bucket_shows_the_last_exact_count_else_the_last_bound():
    counts = standing("""
        a, detained, XX, stock, 2022-01-02, 10, exact
        a, detained, XX, stock, 2022-01-09, 11, exact     # the last exact one of January
        a, detained, XX, stock, 2022-01-20, 12, at_least
        a, detained, XX, stock, 2022-02-01, 13, about
        a, detained, XX, stock, 2022-02-02, 14, at_least  # the last bound of February
    """)
    selected = selected_of_each_bucket(selected_of_each_period(counts), MONTH.bucket_of)
    assert {MONTH.label(bucket): count.value for bucket, count in selected.items()} == {
        "2022-01": 11,
        "2022-02": 14,
    }


def test_rivals_are_other_exact_values_for_the_same_period():
    counts = standing("""
        a, detained, XX, stock, 2022-01-31, 100, exact     # line 2
        b, detained, XX, stock, 2022-01-31, 110, exact     # line 3
        c, detained, XX, stock, 2022-01-31, 110, exact     # line 4: the same value again
        d, detained, XX, stock, 2022-01-31, 120, at_least  # a bound rivals nothing
        d, detained, XX, stock, 2022-02-28, 130, exact     # another period
    """)
    assert conflicting_values(counts) == {
        2: [Conflict(110, "detained", "b"), Conflict(110, "detained", "c")],
        3: [Conflict(100, "detained", "a")],
        4: [Conflict(100, "detained", "a")],
    }


def test_a_correction_that_is_recorded_alone_holds_from_the_latest_edition_on():
    later = "a,CO,detained,XX,political,all,all,,,,,2024-01-31,90,exclude,A slip.,2026-02-01"
    small = dataset(
        observations("a, detained, XX, stock, 2024-01-31, 90, exact"),
        sources("a, CO, 2024-02-01"),
        corrections=later,
    )
    latest = ask(small, metric="detained")
    assert latest.to_frame().empty
    assert latest.edition == date(2026, 2, 1)
    assert values(ask(small, metric="detained", edition="2026-01-31")) == {"2024-01-31": 90}


def test_a_later_correction_of_the_same_count_gives_its_reason_in_other_words():
    one = "a,CO,detained,XX,political,all,all,,,,,2024-01-31,90,exclude,{},{}"
    small = dataset(
        observations("a, detained, XX, stock, 2024-01-31, 90, exact"),
        sources("a, CO, 2024-02-01"),
        corrections=f"{one.format('A slip.', '2026-02-01')}\n{one.format('Digits turned.', '2026-03-01')}",
    )
    latest = ask(small, metric="detained")
    assert [(count.reason, count.excluded_on) for count in latest.excluded] == [
        ("Digits turned.", date(2026, 2, 1))
    ]
    assert latest.edition == date(2026, 3, 1)
    assert not latest.rows
    assert corrections_known(small, clocks_of(small, latest.query))["reason"].tolist() == ["Digits turned."]
    before = ask(small, metric="detained", edition="2026-02-15")
    assert corrections_known(small, clocks_of(small, before.query))["reason"].tolist() == ["A slip."]
