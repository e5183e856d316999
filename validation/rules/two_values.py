"""One organisation's exact count of one thing for one period is one number."""

import pandas as pd

from validation.disagreements import disagreement
from validation.findings import Finding
from validation.models import OBSERVATION_KEY
from validation.tables import Tables

ONE_COUNT = [column for column in OBSERVATION_KEY if column != "source_id"]


def check_two_values(tables: Tables) -> list[Finding]:
    """Exact counts of one counter for one period must be equal.

    A count by date of event may grow as later documents add cases: a higher value in a later document is
    a revision, and a note.
    """
    exact = tables.judged[tables.judged["qualifier"] == "exact"]
    rows = exact[exact.duplicated(ONE_COUNT, keep=False)].sort_values(["published", "line"])
    groups = rows.groupby(ONE_COUNT, dropna=False, sort=False)
    rivals = rows[groups["value"].transform("nunique") > 1]
    return [_finding(rows=group) for _, group in rivals.groupby(ONE_COUNT, dropna=False, sort=False)]


def _finding(*, rows: pd.DataFrame) -> Finding:
    first = rows.iloc[0]
    shown = ", ".join(f"{row.value} (line {row.line}, {row.source_id})" for row in rows.itertuples())
    grown = _has_grown(rows=rows)
    return disagreement(
        rule="two_values",
        lines=rows["line"],
        value=first["value"],
        message=(
            f"`{first['metric']}` of one counter for the period to {first['period_end']:%Y-%m-%d} must be one"
            f" number: `value` is {shown}"
        ),
        explanation="later documents added cases of the period" if grown else "",
    )


def _has_grown(*, rows: pd.DataFrame) -> bool:
    """Whether each later document gives at least as much, by date of event, and none of one day differ."""
    by_day = rows.groupby("published")["value"].agg(["min", "max"])
    agrees = (by_day["min"] == by_day["max"]).all()
    return bool((rows["basis"] == "happened").all() and agrees and by_day["min"].is_monotonic_increasing)
