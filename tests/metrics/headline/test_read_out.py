"""Which rows are read out together: of one time, and never a part above its whole without a word."""

from __future__ import annotations

import pytest

from exports.read_out import sentences_to_read_out
from metrics.headline.read_out import rows_to_read_out
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources
from validation import Dataset

DOCUMENTS = sources("a, CO, 2024-03-01\nb, CO, 2024-03-02")
YEAR = {"metric": "arrested", "measure": "happened", "from_": "2023-02-01", "to": "2024-01-31"}


def small(rows: str) -> Dataset:
    return dataset(observations(rows), DOCUMENTS)


def read_out(rows: str, **asked: str | list[str]) -> tuple[list[tuple[str, float]], list[str]]:
    """Place or metric and value of each row, and the remarks."""
    found = rows_to_read_out(ask(small(rows), **asked))
    assert found is not None
    several_places = isinstance(asked.get("place"), list)
    return (
        [(row.place if several_places else row.metric, row.value or 0) for row in found.rows],
        [str(remark) for remark in found.remarks],
    )


def test_the_row_of_exactly_the_time_asked_for_goes_before_a_newer_one_within_it():
    rows = """
        a, arrested, XX, 2023-02-01, 2024-01-31, 1988, exact
        a, arrested, XX, 2024-01-01, 2024-01-31, 55, exact   # ends on the same day
    """
    assert read_out(rows, **YEAR) == ([("arrested", 1988)], [])


def test_a_part_is_of_the_period_of_its_whole():
    rows = """
        a, arrested, XX, 2023-02-01, 2024-01-31, 1988, exact
        a, arrested, XX, 2024-01-01, 2024-01-31, 55, exact
        a, arrested, XX-1, 2023-02-01, 2024-01-31, 309, exact
    """
    assert read_out(rows, **YEAR, place=["XX", "XX-1"]) == ([("XX", 1988), ("XX-1", 309)], [])


def test_another_period_than_the_one_asked_for_is_said_to_be_another():
    rows = """
        a, arrested, XX, 2023-03-01, 2023-03-31, 40, exact
        a, arrested, XX, 2024-01-01, 2024-01-31, 55, exact
    """
    assert read_out(rows, **YEAR) == (
        [("arrested", 55)],
        [
            "There is no figure here for exactly 1 February 2023 to 31 January 2024.",
            "This is the latest period within 1 February 2023 to 31 January 2024 that has a figure.",
        ],
    )


def test_who_has_no_count_of_that_period_is_named_and_not_given_another():
    rows = """
        a, arrested, XX, 2023-02-01, 2024-01-31, 1988, exact
        a, arrested, XX-1, 2024-01-01, 2024-01-31, 309, exact
    """
    assert read_out(rows, **YEAR, place=["XX", "XX-1"]) == (
        [("XX", 1988)],
        ["No figure for North is shown here for 1 February 2023 to 31 January 2024."],
    )


def test_a_bound_of_that_time_is_read_out_and_not_said_to_be_missing():
    rows = """
        a, arrested, XX, total, 2024-01-31, 25931, exact
        b, arrested, XX-1, total, 2022-01-31, 1000, exact
        a, arrested, XX-1, total, 2024-01-31, 1900, at_least
    """
    spoken, remarks = read_out(rows, metric="arrested", place=["XX", "XX-1"])
    assert spoken == [("XX", 25931), ("XX-1", 1900)]
    assert remarks == []


def test_of_several_series_the_time_is_that_of_most_and_not_called_the_newest():
    rows = """
        a, arrested, XX, 2023-03-01, 2023-03-31, 40, exact
        a, arrested, XX-1, 2023-03-01, 2023-03-31, 9, exact
        a, arrested, XX, 2024-01-01, 2024-01-31, 55, exact
    """
    spoken, remarks = read_out(rows, **YEAR, place=["XX", "XX-1"])
    assert spoken == [("XX", 40), ("XX-1", 9)]
    assert remarks[1:] == [
        "This is the latest period within 1 February 2023 to 31 January 2024 for which most of them"
        " have a figure.",
        "Newer figures are shown here only for Ruritania.",
    ]


def test_totals_are_of_the_newest_day_that_most_share():
    rows = """
        a, arrested, XX, total, 2022-06-22, 14000, exact
        a, arrested, XX-1, total, 2022-06-22, 1900, exact
        b, arrested, XX, total, 2024-01-31, 25931, exact
    """
    assert read_out(rows, metric="arrested", place=["XX", "XX-1"]) == (
        [("XX", 14000), ("XX-1", 1900)],
        ["Newer figures are shown here only for Ruritania."],
    )


