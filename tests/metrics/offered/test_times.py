"""A day that may be chosen leaves a figure; one that may not leaves none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from metrics.answer.answering import answer_for
from metrics.counts.current_tables import today
from metrics.offered.times import times_offered
from metrics.question.address import read_parameters
from validation import Dataset

QUESTIONS = (
    {"metric": "arrested"},
    {"metric": "detained", "grain": "month", "to": "2022-12-31"},
    {"metric": "arrested", "measure": "happened", "grain": "reporting_year"},
    {"metric": "killed", "place": "MM-01", "from": "2022-01-01", "to": "2022-12-31"},
    {"metric": "arrested", "measure": "newly_documented", "grain": "quarter", "from": "2023-01-01"},
)


@pytest.mark.parametrize("asked", QUESTIONS)
def test_a_day_is_offered_where_it_leaves_a_figure(first_edition: Dataset, asked: dict[str, str]) -> None:
    query = read_parameters(asked.items(), dataset=first_edition, today=today())
    times = times_offered(first_edition, query)
    for day in times.starts[::3]:
        if query.end is None or day <= query.end:
            counted = answer_for(first_edition, replace(query, start=day)).counted
            assert (day in times.starts_with_figures) == bool(counted), day
    for day in times.ends[::3]:
        if day >= query.start:
            counted = answer_for(first_edition, replace(query, end=day)).counted
            assert (day in times.ends_with_figures) == bool(counted), day


def test_days_by_hand(first_edition: Dataset) -> None:
    """The only count of arrests in Sagaing as they happened is of year three."""
    query = read_parameters(
        {"metric": "arrested", "place": "MM-01", "measure": "happened", "grain": "reporting_year"}.items(),
        dataset=first_edition,
        today=today(),
    )
    times = times_offered(first_edition, query)
    assert max(times.starts_with_figures).isoformat() == "2023-02-01"
    assert min(times.ends_with_figures).isoformat() == "2024-01-31"
