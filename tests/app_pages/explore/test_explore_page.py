"""Explore: the worked examples, as its table and its figure show them."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pandas as pd
import pytest

from metrics.language.phrasing import quantity
from tests.app_pages.reading import (
    choices_of,
    drawn,
    figures,
    figures_in_words,
    links,
    rows_of_api,
    sentences,
    table,
    values,
    visit,
    words,
)

YEAR_THREE = {"measure": "happened", "from": "2023-02-01", "to": "2024-01-31"}


def shown(**address: str) -> tuple[pd.DataFrame, str]:
    """The table by period, or by day as published, and the figure in words."""
    script = visit("explore/explore.py", {name.rstrip("_"): value for name, value in address.items()})
    rows = table(script, "Value", "Status")
    return rows.set_index("Period" if "Period" in rows else "To (or on)"), figures_in_words(script)


def test_total_of_the_third_anniversary() -> None:
    rows, figure = shown(metric="arrested", from_="2024-01-31", to="2024-01-31")
    assert rows.loc["31\N{NO-BREAK SPACE}Jan\N{NO-BREAK SPACE}2024", ["Value", "Source"]].tolist() == [
        "25,931",
        "aapp-2024-02-01",
    ]
    assert "Myanmar: 25,931 on 31 January 2024." in figure
    assert "1 document" in figure


@pytest.mark.parametrize(
    ("metric", "place", "value", "text"),
    [
        ("arrested", "MM", "1,988", "Myanmar: 1,988"),
        ("arrested", "MM-01", "309", "Sagaing Region: 309"),
        ("killed", "MM-01", "770", "Sagaing Region: 770"),
    ],
)
def test_year_three_happened(metric: str, place: str, value: str, text: str) -> None:
    rows, figure = shown(metric=metric, place=place, grain="reporting_year", **_plain(YEAR_THREE))
    assert rows["Value"].to_dict() == {"2023": value}
    assert text in figure


def _plain(address: dict[str, str]) -> dict[str, str]:
    return {f"{name}_" if name == "from" else name: value for name, value in address.items()}


def test_newly_documented_by_reporting_year() -> None:
    # Totals of 31 January: 11,838 (2022), 17,572 (2023), 25,931 (2024), 28,444 (2025).
    rows, figure = shown(metric="arrested", measure="newly_documented", grain="reporting_year")
    assert rows["Value"][["2022", "2023", "2024"]].tolist() == ["5,734", "8,359", "2,513"]
    assert "8,359" in figure
    assert "newly documented in the period." in figure


def test_newly_documented_killings_of_year_three() -> None:
    rows, figure = shown(metric="killed", measure="newly_documented", grain="reporting_year")
    assert rows["Value"]["2023"] == "1,534", "4,474 less 2,940"
    assert "1,534" in figure


def test_level_by_month_says_where_there_is_no_count() -> None:
    rows, figure = shown(metric="detained", measure="level", grain="month")
    assert rows.loc["2024-01", ["Value", "Status"]].tolist() == ["19,993", "reported"]
    assert rows.loc["2025-06", "Status"] == "no figure"
    assert rows.loc["2025-06", "Value"] == "no figure"
    assert "2025-06" in figure.split("No figure for")[1].split(".")[0]


def test_newest_number_of_each_series_can_be_read_out() -> None:
    parameters = {"metric": ["arrested", "killed"], "from": "2024-01-01", "to": "2024-01-31"}
    counter = "Assistance Association for Political Prisoners (Burma)"
    assert sentences(visit("explore/explore.py", parameters)) == [
        f"By 31 January 2024, {counter} had documented 25,931 people arrested on political grounds in Myanmar"
        " since the coup.",
        f"By 31 January 2024, {counter} had documented 4,474 pro-democracy supporters and other civilians"
        " killed by the military and its forces in Myanmar since the coup.",
    ]


def test_measure_is_explained_and_the_counter_named() -> None:
    page = visit("explore/explore.py", {"metric": "arrested", "measure": "newly_documented"})
    explained = choices_of(page)["explained"]
    assert "They did not necessarily happen in between, because cases may be documented late." in explained
    assert ["Counted by: Assistance Association for Political Prisoners (Burma)", ""] in choices_of(page)[
        "chips"
    ]


def test_several_metrics_are_shown_side_by_side() -> None:
    script = visit(
        "explore/explore.py", {"metric": ["arrested", "killed"], "from": "2024-01-31", "to": "2024-01-31"}
    )
    rows = table(script, "What is counted", "Value").set_index("What is counted")["Value"]
    assert rows.to_dict() == {"Arrested": "25,931", "Killed": "4,474"}
    assert len(figures(script)) == 1


def test_table_is_that_of_the_api_with_the_newest_row_first() -> None:
    script = visit("explore/explore.py", {"metric": "released", "grain": "quarter", "known_on": "2024-12-31"})
    rows, of_api = table(script, "Period", "Value"), rows_of_api(script)
    assert (rows["Period"].iloc[0], of_api["bucket"].iloc[0]) == ("2024-Q4", "2021-Q1")
    assert rows["Period"].tolist() == of_api["bucket"].tolist()[::-1]
    in_words = zip(of_api["value"], of_api["qualifier"], strict=True)
    assert rows["Value"].tolist() == [quantity(*row) for row in in_words][::-1]


def test_of_several_series_each_begins_with_its_newest_row() -> None:
    asked = {"metric": ["arrested", "killed"], "from": "2023-01-31", "to": "2024-01-31", "grain": "year"}
    rows = table(visit("explore/explore.py", asked), "What is counted", "Value")
    assert list(zip(rows["What is counted"], rows["Period"], strict=True)) == [
        ("Arrested", "2024"), ("Arrested", "2023"), ("Killed", "2024"), ("Killed", "2023"),
    ]  # fmt: skip


def test_link_for_a_citation_stops_both_clocks() -> None:
    script = visit("explore/explore.py", {"metric": "arrested", "from": "2024-01-31", "to": "2024-01-31"})
    taken = next(text for text in values(script.markdown) if "for a citation" in text)
    link = taken[taken.index("[Link to exactly") :]
    assert "known_on=latest" not in link
    assert "edition=latest" not in link
    assert "from=2024-01-31" in link


def test_no_count_says_what_exists() -> None:
    script = visit("explore/explore.py", {"metric": "arrested", "place": "MM-18", "sex": "male"})
    assert not len(table(script, "Value", "Status"))
    assert "There are no figures to show." in figures_in_words(script)
    choices = choices_of(script)
    assert not choices["figures"]
    for words_of_button, address in choices["ways"]:
        found = visit("explore/explore.py", dict(parse_qsl(address, keep_blank_values=True)))
        assert choices_of(found)["figures"], words_of_button
    assert "Arrested in Myanmar" in str(choices["ways"])


def test_what_is_shown_stands_in_chips_and_each_filter_can_be_removed() -> None:
    page = visit(
        "explore/explore.py",
        {"metric": "arrested", "sex": "female", "from": "2023-01-01", "known_on": "2024-09-30"},
    )
    chips = dict(choices_of(page)["chips"])
    assert list(chips) == [
        "Since 1 Jan 2023",
        "Counted by: Assistance Association for Political Prisoners (Burma)",
        "Women and girls",
        "Known on: 30 Sep 2024",
    ]
    assert "sex=all" in chips["Women and girls"]
    assert "from=2023-01-01" in chips["Women and girls"], "all else stays"
    assert "from=2021-02-01" in chips["Since 1 Jan 2023"]
    assert "known_on=latest" in chips["Known on: 30 Sep 2024"]


def test_the_map_of_the_same_metric_is_one_step_away() -> None:
    page = visit("explore/explore.py", {"metric": "killed", "place": "MM-01"})
    (way,) = [href for href in links(page) if href.startswith("/regions?")]
    asked = dict(parse_qsl(way.partition("?")[2], keep_blank_values=True))
    assert (asked["metric"], asked["place"], asked["level"]) == ("killed", "MM-01", "MM")
    assert (
        table(visit("regions/regions.py", asked), "Region", "Figure")["Region"].tolist()[0]
        == "Sagaing Region"
    )


def test_one_event_is_shown_with_a_way_to_the_whole_series() -> None:
    page = visit("explore/explore.py", {"metric": "released", "event": "MM-2022-11-17-amnesty"})
    (way,) = (without for text, without in choices_of(page)["chips"] if text == "Only: Prisoner amnesty")
    # 402 after four days and 72 after one, as AAPP verified them.
    assert table(page, "Value", "Note")["Value"].tolist() == ["402", "72"]
    assert "event=" not in way
    assert "measure=total" in way
    assert not any(href.startswith("/coverage") for href in links(page))


def test_coverage_of_the_series_is_one_step_away() -> None:
    script = visit(
        "explore/explore.py", {"metric": "killed", "measure": "happened", "grain": "month", "sex": "female"}
    )
    (link,) = (href for href in links(script) if href.startswith("/coverage?"))
    assert "metric=killed&place=MM&measure=happened&grain=month" in link
    assert "sex=female" in link
    several = visit("explore/explore.py", {"metric": ["killed", "arrested"]})
    assert not any(href.startswith("/coverage?") for href in links(several))


def test_what_is_read_out_is_of_the_period_asked_for_in_every_place() -> None:
    address = {"metric": "arrested", "measure": "happened", "from": "2023-02-01", "to": "2024-01-31"}
    script = visit("explore/explore.py", {**address, "place": ["MM", "MM-01"]})
    whose = "As of 1 February 2024, Assistance Association for Political Prisoners (Burma) had documented"
    period = "from 1 February 2023 to 31 January 2024, counted by when it happened."
    assert sentences(script) == [
        f"{whose} 1,988 people arrested on political grounds in Myanmar {period}",
        f"{whose} 309 people arrested on political grounds in Sagaing Region {period}",
    ]


def test_the_latest_is_one_number_on_every_page() -> None:
    (said,) = sentences(visit("explore/explore.py", {"metric": "arrested"}))
    briefing = sentences(visit("overview/overview.py"))
    assert said in briefing
    assert "29,685" in said
    assert said.endswith("; by 4 January 2026, at least 30,000.")


def test_on_a_day_before_the_time_asked_for_the_axis_runs_forwards_and_the_reason_is_said() -> None:
    script = visit("explore/explore.py", {"metric": "detained", "known_on": "2019-06-01"})
    start, end = drawn(figures(script)[0])["layout"]["xaxis"]["range"]
    assert start < end
    assert "On 1 June 2019 this period had not begun: it starts on 1 February 2021." in words(script)
