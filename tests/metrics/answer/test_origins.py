"""One counter with two running totals, from two first days: each is a series of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from exports.read_out import sentences_to_read_out
from metrics.counts.candidates import clocks_of
from metrics.counts.listings import known_counts
from metrics.counts.typed_rows import PublishedCount, typed_rows
from metrics.number.card_address import question_of_count
from metrics.number.single import number_at
from metrics.query.invalid_query import ParameterError
from metrics.question.address import parameters_of
from tests import small
from tests.metrics.asking import ask, values
from validation import Dataset, Origin

LATER = "2024-07-29"


def two_totals() -> Dataset:
    counts = small.table(
        "observations",
        """
        source_id,metric,basis,period_start,period_end,value
        a,arrested,documented,2021-02-01,2024-08-31,15800
        a,arrested,documented,2024-07-29,2024-08-31,1580
        b,arrested,documented,2021-02-01,2024-09-30,15900
        b,arrested,documented,2024-07-29,2024-09-30,1690
        c,arrested,documented,2022-01-01,2024-09-30,777 # from a day that is no origin
        """,
    )
    made = small.dataset(counts, small.sources("a, CO, 2024-09-01\nb, CO, 2024-10-01\nc, CO, 2024-10-02"))
    origins = (*made.settings.origins, Origin(day=date(2024, 7, 29), label="since the election"))
    return replace(made, settings=replace(made.settings, origins=origins))


TWO = two_totals()


def test_the_usual_total_is_asked_for_by_no_day():
    answer = ask(TWO, metric="arrested", measure="total")
    assert values(answer) == {"2024-08-31": 15800, "2024-09-30": 15900}
    assert answer.origin_label == "since the coup"


def test_the_other_total_is_asked_for_by_its_first_day():
    answer = ask(TWO, metric="arrested", measure="total", since=LATER)
    assert values(answer) == {"2024-08-31": 1580, "2024-09-30": 1690}
    assert (answer.origin, answer.origin_label) == (date(2024, 7, 29), "since the election")


def test_differences_are_within_one_total():
    newly = ask(TWO, metric="arrested", measure="newly_documented", since=LATER, from_="2024-09-01")
    assert values(newly) == {"2024-09-30": 110}


def test_an_address_names_the_other_origin_and_never_the_usual_one():
    assert ("since", LATER) in parameters_of(ask(TWO, since=LATER).query)
    usual = ask(TWO, since="2021-02-01").query
    assert "since" not in dict(parameters_of(usual))
    assert usual == ask(TWO).query


@pytest.mark.parametrize("day", ["2022-01-01", "yesterday"])
def test_a_day_that_is_no_origin_is_refused_with_those_that_are(day: str):
    with pytest.raises(ParameterError) as refused:
        ask(TWO, since=day)
    assert refused.value.parameter == "since"
    assert refused.value.allowed == ("2021-02-01", LATER)


def test_the_number_of_each_total_opens_its_own_card():
    query = ask(TWO, metric="arrested").query
    counts = typed_rows(known_counts(TWO, clocks_of(TWO, query)), PublishedCount)
    answered = [count for count in counts if count.is_answered]
    assert len(answered) == 4
    for count in answered:
        number = number_at(TWO, question_of_count(count, query, stands=True).query)
        assert number is not None
        assert number.answer.rows[number.row].value == count.value


def test_a_total_of_another_origin_that_is_left_out_is_none_of_the_question():
    key = f"a,CO,arrested,XX,political,all,all,,,documented,{LATER},2024-08-31"
    judged = small.table("corrections", f"{key},1580,exclude,A slip.,{small.RECORDED}")
    corrected = replace(TWO, corrections=judged)
    assert not ask(corrected, metric="arrested", measure="total").excluded
    assert len(ask(corrected, metric="arrested", measure="total", since=LATER).excluded) == 1


def test_the_sentence_says_since_when():
    spoken, _cautions = sentences_to_read_out(ask(TWO, metric="arrested", measure="total", since=LATER))
    text = " ".join(map(str, spoken))
    assert "since the election" in text
    assert "since the coup" not in text
