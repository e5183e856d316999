"""No digit on a page is without an origin.

`tracing.py` says what an origin is, and lists with `page_texts.py` what needs none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Page

from app_pages.frame.pages import PAGES
from tests.browser.conftest import Server
from tests.browser.page_texts import Shown, texts_of
from tests.browser.reading import open_page, wait_until_drawn
from tests.browser.tracing import without_origin
from validation import Dataset

CARD: Final = "number?place=MM&"
EVENT: Final = CARD + "metric=released&event=MM-2022-11-17-amnesty&"
UN_MISSION: Final = "source=mm-un-mission-2024-03-31"
DAILY: Final = (
    "",
    "explore",
    "regions",
    "documented",
    "checks?source_id=mm-un-mission-2024-03-31",
    "amnesties?event_id=MM-2022-11-17-amnesty",
    # A number that is worked out, and rests on one that another document beats.
    CARD + "metric=released&from=2024-03-31&to=2024-03-31",
)
NIGHTLY: Final = (
    *(entry.path for entry in PAGES if entry.place and entry.path not in DAILY),
    "?known_on=2023-02-01",
    "explore?metric=arrested&measure=newly_documented&grain=month",
    "explore?metric=detained&measure=per_100k&grain=quarter",
    "explore?metric=released&event=MM-2022-11-17-amnesty",
    f"explore?metric=detained&{UN_MISSION}",
    "documented?known_on=2024-03-01",
    "amnesties?event_id=MM-2021-04-17-amnesty",
    CARD + "metric=detained&from=2026-02-15&to=2026-02-15",
    CARD + "metric=arrested&from=2023-01-31&to=2023-01-31&compared_with=2022-01-31",
    CARD + "metric=arrested&measure=newly_documented&grain=reporting_year&from=2023-02-01&to=2024-01-31",
    EVENT + "from=2022-11-17&to=2022-11-18",
    EVENT + "from=2022-11-17&to=2022-11-17&counted_by=MM-AUTH&group=all_prisoners",
    CARD + f"metric=detained&from=2024-03-31&to=2024-03-31&{UN_MISSION}",
    CARD + f"metric=death_row&from=2024-03-31&to=2024-03-31&{UN_MISSION}",  # left out by a correction
)
WALKED: Final = [*DAILY, *(pytest.param(address, marks=pytest.mark.nightly) for address in NIGHTLY)]


@pytest.mark.parametrize("address", WALKED)
def test_no_digit_on_the_page_is_without_an_origin(
    page: Page, dashboard: Server, first_edition: Dataset, address: str
) -> None:
    open_page(page, f"{dashboard.url}/{address}")
    for texts in unfolded(page):
        assert texts
        assert without_origin(first_edition, texts) == []


def unfolded(page: Page) -> Iterator[list[Shown]]:
    """The texts of the page with all that is folded away; of each of its sections."""
    for switch in page.get_by_test_id("stCheckbox").all():
        switch.click()
        wait_until_drawn(page)
    yield texts_of(page)
    for tab in page.locator('.st-key-section [role="tab"]').all():
        tab.click()
        wait_until_drawn(page)
        yield texts_of(page)


PLANTED: Final = (
    ("document.querySelector('.words p').append('and 12,345 others')", "12,345 in “"),
    ("document.querySelector('.words p').append('and 987,654 documents')", "987,654 in “"),
    ("document.querySelector('.table-box td.numeric').append(' (of 4,712)')", "4,712 in “ (of 4,712)”"),
    ("document.querySelector('.figure svg .infolayer text').append(' 54,321')", "54,321 in “"),
    # Only named terms and columns count months or regions.
    (
        "document.querySelector('.words').appendChild(document.createElement('p')).textContent = '7 of 9'",
        " in “7 of 9”",
    ),
)


def test_a_bare_number_is_found(page: Page, dashboard: Server, first_edition: Dataset) -> None:
    open_page(page, dashboard.url)
    page.get_by_test_id("stCheckbox").last.click()
    wait_until_drawn(page)
    for planted, _found in PLANTED:
        page.evaluate(planted)
    left = without_origin(first_edition, texts_of(page))
    for _planted, found in PLANTED:
        assert any(found in one for one in left), found
    assert [one for one in left if not any(found in one for _planted, found in PLANTED)] == []
