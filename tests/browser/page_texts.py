"""What a reader reads on a page, text by text, as far as it has digits; and where each stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Page

# Places whose digits are no rows of an answer, each with its reason.
EXEMPT: Final = {
    ".xtick, .ytick, .x2tick, .y2tick, .colorbar": "ticks of axes",
    ".copied.code": "addresses and programs",
    "[data-testid=stDataFrame]": "lists of documents, with how many counts and checks each has",
    ".st-key-hard-questions": "the questions, as the headings below ask them",
    "select, option, [role=option], [data-testid=stSelectbox], [data-testid=stMultiSelect]": "choices",
}
# What one reads as one text: a line of words, a cell, a text of a drawing. A number with a card stands alone.
TEXTS: Final = """
(exempt) => {
  const found = new Map();
  const places = new Map();
  const named = (place) => place && places.set(place, places.get(place) ?? places.size).get(place);
  const main = document.querySelector('[data-testid="stDialog"]')
    ?? document.querySelector('[data-testid="stMain"]');
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent.closest('style, script')) continue;
    const link = parent.closest('a.number');
    const line = link ? null : parent.closest('svg text, .words p, .words h2, .words h3, td, dd, li, p');
    const whole = line ?? walker.currentNode;
    const between = line?.matches('text') ? ' ' : '';
    const cell = parent.closest('td');
    const head = cell?.closest('table').tHead?.rows[0].cells[cell.cellIndex];
    const first = cell?.closest('tr').cells[0] ?? parent.closest('dd')?.previousElementSibling;
    const figure = parent.closest('[class*="st-key-figure-"], [class*="st-key-spark-"]')
      ?.querySelector('.figure');
    found.set(whole, {
      text: [found.get(whole)?.text, walker.currentNode.textContent].filter(Boolean).join(between),
      card: link?.getAttribute('href') ?? null,
      answers: figure?.dataset.answer ?? '',
      sentence: named(parent.closest('tr, p, h2, h3, dd, li')),
      block: named(parent.closest('.words')),
      repeats: Boolean(parent.closest('[class*="st-key-figure-"], .st-key-card, .st-key-opened-card')),
      column: head?.textContent ?? '',
      first: first?.textContent ?? '',
      exempt: Boolean(parent.closest(exempt)),
    });
  }
  return [...found.values()].filter(({ text }) => /\\d/.test(text));
}
"""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A text on a page that has a digit, and where it stands.

    `card` is where it leads, as a link; `column` and `first` are the head of its column and the first cell of
    its row; of a description, `first` is the term.
    """

    text: str
    card: str | None
    answers: str
    sentence: int | None
    block: int | None
    repeats: bool
    column: str
    first: str
    exempt: bool


def texts_of(page: Page) -> list[Shown]:
    """Every text with a digit that a reader sees: of the open card, else of the page."""
    return [Shown(**one) for one in page.evaluate(TEXTS, ", ".join(EXEMPT))]
