"""Trace every digit that a page shows: to a row of an answer, to a quotation, or to a list of exceptions.

    untraced(dataset, texts_of(page), address=page.url)    # what is left, in sentences

A number is traced where the question of its card is answered with it; where it is a mark of a figure whose
answer has that value; where it is the sum, the difference or the share of numbers with cards in the same
sentence or row; or where it repeats a number with a card: in the same block of words, or, on a card and in a
figure of what the page says, anywhere on the page. Words of the tables (titles, definitions, notes, reasons)
are quoted, and what an answer says of itself (caveats, notes of rows) belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import combinations, permutations
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

import pandas as pd

from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.card.cards import left_out_of
from metrics.language.phrasing import number, quantity, rate
from metrics.number.card_address import SINCE
from metrics.number.single import number_at
from metrics.query.invalid_query import ParameterError
from metrics.query.query import Query
from metrics.question.address import read_parameters
from tests.browser.page_texts import Shown
from validation import Dataset

TODAY: Final = date(2026, 12, 31)
NUMBER: Final = re.compile(r"\d[\d,.]*\d|\d")
MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)
# Digits that count nobody.
NO_COUNT: Final = re.compile(
    rf"\d{{1,2}}\s(?:{MONTHS})\s\d{{4}}"  # 31 January 2024
    r"|\d{4}-\d{2}-\d{2}|\d{4}-(?:\d{2}|Q\d)\b"  # ISO days, months and quarters
    r"|\b(?:19|20)\d{2}\b(?!,\d)"  # years
    r"|\b[a-z]+(?:-[a-z0-9]+)*-\d{4}-\d{2}-\d{2}\b"  # documents by their codes
    r"|\b[\d,]+\sdays?\b|more than 31 days"  # lengths of time
    r"|\bUnder 18\b|\bOver 60\b|\bunder 18\b|\bover 60\b|100,000|CC-BY-4\.0|CC0-1\.0"  # names
)
# How many things there are that are no people.
THINGS_COUNTED: Final = re.compile(
    r"\b[\d,]+\s(?:published\s|more\s)?(?:documents?|values?|regions|places|periods?|caveats?|counts?"
    r"|checks|organisations?|rows)\b|\b\d+\s(?:was|were) never\b|\bof \d+ needed\b"
    r"|\b\d+ of \d+ counts\b"
    r"|^(?:Warnings|Notes): .*\(\d+\)$"
)
DAY: Final = re.compile(rf"(\d{{1,2}})\s({MONTHS})\s(\d{{4}})")
MOST_THINGS: Final = 2_000  # documents, counts and checks that there are at the most
NEAR: Final = timedelta(days=31)
FEW: Final = 12  # numbers in the sentences of one block
FEWEST_PARTS: Final = 3
# Columns of tables, and rows by their first words, that count what is no people.
THINGS: Final = {
    "Comparisons": "of a check",
    "Days since": "since a count",
    "Line": "of a table's file",
    "Periods behind it": "that were looked at",
}


def untraced(dataset: Dataset, texts: list[Shown], *, address: str) -> list[str]:
    """What has a digit that is neither traced nor exempt."""
    return list(_Trace(dataset, texts, address).untraced())


def numbers_in(text: str) -> list[str]:
    """The numbers that are left when days, years and names are taken away, and how many things there are."""
    without_days = NO_COUNT.sub(" ", text)
    if _parts_things(without_days):
        return []
    return NUMBER.findall(THINGS_COUNTED.sub(_counted_too_high, without_days))


def _counted_too_high(found: re.Match[str]) -> str:
    """Nothing, where there may be so many documents, counts or checks; else the words as they are."""
    said = [float(one.replace(",", "")) for one in NUMBER.findall(found[0])]
    return " " if max(said) <= MOST_THINGS else found[0]


class _Trace:
    def __init__(self, dataset: Dataset, texts: list[Shown], address: str) -> None:
        self.dataset, self.texts, self.address = dataset, texts, address
        self.linked = [one for one in texts if one.card]
        addresses = dict.fromkeys(one for text in texts for one in text.answers.split())
        self.answers = {one: answer_for(dataset, _query(dataset, one)) for one in addresses}

    def untraced(self) -> Iterator[str]:
        for one in self.linked:
            if not self._is_number_of_its_card(one):
                yield f"{one.text} is not the number of its card"
            elif not self._is_of_the_days_beside_it(one):
                yield f"{one.text} stands beside days that are not its own"
        for one in self.texts:
            if not one.card and not one.exempt and one.column not in THINGS:
                yield from (f"{found} in “{one.text}”" for found in self._left_in(one))

    def _left_in(self, one: Shown) -> list[str]:
        text = one.text
        for quoted in (*self._said_by_answers(one), *quotations(self.dataset)):
            if quoted in text:
                text = re.sub(rf"(?<!\d){re.escape(quoted)}(?!\d)", " ", text)
        found = numbers_in(text)
        if _is_list_of_regions(self.dataset, text):
            return []
        return [number for number in found if number not in self._known(one)] if found else []

    def _known(self, one: Shown) -> set[str]:
        """The numbers that may stand in a text: of its figure, beside it, and worked out from these."""
        beside = [other.text for other in self.linked if other.sentence == one.sentence]
        # A cell is of its row: what stands elsewhere in a long table says nothing of it.
        is_of_block = one.block is not None and not one.column
        block = [other for other in self.linked if is_of_block and other.block == one.block]
        repeated = self.linked if one.repeats and not one.answers else block
        texts = (*beside, *(other.text for other in repeated))
        known = {found for text in texts for found in NUMBER.findall(text)}
        for texts in (beside, self._sentences(block)):
            values = [value for text in texts for value in _values_in(text)]
            known |= worked_out(values, words=f"{one.column} {one.text}")
        known |= self._of_findings(one.text)
        for answer in self._answers_of(one):
            known |= marks(answer)
        return known | self._rows(one)

    def _sentences(self, block: list[Shown]) -> list[str]:
        """The numbers with cards in the sentences of a block, each once: what is said of them is there."""
        texts = list(dict.fromkeys(other.text for other in block if not other.column))
        return texts if len(texts) <= FEW else []

    def _of_findings(self, text: str) -> set[str]:
        """Lines and values of what a check found, and what is worked out of the values."""
        found = set()
        for finding in self.dataset.findings:
            if text in (finding.message, finding.value):
                lines = [line for line in finding.lines if line in self.dataset.observations.index]
                values = self.dataset.observations.loc[lines, "value"].dropna().astype(float).tolist()
                plain = {str(int(value)) for value in values} | set(map(str, finding.lines))
                found |= plain | {text.replace(",", "") for text in worked_out(values, words=text)}
                found |= set(self._printed_on_days(text))
        return found

    def _printed_on_days(self, text: str) -> Iterator[str]:
        """The values that a finding names with their days, where a document prints them so."""
        counts = self.dataset.observations
        for value, day in re.findall(r"(\d+) of (\d{4}-\d{2}-\d{2})", text):
            if ((counts["value"] == int(value)) & (counts["period_end"] == day)).any():
                yield value

    def _rows(self, one: Shown) -> set[str]:
        """How many rows an answer has, and how many of them have a value."""
        answers = [self.answers[address] for address in self.answers]
        beside = [other for other in self.linked if other.sentence == one.sentence and one.column]
        near = [other for other in self.linked if other.block == one.block and not one.column]
        link = next(iter((*beside, *near)), None)
        if link and " of " in one.text:
            answers = [_in_the_time_of(self.dataset, link, self.address)]
        if not (one.first.startswith("Counts") or re.match(r"[\d,]+ of [\d,]+", one.text)):
            return set()
        counted = [(len(answer.rows), len(answer.counted)) for answer in answers]
        return {number(count) for pair in counted for count in pair}

    def _answers_of(self, one: Shown) -> list[Answer]:
        return [self.answers[address] for address in one.answers.split()]

    def _said_by_answers(self, one: Shown) -> list[str]:
        """What the answers of the page say of themselves, the longest first."""
        answers = self._answers_of(one) or list(self.answers.values())
        said = {str(caveat.message) for answer in answers for caveat in answer.caveats}
        said |= {note for answer in answers for note in (row.note for row in answer.rows)}
        return sorted(filter(None, said), key=len, reverse=True)

    def _is_number_of_its_card(self, one: Shown) -> bool:
        """Whether the question of a number's card is answered with it, or with what it is worked out from."""
        query = urlsplit(one.card or "").query
        asked = _query(self.dataset, query)
        found = number_at(self.dataset, asked)
        if found is None:
            left_out = left_out_of(self.dataset, asked) if asked.source else None
            return left_out is not None and one.text in self._as_said(one, left_out.printed.count)
        row = found.answer.rows[found.row]
        said = {*self._as_said(one, row), row.note}
        since = dict(parse_qsl(query)).get(SINCE)
        text = one.text
        if since:
            text = re.sub(" (?:more|fewer)$", "", text)
            earlier = _query(self.dataset, re.sub("from=[^&]*&to=[^&]*", f"from={since}&to={since}", query))
            before = float(answer_for(self.dataset, earlier).rows[0].value or 0)
            difference = abs(float(row.value) - before)
            said |= {number(difference), rate(100 * difference / before)}
        return text in said

    def _as_said(self, one: Shown, count: Any) -> set[str]:
        """A number in the words of its qualifier; without them where the sentence says “at least” itself.

        What was newly documented is said by how much was added, or taken away.
        """
        measure = getattr(count, "measure", "")
        said = {quantity(count.value, count.qualifier, is_rate=measure == "per_100k")}
        around = " ".join(other.text for other in self.texts if other.sentence == one.sentence)
        if count.value == count.value and (measure == "newly_documented" or "at least" in around):
            said.add(number(abs(count.value)))
        return said

    def _is_of_the_days_beside_it(self, one: Shown) -> bool:
        """Whether one of the days in its row or sentence, if there are any, is a day of its card.

        Near enough is a day for a period that its count need not fill: a bucket's, an event's.
        """
        around = [other.text for other in self.texts if other.sentence == one.sentence]
        days = [_day(*found) for text in around for found in DAY.findall(text)]
        asked = dict(parse_qsl(urlsplit(one.card or "").query))
        own = [date.fromisoformat(asked[name]) for name in ("from", "to", SINCE) if name in asked]
        if asked["grain"] == "as_published" and "event" not in asked:
            return not days or bool(set(days) & set(own))
        return not days or any(min(own) - NEAR <= day <= max(own) + NEAR for day in days)


