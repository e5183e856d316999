"""Several organisations' counts: whose stand beside whose, which is nearest, what each scope is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from metrics.counts.candidates import clocks_of
from metrics.organisations.comparable import comparable_counts, counters_left_out, counters_of
from metrics.organisations.scopes import scope_in_a_line, scope_in_words
from metrics.organisations.side_by_side import label_in_all, nearest_pairs, reference_of, sides_of
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources
from validation import Dataset

COUNTS = """
    d1, arrested, XX, total, 2022-01-31, 100, exact
    d2, arrested, XX, total, 2022-03-31, 140, exact
    n1, arrested, XX, total, 2022-02-10, 90, at_least     # 10 days after 31 January, 49 before 31 March
    n2, arrested, XX, total, 2022-03-31, 140, about       # the same number on the same day
    n3, arrested, XX, total, 2023-06-30, 300, exact       # more than a year after the last count of CO
    n4, arrested, XX, 2022-01-01, 2022-01-31, 7, exact    # by date of event: on no scale with the others
    d1, killed, XX, total, 2022-01-31, 5, exact           # nobody else counts it
    n1, killed, XX, 2022-01-01, 2022-01-31, 2, exact      # on other terms only
"""
DOCUMENTS = """
    d1, CO, 2022-02-01
    d2, NEWS, 2022-04-01    # relays it
    n1, NEWS, 2022-02-11
    n2, NEWS, 2022-04-01
    n3, NEWS, 2023-07-01
    n4, NEWS, 2022-02-20
