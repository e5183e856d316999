"""One organisation's exact count of one thing for one period is one number.

A count by date of event may grow as later documents add cases: a higher value in a later document is a
revision, and a note. So is a stock or a running total of a past day that a document of a month later and more
restates, higher or lower: a yearly census corrects the years before. Relays quote within days, and a slip of
theirs stays a warning.
"""

from itertools import pairwise
from typing import Final

import pandas as pd

from validation.comparisons.compared_numbers import EachOf, Period
from validation.comparisons.comparison import Compared, Row
from validation.comparisons.conditions import HELD_BACK, INEXACT
from validation.comparisons.rule import NotTestable, Rule
from validation.models import OBSERVATION_KEY
from validation.tables import Tables
from validation.wording import N_

ONE_COUNT = [column for column in OBSERVATION_KEY if column != "source_id"]
TOGETHER = ["line", "value", "source_id", "published"]  # of all documents that print one count
RESTATED_AFTER: Final = pd.Timedelta(days=30)


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
            rows=counts.assign(
                lines=counts["lines"],
                fails=[len(set(values)) > 1 for values in counts["values"]],
                first=[values[0] for values in counts["values"]],
            ),
            numbers=lambda row: {
                "values": EachOf(tuple(dict.fromkeys(row["values"]))),
                "period": Period(row["period_start"], row["period_end"]),
            },
            value="first",
            message=_message,
            explanation=_explanation,
        )
    ]


def _message(row: Row) -> str:
    printed = zip(row["values"], row["lines"], row["source_ids"], strict=True)
    shown = ", ".join(f"{value} (line {line}, {document})" for value, line, document in printed)
    return (
        f"`{row['metric']}` of one counter for the period to {row['period_end']:%Y-%m-%d} must be one"
        f" number: `value` is {shown}"
    )


def _explanation(row: Row) -> str:
    if _has_grown(row):
        return "later documents added cases of the period"
    return "a later document restated the count" if _is_restated(row) else ""


def _is_restated(row: Row) -> bool:
    """Whether a stock or a running total changes only in documents of more than a month later."""
    documents = list(zip(row["publisheds"], row["values"], strict=True))  # in the order of their publication
    changes = [later[0] - earlier[0] for earlier, later in pairwise(documents) if later[1] != earlier[1]]
    return bool(row["basis"] != "happened" and min(changes, default=RESTATED_AFTER) >= RESTATED_AFTER)


def _has_grown(row: Row) -> bool:
    """Whether each later document gives at least as much, by date of event, and none of one day differ."""
    rows = pd.DataFrame({"published": row["publisheds"], "value": row["values"]})
    by_day = rows.groupby("published")["value"].agg(["min", "max"])
    agrees = (by_day["min"] == by_day["max"]).all()
    return bool(row["basis"] == "happened" and agrees and by_day["min"].is_monotonic_increasing)


TWO_VALUES = Rule(
    name="two_values",
    compare=compare_two_values,
    title=N_("Documents give one figure for one period"),
    holds=N_("documents agree on {values} for {period}"),
    fails=N_("documents give {values} for {period}"),
    not_testable=NotTestable(
        conditions=(HELD_BACK, INEXACT),
        otherwise=N_("no second document gives an exact figure for this period"),
    ),
    sentence=(
        "Exact counts of one counter for one period must be equal. A later, higher count by date of event"
        " is a revision, and a note; so is a stock or a running total that a document of a month later"
        " restates."
    ),
    example="41 and 42 sentenced to death in absentia by 5 August 2022",
)