def _day(day: str, month: str, year: str) -> date:
    return datetime.strptime(f"{day} {month[:3]} {year}", "%d %b %Y").date()  # noqa: DTZ007 - a day


def _parts_things(text: str) -> bool:
    """Whether a sentence parts a number of documents or checks: the first is the sum of all others."""
    whole, *parts = _values_in(text) or [0.0]
    is_of_things = bool(re.search(r"\d (?:documents|checks)\b", text))
    return is_of_things and len(parts) >= FEWEST_PARTS and whole == sum(parts)


def _is_list_of_regions(dataset: Dataset, text: str) -> bool:
    """Whether it says of how many regions there is a count, and names all others."""
    said = re.fullmatch(r"(\d+) of (\d+); none for (.*)", text)
    if not said:
        return False
    counted, regions, names = int(said[1]), int(said[2]), said[3].split(", ")
    known = set(dataset.places.loc[dataset.places["kind"] != "unknown", "name"])
    return counted + len(names) == regions and set(names) <= known


def _query(dataset: Dataset, address: str) -> Query:
    pairs = [pair for pair in parse_qsl(address, keep_blank_values=True) if pair[0] != SINCE]
    return read_parameters(pairs, dataset=dataset, today=TODAY)


def _in_the_time_of(dataset: Dataset, link: Shown, address: str) -> Answer:
    """The answer that has a number's row as one of many: the time and the grain are those of the page."""
    asked = dict(parse_qsl(urlsplit(link.card or "").query, keep_blank_values=True))
    page = dict(parse_qsl(urlsplit(address).query, keep_blank_values=True))
    asked |= {name: page[name] for name in ("from", "to", "grain") if name in page}
    try:
        return answer_for(dataset, read_parameters(list(asked.items()), dataset=dataset, today=TODAY))
    except ParameterError:
        return answer_for(dataset, _query(dataset, urlsplit(link.card or "").query))


