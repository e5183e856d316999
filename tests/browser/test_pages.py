"""The pages in a real browser: what they show, where their addresses lead, what they print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from app_pages.frame.pages import PAGES as PAGE_ENTRIES
from metrics.question.address import ALLOWED, PARAMETERS
from tests.browser.reading import (
    figures_in_words,
    go_to,
    open_page,
    parameter,
    parameters,
    shown_text,
    wait_until_drawn,
)
from tests.serving import Server

WOMEN = "regions?metric=arrested&sex=female&from=2024-08-31&to=2024-08-31"  # counted for all regions
# Path, a text of the page, and on how many sheets of paper it fits.
PAGES: Final = [
    ("", "22,789", 4),  # three where organisations have short names
    ("explore", "Explore the figures", 1),
    ("regions", "Every region", 2),
    ("sources", "413 documents known on", 1),
    pytest.param("documented", "6,371", 3, marks=pytest.mark.nightly),
    pytest.param("questions", "The government says 258.", 8, marks=pytest.mark.nightly),
    pytest.param("amnesties", "402 (AAPP)", 5, marks=pytest.mark.nightly),
    pytest.param("compare", "UN Office of the High Commissioner", 3, marks=pytest.mark.nightly),
    pytest.param("revisions", "+58", 2, marks=pytest.mark.nightly),
    pytest.param("checks", "296 passed every check", 8, marks=pytest.mark.nightly),
    pytest.param("coverage", "55 of 61", 3, marks=pytest.mark.nightly),
]
OWN: Final = {entry.path: set(entry.parameters) for entry in PAGE_ENTRIES}
IPHONE: Final = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
    " Version/17.0 Mobile/15E148 Safari/604.1"
)
FIRST_ROW: Final = {"x": 18, "y": 52}  # the box beside the first row of a table


def of_api(page: Page, dashboard: Server) -> str:
    """The API's CSV for the question in the page's address; what only the page knows is left out."""
    asked = urlencode([pair for pair in parameters(page) if pair[0] in ALLOWED])
    response = page.context.request.get(f"{dashboard.url}/api/v1/series.csv?{asked}")
    assert response.status == 200, response.text()
    return response.text()


def cells(page: Page, table: int = 0) -> str:
    """The cells of a table among the page's words."""
    return " | ".join(page.locator(".table-box").nth(table).locator("td").all_text_contents())


def assert_sound(page: Page, dashboard: Server) -> None:
    """No failure is on the page or in the log."""
    assert page.get_by_test_id("stException").count() == 0
    assert "could not be shown" not in shown_text(page)
    assert "Traceback" not in dashboard.log.read_text()


