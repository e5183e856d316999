"""The ten tasks of docs/tasks.md, each done in a browser in no more actions than are written there."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pypdf
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reading import open_page, shown_text, wait_until_drawn
from tests.docs.test_documents import PROJECT
from tests.serving import Server


class Reader:
    """Somebody on the first page, who may do so many things and no more."""

    def __init__(self, page: Page, dashboard: Server) -> None:
        self.page = page
        self.actions = 0
        open_page(page, dashboard.url)

    def click(self, role: str, name: str | re.Pattern[str], *, within: str = "main") -> None:
        self.actions += 1
        self.page.locator(within).get_by_role(role, name=name).first.click()  # type: ignore[arg-type]
        wait_until_drawn(self.page)

    def choose(self, label: str, option: str) -> None:
        self.actions += 1
        self.page.locator("label.figure-menu", has_text=label).locator("select").select_option(option)
        wait_until_drawn(self.page)

    def copy_answer(self, question: str) -> str:
        """Click the button beside the answer to a question; what is then on the clipboard."""
        self.actions += 1
        heading = self.page.get_by_role("heading", name=question)
        heading.locator("xpath=following-sibling::*[1]").get_by_role("button").click()
        return str(self.page.evaluate("navigator.clipboard.readText()"))


@pytest.fixture
def reader(browser: Browser, dashboard: Server) -> Iterator[Reader]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    context.set_default_timeout(20_000)
    yield Reader(context.new_page(), dashboard)
    context.close()


def test_every_task_is_written_down_with_its_actions() -> None:
    rows = re.findall(
        r"^\| (\d+) \| .* \| (\d) \| ", (PROJECT / "docs" / "tasks.md").read_text(), re.MULTILINE
    )
    assert [int(actions) for _number, actions in rows] == [0, 1, 1, 1, 1, 1, 1, 1, 3, 1]


def test_the_totals_stand_at_the_head(reader: Reader) -> None:
    text = shown_text(reader.page)
    for words in ("Myanmar", "Since the coup", "22,789", "7,257", "29,685", "7,276"):
        assert words in text
    numbers = reader.page.locator(".headline")
    boxes = [numbers.nth(at).bounding_box() for at in range(numbers.count())]
    assert all(box and box["y"] + box["height"] < 900 for box in boxes), "in sight without scrolling"


def test_the_third_year_is_one_click(reader: Reader) -> None:
    reader.click("radio", "Year 3")
    assert "1,988" in shown_text(reader.page)
    assert reader.actions == 1


def test_a_region_in_that_year_and_its_share(reader: Reader) -> None:
    reader.click("link", "Hard questions", within=".menu-places")
    text = shown_text(reader.page)
    # 309 of 1,988 is 15.5 percent.
    assert "309 of them in Sagaing Region (16%)" in text
    assert "1,988" in text
    assert reader.actions == 1


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("“The government says 258.”", ("258", "19 April 2021")),
        ("“The UN says otherwise.”", ("at least 29,560", "20 August 2025")),
        ("“Your number fell. Why?”", ("671", "26 September 2023")),
    ],
)
def test_a_sentence_for_a_hard_question(reader: Reader, question: str, numbers: tuple[str, ...]) -> None:
    taken = reader.copy_answer(question)
    for number in numbers:
        assert number in taken
    assert reader.actions == 1


def test_women_by_region(reader: Reader) -> None:
    reader.click("link", re.compile(r"^Arrested, women and girls: ", re.IGNORECASE))
    expect(reader.page.locator("tr", has_text="Sagaing Region").first).to_contain_text("705")
    assert "women and girls" in shown_text(reader.page).lower()
    assert reader.actions == 1


def test_killed_per_100_000(reader: Reader) -> None:
    reader.click("link", "Killed, per 100,000 people")
    # 722 of 5,325,347 people in Sagaing Region by the census of 2014.
    expect(reader.page.locator("tr", has_text="Sagaing Region").first).to_contain_text("13.6")
    expect(reader.page.get_by_role("radio", name="Per 100,000 people")).to_be_checked()
    assert reader.actions == 1


def test_months_with_those_that_have_no_figure(reader: Reader) -> None:
    reader.click("link", "Explore", within=".figure-tools")
    reader.page.wait_for_url("**/explore?**")
    wait_until_drawn(reader.page)
    reader.choose("Group by", "month")
    reader.actions += 1
    reader.page.get_by_text("Table, sources, caveats, download").click()
    wait_until_drawn(reader.page)
    march_2021 = reader.page.locator("tr", has_text=re.compile("2021-03|March 2021")).first
    expect(march_2021).to_contain_text("no figure")
    assert reader.actions == 3


def test_a_handout_is_one_click(reader: Reader) -> None:
    way = reader.page.get_by_role("link", name="A4")
    reader.actions += 1
    made = reader.page.request.get(str(way.evaluate("one => one.href")))
    assert made.headers["content-type"] == "application/pdf"
    (sheet,) = pypdf.PdfReader(io.BytesIO(made.body())).pages
    text = re.sub(r"\s+", " ", sheet.extract_text())
    assert "Political prisoners and killings in Myanmar" in text
    for words in ("22,789", "7,257", "To say aloud", "people held on political grounds", "Sources"):
        assert words in text
    assert reader.actions == 1
