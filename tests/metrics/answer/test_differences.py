from tests.metrics.asking import ask, caveats, statuses, values
from tests.small import dataset, observations, sources

DOCUMENTS = sources("a, CO, 2024-12-31")


def counted(rows: str):
    return dataset(observations(rows), DOCUMENTS)


def newly_documented(rows: str, **parameters: str):
    return ask(counted(rows), measure="newly_documented", **parameters)


def test_difference_is_taken_between_the_last_exact_totals_of_two_months():
    answer = newly_documented(
        """
        a, arrested, XX, total, 2022-01-20, 90, exact
        a, arrested, XX, total, 2022-01-31, 100, exact
        a, arrested, XX, total, 2022-02-10, 101, exact
        a, arrested, XX, total, 2022-02-28, 130, exact
        """,
        grain="month",
        from_="2022-01-01",
        to="2022-02-28",
    )
    assert values(answer) == {"2022-02": 30}  # 130 - 100; January has nothing to be subtracted from
    row = answer.to_frame().iloc[0]
    assert [row["covers_from"].date().isoformat(), row["covers_to"].date().isoformat()] == [
        "2022-01-31",
        "2022-02-28",
    ]
    assert row["status"] == "derived"
    assert "130 on 28 February 2022 (a) - 100 on 31 January 2022 (a)" in row["note"]


def test_month_without_a_total_makes_the_next_interval_longer():
    answer = newly_documented(
        """
        a, arrested, XX, total, 2022-01-31, 100, exact
        a, arrested, XX, total, 2022-04-30, 160, exact
        """,
        grain="month",
        from_="2022-01-01",
        to="2022-04-30",
    )
    assert values(answer) == {"2022-02": None, "2022-03": None, "2022-04": 60}
    assert statuses(answer)["2022-02"] == "not_reported"
    note = answer.to_frame()["note"].iloc[-1]
    assert "earlier periods without an exact total: 2" in note
    assert "covers 89 days" in note  # 31 January to 30 April 2022: 28 + 31 + 30
    assert "covers" in caveats(answer)


def test_bound_enters_no_difference():
    answer = newly_documented(
        """
        a, arrested, XX, total, 2022-01-31, 100, exact
        a, arrested, XX, total, 2022-02-28, 120, at_least
        a, arrested, XX, total, 2022-03-31, 150, exact
        """
    )
    assert values(answer) == {"2022-03-31": 50}


def test_negative_difference_is_marked_as_revision():
    answer = newly_documented(
        """
        a, arrested, XX, total, 2022-01-31, 100, exact
        a, arrested, XX, total, 2022-02-28, 95, exact
        """
    )
    assert values(answer) == {"2022-02-28": -5}
    assert "revision" in answer.to_frame()["note"].iloc[0]
    assert "revision" in caveats(answer)


def test_difference_looks_back_before_from():
    answer = newly_documented(
        """
        a, arrested, XX, total, 2022-01-31, 100, exact
        a, arrested, XX, total, 2022-02-28, 130, exact
        """,
        from_="2022-02-01",
    )
    assert values(answer) == {"2022-02-28": 30}


def test_reporting_year_is_named_by_the_year_in_which_it_starts():
    answer = newly_documented(
        """
        a, arrested, XX, total, 2022-01-31, 100, exact   # last day of the reporting year 2021
        a, arrested, XX, total, 2022-02-01, 101, exact   # first day of 2022
        a, arrested, XX, total, 2023-01-31, 190, exact
        """,
        grain="reporting_year",
        to="2023-01-31",
    )
    assert values(answer) == {"2022": 90}


def test_places_are_never_subtracted_from_each_other():
    answer = ask(
        counted("""
        a, arrested, XX, total, 2022-01-31, 100, exact
        a, arrested, XX-1, total, 2022-02-28, 30, exact
        a, arrested, XX, total, 2022-03-31, 150, exact
        a, arrested, XX-1, total, 2022-04-30, 35, exact
        """),
        measure="newly_documented",
        place=["XX", "XX-1"],
    )
    assert answer.to_frame()[["place", "value"]].to_numpy().tolist() == [["XX", 50.0], ["XX-1", 5.0]]


def test_break_within_what_a_difference_covers_is_told_though_it_lies_before_from():
    small = dataset(
        observations("""
            a, arrested, XX, total, 2022-01-31, 100, exact
            a, arrested, XX, total, 2023-01-31, 190, exact
        """),
        DOCUMENTS,
        breaks="arrested,XX,2022-02-17,records_added,Older records.,,2026-01-01",
    )
    answer = ask(
        small, measure="newly_documented", grain="reporting_year", from_="2022-02-20", to="2023-01-31"
    )
    assert values(answer) == {"2022": 90}
    assert "Older records." in caveats(answer)["break"]


def test_difference_that_is_as_long_as_its_month_but_lies_elsewhere_is_uneven():
    answer = newly_documented(
        """
        a, arrested, XX, total, 2022-01-01, 100, exact
        a, arrested, XX, total, 2022-02-01, 130, exact   # 31 days, of which 1 in February: 30 + 27 days off
        """,
        grain="month",
        from_="2022-02-01",
        to="2022-02-28",
    )
    assert "covers 31 days" in answer.to_frame()["note"].iloc[0]
    assert "covers" in caveats(answer)


def test_break_that_a_difference_reaches_over_is_a_caveat_also_before_from():
    rows = """
        a, arrested, XX, total, 2022-01-31, 100, exact
        a, arrested, XX, total, 2022-03-31, 900, exact   # covers February, and the break in it
    """
    small = dataset(
        observations(rows),
        DOCUMENTS,
        breaks="arrested,XX,2022-02-17,records_added,Old records were added.,,2026-01-01",
    )
    answer = ask(small, measure="newly_documented", from_="2022-03-01")
    assert "Old records were added." in caveats(answer)["break"]
    later = ask(small, measure="total", from_="2022-03-01")  # a total of March stands behind the break
    assert "break" not in caveats(later)
