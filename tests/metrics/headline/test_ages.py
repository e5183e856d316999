"""Old is said to be old, and what came after a count is said beside it."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.headline.ages import age_beside, amnesties_since, newer_in_series, newest_document
from metrics.headline.headlines import headline_of
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources

NEWEST = date(2026, 2, 27)
EVENTS = """
    event_id,date,place,kind
    e1,2024-01-31,XX,amnesty
    e2,2024-02-01,XX,amnesty
    e3,2024-03-01,XX,amnesty
    e4,2024-03-01,XX,coup"""


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2025-11-27", None),  # 92 days
        ("2025-11-26", "3 months older than the latest figure from TC."),  # 93
        ("2025-02-28", "11 months older than the latest figure from TC."),  # a year less a day
        ("2025-02-27", "12 months older than the latest figure from TC."),
        ("2026-02-27", None),
        ("2026-03-10", None),  # newer than the newest
    ],
)
def test_a_count_is_said_to_be_old_after_a_quarter(day: str, words: str | None):
    age = age_beside(date.fromisoformat(day), NEWEST, counter="TC")
    assert (age and str(age)) == words


@pytest.mark.parametrize(
    ("day", "known_on", "words"),
    [
        ("2024-01-30", "2024-03-05", "There were 3 amnesties after this date, the last on 1 March 2024."),
        ("2024-01-31", "2024-03-05", "There were 2 amnesties after this date, the last on 1 March 2024."),
        ("2024-02-01", "2024-03-05", "There was 1 amnesty after this date, on 1 March 2024."),
        ("2024-01-31", "2024-02-15", "There was 1 amnesty after this date, on 1 February 2024."),
        ("2024-03-01", "2024-03-05", None),
    ],
)
def test_amnesties_after_a_stock_are_said(day: str, known_on: str, words: str | None):
    small = dataset(
        observations(
            f"a, detained, XX, stock, {day}, 900, exact\nb, detained, XX, stock, 2021-03-01, 8, exact"
        ),
        sources(f"a, CO, {day}\nb, CO, {known_on}"),
        events=EVENTS,
    )
    headline = headline_of(ask(small, metric="detained", known_on=known_on))
    assert headline is not None
    said = amnesties_since(small, headline.answer, headline.row)
    assert (said and str(said)) == words


def test_a_running_total_is_not_lowered_by_an_amnesty():
    small = dataset(
        observations("a, arrested, XX, total, 2024-01-01, 900, exact"),
        sources("a, CO, 2024-03-05"),
        events=EVENTS,
    )
    headline = headline_of(ask(small, metric="arrested"))
    assert headline is not None
    assert amnesties_since(small, headline.answer, headline.row) is None


def test_how_long_ago_the_newest_document_was_published():
    assert str(newest_document(date(2026, 3, 2), date(2026, 11, 26))) == (
        "Newest document: 2 March 2026, 269 days ago."
    )
    assert str(newest_document(date(2026, 3, 2), date(2026, 3, 3))).endswith("2 March 2026, 1 day ago.")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (
            {"from_": "2024-01-31", "to": "2024-01-31"},
            "There is a newer figure in this series, 4 months later: 31 May 2024.",
        ),
        ({"from_": "2024-01-31", "to": "2024-01-31", "known_on": "2024-03-15"}, None),  # 29 days newer
        ({"from_": "2024-02-29", "to": "2024-02-29"}, None),  # 92 days
        ({"from_": "2024-05-31", "to": "2024-05-31"}, None),
    ],
)
def test_a_newer_count_of_the_series_is_said_beside_an_old_one(asked: dict[str, str], words: str | None):
    counts = observations(
        "a, detained, XX, stock, 2024-01-31, 100, exact\n"
        "b, detained, XX, stock, 2024-02-29, 90, exact\n"
        "c, detained, XX, stock, 2024-05-31, 80, exact"
    )
    documents = sources("a, CO, 2024-02-01\nb, CO, 2024-03-01\nc, CO, 2024-06-01")
    made = dataset(counts, documents)
    answer = ask(made, metric="detained", measure="level", **asked)
    found = newer_in_series(made, answer, answer.rows[0])
    assert (found and str(found)) == words