def sheets(page: Page) -> int:
    """On how many sheets of paper the page is printed."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize(("path", "text", "most_sheets"), PAGES, ids=str)
def test_page_shows_its_counts_copies_and_prints(
    page: Page, dashboard: Server, path: str, text: str, most_sheets: int
) -> None:
    open_page(page, f"{dashboard.url}/{path}?utm_source=mail&fbclid=x1")
    assert text in shown_text(page)
    assert_sound(page, dashboard)
    written = {name for name, _value in parameters(page)}
    assert written == set(PARAMETERS) | OWN[path], "written out, tracking dropped"
    if not OWN[path]:
        assert of_api(page, dashboard).count("\n") >= 1

    copied, shown = page.url, shown_text(page)
    second = page.context.new_page()
    open_page(second, copied)
    assert second.url == copied
    assert shown_text(second) == shown
    assert sheets(second) <= most_sheets


def test_map_is_drawn_from_the_project_alone(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/{WOMEN}")
    drawn = page.get_by_test_id("figure").first
    outlines = drawn.locator(".js-fill")
    assert outlines.count() >= 15
    boxes = [outlines.nth(at).bounding_box() for at in range(outlines.count())]
    assert max(box["height"] for box in boxes if box) > 60
    for count in ("1,440", "705", "45"):
        expect(drawn.locator("svg text", has_text=re.compile(f"^{count}$")).first).to_be_visible()


def test_download_is_what_the_api_gives(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?metric=arrested&grain=reporting_year&measure=newly_documented")
    page.get_by_text("Table, sources, caveats, download").click()
    wait_until_drawn(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).press("Enter")
    taken = download.value.path().read_bytes().decode()
    assert taken == of_api(page, dashboard)
    assert "8359" in taken
    assert "newly_documented" in download.value.suggested_filename
    citation = page.get_by_role("link", name="Link to exactly these figures").get_attribute("href")
    assert citation is not None
    open_page(page, f"{dashboard.url}{citation}")
    assert parameter(page, "known_on") != ["latest"]
    assert "8,359" in figures_in_words(page)


def test_a_region_is_chosen_by_its_name_and_undone_by_back(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/{WOMEN}")
    assert "Sagaing Region | 705" in cells(page)
    page.get_by_role("button", name="Sagaing Region").click()
    wait_until_drawn(page)
    assert parameter(page, "place") == ["MM-01"]
    assert "Everything known about Sagaing Region" in shown_text(page)
    assert "aapp-2024-02-01" in cells(page)

    page.go_back()
    wait_until_drawn(page)
    assert parameter(page, "place") == ["MM"]
    assert "Everything known about" not in shown_text(page)
    page.go_forward()
    wait_until_drawn(page)
    assert parameter(page, "place") == ["MM-01"]
    assert "Everything known about Sagaing Region" in shown_text(page)
    assert "MM-01" in of_api(page, dashboard)


def test_a_region_is_chosen_by_its_bar(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/{WOMEN}")
    bars = page.locator(".st-key-figure-ranking .bars .point path")
    expect(bars).to_have_count(15)
    for position, (place, name) in {
        1: ("MM-04", "Mandalay Region"),
        4: ("MM-05", "Tanintharyi Region"),
    }.items():
        bars.nth(position).click(position={"x": 8, "y": 6}, force=True)
        card = page.get_by_role("dialog", name="Where this number comes from")
        expect(card).to_contain_text(name)
        page.keyboard.press("Escape")
        expect(page.get_by_role("heading", name=f"Everything known about {name}")).to_be_visible()
        wait_until_drawn(page)
        assert parameter(page, "place") == [place]


def test_a_document_shows_its_counts(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/sources?known_on=2024-02-01")
    page.get_by_test_id("stDataFrame").first.click(position=FIRST_ROW)
    # The grid tells the server of a click a moment later, in which the page seems to be at rest.
    expect(page.locator(".table-box").first.locator("td").filter(has_text="25,931")).to_be_visible()
    wait_until_drawn(page)
    assert_sound(page, dashboard)


def test_a_year_is_one_click_and_undone_by_back(page: Page, dashboard: Server) -> None:
    open_page(page, dashboard.url)
    page.get_by_role("radio", name="Year 3", exact=True).click()
    wait_until_drawn(page)
    assert (parameter(page, "from"), parameter(page, "to")) == (["2023-02-01"], ["2024-01-31"])
    for number in ("1,988", "309", "770", "19,993"):
        assert number in shown_text(page)
    page.go_back()
    wait_until_drawn(page)
    assert parameter(page, "to") == ["latest"]
    expect(page.get_by_role("radio", name="Since the coup", exact=True)).to_be_checked()
    assert "22,789" in shown_text(page)


def test_the_day_of_knowledge_goes_along_to_every_page(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?known_on=2024-02-01")
    expected = {
        "Overview": "19,993",
        "Regions": "22 June 2022",
        "Sources": "known on 1 February 2024",
        "Public checks": "known on 1 February 2024",
    }
    for name, text in expected.items():
        go_to(page, name)
        assert parameter(page, "known_on") == ["2024-02-01"], name
        assert text in shown_text(page) + figures_in_words(page)
        if "/checks" not in page.url:  # it carries a parameter of its own
            of_api(page, dashboard)
    assert_sound(page, dashboard)


def test_a_link_that_makes_no_sense_shows_no_count_on_any_page(page: Page, dashboard: Server) -> None:
    for path in ("", "explore", "regions", "amnesties", "number"):
        open_page(page, f"{dashboard.url}/{path}?metric=arested")
        text = shown_text(page)
        assert "Parameter `metric` has the unknown value `arested`." in text
        for mark in ("figure", "words", "stDataFrame", "stTable"):
            assert page.get_by_test_id(mark).count() == 0
    open_page(page, f"{dashboard.url}/regions?metric=arrested&from=2022-03-03&to=2022-03-03")
    assert "There are no figures for regions in this period." in shown_text(page)
    assert page.get_by_test_id("figure").count() == 0
    assert_sound(page, dashboard)


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, user_agent=IPHONE, is_mobile=True, has_touch=True
    )
    context.set_default_timeout(20_000)
    yield context
    context.close()


def test_on_a_phone_pages_are_named_and_counts_come_first(phone: BrowserContext, dashboard: Server) -> None:
    page = phone.new_page()
    open_page(page, dashboard.url)
    first = page.locator(".headline").first.bounding_box()
    assert first is not None
    assert first["y"] + first["height"] < 844, "the first count is in sight"
    last = page.locator(".headline").last.bounding_box()
    read_out = page.get_by_role("heading", name="To say aloud").bounding_box()
    assert last is not None
    assert read_out is not None
    assert last["y"] < read_out["y"]
    expect(page.locator(".menu-places")).to_be_hidden()
    page.locator(".menu-folded summary").click()
    page.locator(".menu-folded").get_by_role("link", name="Map and ranking").click()
    wait_until_drawn(page)
    assert "/regions" in page.url
    assert "722" in figures_in_words(page)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
