"""A document of which several counts stray is often older or younger than the date that it carries."""

from collections.abc import Iterable

import pandas as pd

from validation.disagreements import disagreement
from validation.findings import Finding, Severity
from validation.rules.falling_total import check_falling_total
from validation.rules.repeated_value import check_repeated_value
from validation.rules.total_below_bound import check_total_below_bound
from validation.tables import Tables

STRAYING_TO_TELL = 2
ONE_DAY = ["source_id", "counted_by", "period_end"]


def check_doubtful_document(tables: Tables) -> list[Finding]:
    """Documents must be of the day that they carry.

    Where two counts and more of one document and day fall, repeat or lie below a bound, its running
    counts of that day are all in doubt, those too that look right alone. Either of two documents that
    disagree may be the one, so that the checks point at both.
    """
    checks = (check_falling_total, check_repeated_value, check_total_below_bound)
    straying = _straying(found for check in checks for found in check(tables))
    rows = tables.running
    strays = rows["metric"].where(rows["line"].isin(straying))
    number = strays.groupby([rows[name] for name in ONE_DAY]).transform("nunique")
    doubtful = rows[number >= STRAYING_TO_TELL]
    return [_finding(rows=day, straying=straying) for _, day in doubtful.groupby(ONE_DAY, sort=False)]


def _straying(found: Iterable[Finding]) -> set[int]:
    return {line for one in found if one.severity is Severity.WARNING for line in one.lines}


def _finding(*, rows: pd.DataFrame, straying: set[int]) -> Finding:
    first = rows.iloc[0]
    strays = rows[rows["line"].isin(straying)]
    marked = ", ".join(strays["metric"] + " (line " + strays["line"].astype("str") + ")")
    return disagreement(
        rule="doubtful_document",
        lines=rows["line"],
        value=f"{first['period_end']:%Y-%m-%d}",
        message=(
            f"`{first['source_id']}` must be of the day that it carries, `period_end`"
            f" {first['period_end']:%Y-%m-%d}: {len(strays)} of its {len(rows)} counts stray, {marked}"
        ),
    )
