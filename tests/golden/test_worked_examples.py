"""Answers on the first edition that were worked out by hand from the printed documents."""

import pytest

from tests.metrics.asking import ask, statuses, values
from validation import Dataset


def test_third_anniversary_statement_gives_the_total_of_31_january_2024(first_edition: Dataset):
    rows = ask(first_edition, metric="arrested", measure="total").to_frame()
    row = rows[rows["period_end"] == "2024-01-31"].iloc[0]
    assert (row["value"], row["source_id"], row["qualifier"]) == (25_931, "aapp-2024-02-01", "exact")


@pytest.mark.parametrize(
    ("metric", "place", "value"),
    [("arrested", "MM", 1988), ("arrested", "MM-01", 309), ("killed", "MM-01", 770)],
)
def test_year_three_happened(first_edition: Dataset, metric: str, place: str, value: int):
    answer = ask(
        first_edition, metric=metric, place=place, measure="happened", from_="2023-02-01", to="2024-01-31"
    )
    assert values(answer)["2023-02-01/2024-01-31"] == value


def test_newly_documented_arrests_by_reporting_year(first_edition: Dataset):
    answer = ask(first_edition, metric="arrested", measure="newly_documented", grain="reporting_year")
    # Totals of 31 January: 11,838 (2022), 17,572 (2023), 25,931 (2024), 28,444 (2025).
    assert {year: values(answer)[year] for year in ("2022", "2023", "2024")} == {
        "2022": 17_572 - 11_838,
        "2023": 25_931 - 17_572,
        "2024": 28_444 - 25_931,
    }
    assert [17_572 - 11_838, 25_931 - 17_572, 28_444 - 25_931] == [5734, 8359, 2513]
    year_three = answer.to_frame()[answer.to_frame()["bucket"] == "2023"].iloc[0]
    covers = [year_three["covers_from"].date().isoformat(), year_three["covers_to"].date().isoformat()]
    assert covers == ["2023-01-31", "2024-01-31"]


def test_newly_documented_killings_of_year_three(first_edition: Dataset):
    answer = ask(first_edition, metric="killed", measure="newly_documented", grain="reporting_year")
    assert values(answer)["2023"] == 4474 - 2940 == 1534


def test_people_in_detention_by_month(first_edition: Dataset):
    answer = ask(first_edition, metric="detained", measure="level", grain="month")
    assert values(answer)["2024-01"] == 19_993
    assert values(answer)["2025-06"] is None
    assert statuses(answer)["2025-06"] == "not_reported"


def test_released_is_derived_once_it_is_no_longer_printed(first_edition: Dataset):
    rows = ask(first_edition, metric="released").to_frame().set_index("bucket")
    assert rows.loc["2024-09-03", ["value", "status"]].tolist() == [27_304 - 20_833, "derived"]
    assert rows.loc["2023-07-13", ["value", "status"]].tolist() == [4375, "reported"]


def test_arrested_is_detained_and_released_where_all_three_are_printed(first_edition: Dataset):
    def on(metric: str, day: str) -> float:
        return values(ask(first_edition, metric=metric))[day]

    for day in ("2023-07-13", "2024-07-22", "2024-07-24"):
        assert on("arrested", day) == on("detained", day) + on("released", day)
