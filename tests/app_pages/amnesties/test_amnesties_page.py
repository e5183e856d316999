"""The page of amnesties: what a reader finds of each, announced, verified, disputed."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from metrics.question.address import PARAMETERS
from tests.app_pages.reading import address_of, drawn, figures, figures_in_words, table, visit, words


@pytest.fixture(scope="module")
def page() -> AppTest:
    return visit("amnesties/amnesties.py")


def opened(event_id: str, **address: str) -> AppTest:
    return visit("amnesties/amnesties.py", {"event_id": event_id, **address})


def test_every_amnesty_stands_in_the_table(page: AppTest) -> None:
    listed = table(page, "Amnesty", "Announced")
    days = listed["Amnesty"].str.replace("\N{NO-BREAK SPACE}", " ").drop_duplicates()
    assert len(days) == 31
    november = listed[listed["Amnesty"] == "17\N{NO-BREAK SPACE}Nov\N{NO-BREAK SPACE}2022"]
    assert november[["Announced", "Verified", "As of", "Share"]].to_numpy().tolist() == [
        ["5,774", "402 (AAPP)", "4 days after", "7.0%"]
    ]
    korea = listed[listed["Place"] == "North Korea"]
    assert korea[["Announced", "Verified", "As of", "Share"]].to_numpy().tolist() == [
        ["no figure", "no figure", "", ""]
    ]
    october = listed[listed["Amnesty"].str.startswith("12\N{NO-BREAK SPACE}Oct")]
    assert october["Verified"].tolist() == ["241 (AI)", "247 (AAPP)"]


def test_chart_has_a_bar_for_each_number_and_none_where_there_is_none(page: AppTest) -> None:
    (figure,) = figures(page)
    traces = {
        trace["meta"]["role"]: trace for trace in drawn(figure)["data"] if trace["meta"]["role"] != "key"
    }
    announced = dict(zip(traces["announced"]["ids"], traces["announced"]["x"], strict=True))
    by_event = {name.partition("/")[0]: value for name, value in announced.items()}
    assert by_event["MM-2022-11-17-amnesty"] == 5774
    assert by_event["MM-2021-04-17-amnesty"] == 23047, "the smaller of two; the words have both"
    assert "KP-2012-02-01-amnesty" not in by_event
    assert len(set(traces["verified"]["ids"])) == len(traces["verified"]["ids"]) == 23
    assert 0 in traces["verified"]["x"], "a zero that was printed is a number"
    text = figures_in_words(page)
    assert "17 April 2021, Myanmar: announced: 23,047 or 23,184; verified: no figure." in text
    assert "1 February 2012, North Korea: announced: no figure; verified: no figure." in text
    assert "As known on 2 March 2026." in text


def test_november_2022() -> None:
    page = opened("MM-2022-11-17-amnesty")
    assert (
        "Assistance Association for Political Prisoners (Burma) verified 72 (1 day after), then 402 (4"
        " days after). That is 7.0% of the 5,774 announced." in words(page)
    )
    assert table(page, "Figure", "Look for")["Figure"].tolist() == ["5,774"]


def test_verified_number_grows() -> None:
    text = words(opened("MM-2009-09-17-amnesty"))
    assert "verified at least 87 (2 days after), then 127 (9 days after)." in text
    text = words(opened("MM-2021-10-18-amnesty"))
    assert (
        "verified 4,065 (7 days after), then 4,075 (24 days after). No share is given. The verified"
        " figure does not fit the organisation's own running total: 4,075 is more than 1,272, the rise"
        " of the running total from 8,709 − 7,046 on 2 October 2021 to 10,889 − 7,954 on 11 December"
        " 2021." in text
    )


def test_disagreements_are_said() -> None:
    text = words(opened("MM-2021-04-17-amnesty"))
    assert "for the same day, 23,047 (khaleej-times-2021-04-17) and 23,184 (reuters-national-post" in text
    text = words(opened("MM-2011-10-12-amnesty"))
    assert (
        "Amnesty International verified 241, Assistance Association for Political Prisoners (Burma) 247"
        in text
    )
    text = words(opened("MM-2012-01-13-amnesty"))
    assert "These need not contradict each other, because they are not both exact." in text
    assert "No share is given. The latest verified figure is not exact: at least 130." in text


def test_amnesty_without_a_number_says_so() -> None:
    text = words(opened("KP-2012-02-01-amnesty"))
    assert "1 February 2012, North Korea" in text
    assert "No figure is recorded for this amnesty, announced or verified." in text


def test_part_is_said_to_be_a_part() -> None:
    page = opened("MM-2023-08-01-amnesty")
    assert "No verified total is recorded." in words(page)
    assert table(page, "Of which")[["Figure", "Of which"]].to_numpy().tolist() == [
        ["at least 120", "Rakhine State"]
    ]


def test_sum_of_parts_is_shown_as_one(page: AppTest) -> None:
    text = words(page)
    assert "Amnesty International gives at least 477 released from 16 May 2011 to 13 January 2012" in text
    assert "at least 72 + 241 + at least 34 + at least 130 = at least 477." in text
    assert table(page, "Part")["Others verified"].tolist() == [
        "73 (AAPP)",
        "247 (AAPP)",
        "no figure",
        "302 (AAPP)",
    ]


def test_address_carries_the_amnesty(page: AppTest) -> None:
    assert dict(address_of(page))["event_id"] == ""
    chosen = opened("MM-2022-11-17-amnesty")
    assert {name for name, _value in address_of(chosen)} == {*PARAMETERS, "event_id"}
    chosen.selectbox(key="amnesties/event_id").set_value("MM-2009-02-21-amnesty").run()
    assert dict(address_of(chosen))["event_id"] == "MM-2009-02-21-amnesty"
    assert "verified up to 23 (published 209 days after), then 30 (7 days after)" in words(chosen)


def test_what_is_no_amnesty_is_refused() -> None:
    page = opened("MM-2021-02-01-coup")
    assert "Parameter `event_id` has the unknown value `MM-2021-02-01-coup`." in words(page)


def test_amnesty_of_a_later_day_was_not_yet_known() -> None:
    page = opened("MM-2022-11-17-amnesty", known_on="2022-01-20")
    assert "This amnesty was not yet known on 20 January 2022." in words(page)
    assert "2022" not in "".join(table(page, "Amnesty", "Announced")["Amnesty"])