"""


@pytest.fixture(scope="module")
def small() -> Dataset:
    counts = observations(COUNTS)
    by_news = counts["source_id"].str.startswith("n")
    counts = counts.assign(counted_by=counts["counted_by"].mask(by_news, "NEWS"))
    return dataset(counts, sources(DOCUMENTS))


def question(data: Dataset, **parameters: str):
    return ask(data, **{"metric": "arrested", "measure": "total", **parameters}).query


def test_each_organisation_has_an_answer_of_its_own(small: Dataset):
    sides = sides_of(small, question(small))
    assert [side.counter for side in sides] == ["CO", "NEWS"]
    assert [[row.value for row in side.rows] for side in sides] == [[100, 140], [90, 140, 300]]
    assert all(side.answer.query.counted_by == side.counter for side in sides)


def test_organisation_that_was_asked_for_comes_first(small: Dataset):
    sides = sides_of(small, question(small, counted_by="NEWS"))
    assert [side.counter for side in sides] == ["NEWS", "CO"]


def test_labels_among_all_lead_back_to_the_row(small: Dataset):
    sides = sides_of(small, question(small))
    labels = [label_in_all(side, row.label) for side in sides for row in side.rows]
    assert labels == [0, 1, 2, 3, 4]
    found = reference_of(sides, 3)
    assert (found.answer.query.counted_by, found.answer.to_frame().loc[found.row, "value"]) == ("NEWS", 140)
    assert reference_of(sides, 5) is None
    assert reference_of(sides, -1) is None


def test_nearest_counts_with_their_distance_and_no_difference(small: Dataset):
    pairs = nearest_pairs(sides_of(small, question(small)))
    nearest = [None if pair.nearest is None else pair.nearest.value for pair in pairs]
    assert [pair.row.value for pair in pairs] == [300, 140, 90], "the newest first"
    assert nearest == [None, 140, 100], "none within a year; the same day; ten days older"
    assert [pair.days for pair in pairs] == [0, 0, 10]
    assert [pair.is_same for pair in pairs] == [False, True, False]


def test_what_several_count_is_offered_with_the_day_from_which_they_do(small: Dataset):
    offered = comparable_counts(small, clocks_of(small, question(small)))
    assert [(one.counted.metric, one.counters, one.start) for one in offered] == [
        ("arrested", ("CO", "NEWS"), date(2021, 2, 1))
    ]


def test_nothing_is_offered_before_the_second_organisation_was_known(small: Dataset):
    early = question(small, known_on="2022-02-10")  # the day before n1 was published
    assert comparable_counts(small, clocks_of(small, early)) == ()
    assert counters_of(small, early) == ("CO",)
    assert [side.counter for side in sides_of(small, early)] == ["CO"]


def test_who_counts_on_other_terms_is_named_and_not_shown(small: Dataset):
    killed = question(small, metric="killed")
    assert [side.counter for side in sides_of(small, killed)] == ["CO"]
    assert counters_left_out(small, killed) == ("NEWS",)
    assert counters_left_out(small, question(small)) == ()


def test_scope_of_each(small: Dataset):
    own, other = (dict(scope_in_words(small, side)) for side in sides_of(small, question(small)))
    assert own["Who counts"] == "A non-governmental organisation."
    assert own["Definition"] == "People arrested."
    assert (
        own["Where it is published"]
        == "In 1 document of its own, and in 1 document by someone else reporting it."
    )
    assert own["Figures in this time"] == "2, from 31 January 2022 to 31 March 2022."
    assert other["Who counts"] == "A news organisation."
    assert other["Definition"] == "Its own, which is not recorded here."
    assert other["Since when"] == "A running total of cases documented since 1 February 2021."
    assert other["Where it is published"] == "In 3 documents of its own."
    assert other["Figures in this time"] == "3, from 10 February 2022 to 30 June 2023."
    assert list(own) == list(other)


def test_counts_in_this_time_are_those_with_a_number():
    """Three in one document, and one that is held back; of the other organisation a single one."""
    counts = observations(
        """
        d1, arrested, XX, total, 2021-11-30, 60, exact
        d1, arrested, XX, total, 2021-12-31, 80, exact
        d1, arrested, XX, total, 2022-01-31, 100, exact
        d2, arrested, XX, total, 2022-03-31, , suppressed
        n1, arrested, XX, total, 2022-02-10, 90, at_least
        """
    )
    by_news = counts["source_id"].str.startswith("n")
    data = dataset(counts.assign(counted_by=counts["counted_by"].mask(by_news, "NEWS")), sources(DOCUMENTS))
    own, other = (dict(scope_in_words(data, side)) for side in sides_of(data, question(data)))
    assert own["Figures in this time"] == "3, from 30 November 2021 to 31 January 2022."
    assert other["Figures in this time"] == "One, for 10 February 2022."


def test_first_edition_worked_by_hand(first_edition: Dataset):
    """OHCHR's three totals of arrests, by observations.csv, beside AAPP's nearest."""
    sides = sides_of(first_edition, question(first_edition))
    assert [side.counter for side in sides] == ["AAPP", "OHCHR", "ISP"]
    pairs = nearest_pairs(sides)
    assert [
        (pair.side.counter, int(pair.row.value), pair.row.qualifier, int(pair.nearest.value), pair.days)
        for pair in pairs
    ] == [
        ("OHCHR", 29560, "at_least", 29608, -11),  # 20 August beside 31 August 2025
        ("OHCHR", 27400, "about", 27304, 14),  # 17 beside 3 September 2024
        ("OHCHR", 17572, "at_least", 17572, 0),  # 31 January 2023: one number, perhaps said twice
        ("ISP", 13293, "exact", 13282, 1),  # 18 beside 17 April 2022
    ]
    assert [pair.is_same for pair in pairs] == [False, False, True, False]


def test_counts_of_all_stand_as_each_organisations_own_answer_gives_them(first_edition: Dataset):
    query = question(first_edition, metric="killed")
    for side in sides_of(first_edition, query):
        own = ask(first_edition, metric="killed", measure="total", counted_by=side.counter)
        pd.testing.assert_frame_equal(side.answer.to_frame(), own.to_frame())
        assert side.name in scope_in_a_line(first_edition, side)


def test_a_stock_is_asked_as_a_level_whatever_the_question_was(first_edition: Dataset):
    query = replace(question(first_edition), metrics=("detained",))
    assert {side.counter for side in sides_of(first_edition, query)} == {"AAPP", "OHCHR", "PPNM"}


def test_whom_another_organisation_counts_is_said_in_its_documents_words(small: Dataset):
    """Under which group its counts are entered is our reading; who died in protests is no political case."""
    counts = small.observations.assign(
        locator=small.observations["locator"].mask(
            small.observations["source_id"] == "n3", "civilians who died"
        )
    )
    own, other = sides_of(replace(small, observations=counts), question(small))
    whom = {side.counter: dict(scope_in_words(small, side))["Who is counted"] for side in (own, other)}
    assert whom == {
        "CO": "Political cases.",
        "NEWS": "In the document's words: “civilians who died”. Filed here as political cases.",
    }
