import pandas as pd

from tests.metrics.asking import ask, caveats, statuses, values
from tests.small import dataset, observations, sources

DOCUMENTS = sources("""
own-early, CO, 2022-01-10
own-late, CO, 2022-03-10
relay-late, NEWS, 2022-03-10
relay-latest, NEWS, 2022-04-10
""")


def counted(rows: str, **tables: str):
    return dataset(observations(rows), DOCUMENTS, **tables)


def test_document_published_last_stands_for_a_period():
    small = counted("""
        own-early, arrested, XX, total, 2022-01-05, 100, exact
        relay-latest, arrested, XX, total, 2022-01-05, 104, exact
    """)
    answer = ask(small)
    assert values(answer) == {"2022-01-05": 104}
    assert "own-early gives 100 for the same period" in answer.to_frame()["note"].iloc[0]
    assert "rival_values" in caveats(answer)


def test_own_document_beats_a_relay_of_the_same_day():
    small = counted("""
        relay-late, arrested, XX, total, 2022-01-05, 104, exact
        own-late, arrested, XX, total, 2022-01-05, 103, exact
    """)
    assert values(ask(small)) == {"2022-01-05": 103}


def test_exact_value_beats_a_bound_that_was_published_later():
    small = counted("""
        own-early, arrested, XX, total, 2022-01-05, 24010, exact
        relay-latest, arrested, XX, total, 2022-01-05, 24000, at_least
    """)
    answer = ask(small)
    assert values(answer) == {"2022-01-05": 24010}
    assert "rival_values" not in caveats(answer), "a bound that holds is no rival"


def test_last_exact_value_stands_for_a_month_though_a_bound_is_later():
    small = counted("""
        own-early, detained, XX, stock, 2022-01-05, 90, exact
        own-early, detained, XX, stock, 2022-01-08, 95, exact
        own-late, detained, XX, stock, 2022-01-30, 94, at_least   # later, but no exact count
    """)
    answer = ask(small, metric="detained", grain="month", from_="2022-01-01", to="2022-01-31")
    assert values(answer) == {"2022-01": 95}
    assert answer.to_frame()["period_end"].iloc[0].date().isoformat() == "2022-01-08"


def test_bound_stands_for_a_month_that_has_nothing_else():
    small = counted("own-early, detained, XX, stock, 2022-01-05, 90, at_least")
    answer = ask(small, metric="detained", grain="month", from_="2022-01-01", to="2022-01-31")
    assert answer.to_frame()["qualifier"].tolist() == ["at_least"]
    assert "bound" in caveats(answer)


def test_month_without_a_count_is_not_reported_and_not_zero():
    small = counted("""
        own-early, detained, XX, stock, 2022-01-05, 90, exact
        own-late, detained, XX, stock, 2022-03-05, 80, exact
    """)
    answer = ask(small, metric="detained", grain="month", from_="2022-01-01", to="2022-03-31")
    assert values(answer) == {"2022-01": 90, "2022-02": None, "2022-03": 80}
    assert statuses(answer)["2022-02"] == "not_reported"


def test_metric_that_is_no_longer_printed_says_so_after_that_day():
    small = counted(
        "own-early, detained, XX, stock, 2022-01-05, 90, exact",
        breaks="detained,XX,2022-01-05,no_longer_printed,No longer printed.,,2026-01-01",
    )
    answer = ask(small, metric="detained", grain="month", from_="2022-01-01", to="2022-03-31")
    assert statuses(answer) == {
        "2022-01": "reported",
        "2022-02": "no_longer_published",
        "2022-03": "no_longer_published",
    }


def test_who_never_printed_a_metric_has_not_stopped_printing_it():
    small = counted(
        "own-early, arrested, XX, total, 2022-01-05, 90, exact",
        breaks="detained,XX,2022-01-05,no_longer_printed,No longer printed.,,2026-01-01",
    )
    answer = ask(small, metric="detained", grain="month", from_="2022-01-01", to="2022-03-31")
    assert set(statuses(answer).values()) == {"not_reported"}


def test_value_held_back_is_suppressed():
    small = counted("own-early, detained, XX, stock, 2022-01-05, , suppressed")
    answer = ask(small, metric="detained")
    assert statuses(answer) == {"2022-01-05": "suppressed"}
    assert values(answer) == {"2022-01-05": None}


def test_count_for_a_period_by_date_of_event_is_no_running_total():
    small = counted("""
        own-early, arrested, XX, total, 2022-01-05, 90, exact
        own-late, arrested, XX, 2021-02-01, 2022-01-05, 70, exact   # looks back: happened, not documented
    """)
    assert values(ask(small)) == {"2022-01-05": 90}


def test_correction_takes_a_count_out_and_says_so():
    small = counted(
        """
        own-early, arrested, XX, total, 2022-01-05, 90, exact
        own-late, arrested, XX, total, 2022-02-05, 9, exact
        """,
        corrections=(
            "own-late,CO,arrested,XX,political,all,all,,,documented,2021-02-01,2022-02-05,9,exclude,typo,2026-01-01"
        ),
    )
    answer = ask(small)
    assert values(answer) == {"2022-01-05": 90}
    assert [count.reason for count in answer.excluded] == ["typo"]
    assert "excluded" in caveats(answer)


