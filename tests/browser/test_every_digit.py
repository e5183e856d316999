"""Every number on every page leads to a row of an answer, or is of a kind that is listed with its reason.

The walk takes all text that a reader sees and takes away what is no count: days, years, names of documents.
What is left with a digit in it has to be a number whose card the data API confirms, a mark of a figure whose
answer has such a value, or it stands in one of the places below.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page

from app_pages.platform.pages import PAGES
from metrics.address import read_parameters
from metrics.answer import Answer
from metrics.answering import answer_for
from metrics.phrasing import number, quantity
from tests.browser.conftest import Server
from tests.browser.reading import open_page, wait_until_drawn
from validation import Dataset

TODAY: Final = date(2026, 12, 31)

# Places whose digits are no rows of an answer, each with its reason.
EXEMPT: Final = {
    ".xtick, .ytick, .x2tick, .y2tick, .colorbar": "ticks of axes",
    ".facts dd, .caution, .figure-caveats, .changed": "definitions, caveats and quotations",
    ".table-box td": "published counts beside their documents, quotations and notes; numbers in it are links",
    "[data-testid=stTable], [data-testid=stDataFrame]": "tables of documents, checks and definitions",
    ".copied.code": "addresses and programs",
    ".st-key-figure-amnesties, .st-key-words-sums": "counts of events, which have no series",
    ".st-key-about-checks": "how many documents and checks there are",
    "select, option, [role=option], [data-testid=stSelectbox], [data-testid=stMultiSelect]": "choices",
}
MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)
NO_COUNT: Final = re.compile(
    rf"\d{{1,2}}[  ](?:{MONTHS})[  ]\d{{4}}"  # 31 January 2024
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|\d{{4}}-(?:\d{{2}}|Q\d)\b"  # ISO days, months and quarters
    r"|\b(?:19|20)\d{2}\b(?!,)"  # years
    r"|\b[a-z]+(?:-[a-z0-9]+)*-\d{4}-\d{2}-\d{2}\b"  # documents by their codes
    r"|100,000|more than 31 days"  # of a rate; of a caveat
    r"|\b\d+ (?:documents?|values?|regions|places|periods?|(?:more )?caveats?|were never)\b"
    r"|\b\d+ published counts?\b"
    r"|about 2,000 within days"  # of a break in series, as it is recorded
    r"|\bof \d+ regions\b|\d+ of \d+\.|CC-BY-4\.0"
)
# The lines of a text in a drawing are one text, and so is a sentence around its numbers.
TEXTS: Final = """
(exempt) => {
  const found = new Map();
  const main = document.querySelector('[data-testid="stMain"]');
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent.closest('style, script, .figure-words')) continue;
    const link = parent.closest('a.number');
    const line = link ? null : parent.closest('svg text, .words p, .words h2, .words h3');
    const whole = line ?? walker.currentNode;
    const between = line?.matches('text') ? ' ' : '';
    found.set(whole, {
      text: [found.get(whole)?.text, walker.currentNode.textContent].filter(Boolean).join(between),
      card: link?.getAttribute('href') ?? null,
      answer: parent.closest('[class*="st-key-figure-"]')?.querySelector('.figure')?.dataset.answer ?? null,
      exempt: Boolean(parent.closest(exempt)),
    });
  }
  return [...found.values()].filter(({ text }) => /\\d/.test(text));
}
"""


def asked(dataset: Dataset, address: str) -> Answer:
    pairs = [pair for pair in parse_qsl(address, keep_blank_values=True) if pair[0] != "since"]
    return answer_for(dataset, read_parameters(pairs, dataset=dataset, today=TODAY))


def digits(text: str) -> list[str]:
    """The numbers that are left when days, years and names are taken away."""
    return re.findall(r"\d[\d,.]*\d|\d", NO_COUNT.sub(" ", text))


def confirmed(dataset: Dataset, text: str, card: str) -> bool:
    """Whether the question of a number's card is answered with it, or with what it is worked out from."""
    parts = urlsplit(card)
    rows = asked(dataset, parts.query).rows
    said = {
        quantity(row.value, row.qualifier, is_rate=row.measure == "per_100k") for row in rows.itertuples()
    }
    said |= {number(abs(row.value)) for row in rows.itertuples() if row.value == row.value}
    since = dict(parse_qsl(parts.query)).get("since")
    if since:
        earlier = asked(dataset, re.sub("from=[^&]*&to=[^&]*", f"from={since}&to={since}", parts.query)).rows
        before, after = float(earlier["value"].iloc[0]), float(rows["value"].iloc[0])
        said |= {number(abs(after - before)), f"{abs(after - before) / before * 100:.1f}"}
    return text in said or text in set(rows["note"])


