"""Laws that hold for every question, tried on random datasets and random questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.answer.answering import answer_for
from metrics.answer.frames import SERIES_COLUMNS
from metrics.query.query import Grain, Measure, Query, Status
from metrics.question.allowed import measures_for
from tests.small import dataset, observations, sources
from validation import Dataset

FIRST = date(2021, 3, 1)
# Few days, few documents: so that counts of one period from several documents are common.
DAYS = st.integers(0, 400).map(lambda days: FIRST + timedelta(days=days - days % 20))
DOCUMENTS = ("a", "b", "c", "d")


@st.composite
def small_datasets(draw: st.DrawFn) -> Dataset:
    published = {name: draw(DAYS) for name in DOCUMENTS}
    kinds = st.tuples(
        st.sampled_from(DOCUMENTS),
        st.sampled_from([("arrested", "total"), ("detained", "stock"), ("released", "total")]),
        st.sampled_from(["XX", "XX-1"]),
        DAYS,
    )
    counts = draw(
        st.dictionaries(
            kinds, st.tuples(st.integers(0, 500), st.sampled_from(["exact", "at_least"])), max_size=14
        )
    )
    rows = [
        f"{source}, {metric}, {place}, {basis}, {day}, {value}, {qualifier}"
        for (source, (metric, basis), place, day), (value, qualifier) in counts.items()
    ]
    documents = [f"{name}, {draw(st.sampled_from(['CO', 'NEWS']))}, {day}" for name, day in published.items()]
    return dataset(observations("\n".join(rows)), sources("\n".join(documents)))


@st.composite
def questions(draw: st.DrawFn) -> tuple[Dataset, Query]:
    small = draw(small_datasets())
    metrics = draw(st.sampled_from([("arrested",), ("detained",), ("released",), ("arrested", "released")]))
    start, end = sorted([draw(DAYS), draw(DAYS)])
    query = Query(
        metrics=metrics,
        places=draw(st.sampled_from([("XX",), ("XX-1", "XX")])),
        measure=draw(st.sampled_from(measures_for(small, metrics))),
        grain=draw(st.sampled_from(Grain)),
        start=start,
        end=end,
        known_on=draw(st.none() | DAYS),
        edition=None,
        counted_by="CO",
        group="political",
        sex="all",
        age="all",
        detail="",
    )
    return small, query


def without(small: Dataset, lines: pd.Index) -> Dataset:
    return replace(small, observations=small.observations.drop(lines))


@given(questions())
def test_as_known_on_never_looks_ahead(drawn: tuple[Dataset, Query]):
    small, query = drawn
    known_on = query.known_on or FIRST + timedelta(days=200)
    query = replace(query, known_on=known_on)
    published = small.observations["source_id"].map(small.sources.set_index("source_id")["published"])
    later = small.observations.index[published > pd.Timestamp(known_on)]
    with_later, without_later = answer_for(small, query), answer_for(without(small, later), query)
    pd.testing.assert_frame_equal(with_later.to_frame(), without_later.to_frame())
    assert (with_later.to_frame()["published"].dropna() <= pd.Timestamp(known_on)).all()


@given(questions())
def test_order_of_the_rows_in_the_tables_does_not_matter(drawn: tuple[Dataset, Query]):
    small, query = drawn
    shuffled = replace(small, observations=small.observations[::-1], sources=small.sources[::-1])
    pd.testing.assert_frame_equal(answer_for(small, query).to_frame(), answer_for(shuffled, query).to_frame())


@given(questions())
def test_places_are_answered_apart(drawn: tuple[Dataset, Query]):
    small, query = drawn
    both = answer_for(small, query).to_frame()
    for place in query.places:
        alone = answer_for(small, replace(query, places=(place,))).to_frame()
        pd.testing.assert_frame_equal(both[both["place"] == place].reset_index(drop=True), alone)


@given(questions())
def test_values_and_statuses_agree(drawn: tuple[Dataset, Query]):
    rows = answer_for(*drawn).to_frame()
    assert tuple(rows.columns) == SERIES_COLUMNS
    has_value = rows["value"].notna()
    assert has_value.equals(rows["status"].isin([Status.REPORTED, Status.DERIVED]))
    assert rows.loc[has_value, "source_id"].ne("").all()
    assert rows.loc[rows["status"] == Status.DERIVED, "note"].ne("").all()


@given(questions())
def test_each_bucket_is_answered_once(drawn: tuple[Dataset, Query]):
    rows = answer_for(*drawn).to_frame()
    assert not rows.duplicated(["metric", "place", "bucket"]).any()


@given(questions())
@settings(max_examples=60)
def test_differences_add_up_to_the_totals(drawn: tuple[Dataset, Query]):
    """The sum of what was newly documented is the last exact total less the first."""
    small, query = drawn
    query = replace(query, metrics=("arrested",), start=FIRST, measure=Measure.NEWLY_DOCUMENTED)
    totals = answer_for(small, replace(query, measure=Measure.TOTAL, grain=Grain.AS_PUBLISHED)).to_frame()
    totals = totals[totals["qualifier"] == "exact"]
    differences = answer_for(small, replace(query, grain=Grain.AS_PUBLISHED)).to_frame()
    for place, rows in totals.groupby("place"):
        newly = differences.loc[differences["place"] == place, "value"].sum()
        assert newly == rows["value"].iloc[-1] - rows["value"].iloc[0]
