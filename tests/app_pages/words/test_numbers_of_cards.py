"""A number with a card is what the question of its card is answered with, and stands beside its own days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

import pytest

from app_pages.frame.pages import PAGES
from metrics.answer.answering import answer_for
from metrics.answer.rows import Row
from metrics.card.cards import left_out_of
from metrics.counts.current_tables import today
from metrics.counts.typed_rows import PublishedCount
from metrics.language.phrasing import number, quantity, rate
from metrics.number.card_address import COMPARED_WITH
from metrics.number.single import number_at
from metrics.query.query import Grain, Measure, Query
from metrics.question.address import read_parameters
from tests.app_pages.reading import blocks, visit
from validation import Dataset

DAY: Final = re.compile(r"\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s\d{4}")
NEAR: Final = timedelta(days=31)
EVENT: Final = "metric=released&event=MM-2022-11-17-amnesty&from=2022-11-17"
UN_MISSION: Final = "source=mm-un-mission-2024-03-31"
SHOWN: Final = (
    *((entry.file, "") for entry in PAGES if entry.place and entry.file != "sources/sources.py"),
    ("explore/explore.py", "metric=arrested&measure=newly_documented&grain=month"),
    ("explore/explore.py", "metric=detained&measure=per_100k&grain=quarter"),
    ("explore/explore.py", f"metric=detained&{UN_MISSION}"),
    ("checks/checks.py", "source_id=mm-un-mission-2024-03-31"),
    ("amnesties/amnesties.py", "event_id=MM-2022-11-17-amnesty"),
    # A number that is worked out, and rests on one that another document beats.
    ("number/number.py", "metric=released&from=2024-03-31&to=2024-03-31"),
    ("number/number.py", "metric=arrested&from=2023-01-31&to=2023-01-31&compared_with=2022-01-31"),
    ("number/number.py", f"{EVENT}&to=2022-11-18"),
    ("number/number.py", f"{EVENT}&to=2022-11-17&counted_by=MM-AUTH&group=all_prisoners"),
    ("number/number.py", f"metric=detained&from=2024-03-31&to=2024-03-31&{UN_MISSION}"),
    ("number/number.py", f"metric=death_row&from=2024-03-31&to=2024-03-31&{UN_MISSION}"),  # left out
)
CARD: Final = "/number?metric=detained&place=MM&from=2026-02-15&to=2026-02-15"
Parts = list[Any]


@pytest.mark.parametrize(("file", "address"), SHOWN)
def test_every_number_on_the_page_is_the_number_of_its_card(
    first_edition: Dataset, file: str, address: str
) -> None:
    read = list(sentences(blocks(visit(file, dict(parse_qsl(address))))))
    assert any(numbers_with_cards(parts) for parts in read)
    assert [fault for parts in read for fault in faults_in(first_edition, parts)] == []


@pytest.mark.parametrize(
    ("words", "text", "fault"),
    [
        ("On 15 February 2026, ", "22,789", []),
        ("On 15 February 2026, ", "22,788", ["22,788 is not the number of its card"]),
        ("On 15 March 2026, ", "22,789", ["22,789 stands beside days that are not its own"]),
        ("There were ", "22,789", []),  # no day beside it
    ],
)
def test_another_number_and_another_day_are_found(
    first_edition: Dataset, words: str, text: str, fault: list[str]
) -> None:
    assert list(faults_in(first_edition, [words, {"text": text, "card": CARD}, " people."])) == fault


def sentences(shown: list[dict[str, Any]]) -> Iterator[Parts]:
    """What is read together: a line, what is said of a term, a row of a table."""
    for block in shown:
        if block["kind"] == "facts":
            yield from (parts for _term, parts in block["facts"])
        elif block["kind"] == "table":
            yield from ([part for cell in row for part in [*cell, "\n"]] for row in block["rows"])
        else:
            yield block.get("parts", [])


def numbers_with_cards(parts: Parts) -> list[dict[str, str]]:
    return [part for part in parts if not isinstance(part, str) and "card" in part]


def faults_in(dataset: Dataset, parts: Parts) -> Iterator[str]:
    """The numbers of a sentence that are not those of their cards, or stand beside other days."""
    words = "".join(part if isinstance(part, str) else part["text"] for part in parts)
    for part in numbers_with_cards(parts):
        asked = urlsplit(part["card"]).query
        since = dict(parse_qsl(asked)).get(COMPARED_WITH, "")
        text = re.sub(" (?:more|fewer)$", "", part["text"]) if since else part["text"]
        if text not in numbers_of_card(dataset, asked, since, has_bound="at least" in words):
            yield f"{part['text']} is not the number of its card"
        elif not is_of_a_day(query_of(dataset, asked), since, DAY.findall(words)):
            yield f"{part['text']} stands beside days that are not its own"


def numbers_of_card(dataset: Dataset, asked: str, since: str, *, has_bound: bool) -> set[str]:
    """How the number may be written that a card's question is answered with; no way where it has no answer.

    Of a card that compares two days, also how much more the later one has, and in percent.
    """
    query = query_of(dataset, asked)
    found = number_at(dataset, query)
    if found is None:
        left_out = left_out_of(dataset, query) if query.source else None
        return written(left_out.printed.count, has_bound=has_bound) if left_out else set()
    row = found.answer.rows[found.row]
    ways = {row.note} | written(row, has_bound=has_bound, measure=query.measure)
    if since:
        earlier = re.sub("from=[^&]*&to=[^&]*", f"from={since}&to={since}", asked)
        before = answer_for(dataset, query_of(dataset, earlier)).rows[0].value or 0
        difference = abs((row.value or 0) - before)
        ways |= {number(difference), rate(100 * difference / before)}
    return ways


def written(count: Row | PublishedCount, *, has_bound: bool, measure: Measure = Measure.LEVEL) -> set[str]:
    """A number in the words of its qualifier; without them where the sentence has “at least” itself.

    What was newly documented is said by how much was added, or taken away.
    """
    ways = {quantity(count.value, count.qualifier, is_rate=measure is Measure.PER_100K)}
    if count.value is not None and (measure is Measure.NEWLY_DOCUMENTED or has_bound):
        ways.add(number(abs(count.value)))
    return ways


def is_of_a_day(query: Query, since: str, days_beside: list[str]) -> bool:
    """Whether one of the days beside a number, if there are any, is a day of its card.

    Near enough is a day for a period that its count need not fill: a bucket's, an event's.
    """
    days = {day_in(text) for text in days_beside}
    own = {day for day in (query.start, query.end, since and date.fromisoformat(since)) if day}
    if query.grain is Grain.AS_PUBLISHED and not query.event:
        return not days or bool(days & own)
    return not days or any(min(own) - NEAR <= day <= max(own) + NEAR for day in days)


def day_in(text: str) -> date:
    day, month, year = text.split()
    return datetime.strptime(f"{day} {month[:3]} {year}", "%d %b %Y").date()  # noqa: DTZ007 - a day


def query_of(dataset: Dataset, asked: str) -> Query:
    pairs = [pair for pair in parse_qsl(asked, keep_blank_values=True) if pair[0] != COMPARED_WITH]
    return read_parameters(pairs, dataset=dataset, today=today())