def test_where_all_have_newer_numbers_of_different_days_none_is_said_to_be_alone_in_it():
    rows = """
        a, arrested, XX, total, 2022-06-22, 14000, exact
        a, arrested, XX-1, total, 2022-06-22, 1900, exact
        b, arrested, XX, total, 2024-01-31, 25931, exact
        b, arrested, XX-1, total, 2024-01-29, 5000, exact
    """
    assert read_out(rows, metric="arrested", place=["XX", "XX-1"]) == (
        [("XX", 14000), ("XX-1", 1900)],
        ["All have newer figures, but for different dates, so they are not read out together."],
    )


def test_a_part_above_its_whole_is_said_to_be():
    rows = """
        a, killed, XX, total, 2024-01-31, 20, exact
        b, killed, XX-1, total, 2024-01-31, 30, exact
        a, killed, XX-2, total, 2024-01-31, 20, exact   # as many is not above
    """
    _rows, remarks = read_out(rows, metric="killed", place=["XX", "XX-1", "XX-2"])
    assert remarks == [
        "The figure for North is higher than the figure for Ruritania, of which it is a part, so do"
        " not quote one as a share of the other."
    ]


def test_a_metric_above_the_one_that_it_is_a_part_of_is_said_to_be():
    rows = """
        a, killed, XX, total, 2024-01-31, 20, exact
        b, killed_in_custody, XX, total, 2024-01-31, 30, exact
    """
    _rows, remarks = read_out(rows, metric=["killed", "killed_in_custody"])
    assert [remark.split(" is higher than ")[0] for remark in remarks] == ["The figure for Killed in custody"]


def test_the_latest_is_the_newest_exact_count_and_a_later_bound_in_one_sentence():
    rows = """
        a, arrested, XX, total, 2025-09-15, 29685, exact
        b, arrested, XX, total, 2026-01-04, 30000, at_least
    """
    sentences, remarks = sentences_to_read_out(ask(small(rows), metric="arrested"))
    assert [str(sentence) for sentence in sentences] == [
        "By 15 September 2025, The Counters had documented 29,685 people arrested in Ruritania since the"
        " coup; by 4 January 2026, at least 30,000."
    ]
    assert remarks == ()


def test_that_a_total_is_later_at_least_what_it_was_is_not_said_but_of_a_stock_it_is():
    rows = """
        a, arrested, XX, total, 2025-09-15, 29685, exact
        b, arrested, XX, total, 2026-01-04, 20000, at_least
        a, detained, XX, stock, 2025-09-15, 22000, exact
        b, detained, XX, stock, 2026-01-04, 20000, at_least
    """
    sentences, _remarks = sentences_to_read_out(ask(small(rows), metric="arrested"))
    assert "20,000" not in str(sentences[0])
    sentences, _remarks = sentences_to_read_out(ask(small(rows), metric="detained"))
    assert str(sentences[0]).endswith("; on 4 January 2026, at least 20,000.")


def test_an_earlier_bound_is_not_said_beside_a_newer_exact_count():
    rows = """
        a, arrested, XX, total, 2025-09-15, 28000, at_least
        b, arrested, XX, total, 2026-01-04, 30000, exact
    """
    sentences, _remarks = sentences_to_read_out(ask(small(rows), metric="arrested"))
    assert "28,000" not in str(sentences[0])


@pytest.mark.parametrize("measure", ["happened", "total"])
def test_without_a_value_nothing_is_read_out(measure: str):
    rows = "a, arrested, XX, total, 2024-01-31, , suppressed"
    assert rows_to_read_out(ask(small(rows), metric="arrested", measure=measure)) is None


def test_a_bound_for_another_period_is_no_later_word_on_one():
    rows = """
        a, arrested, XX, 2023-01-01, 2023-12-31, 1988, exact
        a, arrested, XX, 2024-01-01, 2024-01-31, 60, at_least
    """
    found = rows_to_read_out(ask(small(rows), metric="arrested", measure="happened"))
    assert found is not None
    assert dict(found.later_bounds) == {}


def test_months_are_read_out_of_one_month():
    rows = """
        a, arrested, XX, total, 2023-12-30, 100, exact
        a, arrested, XX, total, 2024-01-31, 120, exact
        a, arrested, XX-1, total, 2023-12-28, 30, exact
    """
    asked = {"metric": "arrested", "place": ["XX", "XX-1"], "grain": "month"}
    rows_, remarks = read_out(rows, **asked)
    assert rows_ == [("XX", 100), ("XX-1", 30)]
    assert remarks == ["Newer figures are shown here only for Ruritania."]
