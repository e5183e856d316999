"""The ten hardest questions at a press briefing, each answered in at most two actions from the first page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Server
from tests.browser.reading import figures_in_words, open_page, shown_text, wait_until_drawn

MOST_ACTIONS = 2


class Presenter:
    """Somebody at a lectern, who has two actions for an answer."""

    def __init__(self, page: Page, dashboard: Server) -> None:
        self.page = page
        self.actions = 0
        open_page(page, dashboard.url)

    def _act(self) -> None:
        self.actions += 1
        assert self.actions <= MOST_ACTIONS, "too many actions for an answer"

    def click(self, name: str, *, below: str = "") -> None:
        """Go to the hard questions, and from there where one of them leads; `below` is its code."""
        self._act()
        self.page.locator(".menu-places").get_by_role("link", name="Hard questions").click()
        wait_until_drawn(self.page)
        self._act()
        ways = self.page.locator(f"[class*='st-key-words-source-{below}']").get_by_role(
            "link", name=name, exact=True
        )
        ways.first.click()
        wait_until_drawn(self.page)

    def open_headline(self, label: str) -> Locator:
        """Click the number under a label; the card that opens."""
        self._act()
        key = {"In detention": "detained", "Arrested": "arrested", "Killed": "killed"}[label]
        self.page.locator(
            f".words:has(.label, .whom) .headline a.number[href*='metric={key}&']"
        ).first.click()
        card = self.page.get_by_role("dialog", name="Where this number comes from")
        expect(card.locator(".facts").first).to_be_visible()
        return card

    def set_day(self, day: str) -> None:
        """Set the day of knowledge."""
        self._act()
        field = self.page.get_by_label("Another day")
        self.page.locator(".day-folded summary").click()  # to come to the field is part of setting it
        field.fill(day)
        self.page.wait_for_function("day => location.search.includes(`known_on=${day}`)", arg=day)
        wait_until_drawn(self.page)

    def switch(self, words: str) -> None:
        """Unfold what is folded."""
        self._act()
        self.page.get_by_text(words).click()
        wait_until_drawn(self.page)


@pytest.fixture
def presenter(page: Page, dashboard: Server) -> Presenter:
    return Presenter(page, dashboard)


def test_the_government_says_258(presenter: Presenter) -> None:
    presenter.set_day("2021-04-21")
    card = presenter.open_headline("Killed")
    expect(card.locator(".headline")).to_have_text("738")
    row = card.locator("tr", has_text="Authorities of Myanmar")
    expect(row).to_contain_text("258 (19 April 2021)")
    expect(row).to_contain_text(
        "A government, by its own statement. Uses its own definition, which is not recorded here."
    )
    expect(row).to_contain_text("State television on civilians only")


def test_the_government_says_another_number(presenter: Presenter) -> None:
    presenter.click("Sources side by side")
    row = presenter.page.locator("tr", has_text="738")
    expect(row).to_contain_text("Authorities of Myanmar (as announced)")
    expect(row).to_contain_text("258")
    expect(presenter.page.locator(".words").first).to_contain_text("State television on civilians only")


def test_your_number_changed_why(presenter: Presenter) -> None:
    presenter.click("Revisions", below="changed")
    text = shown_text(presenter.page)
    assert "Revised in documents" in text
    # What a document of 31 December 2023 gave as a limit, one of 2 January 2024 gave exactly.
    row = presenter.page.locator("tr", has_text="31 Dec 2023").filter(has_text="at least 4,273").first
    expect(row).to_contain_text("2 Jan 2024")
    expect(row).to_contain_text("published later")


def test_is_that_everyone(presenter: Presenter) -> None:
    card = presenter.open_headline("In detention")
    expect(card).to_contain_text("Not counted")
    expect(card).to_contain_text(
        "Detentions that are not documented; from April 2021 people who evade arrest."
    )


def test_who_says_so(presenter: Presenter) -> None:
    card = presenter.open_headline("In detention")
    expect(card).to_contain_text("STATUS UPDATE KW 07 (Tag 1841)")
    expect(card).to_contain_text("German Solidarity with Myanmar Democracy, reporting a figure by")
    expect(card).to_contain_text("“22.789 Inhaftierte (AAPP)”")


def test_since_when(presenter: Presenter) -> None:
    expect(presenter.open_headline("Arrested")).to_contain_text(
        "documented since the coup, as of 15 September 2025"
    )


def test_what_about_before_the_coup(presenter: Presenter) -> None:
    presenter.click("Political prisoners")
    assert "2,162 on 31 December 2008" in figures_in_words(presenter.page)


def test_so_8359_people_were_arrested_in_a_year(presenter: Presenter) -> None:
    presenter.click("Documented and happened")
    text = shown_text(presenter.page)
    assert "8,359" in text
    assert "1,988" in text


def test_but_they_let_thousands_go(presenter: Presenter) -> None:
    presenter.click("Amnesties")
    text = shown_text(presenter.page)
    for number in ("5,774", "402"):
        assert number in text


def test_did_anybody_check_these_numbers(presenter: Presenter) -> None:
    presenter.click("Public checks")
    assert "296 passed every check that could be run" in shown_text(presenter.page)


def test_is_it_getting_worse(presenter: Presenter) -> None:
    presenter.switch("What these figures cannot tell you")
    text = shown_text(presenter.page)
    assert "The percentage change since 3 September 2024." in text
    assert "Part of the change may be cases documented late." in text
    assert "A percentage change in a running total would not show a trend." in text
