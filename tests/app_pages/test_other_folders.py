"""Folders of other organisations: every page is drawn, and says nothing that holds of the first one only."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app_pages.frame.pages import PAGES, PageEntry
from tests import small
from tests.app_pages.reading import (
    address_of,
    choices_of,
    figures,
    figures_in_words,
    headings,
    sentences,
    table,
    visit,
    words,
)

COUNTS = "metric,place,period_end,value\narrested,XX,2024-01-31,100"
OF_REGIONS = f"{COUNTS}\narrested,XX-1,2024-01-31,30\narrested,XX-2,2024-01-31,40"
PLACES = "place,kind,parent,name,population,population_year,population_source\nXX,country,,Ruritania,,,"
MONTHS = "metric,basis,period_end,value\n" + "\n".join(
    f"arrested,2023-{month:02d}-01,2023-{month:02d}-28,{72 + month}" for month in range(1, 13)
)
WITHOUT_POPULATION = "place,kind,parent,name\nXX,country,,Ruritania"
DISTRICTS = """
    place,kind,parent,name
    XX,country,,Ruritania
    XX-1,province,XX,North
    XX-2,province,XX,South
    XX-1A,district,XX-1,Upper
    XX-1B,district,XX-1,Lower
    XX-2A,district,XX-2,Coast
