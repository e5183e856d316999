"""Coverage: what is missing in words, by regions and by metrics."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.app_pages.reading import address_of, blocks, table, visit, words

ASKED = {
    "metric": "arrested",
    "measure": "total",
    "grain": "month",
    "known_on": "2026-03-02",
    "edition": "latest",
}


@pytest.fixture(scope="module")
def page() -> AppTest:
    return visit("coverage/coverage.py", ASKED)


def test_what_is_covered_and_what_is_missing(page: AppTest) -> None:
    text = words(page)
    assert "Regions with a figure: 4 of 15; none for Sagaing Region" in text
    assert "Months with a figure: 55 of 61" in text
    assert "Missing: April 2025; June 2025; October 2025 to December 2025; February 2026" in text
    assert "Latest figure: at least 30,000 on 4 January 2026" in text
    assert "Days since the latest figure: 57 days, on 2 March 2026" in text


def test_last_counts_open_their_cards(page: AppTest) -> None:
    (facts,) = (block for block in blocks(page) if block["kind"] == "facts")
    (cell,) = (parts for term, parts in facts["facts"] if term == "Latest figure")
    assert cell[0]["text"] == "at least 30,000"
    assert cell[0]["card"].startswith("/number?metric=arrested&place=MM&measure=total")


def test_regions_that_have_a_count_are_listed(page: AppTest) -> None:
    regions = table(page, "Region", "Latest figure")
    assert regions["Region"].tolist() == [
        "Bago Region",
        "Magway Region",
        "Tanintharyi Region",
        "Ayeyarwady Region",
    ]
    assert regions["Latest figure"].iloc[0] == "1,958 on 6 July 2023"


def test_metrics_that_are_printed_no_longer_say_since_when(page: AppTest) -> None:
    metrics = table(page, "What is counted", "Publication ended").set_index("What is counted")
    ended = metrics["Publication ended"]
    assert ended[ended != ""].to_dict() == {
        "On death row, on the date": "Since 3 September 2024",
        "Evading an arrest warrant, on the date": "Since 27 May 2022",
        "Released, total documented": "Since 3 September 2024",
    }
    assert "No longer published: On death row (since 3 September 2024); Evading an arrest warrant" in words(
        page
    )
    assert metrics.loc["Released, total documented", "Latest figure"].endswith("calculated, not published")


def test_measure_follows_the_metric(page: AppTest) -> None:
    other = visit("coverage/coverage.py", ASKED)
    other.selectbox(key="coverage/metric").set_value("detained").run()
    assert not other.exception
    assert dict(address_of(other))["measure"] == "level"


def test_difference_of_an_address_is_asked_as_the_total_that_it_rests_on() -> None:
    other = visit("coverage/coverage.py", {**ASKED, "measure": "newly_documented", "grain": "as_published"})
    assert dict(address_of(other))["grain"] == "month"
    assert "Months with a figure: 55 of 61" in words(other)


def test_where_nothing_is_counted_nothing_is_called_zero() -> None:
    nothing = visit("coverage/coverage.py", {"metric": "death_row", "measure": "level", "place": "EG"})
    text = words(nothing)
    assert "Latest figure: No figure is known." in text
    assert "This organisation had no figures for this place by that day" in text


def test_lag_that_cannot_be_measured_is_said_and_marks_nothing(page: AppTest) -> None:
    lag = table(page, "After", "Share of the latest figure")
    assert lag["After"].tolist() == ["1 day", "7 days", "30 days", "90 days", "365 days"]
    assert set(lag["Share of the latest figure"]) == {
        "Not measurable: 0 periods were published by then and looked at again later, of 5 needed."
    }
    assert "charts do not mark recent days as open" in words(page)


def test_events_are_measured_apart() -> None:
    amnesties = visit("coverage/coverage.py", {**ASKED, "metric": "released", "edition": "2026-11-22"})
    assert "Figures for single events, from the day of the event" in words(amnesties)
    counted = [
        block for block in blocks(amnesties) if block.get("label") == "How much is known after how many days"
    ]
    assert [[row[2][0] for row in block["rows"]] for block in counted] == [
        ["0"] * 5,
        ["1", "1", "0", "0", "0"],
    ]
