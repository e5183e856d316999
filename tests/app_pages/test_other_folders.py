"""Folders of other organisations: every page is drawn, and says nothing that holds of the first one only."""

from __future__ import annotations

from pathlib import Path

import pytest

from app_pages.frame.pages import PAGES, PageEntry
from tests import small
from tests.app_pages.reading import figures, figures_in_words, headings, sentences, table, visit, words

COUNTS = "metric,place,period_end,value\narrested,XX,2024-01-31,100"
OF_REGIONS = f"{COUNTS}\narrested,XX-1,2024-01-31,30\narrested,XX-2,2024-01-31,40"
PLACES = "place,kind,parent,name,population,population_year,population_source\nXX,country,,Ruritania,,,"
MONTHS = "metric,basis,period_end,value\n" + "\n".join(
    f"arrested,2023-{month:02d}-01,2023-{month:02d}-28,{72 + month}" for month in range(1, 13)
)
FOLDERS: dict[str, dict[str, str]] = {
    "a region without a population": {"observations": OF_REGIONS},
    "no population at all": {
        "observations": OF_REGIONS,
        "places": f"{PLACES}\nXX-1,region,XX,North,,,\nXX-2,region,XX,South,,,",
    },
    "no regions": {"observations": COUNTS, "places": PLACES},
    "counts by month": {"observations": MONTHS},
    "no events": {"observations": OF_REGIONS, "events": "event_id"},
    "two headlines, one counted": {"observations": OF_REGIONS},
}


# What a folder's settings have instead of those of the small tables.
SETTINGS: dict[str, tuple[str, str]] = {
    "counts by month": ('measure_of_flow = "total"', 'measure_of_flow = "happened"'),
    "two headlines, one counted": ('["arrested"]', '["arrested", "detained"]'),
}


def write(folder: Path, name: str) -> Path:
    written = small.write(folder, **FOLDERS[name])
    settings = small.SETTINGS.replace(*SETTINGS.get(name, ("title", "title")))
    (written / "dataset.toml").write_text(settings, encoding="utf-8")
    return written


@pytest.fixture
def _folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTION_DATA", str(write(tmp_path / "data", request.param)))


# All pages of two folders at every run; of the others each night.
QUICK = ("a region without a population", "counts by month")


@pytest.mark.parametrize(
    "_folder",
    [pytest.param(name, marks=() if name in QUICK else pytest.mark.nightly) for name in FOLDERS],
    indirect=True,
)
@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.file)
@pytest.mark.usefixtures("_folder")
def test_every_page_is_drawn_and_names_no_other_country(entry: PageEntry) -> None:
    page = visit(entry.file)
    text = f"{words(page)}\n{figures_in_words(page)}"
    assert words(page)
    for word in ("Myanmar", "junta", "Burma", "AAPP", "Natural Earth"):
        assert word not in text


@pytest.mark.parametrize("_folder", ["a region without a population"], indirect=True)
@pytest.mark.usefixtures("_folder")
def test_rates_are_given_of_the_regions_that_have_a_population() -> None:
    page = visit("regions/regions.py")
    rates = table(page, "Region", "Per 100,000").set_index("Region")["Per 100,000"]
    assert rates.to_dict() == {"North": "15.0", "South": ""}  # 30 of 200,000
    assert not page.button_group, "rates cannot be drawn for all"


@pytest.mark.parametrize("_folder", ["counts by month"], indirect=True)
@pytest.mark.parametrize("file", ["briefing/briefing.py", "summary/summary.py"])
@pytest.mark.usefixtures("_folder")
def test_a_count_for_one_month_is_no_running_total(file: str) -> None:
    page = visit(file)
    shown = "\n".join([words(page), *headings(page), *sentences(page)])
    assert "84" in shown
    assert "1 December 2023 to 28 December 2023" in shown
    assert "since the coup" not in shown
    assert "running total" not in "\n".join(sentences(page))


@pytest.mark.parametrize("_folder", ["no population at all"], indirect=True)
@pytest.mark.usefixtures("_folder")
def test_without_outlines_the_ranking_takes_the_width() -> None:
    page = visit("regions/regions.py")
    assert "There are no outlines of these regions to draw a map from." in words(page)
    assert [figure["key"] for figure in figures(page)] == ["ranking"]
    assert len(page.get("column")) == 2, "those of the choices alone"


@pytest.mark.parametrize(
    ("_folder", "absent"),
    [("no regions", "Where is it worst?"), ("no events", "But they let people go.")],
    indirect=["_folder"],
)
@pytest.mark.usefixtures("_folder")
def test_no_question_leads_to_an_empty_page(absent: str) -> None:
    text = words(visit("briefing/briefing.py"))
    assert absent not in text
    assert "The government says another number." not in text  # nobody else counts
    assert "Did anybody check that?" in text


@pytest.mark.parametrize("_folder", ["two headlines, one counted"], indirect=True)
@pytest.mark.usefixtures("_folder")
def test_a_headline_without_a_count_is_named() -> None:
    assert "No count is recorded here of: In detention." in words(visit("briefing/briefing.py"))
