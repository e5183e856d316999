"""Figures follow the width of their place: at every width of a window, no text is cut or covered."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Server
from tests.browser.reading import open_page

PAGES = (
    "",
    "explore?metric=arrested&metric=killed",
    "explore?metric=killed&place=MM&place=MM-01&place=MM-06&place=MM-12",
    "regions",
    "summary",
    "documented",
    "amnesties",
    "compare",
    "revisions",
)
# Of each figure: texts that end outside of it, and texts that lie over another.
FAULTS = """() => [...document.querySelectorAll('.figure')].flatMap((figure) => {
    const edge = figure.getBoundingClientRect();
    const found = [];
    const of = (selector) => [...figure.querySelectorAll(selector)]
        .filter((one) => one.textContent.trim() && getComputedStyle(one).visibility !== 'hidden')
        .map((one) => [one.textContent, one.getBoundingClientRect()])
        .filter(([, box]) => box.width > 0);
    const around = of('.figure-title, .figure-subtitle, .figure-key li, .figure-axis, .figure-note,'
        + ' .figure-credit, .figure-tools > *');
    const beside = of('.annotation-text, .xtick text, .ytick text');
    for (const [text, box] of [...around, ...of('svg.main-svg text')]) {
        const out = box.left < edge.left - 1 || box.right > edge.right + 1
            || box.top < edge.top - 1 || box.bottom > edge.bottom + 1;
        if (out) found.push(['cut', figure.dataset.key, text]);
    }
    const apart = (a, b) => a.right - 2 <= b.left || b.right - 2 <= a.left
        || a.bottom - 2 <= b.top || b.bottom - 2 <= a.top;
    [around, beside].forEach((texts) => texts.forEach(([text, box], at) => texts.slice(at + 1)
        .filter(([, other]) => !apart(box, other))
        .forEach(([other]) => found.push(['over', figure.dataset.key, text, other]))));
    return found;
})"""


@pytest.mark.parametrize("width", [320, 390, 600, 768, 1024, 1440])
def test_no_text_of_a_figure_is_cut_or_covered(page: Page, dashboard: Server, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    faults = {}
    for path in PAGES:
        open_page(page, f"{dashboard.url}/{path}")
        page.wait_for_timeout(300)
        found = page.evaluate(FAULTS)
        if found:
            faults[path] = found
    assert faults == {}


def test_a_window_that_becomes_narrow_gets_the_narrow_figure(page: Page, dashboard: Server) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    open_page(page, f"{dashboard.url}/explore?metric=arrested")
    plot = page.locator(".figure[data-key=explore] .figure-plot")
    wide = plot.bounding_box()
    page.set_viewport_size({"width": 400, "height": 900})
    page.wait_for_timeout(800)
    assert page.evaluate(FAULTS) == []
    narrow = plot.bounding_box()
    assert wide is not None
    assert narrow is not None
    assert narrow["height"] < wide["height"]


def test_the_name_of_the_browser_changes_nothing(browser: Browser, dashboard: Server) -> None:
    agents = ("Mozilla/5.0 (X11; Linux x86_64)", "Mozilla/5.0 (iPhone) Mobile/15E148")
    addresses = []
    for agent in agents:
        context = browser.new_context(user_agent=agent, viewport={"width": 700, "height": 900})
        page = context.new_page()
        open_page(page, f"{dashboard.url}/explore?metric=arrested")
        addresses.append(page.locator(".figure[data-key=explore]").get_attribute("data-figure"))
        context.close()
    assert addresses[0] == addresses[1]


def test_amnesties_are_shown_when_they_are_asked_for(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?metric=detained&measure=level")
    figure = page.locator(".figure[data-key=explore]")
    expect(figure.locator(".figure-key")).not_to_contain_text("Prisoner amnesty")
    button = figure.get_by_role("button", name="Show amnesties")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(figure.locator(".figure-key")).to_contain_text("Prisoner amnesty")


def test_a_pointer_anywhere_in_the_plot_gets_the_nearest_value(page: Page, dashboard: Server) -> None:
    parameters = "metric=arrested&measure=newly_documented&grain=reporting_year"
    open_page(page, f"{dashboard.url}/explore?{parameters}")
    area = page.locator(".figure[data-key=explore] .nsewdrag").first
    area.scroll_into_view_if_needed()
    box = area.bounding_box()
    assert box is not None
    # Over the low bar of the year that ended in January 2025, far above its end.
    page.mouse.move(box["x"] + box["width"] * 0.72, box["y"] + 20)
    expect(page.locator(".figure[data-key=explore] .hoverlayer")).to_contain_text("2,513")


def test_the_picture_is_a_file_of_the_figure(browser: Browser, dashboard: Server) -> None:
    context = browser.new_context(color_scheme="dark", accept_downloads=True)
    page = context.new_page()
    open_page(page, f"{dashboard.url}/explore?metric=arrested")
    with page.expect_download() as download:
        page.get_by_role("link", name="Picture").click()
    assert download.value.suggested_filename.startswith("over_time_arrested_MM_AAPP_known_on_")
    header = download.value.path().read_bytes()[:24]
    assert int.from_bytes(header[16:20]) == 1600
    assert int.from_bytes(header[20:24]) == 900
    context.close()


@pytest.mark.parametrize(
    ("path", "charts"),
    [
        ("regions?metric=killed", {"map", "ranking"}),
        ("documented", {"years"}),
        ("compare?metric=arrested", {"organisations"}),
        ("amnesties", {"amnesties"}),
    ],
)
def test_the_picture_of_a_figure_is_of_its_own_chart(
    page: Page, dashboard: Server, path: str, charts: set[str]
) -> None:
    open_page(page, f"{dashboard.url}/{path}")
    ways = page.locator(".figure-tools a[data-tool=picture]")
    expect(ways.first).to_be_attached()
    addresses = [str(way.get_attribute("href")) for way in ways.all()]
    assert {parse_qs(urlsplit(address).query)["chart"][0] for address in addresses} == charts
    for address in addresses:
        made = page.request.get(address)
        assert made.ok, made.text()
        assert made.headers["content-type"] == "image/png"


def test_data_and_link_lead_to_the_same_question(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?metric=arrested&from=2023-02-01")
    address = page.locator(".figure-tools a[data-tool=data]").get_attribute("href")
    assert address is not None
    answer = page.request.get(address)
    assert answer.ok
    assert "arrested,MM" in answer.text().replace('"', "")


def test_on_paper_a_dark_figure_has_light_colours_and_gets_its_own_back(
    browser: Browser, dashboard: Server
) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    open_page(page, f"{dashboard.url}/explore?metric=arrested")
    strokes = (
        "() => [...document.querySelectorAll('.figure-key path')].map((one) => one.getAttribute('stroke'))"
    )
    before = page.evaluate(strokes)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert set(page.evaluate(strokes)) <= {"#3b4252", "#565e6c"}
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(strokes) == before
    context.close()
