"""One organisation's exact count of one thing for one period is one number."""

import pandas as pd

from validation.comparisons import Compared, Row, findings_of
from validation.findings import Finding
from validation.models import OBSERVATION_KEY
from validation.tables import Tables

ONE_COUNT = [column for column in OBSERVATION_KEY if column != "source_id"]
TOGETHER = ["line", "value", "source_id", "published"]  # of all documents that print one count


def check_two_values(tables: Tables) -> list[Finding]:
    """Exact counts of one counter for one period must be equal.

    A count by date of event may grow as later documents add cases: a higher value in a later document is
    a revision, and a note.
    """
    return findings_of(compare_two_values(tables))


def compare_two_values(tables: Tables) -> list[Compared]:
    """The exact counts of one counter for one period, wherever two documents and more print one."""
    exact = tables.judged[tables.judged["qualifier"] == "exact"]
    rows = exact[exact.duplicated(ONE_COUNT, keep=False)].sort_values(["published", "line"])
    rows = rows.assign(count=rows.groupby(ONE_COUNT, dropna=False, sort=False).ngroup())
    counts = rows.drop_duplicates("count").drop(columns=TOGETHER)
    together = [rows.groupby("count")[name].agg(tuple).rename(f"{name}s") for name in TOGETHER]
    counts = counts.join(pd.concat(together, axis=1), on="count")
    return [
        Compared(
            rule="two_values",
            rows=counts.assign(
                lines=counts["lines"],
                fails=[len(set(values)) > 1 for values in counts["values"]],
                first=[values[0] for values in counts["values"]],
            ),
            numbers=lambda row: {
                "values": row["values"],
                "period": (row["period_start"], row["period_end"]),
            },
            value="first",
            message=_message,
            explanation=lambda row: "later documents added cases of the period" if _has_grown(row) else "",
        )
    ]


def _message(row: Row) -> str:
    printed = zip(row["values"], row["lines"], row["source_ids"], strict=True)
    shown = ", ".join(f"{value} (line {line}, {document})" for value, line, document in printed)
    return (
        f"`{row['metric']}` of one counter for the period to {row['period_end']:%Y-%m-%d} must be one"
        f" number: `value` is {shown}"
    )


def _has_grown(row: Row) -> bool:
    """Whether each later document gives at least as much, by date of event, and none of one day differ."""
    rows = pd.DataFrame({"published": row["publisheds"], "value": row["values"]})
    by_day = rows.groupby("published")["value"].agg(["min", "max"])
    agrees = (by_day["min"] == by_day["max"]).all()
    return bool(row["basis"] == "happened" and agrees and by_day["min"].is_monotonic_increasing)
