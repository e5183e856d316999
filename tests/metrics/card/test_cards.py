"""A card's facts: what a number rests on, what else was printed, what others count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from metrics.card.cards import Card, card_of
from metrics.number.single import question_of
from metrics.query.query import Query
from tests.metrics.asking import ask
from tests.small import RECORDED, dataset, observations, sources, table
from validation import Dataset

DOCUMENTS = sources("""
    own, CO, 2024-02-01
    relay, NEWS, 2024-02-10       # later, but of the same number
    old, CO, 2024-01-31
    wrong, NEWS, 2024-02-11
""")
COUNTS = observations("""
    own, detained, XX, stock, 2024-01-31, 900, exact
    relay, detained, XX, stock, 2024-01-31, 900, exact
    old, detained, XX, stock, 2024-01-31, 850, at_least
    wrong, detained, XX, stock, 2024-01-31, 9000, exact
    own, detained, XX, stock, 2023-01-31, 1000, exact
    own, arrested, XX, total, 2024-01-31, 1700, exact
    own, arrested, XX, total, 2023-01-31, 1500, exact
""")
WRONG = "wrong,CO,detained,XX,political,all,all,,,,,2024-01-31,9000,exclude,A digit too many.,2026-01-01\n"
SMALL = dataset(COUNTS, DOCUMENTS, corrections=WRONG)


def question(small: Dataset, day: str, **parameters: str) -> Query:
    return ask(small, from_=day, to=day, **parameters).query


def card(small: Dataset, day: str, *, since: date | None = None, **parameters: str) -> Card:
    found = card_of(small, question(small, day, **parameters), since)
    assert found is not None
    return found


def test_a_printed_number_rests_on_the_document_that_was_published_last():
    found = card(SMALL, "2024-01-31", metric="detained")
    assert [(one.count.value, one.document.source_id, one.is_relayed) for one in found.inputs] == [
        (900, "relay", True)
    ]


def test_what_else_was_printed_stands_in_the_order_of_publication_and_what_is_left_out_apart():
    found = card(SMALL, "2024-01-31", metric="detained")
    assert [one.document.source_id for one in found.others_printed] == ["old", "own"]
    assert [(one.count.value, one.count.reason) for one in found.left_out] == [(9000, "A digit too many.")]


def test_a_derived_number_rests_on_both_counts():
    found = card(SMALL, "2024-01-31", metric="released")
    assert found.row.value == 1700 - 900
    assert {(one.count.metric, one.count.value) for one in found.inputs} == {
        ("arrested", 1700),
        ("detained", 900),
    }


def test_a_difference_rests_on_both_totals_the_later_first():
    answer = ask(SMALL, metric="arrested", measure="newly_documented", grain="reporting_year")
    label = answer.to_frame().index[answer.to_frame()["bucket"] == "2023"][0]
    found = card_of(SMALL, question_of(answer, label))
    assert found is not None
    assert [one.count.value for one in found.inputs] == [1700, 1500]


def test_a_card_of_a_change_has_both_numbers():
    found = card(SMALL, "2024-01-31", since=date(2023, 1, 31), metric="detained")
    assert found.comparison is not None
    change = found.comparison.change
    assert (change.earlier.value, change.later.value, change.difference) == (1000, 900, -100)


def test_there_is_no_card_of_a_change_since_a_day_without_an_exact_count():
    assert card_of(SMALL, question(SMALL, "2024-01-31", metric="detained"), date(2023, 6, 1)) is None


def test_a_period_rests_on_its_own_counts_and_not_on_those_of_parts_of_it():
    small = dataset(
        observations("""
            own, arrested, XX, 2023-01-01, 2023-12-31, 40, exact
            own, arrested, XX, 2023-03-01, 2023-03-31, 4, exact
        """),
        DOCUMENTS,
    )
    query = ask(small, metric="arrested", measure="happened", from_="2023-01-01", to="2023-12-31").query
    found = card_of(small, query)
    assert found is not None
    assert [one.count.value for one in found.inputs] == [40]
    assert not found.others_printed


OTHERS = """own,OTHER,detained,XX,political,all,all,,,,,{day},{value},exact,,,{recorded}"""


def with_others(*counts: tuple[str, int], group: str = "political") -> Dataset:
    """The small tables with counts of one more organisation, by day."""
    rows = [OTHERS.format(day=day, value=value, recorded=RECORDED) for day, value in counts]
    more = table("observations", "\n".join(rows).replace("political", group))
    more = more.set_axis(more.index + 100)
    organisations = pd.concat(
        [
            SMALL.organisations,
            pd.DataFrame(
                {"organisation": ["OTHER"], "name": ["The Others"], "kind": ["government"], "url": [""]},
                index=[9],
            ),
        ]
    )
    return replace(SMALL, observations=pd.concat([SMALL.observations, more]), organisations=organisations)


def test_of_another_organisation_the_nearest_count_is_shown_with_what_differs():
    small = with_others(("2024-03-01", 70), ("2023-06-01", 60))
    (other,) = card(small, "2024-01-31", metric="detained").other_organisations
    assert (other.organisation, other.count.value) == ("The Others", 70)
    assert other.day == date(2024, 3, 1)
    # From 31 January to 1 March 2024, a leap year: 30 days.
    assert [str(one) for one in other.differences] == [
        "A government, by its own statement.",
        "Uses its own definition, which is not recorded here.",
        "It is for a day 30 days later.",
    ]


def test_a_count_of_more_than_a_year_away_is_no_comparison():
    assert not card(with_others(("2022-01-01", 70)), "2024-01-31", metric="detained").other_organisations


def test_all_prisoners_are_said_to_be_others_than_political_ones():
    small = with_others(("2024-01-31", 70), group="all_prisoners")
    (other,) = card(small, "2024-01-31", metric="detained").other_organisations
    assert "Counts other people: prisoners of every kind." in map(str, other.differences)


def test_words_of_a_folder_are_shown_as_they_are_written():
    small = with_others(("2024-01-31", 70), group="all_prisoners")
    words = {**small.settings.words, "group": {"political": "cases", "all_prisoners": "all {people} {0}"}}
    (other,) = card(
        replace(small, settings=replace(small.settings, words=words)), "2024-01-31", metric="detained"
    ).other_organisations
    assert "Counts other people: all {people} {0}." in map(str, other.differences)


@pytest.mark.parametrize("measure", ["newly_documented", "per_100k"])
def test_nothing_stands_beside_what_is_worked_out(measure: str):
    answer = ask(SMALL, metric="arrested", measure=measure, grain="reporting_year")
    found = card_of(SMALL, question_of(answer, answer.to_frame().index[-1]))
    assert found is not None
    assert not found.other_organisations


def test_a_gap_has_a_card_without_a_document():
    answer = ask(SMALL, metric="detained", grain="month", from_="2023-01-01", to="2023-03-31")
    empty = answer.to_frame().index[answer.to_frame()["status"] == "not_reported"][0]
    found = card_of(SMALL, question_of(answer, empty))
    assert found is not None
    assert not found.inputs
    assert not found.other_organisations
