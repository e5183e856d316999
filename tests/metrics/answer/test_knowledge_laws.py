"""Laws of the clocks: what was known, and what was recorded, never depends on what came afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.query.query import Grain, Measure, Query
from metrics.question.allowed import measures_for
from metrics.revisions.change_since import change_since
from metrics.revisions.revision_causes import CauseKind
from metrics.revisions.revisions import Revisions, revisions_of
from tests.small import dataset, observations, sources
from validation import Dataset
from validation.models import OBSERVATION_KEY

FIRST = date(2021, 3, 1)
# Few periods, so that several documents often speak of one; all are over when the first is published.
PERIODS = st.sampled_from([FIRST + timedelta(days=45), FIRST + timedelta(days=20)])
STEPS = [FIRST + timedelta(days=25 * steps) for steps in range(2, 7)]
EDITIONS = [date(2025, 6, 1), date(2026, 1, 1), date(2026, 6, 1)]
DOCUMENTS = ("a", "b", "c", "d", "e")
SERIES = (
    ("arrested", "total"),
    ("arrested", "2021-03-01"),  # happened since then
    ("detained", "stock"),
    ("released", "total"),
)
VALUES = st.tuples(st.integers(0, 60), st.sampled_from([*["exact"] * 5, "at_least", "about", "suppressed"]))
# Tables are made and answered twice for each example.
HALF = settings(max_examples=settings.default.max_examples // 2)
PARTS = (
    *("rows", "vintages", "sources", "excluded", "breaks", "events"),
    *("caveats", "start", "end", "known_on", "edition"),
)


@st.composite
def tables(draw: st.DrawFn) -> Dataset:
    """Documents with their counts; published and recorded on few days; some counts corrected."""
    documents = {
        name: (
            draw(st.sampled_from(STEPS)),
            draw(st.sampled_from(["CO", "NEWS"])),
            draw(st.sampled_from([*EDITIONS[:1] * 3, *EDITIONS])),
        )
        for name in DOCUMENTS
    }
    keys = st.tuples(st.sampled_from(DOCUMENTS), st.sampled_from(SERIES), st.just("XX"), PERIODS)
    counts = draw(
        st.dictionaries(keys, st.tuples(VALUES, st.sampled_from(EDITIONS)), min_size=12, max_size=24)
    )
    # One count that every edition has, of another metric.
    rows = [f"first, killed, XX, total, {FIRST}, 1, exact, {EDITIONS[0]}"]
    for (name, (metric, basis), place, day), ((value, qualifier), recorded) in counts.items():
        cells = f"{name}, {metric}, {place}, {basis}, {day}, {'' if qualifier == 'suppressed' else value}"
        rows.append(f"{cells}, {qualifier}, {max(recorded, documents[name][2])}")
    listed = [f"first, CO, {FIRST}, printed, {EDITIONS[0]}"]
    listed += [
        f"{name}, {publisher}, {published}, printed, {recorded}"
        for name, (published, publisher, recorded) in documents.items()
    ]
    return with_corrections(dataset(observations("\n".join(rows)), sources("\n".join(listed))), draw)


def with_corrections(small: Dataset, draw: st.DrawFn) -> Dataset:
    table = small.observations
    lines = draw(st.sets(st.sampled_from(table.index.tolist()), min_size=1, max_size=6))
    corrected = table.loc[sorted(lines)]
    recorded = [
        max(pd.Timestamp(draw(st.sampled_from(EDITIONS))), recorded) for recorded in corrected["recorded"]
    ]
    made = corrected[[*OBSERVATION_KEY]].assign(
        expected_value=corrected["value"],
        action="exclude",
        reason=[f"reason {line}" for line in corrected.index],
        recorded=pd.Series(recorded, index=corrected.index, dtype="datetime64[us]"),
    )
    return replace(small, corrections=made.astype(small.corrections.dtypes.to_dict()))


@st.composite
def questions(draw: st.DrawFn) -> tuple[Dataset, Query]:
    small = draw(tables())
    metric = draw(st.sampled_from(["arrested", "detained", "released"]))
    start, end = sorted([draw(PERIODS), draw(PERIODS)])
    query = Query(
        metrics=(metric,),
        places=("XX",),
        measure=draw(st.sampled_from(measures_for(small, (metric,)))),
        grain=draw(st.sampled_from(Grain)),
        start=draw(st.sampled_from([FIRST, FIRST, start])),
        end=draw(st.sampled_from([None, None, end])),
        known_on=draw(st.sampled_from([*STEPS, *STEPS[2:]])),
        edition=draw(st.sampled_from([*EDITIONS, *EDITIONS[1:]])),
        counted_by="CO",
        group="political",
        sex="all",
        age="all",
        detail="",
    )
    return small, query


def published_after(small: Dataset, day: date) -> set[str]:
    return set(small.sources.loc[small.sources["published"] > pd.Timestamp(day), "source_id"])


def without_documents(small: Dataset, source_ids: set[str]) -> Dataset:
    def kept(table: pd.DataFrame) -> pd.DataFrame:
        return table[~table["source_id"].isin(source_ids)]

    return replace(
        small,
        observations=kept(small.observations),
        sources=kept(small.sources),
        corrections=kept(small.corrections),
    )


def as_recorded_by(small: Dataset, edition: date) -> Dataset:
    def recorded(table: pd.DataFrame) -> pd.DataFrame:
        return table[table["recorded"] <= pd.Timestamp(edition)]

    return replace(
        small,
        observations=recorded(small.observations),
        sources=small.sources,  # every row needs its document, and each is recorded by the row's day
        corrections=recorded(small.corrections),
    )


def assert_same(one: Answer, other: Answer) -> None:
    for part in PARTS:
        assert getattr(one, part) == getattr(other, part)


def assert_same_revisions(one: Revisions, other: Revisions) -> None:
    assert_same(one.answer, other.answer)
    assert one.revisions == other.revisions
    assert one.first_and_latest == other.first_and_latest
    assert (one.periods, one.never_revised) == (other.periods, other.never_revised)


@HALF
@given(questions(), st.sampled_from(DOCUMENTS))
def test_a_document_alone_is_asked_as_if_there_were_no_other(drawn: tuple[Dataset, Query], source: str):
    small, query = drawn
    query = replace(query, source=source, end=query.end or query.known_on)
    others = set(DOCUMENTS) - {source}
    alone = without_documents(small, others)
    pd.testing.assert_frame_equal(answer_for(small, query).to_frame(), answer_for(alone, query).to_frame())
    assert {document.source_id for document in answer_for(small, query).sources} <= {source}


@given(questions())
def test_nothing_in_an_answer_was_published_or_recorded_later(drawn: tuple[Dataset, Query]):
    small, query = drawn
    answer, found = answer_for(small, query), revisions_of(small, query)
    documents = small.sources.set_index("source_id")
    parts = (*answer.rows, *answer.vintages, *answer.sources, *answer.excluded)
    named = {one.source_id for one in parts}
    named |= {one.source_id for one in found.revisions}
    named |= {value.source_id for one in found.revisions for value in (one.was, one.now) if value}
    known = documents.loc[sorted(named - {""})]
    assert (known["published"] <= pd.Timestamp(query.known_on)).all()
    assert (known["recorded"] <= pd.Timestamp(query.edition)).all()
    lines = [count.line for count in (*answer.vintages, *answer.excluded)]
    assert (small.observations.loc[lines, "recorded"] <= pd.Timestamp(query.edition)).all()
    assert all(count.excluded_on <= query.edition for count in answer.excluded)
    assert all(one.on <= max(query.known_on, query.edition) for one in found.revisions)


@HALF
@given(questions())
def test_a_document_published_later_never_changes_an_earlier_vintage(drawn: tuple[Dataset, Query]):
    """The tables with all later documents against those without: answers and revisions are equal in full."""
    small, query = drawn
    before = without_documents(small, published_after(small, query.known_on))
    assert_same(answer_for(before, query), answer_for(small, query))
    assert_same_revisions(revisions_of(before, query), revisions_of(small, query))


@HALF
@given(questions())
def test_a_row_recorded_later_never_changes_an_earlier_edition(drawn: tuple[Dataset, Query]):
    """Also a correction recorded later, and an older document transcribed late."""
    small, query = drawn
    before = as_recorded_by(small, query.edition)
    assert_same(answer_for(before, query), answer_for(small, query))
    assert_same_revisions(revisions_of(before, query), revisions_of(small, query))


@HALF
@given(questions())
def test_was_is_the_answer_then_and_now_is_the_answer_today(drawn: tuple[Dataset, Query]):
    small, query = drawn
    then = answer_for(small, query)
    assume(query.start <= then.end)  # else nothing that was asked for could have been known
    today = answer_for(small, replace(query, known_on=None, edition=None, end=then.end))
    now = {row.bucket: row for row in today.rows}
    for row in then.rows:
        change, later = change_since(small, query, row), now.get(row.bucket)
        assert (change is None) == (standing(row) == standing(later))
        if change:
            assert change.was is None or row.value is None or change.was.value == row.value
            assert change.now is None or change.now.source_id == later.source_id
            assert (change.cause is CauseKind.DOCUMENT) <= (change.why.on > query.known_on)
            assert str(change.sentence)


def standing(row: object) -> tuple[object, ...]:
    """A row's value, qualifier and status; nothing where there is no number."""
    if row is None or row.status in ("not_reported", "no_longer_published"):
        return ()
    return (row.value, row.qualifier, row.status)


@HALF
@given(questions())
def test_what_documents_revised_leads_from_the_first_word_to_the_latest(drawn: tuple[Dataset, Query]):
    small, query = drawn
    query = replace(query, measure=Measure.LEVEL if query.metrics == ("detained",) else Measure.TOTAL)
    found = revisions_of(small, query)
    stands = {row.bucket: row for row in found.answer.rows}
    for period in found.first_and_latest:
        assert period.latest.source_id == stands[period.bucket].source_id
        steps = [
            one for one in found.revisions if one.bucket == period.bucket and one.cause is CauseKind.DOCUMENT
        ]
        assert value_of(steps[0].was) == value_of(period.first)
        assert value_of(steps[-1].now) == value_of(period.latest)
        assert all(value_of(one.now) == value_of(two.was) for one, two in pairwise(steps))
        assert [one.on for one in steps] == sorted(one.on for one in steps)


def value_of(one: object) -> tuple[object, ...]:
    return one.value, one.qualifier
