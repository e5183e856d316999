"""The index of series leads to all counts, in order of standing, and to no other."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

import numpy as np
import pandas as pd
import pytest

from metrics.answer.answering import answer_for
from metrics.counts.candidates import (
    Clocks,
    are_excluded,
    are_known,
    clocks_of,
    is_excluded,
    is_known,
)
from metrics.counts.count import Count, Series
from metrics.counts.published import published_counts
from metrics.counts.series_index import counts_in_series, counts_of_series, series_index, series_like
from metrics.query.caching import clear_caches
from metrics.query.query import MEASURE_OF_BASIS, Grain, Query
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources
from validation import Dataset

DOCUMENTS: Final = sources("""
    a, CO, 2022-02-01
    b, CO, 2022-03-01
""")
LATER: Final = date(2199, 1, 1)  # than any day in the tables
SMALL: Final = dataset(
    observations("""
        a, detained, XX,   stock, 2022-01-31, 100, exact     # line 2: superseded
        a, arrested, XX,   total, 2022-01-31, 300, exact     # line 3
        a, arrested, XX-1, total, 2022-01-31,    , suppressed  # line 4: stands last of all
        b, detained, XX,   stock, 2022-01-31, 110, exact     # line 5
        b, detained, XX-1, stock, 2022-01-31,  40, at_least  # line 6: a bound
        a, detained, XX-1, stock, 2022-01-31,  30, exact     # line 7: exact, so it stands before
    """),
    DOCUMENTS,
)


def of(metric: str, place: str) -> Series:
    return Series(metric, place, "CO", "political", "all", "all", "")


@pytest.fixture
def tables(live_data: Dataset) -> Dataset:
    """The project's own tables, which have every row of the frozen edition: another test holds that."""
    return live_data


def test_the_lines_of_each_series_come_in_order_of_standing() -> None:
    lines = {
        series: [count.lines for count in counts_of_series(SMALL, series)]
        for series in series_index(SMALL).number_of
    }
    assert lines == {
        of("detained", "XX"): [(5,), (2,)],
        of("arrested", "XX"): [(3,)],
        of("detained", "XX-1"): [(7,), (6,)],
        of("arrested", "XX-1"): [(4,)],
    }


def test_series_come_in_the_order_of_their_best_counts() -> None:
    # Line 5 is published last; of lines 3 and 7, both exact and of one day, the table has 3 first; 4 is none.
    assert list(series_index(SMALL).number_of) == [
        of("detained", "XX"),
        of("arrested", "XX"),
        of("detained", "XX-1"),
        of("arrested", "XX-1"),
    ]


def test_counts_of_several_series_stand_in_one_order() -> None:
    both = counts_in_series(SMALL, [of("arrested", "XX"), of("detained", "XX")])
    assert [count.lines for count in both] == [(5,), (2,), (3,)]


def test_series_are_found_by_their_parts() -> None:
    assert series_like(SMALL, metric="detained") == (of("detained", "XX"), of("detained", "XX-1"))
    assert series_like(SMALL, metric="detained", place="XX-1") == (of("detained", "XX-1"),)
    assert series_like(SMALL, place="XX-2") == ()


def test_a_series_without_a_count_has_none() -> None:
    assert counts_of_series(SMALL, of("killed", "XX")) == ()


def test_a_folder_without_a_count_has_no_series() -> None:
    empty = replace(SMALL, observations=SMALL.observations.iloc[:0])
    assert series_like(empty) == ()
    assert counts_of_series(empty, of("detained", "XX")) == ()
    assert ask(empty, metric="detained").to_frame()["status"].eq("reported").sum() == 0


def test_each_count_is_in_exactly_one_series(tables: Dataset) -> None:
    index = series_index(tables)
    positions = [index.positions_of(number) for number in index.number_of.values()]
    assert sorted(np.concatenate(positions).tolist()) == list(range(len(published_counts(tables))))
    assert all(len(of_series) for of_series in positions)


