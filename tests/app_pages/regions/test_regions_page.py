"""Regions: counts where there are counts, and in words where there are none."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.app_pages.reading import (
    address_of,
    components,
    drawn,
    figures,
    figures_in_words,
    links,
    rows_of_api,
    table,
    values,
    visit,
    words,
)

WOMEN = {"metric": "arrested", "sex": "female", "from": "2024-08-31", "to": "2024-08-31"}
NEWEST_KILLED = {"metric": "killed", "from": "2022-06-22", "to": "latest"}
KILLED = {"metric": "killed", "from": "2022-06-22", "to": "2022-06-22"}
YEAR_THREE = {"metric": "arrested", "measure": "happened", "from": "2023-02-01", "to": "2024-01-31"}


def counts(script: AppTest) -> dict[str, str]:
    return table(script, "Region", "Figure").set_index("Region")["Figure"].to_dict()


def test_women_arrested_are_counted_for_all_regions() -> None:
    script = visit("regions/regions.py", WOMEN)
    shown = counts(script)
    assert len(shown) == 15
    assert (shown["Yangon Region"], shown["Sagaing Region"], shown["Kayah State"]) == ("1,440", "705", "45")
    assert "no figure" not in shown.values()
    assert (
        "Arrested, Women and girls: documented since the coup to 31 August 2024 (15 of 15 regions)"
    ) in script.selectbox[0].options


def test_the_newest_count_of_each_of_most_regions_opens_first() -> None:
    """Of everybody: the one of women alone is newer, and as complete."""
    script = visit("regions/regions.py")
    assert {*NEWEST_KILLED.items(), ("sex", "all"), ("age", "all")} <= set(address_of(script))
    # 13 July 2023 beside 27 February 2026
    assert "The newest of these is 31 months older than the latest figure from" in words(script)
    assert "for different dates, from 22 June 2022 to 13 July 2023" in figures_in_words(script)


def test_each_region_has_its_own_day() -> None:
    """The day and document of each stand in the table, the day beside its bar where days differ."""
    script = visit("regions/regions.py")
    shown = table(script, "Region", "Figure").set_index("Region")[["Figure", "Date", "Document"]]
    assert shown.loc["Magway Region"].tolist() == ["305", "13 Jul 2023", "aapp-2023-07-13"]
    assert shown.loc["Mandalay Region"].tolist()[:2] == ["284", "22 Jun 2022"]
    # The newest exact count, and the rounded one that was printed later.
    assert shown.loc["Sagaing Region", "Figure"] == "722; by 31 October 2022, about 1,000"
    assert "Magway Region: 305 (13 July 2023)" in figures_in_words(script)
    assert "for a later date: Sagaing Region: about 1,000 by 31 October 2022." in figures_in_words(script)


def test_one_day_of_all_can_be_chosen() -> None:
    script = visit("regions/regions.py")
    of_one_day = next(
        option
        for option in script.selectbox[0].options
        if option.startswith("Killed") and "to 22 June" in option
    )
    script.selectbox[0].select(of_one_day).run()
    assert {*KILLED.items()} <= set(address_of(script))
    assert counts(script)["Sagaing Region"] == "722"
    assert "for different dates" not in figures_in_words(script)


def test_a_link_to_days_that_are_not_offered_shows_the_newest_count_within_them() -> None:
    within = KILLED | {"from": "2022-01-01", "to": "2023-07-05"}
    script = visit("regions/regions.py", within)
    assert {*within.items()} <= set(address_of(script))
    shown = table(script, "Region", "Figure").set_index("Region")["Date"]
    assert shown["Tanintharyi Region"] == "5 Jul 2023"
    assert shown["Magway Region"] == "22 Jun 2022", "the one of 13 July 2023 is later"
    assert script.selectbox[0].value is not None


def test_who_is_counted_stands_in_titles() -> None:
    titles = [figure["title"] for figure in figures(visit("regions/regions.py", WOMEN))]
    assert [title.split(",")[0] for title in titles] == ["Arrested (women and girls)"] * 2


def test_killed_are_counted_for_all_regions() -> None:
    shown = counts(visit("regions/regions.py", KILLED))
    assert len(shown) == 15
    assert (shown["Sagaing Region"], shown["Mandalay Region"], shown["Rakhine State"]) == ("722", "284", "1")


def test_regions_without_a_count_are_said_and_not_coloured() -> None:
    script = visit("regions/regions.py", YEAR_THREE)
    shown = counts(script)
    assert shown.pop("Sagaing Region") == "309"
    assert set(shown.values()) == {"no figure"}
    assert len(shown) == 14
    drawn_map = drawn(figures(script)[0])
    fills = {trace["fillcolor"] for trace in drawn_map["data"] if trace.get("fill") == "toself"}
    assert len(fills) == 2, "one shade for the count, one for no count"
    hatched = [trace for trace in drawn_map["data"] if trace.get("fillpattern", {}).get("shape")]
    assert len(hatched) >= 14
    assert "Places with a figure: 1 of 15" in words(script)


def test_a_month_within_the_year_is_not_on_the_map_of_the_year() -> None:
    # 16 in Magway in January 2024 and 26 in Yangon in September 2023 happened within year three.
    text = figures_in_words(visit("regions/regions.py", YEAR_THREE))
    assert "309" in text
    assert "16" not in text.replace("2016", "")
    assert "26 " not in text


def test_neither_what_happened_nor_a_part_is_offered_per_inhabitant() -> None:
    assert not visit("regions/regions.py", YEAR_THREE).button_group
    assert visit("regions/regions.py", KILLED).button_group
    women = visit("regions/regions.py", WOMEN)
    assert not women.button_group
    with pytest.raises(AssertionError, match="no table"):
        table(women, "Region", "Per 100,000")


def test_per_100_000() -> None:
    script = visit("regions/regions.py", KILLED | {"measure": "per_100k"})
    rates = table(script, "Region", "Per 100,000").set_index("Region")["Per 100,000"]
    # 722 of 5,325,347 inhabitants; 283 of 7,360,703 (census of 2014).
    assert rates["Sagaing Region"] == f"{100_000 * 722 / 5_325_347:.1f}" == "13.6"
    assert rates["Yangon Region"] == f"{100_000 * 283 / 7_360_703:.1f}" == "3.8"
    assert counts(script)["Yangon Region"] == "283"
    assert "13.6" in figures_in_words(script)


def test_choosing_a_region_shows_all_that_is_known_of_it() -> None:
    script = visit("regions/regions.py", WOMEN)
    assert "Everything known about" not in words(script)
    script.selectbox(key="regions/place").set_value("MM-01").run()
    assert not script.exception
    assert ("place", "MM-01") in address_of(script)
    assert "Everything known about Sagaing Region" in values(script.header)
    known = table(script, "What is counted", "Use")
    assert set(known["Place"]) == {"Sagaing Region"}
    first = "1\N{NO-BREAK SPACE}Feb\N{NO-BREAK SPACE}2023"
    year_three = known[(known["What is counted"] == "Arrested") & (known["From"] == first)]
    assert year_three[["Figure", "Document"]].to_numpy().tolist() == [["309", "aapp-2024-02-01"]]
    assert rows_of_api(script)["value"].tolist() == [705]


def test_a_period_without_regional_counts_has_a_sentence_and_no_map() -> None:
    script = visit("regions/regions.py", {"metric": "arrested", "from": "2022-03-03", "to": "2022-03-03"})
    assert "There are no figures for regions in this period." in words(script)
    assert not figures(script)
    assert not script.dataframe


def test_a_counter_without_regional_counts_is_said() -> None:
    script = visit("regions/regions.py", {"counted_by": "AAPP", "known_on": "2021-02-10"})
    assert "No regional figures by this organisation were known on that day" in words(script)
    assert not figures(script)


def test_on_an_earlier_day_a_period_that_was_known_then_can_be_chosen() -> None:
    script = visit("regions/regions.py", WOMEN)
    script.query_params["known_on"] = "2023-01-01"
    script.run()
    assert not script.exception
    assert "There are no figures for regions in this period." in words(script)
    assert ("known_on", "2023-01-01") in address_of(script)
    assert not figures(script)
    choices = script.selectbox[0]
    killed = next(
        option
        for option in choices.options
        if option.startswith("Killed: documented since the coup to 22 June")
    )
    choices.select(killed).run()
    assert counts(script)["Sagaing Region"] == "722"


def test_the_day_that_is_taken_along_opens_a_period_known_then() -> None:
    script = visit("overview/overview.py", {"known_on": "2024-02-01"})
    script.switch_page("regions/regions.py")
    script.query_params.clear()
    script.run()
    assert {("known_on", "2024-02-01"), *NEWEST_KILLED.items()} <= set(address_of(script))
    assert counts(script)["Sagaing Region"] == "722; by 31 October 2022, about 1,000"


def test_what_is_set_stands_in_chips_and_what_is_over_time_is_one_step_away() -> None:
    script = visit("regions/regions.py", KILLED | {"place": "MM-01", "known_on": "2024-09-30"})
    (chips,) = (data for data in components(script) if "shown" in data)
    assert chips["shown"] == [
        ["Sagaing Region", "place"],
        ["22 Jun 2022", ""],
        ["Counted by: Assistance Association for Political Prisoners (Burma)", ""],
        ["Known on: 30 Sep 2024", "known_on"],
    ]
    (way,) = [href for href in links(script) if href.startswith("/explore?")]
    # A day is no time to look back on: the whole time is.
    for part in ("metric=killed", "place=MM-01", "from=2021-02-01", "to=latest", "known_on=2024-09-30"):
        assert part in way


def test_all_that_is_known_of_a_region_stands_before_the_table_of_all() -> None:
    script = visit("regions/regions.py", WOMEN | {"place": "MM-01"})
    headers = values(script.header)
    assert headers.index("Everything known about Sagaing Region") < headers.index("Every region")
