from datetime import date

import pytest

from exports.figure_findings import newly_documented_finding, regional_finding
from exports.row_sentences import newly_documented_sentence, row_sentence
from exports.sentences import change_sentence, headline_sentence, later_bound_sentence, spoken_sentences
from metrics.headline.headlines import headline_of
from metrics.number.sentence import Number
from tests.metrics.asking import ask, caveats
from tests.small import dataset, observations, sources

SMALL = dataset(
    observations("""
        a, detained, XX, stock, 2023-01-31, 1000, exact
        a, detained, XX, stock, 2024-01-31, 900, exact
        a, arrested, XX, total, 2023-01-31, 1500, exact
        a, arrested, XX, total, 2024-01-31, 1700, exact
        a, killed, XX, total, 2024-01-31, 130, at_least
    """),
    sources("a, CO, 2024-02-01"),
)


def spoken(metric: str) -> tuple[str, str]:
    headline = headline_of(ask(SMALL, metric=metric))
    return str(headline_sentence(headline)), str(change_sentence(headline))


def test_stock_is_said_to_be_of_its_day():
    assert spoken("detained") == (
        "On 31 January 2024 there were 900 people held in Ruritania, according to The Counters.",
        "100 fewer than on 31 January 2023 (1,000).",
    )


def test_total_is_said_to_be_documented_and_its_change_newly_documented():
    assert spoken("arrested") == (
        "By 31 January 2024, The Counters had documented 1,700 people arrested in Ruritania since the coup.",
        "200 newly documented since 31 January 2023.",
    )


def test_bound_is_spoken_as_a_bound_and_carries_no_change():
    sentence, change = spoken("killed")
    assert "at least 130 people killed" in sentence
    assert change == "No exact figure is recorded here."


def test_derived_number_is_said_to_be_derived():
    sentence, _change = spoken("released")
    assert sentence == (
        "Released: 800 in Ruritania since the coup, as of 31 January 2024, calculated from figures by"
        " The Counters. This figure is calculated, not published: arrested 1,700 - detained 900."
    )


def test_newly_documented_is_told_from_what_happened():
    answer = ask(SMALL, metric="arrested", measure="newly_documented", grain="reporting_year")
    assert str(newly_documented_sentence(answer, "2023")) == (
        "Between 31 January 2023 and 31 January 2024, The Counters documented 200 more people arrested in"
        " Ruritania; some of these cases may have happened earlier."
    )
    assert newly_documented_sentence(answer, "1999") is None


def test_across_a_break_nothing_is_compared_and_the_break_is_said():
    small = dataset(
        observations("""
            a, detained, XX, stock, 2023-01-31, 1000, exact
            a, detained, XX, stock, 2024-01-31, 1900, exact
        """),
        sources("a, CO, 2024-02-01"),
        breaks="detained,XX,2023-06-01,records_added,Older records.,,2026-01-01",
    )
    assert str(change_sentence(headline_of(ask(small, metric="detained")))) == (
        "Not comparable with 31 January 2023 (1,000). There was a break in the series on 1 June 2023:"
        " Older records."
    )


LOWERED = dataset(
    observations("""
        a, arrested, XX, total, 2023-01-31, 1700, exact
        a, arrested, XX, total, 2024-01-31, 1690, exact
    """),
    sources("a, CO, 2024-02-01"),
)


def test_lowered_total_is_a_revision_and_no_negative_event():
    answer = ask(LOWERED, metric="arrested", measure="newly_documented", grain="reporting_year")
    assert str(newly_documented_sentence(answer, "2023")) == (
        "Arrested: between 31 January 2023 and 31 January 2024, The Counters revised its total for Ruritania"
        " down by 10."
    )
    first = spoken_sentences((headline_of(ask(LOWERED, metric="arrested")),), answer)[0]
    assert str(first).endswith(
        "since the coup. The total was revised down: 10 fewer than on 31 January 2023."
    )
    assert str(newly_documented_finding(answer)) == (
        "Arrested: total revised down by 10 from 31 January 2023 to 31 January 2024"
    )


