"""Find the digits on a page that have no origin.

    without_origin(dataset, texts_of(page))    # in sentences

A number with a card has one; the tests of the words hold that it is the number of its card. Every other is a
mark of a figure whose answer has that value; or it repeats numbers with cards beside it, or is worked out
from them; or it is quoted: from the tables, from what an answer says of itself, or from what a check found
(test_findings_in_words.py has the numbers of each rule's finding by hand).
Days and things, which count nobody, are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import combinations, permutations
from typing import Final
from urllib.parse import parse_qsl

from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.language.phrasing import number, quantity, rate
from metrics.question.address import read_parameters
from tests.browser.page_texts import Shown
from validation import Dataset
from validation.models import TABLES

TODAY: Final = date(2026, 12, 31)
NUMBER: Final = re.compile(r"\d[\d,.]*\d|\d")
MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
# Digits that count nobody.
NO_COUNT: Final = re.compile(
    rf"\d{{1,2}}\s{MONTH}\s\d{{4}}"  # 31 January 2024
    r"|\d{4}-\d{2}-\d{2}|\d{4}-(?:\d{2}|Q\d)\b"  # ISO days, months and quarters
    r"|\b(?:19|20)\d{2}\b(?!,\d)"  # years
    r"|\b[a-z]+(?:-[a-z0-9]+)*-\d{4}-\d{2}-\d{2}\b"  # documents by their codes
    r"|\b[\d,]+\s(?:days?|months? (?:older|newer|old|later))\b|\bYear \d\b|more than 31 days"  # times
    r"|\bUnder 18\b|\bOver 60\b|\bunder 18\b|\bover 60\b|100,000|CC-BY-4\.0|CC0-1\.0"  # names
)
# How many things there are that are no people.
THINGS_COUNTED: Final = re.compile(
    r"\b[\d,]+\s(?:published\s|more\s)?(?:documents?|falls?|values?|figures?|regions|places|periods?|caveats?|counts?"
    r"|checks|organisations?|amnest(?:y|ies)|rows)\b|\b\d+\s(?:was|were) never\b|\bof \d+ needed\b"
    r"|\b\d+ of \d+ figures\b"  # of a document
    r"|\(\d+ of \d+ [a-z]+\)"  # places with a figure, of those of a level
    r"|\b\d+ of \d+ months\b|\beach of \d+ months\b"  # by hand in test_hard_questions.py
    r"|\b\d+ of its own\b"  # documents of a counter, after how many there are: by hand in test_line.py
    r"|^(?:Warnings|Notes): .*\(\d+\)$"
)
MOST_THINGS: Final = 2_000  # documents, counts and checks that there are at the most
FEWEST_PARTS: Final = 3
FEW: Final = 12  # numbers in the sentences of one block
# Columns, rows and terms that count what is no people.
THINGS: Final = {
    "Comparisons": "of a check",
    "Figures in this time": "that are published: by hand in test_side_by_side.py",
    "Months with a figure": "of those asked for: by hand in test_coverage_words.py",
    "Regions with a figure": "of a country's: by hand in test_coverage_words.py",
    "Days since": "since a count",
    "How many months": "without a count: by hand in test_hard_questions.py",
    "Line": "of a table's file",
    "Periods measured": "that were looked at",
}


def without_origin(dataset: Dataset, texts: list[Shown]) -> list[str]:
    """The numbers that are on a page and come from nowhere, each with the words around it."""
    answers = {address: _answer(dataset, address) for one in texts for address in one.answers.split()}
    said = {str(caveat.message) for answer in answers.values() for caveat in answer.caveats}
    said |= {row.note for answer in answers.values() for row in answer.rows} - {""}
    quoted = (*sorted(said, key=len, reverse=True), *quotations(dataset))
    found_by_checks = {finding.value for finding in dataset.findings}
    left = []
    for one in texts:
        counts_things = bool({one.column, one.first} & THINGS.keys())
        if one.card or one.exempt or counts_things or one.text in found_by_checks:
            continue
        found = numbers_in(_without(quoted, one.text))
        known = {text for address in one.answers.split() for text in marks(answers[address])}
        known |= _beside(one, texts) if found else set()
        left += [f"{text} in “{one.text}”" for text in found if text not in known]
    return left


def _answer(dataset: Dataset, address: str) -> Answer:
    pairs = parse_qsl(address, keep_blank_values=True)
    return answer_for(dataset, read_parameters(pairs, dataset=dataset, today=TODAY))


def numbers_in(text: str) -> list[str]:
    """The numbers that are left when days, years and names are taken away, and how many things there are."""
    text = NO_COUNT.sub(" ", text)
    return [] if _parts_things(text) else NUMBER.findall(THINGS_COUNTED.sub(_too_many, text))


def _too_many(found: re.Match[str]) -> str:
    """Nothing, where there may be so many documents, counts or checks; else the words as they are."""
    return " " if max(_values_in([found[0]])) <= MOST_THINGS else found[0]


def _parts_things(text: str) -> bool:
    """Whether a sentence parts a number of documents or checks: the first is the sum of all others."""
    whole, *parts = _values_in([text]) or [0.0]
    is_of_things = bool(re.search(r"\d (?:documents|checks)\b", text))
    return is_of_things and len(parts) >= FEWEST_PARTS and whole == sum(parts)


def _values_in(texts: Iterable[str]) -> list[float]:
    return [float(found.replace(",", "")) for text in texts for found in NUMBER.findall(text)]


def _without(quoted: Iterable[str], text: str) -> str:
    for quotation in quoted:
        if quotation in text:
            text = re.sub(rf"(?<!\d){re.escape(quotation)}(?!\d)", " ", text)
    return text


def _beside(one: Shown, texts: list[Shown]) -> set[str]:
    """The numbers with cards in the sentence, row or block of a text, and what is worked out from them."""
    linked = [other for other in texts if other.card]
    sentence = [other.text for other in linked if other.sentence == one.sentence]
    block = [
        other for other in linked if one.block is not None and other.block == one.block and not one.column
    ]
    repeated = [other.text for other in (linked if one.repeats and not one.answers else block)]
    in_sentences = list(dict.fromkeys(other.text for other in block if not other.column))
    known = {found for text in (*sentence, *repeated) for found in NUMBER.findall(text)}
    for beside in (sentence, in_sentences if len(in_sentences) <= FEW else []):
        known |= worked_out(_values_in(beside), words=f"{one.column} {one.text}")
    return known


def worked_out(values: list[float], *, words: str) -> set[str]:
    """Sums and differences of two numbers, the sum of all, and shares in percent, as far as words say so."""
    found = set()
    if re.search(r"=| is |more|More|fewer|Difference", words):
        found = {number(sum(values))}
        for one, other in combinations(values, 2):
            found |= {number(one + other), number(abs(one - other))}
    if "rose from" in words or "the rise of" in words:  # how much, from one difference to another
        rises = [abs(one - other) for one, other in combinations(values, 2)]
        found |= {number(abs(one - other)) for one, other in combinations(rises, 2)}
    if re.search(r"%|percent", words):
        shares = [100 * one / other for one, other in permutations(values, 2) if other]
        found |= {*map(rate, shares), *(number(round(share)) for share in shares)}
    return found


def marks(answer: Answer) -> set[str]:
    """The values of an answer, and of what was said before of its periods, as its marks show them."""
    is_rate = answer.query.measure == "per_100k"
    counts = [one for one in (*answer.rows, *answer.vintages) if one.value is not None]
    said = [quantity(one.value, one.qualifier, is_rate=is_rate) for one in counts]
    return {found for words in said for found in NUMBER.findall(words)}


@lru_cache(maxsize=2)
def quotations(dataset: Dataset) -> tuple[str, ...]:
    """Every text of the tables and of the findings on them that has a digit, the longest first."""
    tables = [getattr(dataset, name).select_dtypes("str") for name in TABLES]
    texts = {text for table in tables for name in table for text in table[name]}
    texts |= {text for finding in dataset.findings for text in (finding.message, finding.value)}
    words = (text for text in texts if re.search(r"\d", text) and re.search(r"[^\W\d_]", text))
    return tuple(sorted(words, key=len, reverse=True))
