"""What was counted before the origin, 1 February 2021 in the small tables."""

from __future__ import annotations

from datetime import date

from metrics.headline.pre_origin import question_before_origin
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources

SMALL = dataset(
    observations("""
        a, detained, XX, stock, 2012-12-31, 70, exact
        a, detained, XX, stock, 2015-12-31, 80, exact
        a, detained, XX, stock, 2021-02-01, 90, exact       # on the origin: not before it
        a, arrested, XX, 2015-01-01, 2015-12-31, 5, exact   # no stock
        b, detained, XX, stock, 2010-12-31, 60, exact       # published later
    """),
    sources("a, CO, 2021-03-01\nb, CO, 2022-03-01"),
)


def test_the_stock_with_most_counts_from_its_first_to_the_day_before():
    before = question_before_origin(SMALL, ask(SMALL, metric="arrested").query)
    assert before is not None
    assert (before.metrics, before.start, before.end) == (
        ("detained",),
        date(2010, 12, 31),
        date(2021, 1, 31),
    )


def test_what_was_not_known_yet_is_not_asked_for():
    before = question_before_origin(SMALL, ask(SMALL, metric="arrested", known_on="2021-06-01").query)
    assert before is not None
    assert before.start == date(2012, 12, 31)


def test_without_an_earlier_count_there_is_no_question():
    assert question_before_origin(SMALL, ask(SMALL, metric="arrested", place="XX-1").query) is None