def _values_in(text: str) -> list[float]:
    return [float(found.replace(",", "")) for found in NUMBER.findall(text)]


def worked_out(values: list[float], *, words: str) -> set[str]:
    """What is worked out from numbers that stand beside it, as far as the words say that it is.

    Sums and differences of two, the sum of all, and shares in percent.
    """
    found = set()
    if re.search(r"=| is |more|More|fewer|Difference", words):
        found = {number(sum(values))}
        for one, other in combinations(values, 2):
            found |= {number(one + other), number(abs(one - other))}
    if re.search(r"%|percent", words):
        found |= {rate(100 * one / other) for one, other in permutations(values, 2) if other}
    return found


def marks(answer: Answer) -> set[str]:
    """The values of an answer, and of what was said before of its periods, as its marks show them."""
    is_rate = answer.query.measure == "per_100k"
    counts = [one for one in (*answer.rows, *answer.vintages) if one.value is not None]
    said = [quantity(one.value, one.qualifier, is_rate=is_rate) for one in counts]
    return {found for words in said for found in NUMBER.findall(words)}


@lru_cache(maxsize=2)
def quotations(dataset: Dataset) -> tuple[str, ...]:
    """Every text of the tables that has a digit, the longest first."""
    tables = (
        dataset.sources,
        dataset.observations,
        dataset.corrections,
        dataset.breaks,
        dataset.metrics,
        dataset.places,
        dataset.events,
        dataset.editions,
        dataset.organisations,
    )
    texts = {text for table in tables for name in _worded(table) for text in table[name].dropna()}
    return tuple(sorted((text for text in texts if _is_words(text)), key=len, reverse=True))


def _worded(table: pd.DataFrame) -> list[str]:
    return [name for name in table.columns if pd.api.types.is_string_dtype(table[name])]


def _is_words(text: str) -> bool:
    return bool(re.search(r"\d", text) and re.search(r"[^\W\d_]", text))