def regions(*rows: str) -> str:
    small = dataset(observations("\n".join(rows)), sources("a, CO, 2024-02-01"))
    return str(regional_finding(ask(small, metric="killed", place=["XX-1", "XX-2"])))


def test_region_with_the_highest_count_is_named():
    assert (
        regions(
            "a, killed, XX-1, total, 2024-01-31, 20, exact",
            "a, killed, XX-2, total, 2024-01-31, 30, exact",
        )
        == "Killed: of 2 regions with a figure, South has the most documented, 30 by 31 January 2024"
    )


def test_regions_with_one_highest_count_are_all_named():
    assert "North, South have the most documented, 30 each" in regions(
        "a, killed, XX-1, total, 2024-01-31, 30, exact",
        "a, killed, XX-2, total, 2024-01-31, 30, exact",
    )


def test_no_region_is_the_highest_beside_a_bound_or_another_day():
    plain = "Killed: 2 regions with a figure"
    exact = "a, killed, XX-1, total, 2024-01-31, 20, exact"
    assert regions(exact, "a, killed, XX-2, total, 2024-01-31, 19, at_least") == plain  # may be more than 20
    assert regions(exact, "a, killed, XX-2, total, 2023-01-31, 19, exact") == plain  # may be more by now


def test_a_running_total_of_a_later_day_was_not_exceeded_before():
    exact = "a, killed, XX-1, total, 2024-01-31, 20, exact"
    assert regions(exact, "a, killed, XX-2, total, 2025-01-31, 19, exact").endswith("20 by 31 January 2024")
    later = "a, killed, XX-1, total, 2024-05-31, 30, at_least"
    assert regions(exact, later, "a, killed, XX-2, total, 2024-01-31, 19, exact").endswith(
        "20 by 31 January 2024; by 31 May 2024, at least 30"
    )


def test_one_value_is_spoken_of_as_one():
    caveat = caveats(ask(SMALL, metric="killed"))["bound"]
    assert caveat == (
        "1 figure is approximate or a limit: quote it with its “at least”, “about”, “up to” or “between”."
    )


def test_headlines_of_stocks_alone_can_be_read_out():
    assert len(spoken_sentences((headline_of(ask(SMALL, metric="detained")),), None)) == 1


def test_a_later_bound_is_read_out_in_the_sentence_of_the_exact_number():
    """4 killed on the last exact day, at least 126 three weeks later: 4 alone would mislead."""
    small = dataset(
        observations("""
            a, killed, XX, total, 2021-02-21, 4, exact
            b, killed, XX, total, 2021-03-14, 126, at_least
            a, detained, XX, stock, 2021-02-21, 100, exact
            b, detained, XX, stock, 2021-03-14, 105, at_least
        """),
        sources("a, CO, 2021-02-21\nb, CO, 2021-03-14"),
    )
    found = [headline_of(ask(small, metric=metric)) for metric in ("killed", "detained")]
    killed, detained = spoken_sentences(tuple(one for one in found if one), None)
    assert str(killed) == (
        "By 21 February 2021, The Counters had documented 4 people killed in Ruritania since the coup;"
        " by 14 March 2021, at least 126."
    )
    assert str(detained) == (
        "On 21 February 2021 there were 100 people held in Ruritania, according to The Counters; on 14"
        " March 2021, at least 105."
    )


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2021-03-15", "A later report says at least 126 (14 March 2021)."),
        # The exact figure was printed as late as this one, so that the report is for a later day only.
        ("2021-03-14", "A report for 14 March 2021 says at least 126."),
    ],
)
def test_a_report_is_later_only_where_it_was_published_later(published: str, said: str):
    small = dataset(
        observations("""
            a, killed, XX, total, 2021-02-21, 4, exact
            b, killed, XX, total, 2021-03-14, 126, at_least
        """),
        sources(f"a, CO, 2021-03-14\nb, CO, {published}"),
    )
    found = headline_of(ask(small, metric="killed"))
    assert found is not None
    assert str(later_bound_sentence(found)) == said