def test_answer_as_known_on_a_day_rests_on_what_was_published_by_then():
    small = counted("""
        own-early, arrested, XX, total, 2022-01-05, 100, exact
        relay-latest, arrested, XX, total, 2022-01-05, 104, exact
        own-late, arrested, XX, total, 2022-03-01, 120, exact
    """)
    assert values(ask(small, known_on="2022-01-10")) == {"2022-01-05": 100}  # boundary: published that day
    assert values(ask(small, known_on="2022-03-10")) == {"2022-01-05": 100, "2022-03-01": 120}
    assert values(ask(small, known_on="2022-01-09")) == {}


def test_answer_as_known_on_a_day_says_where_a_day_of_publication_is_not_printed():
    small = dataset(
        observations("undated, arrested, XX, total, 2022-01-05, 100, exact"),
        sources("undated, NEWS, 2022-01-05, not_before"),
    )
    assert "not_before" in caveats(ask(small, known_on="2022-02-01"))
    assert "not_before" not in caveats(ask(small)), "today's answer does not depend on the day"


def test_from_and_to_bound_the_end_of_the_period_and_are_included():
    small = counted("""
        own-early, arrested, XX, total, 2022-01-04, 99, exact
        own-early, arrested, XX, total, 2022-01-05, 100, exact    # left boundary, counted
        own-early, arrested, XX, total, 2022-01-08, 110, exact    # right boundary, counted
        own-early, arrested, XX, total, 2022-01-09, 111, exact
    """)
    assert list(values(ask(small, from_="2022-01-05", to="2022-01-08"))) == ["2022-01-05", "2022-01-08"]


def test_break_in_series_within_the_time_shown_is_a_caveat():
    small = counted(
        """
        own-early, arrested, XX, total, 2022-01-04, 99, exact
        own-late, arrested, XX, total, 2022-02-04, 150, exact
        """,
        breaks="arrested,XX,2022-01-20,definition,Now counts more.,,2026-01-01",
    )
    assert "Now counts more." in caveats(ask(small))["break"]
    assert "break" not in caveats(ask(small, to="2022-01-19"))


def test_question_that_finds_nothing_says_what_exists():
    small = counted("own-early, arrested, XX, total, 2022-01-04, 99, exact")
    message = caveats(ask(small, from_="2022-02-01"))["nothing"]
    assert "4 January 2022" in message


def test_break_of_a_country_is_told_of_its_regions():
    small = counted(
        "own-early, arrested, XX-1, total, 2022-01-04, 99, exact",
        breaks="arrested,XX,2022-01-02,definition,Now counts more.,,2026-01-01",
    )
    assert "Now counts more." in caveats(ask(small, place="XX-1"))["break"]


def test_months_after_the_day_of_knowledge_are_no_gaps():
    small = counted("own-early, detained, XX, stock, 2022-01-05, 90, exact")
    answer = ask(
        small, metric="detained", grain="month", from_="2022-01-01", to="2022-06-30", known_on="2022-02-10"
    )
    assert statuses(answer) == {"2022-01": "reported", "2022-02": "not_reported"}


def test_month_whose_only_count_is_left_out_says_so():
    small = counted(
        "own-early, detained, XX, stock, 2022-01-05, 90, exact",
        corrections="own-early,CO,detained,XX,political,all,all,,,,,2022-01-05,90,exclude,typo,2026-01-01",
    )
    answer = ask(small, metric="detained", grain="month", from_="2022-01-01", to="2022-02-28")
    assert statuses(answer) == {"2022-01": "not_reported", "2022-02": "not_reported"}
    assert answer.to_frame()["note"].tolist() == ["figures for this period left out as corrections: 1", ""]


def test_question_that_finds_nothing_is_never_sent_back_to_itself():
    small = counted("""
        own-early, arrested, XX, total, 2022-01-04, 99, exact
        own-early, killed, XX, 2021-12-10, 2021-12-20, 7, exact
    """)
    one_total = caveats(ask(small, measure="newly_documented"))["nothing"]
    assert "there are no two exact totals to compare" in one_total  # not: "there are 1 from 4 January 2022"
    no_month = caveats(ask(small, metric="killed", measure="happened", grain="month"))["nothing"]
    assert "“As published”" in no_month
    other_measure = caveats(ask(small, metric="killed", measure="total"))["nothing"]
    assert (
        "There are some for “Happened in the period”." in other_measure
    )  # not: "there are counts by CO", who was asked


def test_who_printed_a_metric_in_another_way_has_not_stopped_to_print_it():
    small = counted(
        """
        own-early, killed, XX, 2021-12-01, 2021-12-31, 7, exact     # a count of a month, no running total
        own-late, arrested, XX, total, 2022-03-31, 10, exact        # shows that the counter still prints
        """,
        breaks="killed,XX,2022-01-05,no_longer_printed,No longer printed.,,2026-01-01",
    )
    rows = ask(small, metric="killed", grain="month", from_="2022-01-01", to="2022-03-31")
    assert set(statuses(rows).values()) == {"not_reported"}


def test_count_that_is_held_back_is_not_said_to_be_missing():
    small = counted("own-early, killed, XX, total, 2022-01-04, , suppressed")
    answer = ask(small, metric="killed")
    assert statuses(answer) == {"2022-01-04": "suppressed"}
    assert "nothing" not in caveats(answer)


def test_answer_without_rows_has_the_columns_of_one_with_rows():
    small = counted("own-early, arrested, XX, total, 2022-01-04, 99, exact")
    full, empty = ask(small).to_frame(), ask(small, place="XX-1").to_frame()
    assert len(empty) == 0
    text = ["metric", "place", "qualifier", "status", "source_id", "note"]
    assert [pd.api.types.is_string_dtype(empty[name]) for name in text] == [
        pd.api.types.is_string_dtype(full[name]) for name in text
    ]