"""
COUNTRIES = ("BY", "CN", "CU", "EG", "ER", "IR", "NI", "RU", "TR", "VN", "ZM")
MANY = range(1, 151)
FOLDERS: dict[str, dict[str, str]] = {
    "regions of different days": {
        # Both on 26 March 2022, and each once more on a day of its own.
        "observations": "metric,place,period_end,value\n"
        "arrested,XX-1,2022-03-26,10\narrested,XX-2,2022-03-26,20\n"
        "arrested,XX-1,2023-05-01,30\narrested,XX-2,2023-06-30,25",
    },
    "districts below regions": {
        "observations": "metric,place,period_end,value\n"
        "arrested,XX-1,2024-01-31,30\narrested,XX-2,2024-01-31,40\n"
        "arrested,XX-1A,2024-01-31,12\narrested,XX-1B,2024-01-31,18\narrested,XX-2A,2024-01-31,21",
        "places": DISTRICTS,
    },
    "provinces without a whole": {
        "observations": f"{COUNTS}\narrested,XX-1,2024-01-31,30\narrested,XX-2,2024-01-31,40",
        "places": f"{WITHOUT_POPULATION}\nXX-1,province,,North\nXX-2,province,,South",
    },
    "countries without a whole": {
        "observations": "metric,place,period_end,value\n"
        + "\n".join(f"arrested,{code},202{at % 2 + 3}-12-01,{10 + at}" for at, code in enumerate(COUNTRIES)),
        "places": "place,kind,parent,name\nXX,country,,United States\n"
        + "\n".join(f"{code},country,,Country {code}" for code in COUNTRIES),
        "events": "event_id",
    },
    "very many regions": {
        "observations": "metric,place,period_end,value\n"
        + "\n".join(f"arrested,XX-{number},2024-01-31,{number}" for number in MANY),
        "places": f"{WITHOUT_POPULATION}\n"
        + "\n".join(f"XX-{number},district,XX,District {number}" for number in MANY),
    },
    "a country with an article": {
        "observations": f"{COUNTS}\narrested,XX-1,2024-01-31,30",
        "places": "place,kind,parent,name,in_sentence\nXX,country,,United States,the United States\n"
        "XX-1,state,XX,Alaska,\nXX-2,state,XX,Ohio,",
    },
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
@pytest.mark.parametrize("file", ["overview/overview.py"])
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
    assert "There are no boundaries of these regions to draw a map with." in words(page)
    assert [figure["key"] for figure in figures(page)] == ["ranking"]
    assert len(page.get("column")) == 2, "those of the choices alone"


@pytest.mark.parametrize(
    ("_folder", "absent"),
    [("no regions", "Where is most documented?"), ("no events", "But they let people go.")],
    indirect=["_folder"],
)
@pytest.mark.usefixtures("_folder")
def test_no_question_leads_to_an_empty_page(absent: str) -> None:
    text = words(visit("hard_questions/questions.py"))
    assert absent not in text
    assert "The government says another number." not in text  # nobody else counts
    assert "Did anybody check that?" in text


@pytest.mark.parametrize("_folder", ["two headlines, one counted"], indirect=True)
@pytest.mark.usefixtures("_folder")
def test_a_headline_without_a_count_is_named() -> None:
    assert "No figures here for: In detention." in words(visit("overview/overview.py"))


REGIONS = "regions/regions.py"


def ranked(page: AppTest) -> list[str]:
    """What the ranking says, place by place."""
    (ranking,) = [figure for figure in figures(page) if figure["key"] == "ranking"]
    return ranking["alt"].split("\n\n")[1].removesuffix(".").split("; ")


@pytest.mark.parametrize("_folder", ["regions of different days"], indirect=True)
@pytest.mark.usefixtures("_folder")
def test_regions_of_different_days_open_on_the_newest_of_each_and_not_on_a_shared_old_day() -> None:
    page = visit(REGIONS)
    assert ranked(page) == ["North: 30 (1 May 2023)", "South: 25 (30 June 2023)"]
    assert "different dates, from 1 May 2023 to 30 June 2023" in figures_in_words(page)
    shown = table(page, "Region", "Figure").set_index("Region")["Date"]
    assert shown.to_dict() == {"North": "1 May 2023", "South": "30 Jun 2023"}
    shared = next(one for one in page.selectbox[0].options if "to 26 March 2022 (2 of 2 regions)" in one)
    page.selectbox[0].select(shared).run()
    assert ranked(page) == ["South: 20 (26 March 2022)", "North: 10 (26 March 2022)"]


@pytest.mark.parametrize("_folder", ["districts below regions"], indirect=True)
@pytest.mark.usefixtures("_folder")
def test_districts_have_a_ranking_of_all_and_one_of_each_region() -> None:
    page = visit(REGIONS)
    assert ranked(page) == ["South: 40 (31 January 2024)", "North: 30 (31 January 2024)"]
    levels = page.selectbox(key="regions/level")
    assert levels.options == ["Provinces of Ruritania", "Districts of Ruritania"]
    levels.select("Districts of Ruritania").run()
    assert [one.split(":")[0] for one in ranked(page)] == ["Coast", "Lower", "Upper"]
    assert ("level", "XX/district") in address_of(page)
    within = visit(REGIONS, {"place": "XX-1", "level": "XX-1"})
    assert [one.split(":")[0] for one in ranked(within)] == ["Lower", "Upper"]


@pytest.mark.parametrize(
    ("_folder", "names"),
    [
        ("provinces without a whole", ["South", "North"]),
        ("countries without a whole", [f"Country {code}" for code in reversed(COUNTRIES)]),
    ],
    indirect=["_folder"],
)
@pytest.mark.usefixtures("_folder")
def test_places_that_lie_in_nothing_are_ranked_among_those_of_their_sort(names: list[str]) -> None:
    page = visit(REGIONS)
    assert [one.split(":")[0] for one in ranked(page)] == names


@pytest.mark.parametrize("_folder", ["very many regions"], indirect=True)
@pytest.mark.usefixtures("_folder")
def test_very_many_regions_are_searched_and_the_highest_shown() -> None:
    page = visit(REGIONS)
    assert [one.split(" (")[0] for one in ranked(page)[:2]] == ["District 150: 150", "District 149: 149"]
    assert len(ranked(page)) == 60
    assert len(table(page, "District", "Figure")) == 100
    assert "100 of 150 districts, highest figures first." in words(page)
    page.text_input[0].set_value("district 12").run()
    found = table(page, "District", "Figure")["District"].tolist()
    assert found == [f"District {number}" for number in (*range(129, 119, -1), 12)]
    page.text_input[0].set_value("nowhere").run()
    assert "No district has a name with these letters." in words(page)


@pytest.mark.parametrize("_folder", ["very many regions"], indirect=True)
@pytest.mark.usefixtures("_folder")
def test_very_many_places_are_found_those_with_figures_first() -> None:
    places = choices_of(visit("explore/explore.py"))["places"]
    assert len(places) == 151
    has_figures = [bool(number) for _code, _name, number, _why, _others in places]
    assert has_figures == sorted(has_figures, reverse=True)


@pytest.mark.parametrize("_folder", ["a country with an article"], indirect=True)
@pytest.mark.usefixtures("_folder")
def test_a_sentence_has_the_article_of_a_place_and_a_label_has_not() -> None:
    said = sentences(visit("explore/explore.py"))
    assert said == [
        "By 31 January 2024, The Counters had documented 100 people arrested in the United States since the"
        " coup."
    ]
    page = visit(REGIONS)
    assert [figure["title"] for figure in figures(page)] == [
        "Arrested, total documented since the coup, by place: United States"
    ]


@pytest.mark.parametrize("_folder", ["a region without a population"], indirect=True)
@pytest.mark.usefixtures("_folder")
def test_another_day_is_offered_only_where_it_helps() -> None:
    documented = "documented/documented.py"
    assert "Choose another day" not in words(visit(documented))
    assert "No figures for what happened in a whole year, for this place" in words(visit(documented))
    early = {"known_on": "2024-01-01"}
    assert "Choose another or a later day." in words(visit("overview/overview.py", early))
    of_nobody = {"counted_by": "GOV"}
    assert "No headline figure by this organisation is recorded here." in words(
        visit("overview/overview.py", of_nobody)
    )
    assert "were known on that day" in words(visit(REGIONS, early))
    assert "No regional figures by this organisation are recorded here." in words(visit(REGIONS, of_nobody))


@pytest.mark.parametrize("_folder", ["no regions"], indirect=True)
@pytest.mark.usefixtures("_folder")
def test_one_period_is_spoken_of_as_one() -> None:
    assert "One period has a figure; it was never revised." in words(visit("revisions/revisions.py"))
