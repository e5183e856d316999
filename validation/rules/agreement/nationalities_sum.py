"""Nationals and foreigners together are the whole, for one event by one counter, whoever printed which.

Where a report takes the number of nationals for the number of all, the others are lost.
"""

from __future__ import annotations

import pandas as pd

from validation.comparisons.compared_numbers import Sum, WorkedOut
from validation.comparisons.comparison import Compared, Row, lines_of
from validation.comparisons.conditions import HELD_BACK, INEXACT, OF_NO_EVENT
from validation.comparisons.rule import NotTestable, Rule
from validation.tables import Tables
from validation.wording import N_

NATIONALS, FOREIGNERS = "nationality: nationals", "nationality: foreigners"
OF_EVENT = ["counted_by", "metric", "place", "group", "sex", "age", "event_id"]


def compare_nationalities_sum(tables: Tables) -> list[Compared]:
    """Each exact whole of an event with the newest exact nationals and foreigners of the same."""
    rows = tables.judged
    rows = rows[(rows["event_id"] != "") & (rows["qualifier"] == "exact")]
    wholes = rows[rows["detail"] == ""]
    both = wholes.merge(_newest(rows, NATIONALS), on=OF_EVENT, suffixes=("", " nationals"))
    both = both.merge(_newest(rows, FOREIGNERS), on=OF_EVENT, suffixes=("", " foreigners"))
    total = both["value nationals"] + both["value foreigners"]
    return [
        Compared(
            rows=both.assign(
                total=total,
                lines=lines_of(both, "line", "line nationals", "line foreigners"),
                fails=both["value"] != total,
            ),
            numbers=lambda row: {
                "parts": Sum((row["value nationals"], row["value foreigners"])),
                "total": WorkedOut(int(row["total"])),
                "whole": row["value"],
            },
            value="value",
            message=_message,
        )
    ]


def _newest(rows: pd.DataFrame, detail: str) -> pd.DataFrame:
    """The count of a part that was published last, for each event."""
    parts = rows[rows["detail"] == detail].sort_values(["published", "line"], kind="stable")
    return parts.drop_duplicates(OF_EVENT, keep="last")[[*OF_EVENT, "value", "line"]]


def _message(row: Row) -> str:
    nationals, foreigners = row["value nationals"], row["value foreigners"]
    return (
        f"`{row['metric']}` of an event must be its nationals and foreigners together: `value` {row['value']}"
        f" (line {row['line']}) is not {nationals} (line {row['line nationals']}) + {foreigners}"
        f" (line {row['line foreigners']}) = {row['total']}"
    )


NATIONALITIES_SUM = Rule(
    name="nationalities_sum",
    compare=compare_nationalities_sum,
    title=N_("Nationals and foreigners make up the whole"),
    holds=N_("{parts}, nationals and foreigners, is {whole}"),
    fails=N_("{parts}, nationals and foreigners, is {total}, not {whole}"),
    not_testable=NotTestable(
        conditions=(HELD_BACK, OF_NO_EVENT, INEXACT),
        otherwise=N_("the figures for nationals, foreigners and all together are not all known"),
    ),
    sentence=(
        "The count of an event must be its nationals and foreigners together, where one counter's three"
        " numbers are known: `nationality: nationals` and `nationality: foreigners` in `detail`."
    ),
    example="none",
)
