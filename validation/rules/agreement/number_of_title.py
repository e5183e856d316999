"""A large number in a document's title is one of its counts, exactly or in round numbers.

Titles are read first and repeated most. Where the title's number is none of the counts that were entered, a
count was missed, or one was entered wrong. Only numbers with a comma between the thousands are taken, so that
no year is mistaken for a count. A round number that is far from every count is of something else: of people
who fled, of a sum of money.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import pandas as pd

from validation.comparisons.comparison import Compared, Row
from validation.comparisons.conditions import HELD_BACK
from validation.comparisons.rule import NotTestable, Rule
from validation.tables import Tables
from validation.wording import N_

NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,]*\d)")
ROUND = 100  # a number that this divides is rounded: "over 7,000" of 7,012, "nearly 5,000" of 4,893
FAR = 2  # times as large, or as small


def compare_number_of_title(tables: Tables) -> list[Compared]:
    """Each large number of a title with the count of that document that is nearest to it."""
    titles = tables.documents["title"]
    titles = titles[titles.str.contains(NUMBER.pattern, regex=True)]
    counts = tables.judged[tables.judged["source_id"].isin(titles.index)]
    nearest = (
        (number, _nearest(number, rows))
        for source_id, rows in counts.groupby("source_id", sort=False)
        for number in _numbers_in(str(titles[source_id]))
    )
    rows = [_compared(number, count) for number, count in nearest if _may_be_it(number, count.value)]
    columns = ["source_id", "title_number", "value", "line", "lines", "fails"]
    return [
        Compared(
            rows=pd.DataFrame(rows, columns=columns).astype({"fails": bool}),
            numbers=lambda row: {"title": titles[row["source_id"]], "count": row["value"]},
            value="value",
            message=_message,
        )
    ]


def _numbers_in(title: str) -> list[int]:
    return [int(found.replace(",", "")) for found in NUMBER.findall(title)]


def _nearest(number: int, counts: pd.DataFrame) -> Any:
    return min(counts.itertuples(), key=partial(_distance, number))


def _distance(number: int, count: Any) -> tuple[bool, int]:
    return not _is_told(number, count.value), abs(count.value - number)


def _is_told(number: int, value: int) -> bool:
    """Whether the title's number is the count, or the count in round numbers."""
    digits = f"{number}".rstrip("0")
    last_place = 10 ** (len(f"{number}") - len(digits))
    step = min(last_place, number // 5)
    is_rounded = number % ROUND == 0 and number - step / 2 <= value <= number + step
    return value == number or is_rounded


def _may_be_it(number: int, value: int) -> bool:
    return number % ROUND != 0 or number / FAR <= value <= number * FAR


def _compared(number: int, nearest: Any) -> dict[str, object]:
    return {
        "source_id": nearest.source_id,
        "title_number": number,
        "value": int(nearest.value),
        "line": nearest.line,
        "lines": (nearest.line,),
        "fails": not _is_told(number, nearest.value),
    }


def _message(row: Row) -> str:
    return (
        f"`title` of {row['source_id']} must be told by its counts: {row['title_number']} is none of them,"
        f" and `value` {row['value']} (line {row['line']}) is the nearest"
    )


NUMBER_OF_TITLE = Rule(
    name="number_of_title",
    compare=compare_number_of_title,
    title=N_("The number in the document's title is among its figures"),
    holds=N_("the title is “{title}”, and {count} is among the figures"),
    fails=N_("the title is “{title}”, and the nearest figure in the document is {count}"),
    not_testable=NotTestable(
        conditions=(HELD_BACK,),
        otherwise=N_("it is not the figure nearest to a large number in its document's title"),
    ),
    sentence=(
        "A large number in a document's title must be among the counts of that document, exactly or in round"
        " numbers."
    ),
    example="none",
)
