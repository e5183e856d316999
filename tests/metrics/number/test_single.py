"""One row as a question of its own: the same number, asked for alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from metrics.answer.answering import answer_for
from metrics.number.single import number_at, pinned, question_of
from metrics.query.query import Query
from tests.metrics.answer.test_laws import questions
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources
from validation import Dataset


@given(questions(), st.data())
def test_a_row_asked_for_alone_is_the_same_row(drawn: tuple[Dataset, Query], data: st.DataObject):
    small, query = drawn
    answer = answer_for(small, query)
    if answer.to_frame().empty:
        return
    label = data.draw(st.sampled_from(list(answer.to_frame().index)))
    alone = question_of(answer, label)
    # Sound tables hold no count that was published before its time was over.
    is_known = answer.to_frame()["period_end"][label] <= pd.Timestamp(answer.known_on)
    for question in (alone, pinned(answer, alone)) if is_known else (alone,):
        found = number_at(small, question)
        assert found is not None
        row = found.answer.to_frame().loc[[found.row]].reset_index(drop=True)
        pd.testing.assert_frame_equal(row, answer.to_frame().loc[[label]].reset_index(drop=True))


def test_a_period_within_a_period_is_told_apart_from_it():
    small = dataset(
        observations(
            """
            a, arrested, XX, 2023-01-01, 2023-12-31, 40, exact   # the year
            a, arrested, XX, 2023-03-01, 2023-03-31, 4, exact    # a month within it
            """
        ),
        sources("a, CO, 2024-02-01"),
    )
    answer = ask(small, metric="arrested", place="XX", measure="happened", from_="2023-01-01")
    year = answer.to_frame().index[answer.to_frame()["value"] == 40][0]
    found = number_at(small, question_of(answer, year))
    assert found is not None
    assert len(found.answer.to_frame()) == 2
    assert found.answer.to_frame().loc[found.row, "value"] == 40


def test_a_question_about_several_numbers_is_about_none():
    small = dataset(
        observations(
            "a, detained, XX, stock, 2023-03-31, 4, exact\na, detained, XX, stock, 2023-04-30, 5, exact"
        ),
        sources("a, CO, 2024-02-01"),
    )
    both = ask(small, metric="detained", place="XX", from_="2023-01-01").query
    assert number_at(small, both) is None
    assert number_at(small, replace(both, start=date(2023, 4, 1))) is not None
    assert number_at(small, replace(both, start=date(2023, 5, 1))) is None
    assert number_at(small, replace(both, start=date(2023, 4, 1), places=("XX", "XX-1"))) is None