def test_a_series_has_its_counts_in_the_order_of_the_frame(tables: Dataset) -> None:
    frame = published_counts(tables)
    parts = frame[list(Series._fields)]
    for series, number in series_index(tables).number_of.items():
        expected = np.flatnonzero((parts == list(series)).all(axis=1))
        assert series_index(tables).positions_of(number).tolist() == expected.tolist()


def test_a_count_says_what_its_row_says(tables: Dataset) -> None:
    frame = published_counts(tables)
    for count in counts_in_series(tables, series_index(tables).number_of):
        row = frame.iloc[count.position]
        assert count.lines == (row.name,)
        assert count.series == tuple(row[list(Series._fields)])
        for name in ("basis", "qualifier", "source_id", "published_is", "note", "strength"):
            assert getattr(count, name) == row[name]
        for name in ("period_start", "period_end", "published", "recorded", "source_recorded", "excluded_on"):
            day = getattr(count, name)
            assert day == (None if pd.isna(row[name]) else row[name].date())
        assert count.value == (None if pd.isna(row["value"]) else row["value"])


@pytest.mark.parametrize("known_on", [None, date(2021, 6, 1), date(2024, 1, 31)])
def test_all_counts_at_once_are_judged_as_one_by_one(tables: Dataset, known_on: date | None) -> None:
    query = next(_questions(tables))
    for edition in (None, date(2026, 11, 22)):
        clocks = clocks_of(tables, replace(query, known_on=known_on, edition=edition))
        counts = counts_in_series(tables, series_index(tables).number_of)
        assert are_known(tables, clocks).tolist() == [is_known(count, clocks) for count in counts]
        assert are_excluded(tables, clocks).tolist() == [is_excluded(count, clocks) for count in counts]


def test_latest_days_are_those_of_the_counts_one_by_one(tables: Dataset) -> None:
    counts = counts_in_series(tables, series_index(tables).number_of)
    for query in _questions(tables):
        clocks: Clocks = clocks_of(tables, replace(query, end=None, known_on=None))
        edition = clocks.edition
        recorded = [count for count in counts if max(count.recorded, count.source_recorded) <= edition]
        assert clocks.known_on == max(count.published for count in recorded)
        assert clocks.end == max(
            count.period_end
            for count in recorded
            if (count.series.counted_by, count.series.event_id) == (query.counted_by, query.event)
        )


def test_a_question_makes_objects_of_its_own_counts_only(first_edition: Dataset) -> None:
    clear_caches()
    gc.collect()
    already = {id(found) for found in gc.get_objects() if isinstance(found, Count)}
    ask(first_edition, metric="killed", place="MM", measure="total")
    made = {
        found.series.metric
        for found in gc.get_objects()
        if isinstance(found, Count) and id(found) not in already
    }
    assert made == {"killed"}


def test_other_series_in_the_table_change_no_answer(tables: Dataset) -> None:
    for query in list(_questions(tables))[::9]:
        (metric,), (place,) = query.metrics, query.places
        own = Series(
            metric, place, query.counted_by, query.group, query.sex, query.age, query.detail, query.event
        )
        is_own = (tables.observations[list(Series._fields)] == list(own)).all(axis=1)
        alone = replace(tables, observations=tables.observations[is_own])
        among, by_itself = answer_for(tables, query), answer_for(alone, query)
        pd.testing.assert_frame_equal(among.to_frame(), by_itself.to_frame())
        assert among.vintages == by_itself.vintages
        assert among.sources == by_itself.sources


def _questions(tables: Dataset) -> Iterator[Query]:
    """A question for each series and basis, its days given, so that no other series decides what is latest.

    Not for `released`, which may be derived from two other series.
    """
    keys = tables.observations.drop_duplicates([*Series._fields, "basis"])
    for row in keys[keys["metric"] != "released"].itertuples():
        yield Query(
            metrics=(row.metric,),
            places=(row.place,),
            measure=MEASURE_OF_BASIS[row.basis],
            grain=Grain.AS_PUBLISHED,
            start=date(2008, 1, 1),
            end=LATER,
            known_on=LATER,
            edition=LATER,
            counted_by=row.counted_by,
            group=row.group,
            sex=row.sex,
            age=row.age,
            detail=row.detail,
            event=row.event_id,
        )
