"""A document with several straying counts is often older or younger than its date.

Where two or more counts of one document and day, and at least a quarter of them, fall, repeat or lie below a
bound, all its running counts of that day are in doubt, even those that look right alone. Either of two
documents that disagree may be wrong, so the rules point at both.
"""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from validation.comparisons.compared_numbers import WorkedOut
from validation.comparisons.comparison import Compared, Row
from validation.comparisons.conditions import NOT_RUNNING
from validation.comparisons.rule import NotTestable, Rule
from validation.findings import Finding, Severity
from validation.rules.agreement.falling_total import FALLING_TOTAL
from validation.rules.agreement.repeated_value import REPEATED_VALUE
from validation.rules.agreement.total_below_bound import TOTAL_BELOW_BOUND
from validation.tables import Tables
from validation.wording import N_

STRAYING_TO_TELL = 2
# Of a large document's counts some always disagree with others: it is in doubt where so large a share does.
SHARE_TO_TELL = 0.25
ONE_DAY = ["source_id", "counted_by", "period_end"]


def compare_doubtful_document(tables: Tables) -> list[Compared]:
    """Each document and day with two counts or more that could be compared with other documents."""
    others = (FALLING_TOTAL, REPEATED_VALUE, TOTAL_BELOW_BOUND)
    compared = [one for rule in others for one in rule.compare(tables)]
    tried = {line for one in compared for lines in one.rows["lines"] for line in lines}
    straying = _straying(found for rule in others for found in rule.findings(tables))
    rows = tables.running[[*ONE_DAY, "metric", "line"]]
    days = [_day(counts=counts, straying=straying, tried=tried) for counts in _tried(rows=rows, tried=tried)]
    columns = [*ONE_DAY, "lines", "straying", "fails", "day"]
    return [
        Compared(
            rows=pd.DataFrame(days, columns=columns).astype({"fails": bool}),
            numbers=_numbers,
            value="day",
            message=_message,
        )
    ]


def _straying(found: Iterable[Finding]) -> set[int]:
    return {line for one in found if one.severity is Severity.WARNING for line in one.lines}


def _tried(*, rows: pd.DataFrame, tried: set[int]) -> list[list[Any]]:
    """The running counts of each document and day with tested counts of two metrics or more."""
    days: dict[tuple[object, ...], list[Any]] = {}
    for count in rows.itertuples():
        days.setdefault((count.source_id, count.counted_by, count.period_end), []).append(count)
    return [counts for counts in days.values() if _metrics(counts=counts, among=tried) >= STRAYING_TO_TELL]


def _metrics(*, counts: Iterable[Any], among: set[int]) -> int:
    return len({count.metric for count in counts if count.line in among})


def _day(*, counts: list[Any], straying: set[int], tried: set[int]) -> dict[str, object]:
    first = counts[0]
    lines = {count.line for count in counts}
    share = len(lines & straying) / len(lines & tried)
    return {
        **{name: getattr(first, name) for name in ONE_DAY},
        "lines": tuple(count.line for count in counts),
        "straying": tuple((count.metric, count.line) for count in counts if count.line in straying),
        "fails": _metrics(counts=counts, among=straying) >= STRAYING_TO_TELL and share >= SHARE_TO_TELL,
        "day": f"{first.period_end:%Y-%m-%d}",
    }


def _numbers(row: Row) -> dict[str, object]:
    return {
        "straying": WorkedOut(len(row["straying"])),
        "counts": WorkedOut(len(row["lines"])),
        "day": row["period_end"],
    }


def _message(row: Row) -> str:
    marked = ", ".join(f"{metric} (line {line})" for metric, line in row["straying"])
    return (
        f"`{row['source_id']}` must be of the day that it carries, `period_end` {row['day']}:"
        f" {len(row['straying'])} of its {len(row['lines'])} counts stray, {marked}"
    )


DOUBTFUL_DOCUMENT = Rule(
    name="doubtful_document",
    compare=compare_doubtful_document,
    title=N_("A document is from the day it is dated"),
    holds=N_("{straying} of {counts} figures for {day} disagree with other documents"),
    fails=N_("{straying} of {counts} figures for {day} disagree with other documents"),
    not_testable=NotTestable(
        conditions=(*NOT_RUNNING,),
        otherwise=N_("fewer than two figures for this day could be compared with other documents"),
    ),
    right_or_wrong_together=True,
    sentence=(
        "Documents must be of the day that they carry: where two counts and more of one document and day, and"
        " a quarter of those that can be compared, fall, repeat, or lie below a bound, all its running counts"
        " of that day are in doubt."
    ),
    example="30 September 2024: arrested and killed are above those of a month later",
)