def untraced(dataset: Dataset, texts: list[dict[str, Any]]) -> list[str]:
    """What has a digit that is neither confirmed nor exempt."""
    addresses = {address for one in texts for address in (one["answer"] or "").split()}
    shown = {address: asked(dataset, address) for address in addresses}
    between = differences(list(shown.values()))
    found = []
    for one in texts:
        if one["card"]:
            if not confirmed(dataset, one["text"], one["card"]):
                found.append(f"{one['text']} is not the number of its card")
        elif not one["exempt"]:
            answers = [shown[address] for address in (one["answer"] or "").split()]
            values = {value for answer in answers for value in marks(answer)} or between
            found += [f"{digit} in “{one['text']}”" for digit in digits(one["text"]) if digit not in values]
    return found


def differences(answers: list[Answer]) -> set[str]:
    """By how much two measures of one bucket differ, among the answers behind the page's figures."""
    found = set()
    for one, other in combinations(answers, 2):
        both = one.rows.merge(other.rows, on=["metric", "place", "bucket"], suffixes=("", " of other"))
        both = both[both["measure"] != both["measure of other"]].dropna(subset=["value", "value of other"])
        found |= {number(abs(gap)) for gap in both["value"] - both["value of other"]}
    return found


def marks(answer: Answer) -> set[str]:
    """The values of an answer, and of what was said before of its periods, as its marks show them."""
    is_rate = answer.query.measure == "per_100k"
    counts = [frame[frame["value"].notna()] for frame in (answer.rows, answer.vintages)]
    pairs = [pair for frame in counts for pair in zip(frame["value"], frame["qualifier"], strict=True)]
    words = [quantity(*pair, is_rate=is_rate) for pair in pairs]
    return {digit for text in words for digit in re.findall(r"\d[\d,.]*\d|\d", text)}


DAILY: Final = ("", "explore", "regions", "documented")
WALKED: Final = [
    pytest.param(entry.path, marks=() if entry.path in DAILY else pytest.mark.nightly)
    for entry in PAGES
    if not entry.hidden
]


@pytest.mark.parametrize("path", WALKED)
def test_every_digit_on_the_page_is_traced(
    page: Page, dashboard: Server, first_edition: Dataset, path: str
) -> None:
    open_page(page, f"{dashboard.url}/{path}")
    for switch in page.get_by_test_id("stCheckbox").all():
        switch.click()
        wait_until_drawn(page)
    texts = page.evaluate(TEXTS, ", ".join(EXEMPT))
    assert any(one["card"] or one["exempt"] for one in texts)
    assert not untraced(first_edition, texts)


def test_a_number_that_is_not_traced_is_found(page: Page, dashboard: Server, first_edition: Dataset) -> None:
    open_page(page, dashboard.url)
    page.evaluate("document.querySelector('.words p').append('and 12,345 others')")
    page.evaluate("document.querySelector('.words a.number').textContent = '22,788'")
    assert untraced(first_edition, page.evaluate(TEXTS, ", ".join(EXEMPT))) == [
        "12,345 in “In detentionand 12,345 others”",
        "22,788 is not the number of its card",
    ]
