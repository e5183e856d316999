"""How long after an amnesty a count is as of, and when that is not known."""

from __future__ import annotations

import pytest

from metrics.amnesty.amnesties import amnesties_of
from metrics.amnesty.amnesty_words import days_after
from tests.metrics.asking import ask
from tests.small import dataset, sources, table

EVENTS = "event_id,date,place,kind\nXX-2024-01-04-amnesty,2024-01-04,XX,amnesty"


@pytest.mark.parametrize(
    ("as_of", "published", "words"),
    [
        ("2024-01-04", "2024-01-04", "on the day"),
        ("2024-01-04", "2024-01-05", "published 1 day after"),
        ("2024-01-04", "2024-02-03", "published 30 days after"),
        ("2024-01-05", "2024-02-03", "1 day after"),
        ("2024-01-11", "2024-02-03", "7 days after"),
    ],
)
def test_on_the_day_is_said_of_a_document_of_the_day_alone(as_of: str, published: str, words: str) -> None:
    counts = table(
        "observations",
        "metric,place,event_id,basis,period_end,value\n"
        f"released,XX,XX-2024-01-04-amnesty,2024-01-04,{as_of},72",
    )
    small = dataset(counts, sources(f"a, CO, {published}"), events=EVENTS)
    (amnesty,) = amnesties_of(small, ask(small, metric="arrested").query)
    assert [days_after(one) for course in amnesty.courses for one in course.counts] == [words]
