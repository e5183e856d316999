"""The charts of the first page, each titled by what it shows."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.app_pages.reading import figures, figures_in_words, visit

OVERVIEW = "overview/overview.py"


def charts(script: AppTest) -> list[str]:
    """The keys of the figures, without the small courses of the numbers that lead."""
    return [figure["key"] for figure in figures(script) if not figure["quiet"]]


def test_five_charts_show_the_headline_series_and_the_regions() -> None:
    page = visit(OVERVIEW)
    assert charts(page) == [f"finding-{number}" for number in range(1, 6)]
    for number in ("22,663", "29,685", "2,513", "722"):
        assert number in figures_in_words(page)


def test_charts_show_the_chosen_period_only() -> None:
    page = visit(OVERVIEW, {"from": "2023-02-01", "to": "2024-01-31"})
    assert len(charts(page)) == 4, "counts of regions are not of that year"
    shown = figures_in_words(page)
    assert "19,993 on 31 January 2024" in shown
    assert "22,789" not in shown
    assert "722" not in shown


def test_charts_are_those_of_the_day_of_knowledge() -> None:
    shown = figures_in_words(visit(OVERVIEW, {"known_on": "2024-02-01"}))
    assert "25,931 on 31 January 2024" in shown
    assert "29,685" not in shown
