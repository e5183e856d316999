"""The page of hard questions in a browser: its sentences are copied, its numbers lead to their cards."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.reading import open_page, parameter, shown_text, wait_until_drawn


def test_every_question_has_a_sentence_that_a_button_copies(page: Page, dashboard: Server) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_page(page, f"{dashboard.url}/questions")
    first = page.locator(".st-key-question-government")
    expect(first.get_by_role("heading", name="“The government says 258.”")).to_be_visible()
    first.locator(".copied button").click()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith("The government's number for “Killed” in Myanmar since the coup was 258")
    headings, sentences = page.locator(".stMain .words h2"), page.locator(".stMain .copied.sentence")
    assert sentences.count() == headings.count() >= 10


def test_a_question_of_the_list_comes_first_and_stands_in_the_address(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/questions")
    page.locator(".st-key-hard-questions").get_by_role("button", name="“Your number fell. Why?”").click()
    page.wait_for_function("() => location.search.includes('question=fell')")
    wait_until_drawn(page)
    assert page.locator(".stMain .words h2").first.text_content() == "“Your number fell. Why?”"
    assert parameter(page, "question") == ["fell"]
    rows = page.locator(".st-key-question-fell tbody tr")
    assert rows.count() == 18
    expect(rows.filter(has_text="671")).to_contain_text("No reason is recorded here.")


def test_a_number_opens_its_card(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/questions?question=year")
    page.locator(".st-key-question-year .copied a.number", has_text="8,359").click()
    card = page.get_by_role("dialog", name="Where this number comes from")
    expect(card.locator(".headline")).to_have_text("8,359")


def test_as_known_on_a_day_before_the_first_year(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/questions?known_on=2021-04-21")
    text = shown_text(page)
    assert "The government says 258." in text
    assert "in one year?" not in text
    assert "The UN says otherwise." not in text
