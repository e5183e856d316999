"""Documented and happened: both numbers of a year, each leading to its card."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.app_pages.reading import blocks, drawn, figures, sentences, table, visit, words


@pytest.fixture(scope="module")
def page() -> AppTest:
    return visit("documented/documented.py")


def test_year_three_of_arrests_stands_side_by_side(page: AppTest) -> None:
    years = table(page, "Happened", "Newly documented").set_index("Year")
    assert years.loc["1 February 2023 to 31 January 2024"].tolist() == [
        "1,988",
        "8,359",
        "31 Jan 2023 to 31 Jan 2024",
        "6,371",
    ]
    assert years.loc["1 February 2024 to 31 January 2025"].tolist()[:2] == ["no figure", "2,513"]
    assert years.loc["1 February 2021 to 31 January 2022"].tolist()[:2] == ["no figure", "no earlier total"]


def test_killings_stand_by_reporting_year_too_with_what_happened_missing(page: AppTest) -> None:
    """By calendar year above, since no document counts the killings of a whole reporting year by date."""
    (_arrested, _killed, by_reporting_year) = [
        block for block in blocks(page) if block["kind"] == "table" and "Happened" in block["head"]
    ]
    rows = {row[0][0]: [_text(cell) for cell in row[1:3]] for row in by_reporting_year["rows"]}
    # 4,474 documented by 31 January 2024, 2,940 by 31 January 2023.
    assert rows["1 February 2023 to 31 January 2024"] == ["no figure", "1,534"]


def _text(cell: list[str | dict[str, str]]) -> str:
    return "".join(part if isinstance(part, str) else part["text"] for part in cell)


def test_four_sentences_for_arrests_and_four_for_killings(page: AppTest) -> None:
    sentences_shown = sentences(page)
    assert len(sentences_shown) == 8
    assert sentences_shown[0].startswith("Arrested: 1,988 from 1 February 2023 to 31 January 2024")
    assert "the total since the coup rose by 8,359" in sentences_shown[1]
    assert "6,371 more" in sentences_shown[2]
    assert sentences_shown[4].startswith("Killed: 1,594 from 1 January 2023")
    assert sentences_shown[6].startswith("No difference is given")
    assert words(page).count("There are no figures for what happened in a whole reporting year") == 1


def test_bars_of_both_are_drawn_side_by_side(page: AppTest) -> None:
    arrested, killed = figures(page)
    traces = {
        trace["meta"]["role"]: trace for trace in drawn(arrested)["data"] if trace["meta"]["role"] != "key"
    }
    assert traces["happened"]["y"] == [1988]
    assert traces["newly_documented"]["y"] == [5734, 8359, 2513, 1241]
    assert traces["newly_documented"]["marker"]["pattern"]["shape"] == ["", "", "", "/"], (
        "2025 covers 227 days"
    )
    assert len(set(traces["newly_documented"]["ids"])) == 4, "Plotly draws one mark for each id"
    assert len(traces["no_report"]["x"]) == 3, "no report is no bar of zero"
    (left,), right = traces["happened"]["x"], traces["newly_documented"]["x"][1]
    assert left + traces["happened"]["width"] / 2 <= right - traces["happened"]["width"] / 2, "never stacked"
    axis = "People: happened in the year, and newly documented in the year"
    assert arrested["texts"]["axis"] == axis
    assert killed["title"] == "Killed: happened, and newly documented, by calendar year"
    assert "1 February 2023 to 31 January 2024: happened in the year: 1,988" in arrested["alt"]


def test_numbers_open_the_cards_of_their_answers(page: AppTest) -> None:
    first, second = [block for block in blocks(page) if block["kind"] == "copied"][:2]
    (happened,) = [part for part in first["parts"] if isinstance(part, dict)]
    (newly,) = [part for part in second["parts"] if isinstance(part, dict)]
    assert "measure=happened" in happened["card"]
    assert "measure=newly_documented" in newly["card"]


def test_before_any_year_was_counted_it_is_said() -> None:
    page = visit("documented/documented.py", {"known_on": "2021-06-30"})
    assert "No figures for what happened in a whole year, for this place and organisation." in words(page)
    assert "Choose another day above." in words(page)  # on a later one there are some
    assert not figures(page)