def test_the_last_sentence_to_read_out_is_the_counters_own_and_never_a_label():
    """The data set's caveat is a note beside a figure; only what the counter says is a sentence to say."""
    counts = observations("a, killed, XX, total, 2024-01-31, 20, exact")
    killed = "metric,label,kind,caveat\nkilled,Killed,flow,A count of verified cases."
    quoted = "organisation,metric,caveat,source_id\nCO,killed,There may be more.,a"

    def read_out(**tables: str) -> list[str]:
        small = dataset(counts, sources("a, CO, 2024-02-01"), metrics=killed, **tables)
        found = headline_of(ask(small, metric="killed"))
        assert found is not None
        return [str(one) for one in spoken_sentences((found,), None)]

    assert len(read_out()) == 1
    assert read_out(definitions=quoted)[1:] == ["The Counters says of its figures: “There may be more.”"]


def test_a_count_of_one_day_happened_on_it():
    small = dataset(
        observations("a, killed, XX, 2024-01-05, 2024-01-05, 20, exact"), sources("a, CO, 2024-02-01")
    )
    answer = ask(small, metric="killed", measure="happened")
    assert str(row_sentence(answer, answer.rows[0])) == (
        "As of 1 February 2024, The Counters had documented 20 people killed in Ruritania on 5 January 2024,"
        " counted by when it happened."
    )


def test_older_records_taken_in_are_said_beside_what_was_newly_documented():
    small = dataset(
        observations("""
            a, arrested, XX, total, 2022-06-24, 11000, exact
            a, arrested, XX, total, 2023-06-30, 20371, exact
        """),
        sources("a, CO, 2023-07-01"),
        breaks="arrested,XX,2023-02-17,records_added,Older records were added.,a,2026-01-01",
    )
    headline = headline_of(ask(small, metric="arrested"))
    assert headline is not None
    assert str(change_sentence(headline)) == (
        "9,371 newly documented since 24 June 2022. Older records were added in one go on 17 February"
        " 2023: Older records were added."
    )


def test_each_number_of_a_sentence_leads_to_its_row():
    headline = headline_of(ask(SMALL, metric="detained"))
    sentence = headline_sentence(headline) + change_sentence(headline)
    numbers = [part for part in sentence.parts if isinstance(part, Number)]
    later, earlier = headline.change.later.label, headline.change.earlier.label
    before, on = date(2023, 1, 31), date(2024, 1, 31)
    assert [(n.text, n.row, n.card.query.start, n.card.query.end, n.card.since) for n in numbers] == [
        ("900", later, on, on, None),
        ("100", later, on, on, before),
        ("1,000", earlier, before, before, None),
    ]


def test_one_person_and_a_metric_without_a_noun_are_said_by_the_metrics_name():
    """Nouns are in the plural: nobody says that there were 1 people."""
    small = dataset(
        observations("""
            a, killed, XX, total, 2024-01-31, 1, exact
            a, killed_in_custody, XX, total, 2024-01-31, 7, exact   # the table gives it no noun
        """),
        sources("a, CO, 2024-02-01"),
    )
    said = [
        str(headline_sentence(headline_of(ask(small, metric=one)))) for one in ("killed", "killed_in_custody")
    ]
    assert said == [
        "Killed: 1 documented in Ruritania since the coup, as of 31 January 2024, according to The Counters.",
        "Killed in custody: 7 documented in Ruritania since the coup, as of 31 January 2024, according"
        " to The Counters.",
    ]


def test_sentences_call_an_organisation_by_its_short_name():
    small = dataset(
        observations("a, detained, XX, stock, 2024-01-31, 900, exact"),
        sources("a, CO, 2024-02-01"),
        organisations="organisation,name,short_name,kind\nCO,The Counters,TC,ngo",
    )
    assert str(headline_sentence(headline_of(ask(small, metric="detained")))) == (
        "On 31 January 2024 there were 900 people held in Ruritania, according to TC."
    )
