"""A number opens its card, from wherever it is shown, and the card's lines for programs print the number."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Server
from tests.browser.reading import open_page, wait_until_drawn
from tests.programs import needed_r

WOMEN = "regions?metric=arrested&sex=female&from=2024-08-31&to=2024-08-31"  # counted for all regions
# Total arrested on 31 January 2024: 25,931, from AAPP's statement of 1 February 2024.
ANNIVERSARY = (
    "metric=arrested&place=MM&measure=total&grain=as_published&from=2024-01-31&to=2024-01-31&known_on=latest"
    "&edition=latest&counted_by=AAPP&group=political&sex=all&age=all&detail="
)
YEAR_THREE = ANNIVERSARY.replace("measure=total", "measure=happened").replace(
    "from=2024-01-31", "from=2023-02-01"
)
AMNESTY = "metric=released&place=MM&event=MM-2022-11-17-amnesty&from=2022-11-17&to=2022-11-18&known_on=latest"
DETAINED = ANNIVERSARY.replace("arrested", "detained").replace("total", "level").replace("01-31", "03-31")
RATE = ANNIVERSARY.replace("measure=total", "measure=per_100k")
PRINTED = pytest.mark.parametrize(
    ("parameters", "number"),
    [
        (ANNIVERSARY, 25_931),
        (YEAR_THREE, 1988),
        (RATE, 25_931 / 51_486_253 * 100_000),  # inhabitants: census of 2014
        (f"{ANNIVERSARY}&compared_with=2023-01-31", 25_931 - 17_572),
        (AMNESTY, 72),
    ],
)


def card(page: Page) -> Locator:
    """The card that is open on top of the page."""
    return page.get_by_role("dialog", name="Where this number comes from")


def close(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)


def test_a_headline_opens_its_card_by_click_and_again(page: Page, dashboard: Server) -> None:
    open_page(page, dashboard.url)
    for _time in range(2):
        page.get_by_role("link", name="22,789").first.click()
        expect(card(page)).to_contain_text("In detention, Myanmar")
        expect(card(page)).to_contain_text("on 15 February 2026")
        expect(card(page)).to_contain_text("STATUS UPDATE KW 07")
        close(page)


def test_a_sentence_opens_the_card_of_its_number_by_keyboard(page: Page, dashboard: Server) -> None:
    open_page(page, dashboard.url)
    for _time in range(2):
        page.locator(".copied").get_by_role("link", name="29,685").focus()
        page.keyboard.press("Enter")
        expect(card(page)).to_contain_text("Arrested, Myanmar")
        close(page)


def test_a_difference_opens_a_card_with_both_numbers(page: Page, dashboard: Server) -> None:
    open_page(page, dashboard.url)
    page.get_by_role("link", name="986 in detention, difference between 10 February 2025").first.click()
    expect(card(page).locator(".headline")).to_have_text("986 more")
    expect(card(page)).to_contain_text("986 more than on 10 February 2025 (21,803).")
    card(page).get_by_role("link", name="21,803").first.click()
    expect(card(page)).to_contain_text("on 10 February 2025 · counted by")
    card(page).get_by_role("button", name="Back").click()
    expect(card(page)).to_contain_text("986 more than on 10 February 2025")


def test_a_cell_of_a_table_opens_its_card(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?{YEAR_THREE}")
    page.get_by_text("Table, sources, caveats, download").click()
    for _time in range(2):
        page.locator("td").get_by_role("link", name="1,988").click()
        expect(card(page)).to_contain_text("happened from 1 February 2023 to 31 January 2024")
        close(page)


def test_a_point_opens_its_card_by_keyboard_and_by_click_and_again(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?metric=arrested&from=2024-01-01&to=2024-03-31")
    figure = page.locator(".figure[data-key=explore]")
    for _time in range(2):
        figure.locator(".figure-plot").focus()
        page.keyboard.press("ArrowRight")
        value = figure.get_by_role("status").inner_text().split(", Myanmar")[0]
        page.keyboard.press("Enter")
        expect(card(page).locator(".headline")).to_have_text(value)
        close(page)
    for _time in range(2):
        figure.locator(".point").first.hover(force=True)
        box = figure.locator(".point").first.bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        expect(card(page)).to_contain_text("Arrested, Myanmar")
        close(page)


def test_a_bar_and_a_region_open_their_cards(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/{WOMEN}")
    page.locator(".figure[data-key=ranking] .figure-plot").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(card(page)).to_contain_text("Arrested (women and girls), Yangon Region")
    expect(card(page).locator(".headline")).to_have_text("1,440")
    close(page)
    wait_until_drawn(page)
    area = page.locator(".figure[data-key=map] .nsewdrag").bounding_box()
    assert area is not None
    page.mouse.click(area["x"] + area["width"] * 0.5, area["y"] + area["height"] * 0.38)
    expect(card(page)).to_contain_text("Arrested (women and girls), Shan State")


def test_a_bar_of_an_amnesty_opens_the_card_of_its_count_and_again(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/amnesties")
    for _time in range(2):
        plot = page.locator(".figure[data-key=amnesties] .figure-plot")
        plot.focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(card(page)).to_contain_text("Released (prisoners of every kind, Prisoner amnesty of")
        close(page)
        wait_until_drawn(page)


def test_a_hollow_point_opens_the_card_of_what_was_published_first(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/revisions")
    for _time in range(2):
        page.locator(".figure[data-key=revised] .figure-plot").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        expect(card(page).locator(".headline")).to_have_text("198")
        expect(card(page)).to_contain_text("Another figure is used for this time: 256.")
        close(page)


def test_what_was_printed_before_opens_its_own_card_and_names_what_stands(
    page: Page, dashboard: Server
) -> None:
    """On 31 March 2024 two documents print 20,296 and 20,290 in detention; the second is of the same day."""
    open_page(page, f"{dashboard.url}/number?{DETAINED}")
    expect(page.locator(".headline")).to_have_text("20,290")
    for _time in range(2):
        page.get_by_role("link", name="20,296").last.click()
        expect(card(page).locator(".headline")).to_have_text("20,296")
        expect(card(page)).to_contain_text("Another figure is used for this time: 20,290.")
        close(page)


def test_a_count_that_a_correction_leaves_out_opens_a_card_with_the_reason(
    page: Page, dashboard: Server
) -> None:
    open_page(page, f"{dashboard.url}/checks?source_id=mm-un-mission-2024-03-31")
    for _time in range(2):
        page.locator("td.numeric").get_by_role("link", name="119").click()
        expect(card(page).locator(".headline")).to_have_text("119")
        expect(card(page)).to_contain_text("Left out of all series by a correction recorded on")
        close(page)


def test_a_card_has_an_address_that_is_the_same_for_ever(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/number?{ANNIVERSARY}")
    expect(page.locator(".headline")).to_have_text("25,931")
    link = page.locator(".copied.code", has_text="Permanent link").locator("pre").inner_text()
    assert link.startswith(f"{dashboard.url}/number?")
    assert not re.search("known_on=latest|edition=latest", link)
    open_page(page, link)
    expect(page.locator(".headline")).to_have_text("25,931")
    expect(page.locator("main")).to_contain_text("as known on")


@PRINTED
def test_lines_for_programs_print_the_number(
    page: Page, dashboard: Server, parameters: str, number: float
) -> None:
    open_page(page, f"{dashboard.url}/number?{parameters}")
    lines = lines_for_programs(page)
    assert printed_by("bash", "-c", lines["curl"]) == pytest.approx(number)
    assert printed_by(sys.executable, "-c", lines["Python (pandas)"]) == pytest.approx(number)


@PRINTED
def test_lines_for_r_print_the_number(page: Page, dashboard: Server, parameters: str, number: float) -> None:
    program = needed_r()
    open_page(page, f"{dashboard.url}/number?{parameters}")
    assert printed_by(program, "-e", lines_for_programs(page)["R"]) == pytest.approx(number, rel=1e-6)


def lines_for_programs(page: Page) -> dict[str, str]:
    expect(
        page.locator(".copied-label").filter(has_text=re.compile("^R$"))
    ).to_be_attached()  # the last of them
    return {
        block.locator(".copied-label").inner_text(): block.locator("pre").inner_text()
        for block in page.locator(".copied.code").all()
    }


def printed_by(*command: str) -> float:
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    return float(done.stdout.strip().split()[-1])
