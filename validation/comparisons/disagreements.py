"""Counts that do not agree: a person must look, unless what is known already explains them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pandas as pd

from validation.findings import Finding, Severity, finding
from validation.tables import Tables

OBSERVATIONS: Final = "observations.csv"
CHANGES: Final = ("definition", "records_added", "commutation")  # kinds of breaks that move a series


def disagreement(
    *, rule: str, lines: Iterable[int], value: object, message: str, explanation: str = ""
) -> Finding:
    """A finding about published values: a warning, or a note where there is an explanation."""
    return finding(
        severity=Severity.NOTE if explanation else Severity.WARNING,
        rule=rule,
        table=OBSERVATIONS,
        lines=tuple(dict.fromkeys(int(line) for line in lines)),
        column="value",
        value=str(value),
        message=f"{message}; explained by: {explanation}" if explanation else message,
    )


def change_between(
    *,
    tables: Tables,
    metrics: Iterable[str],
    place: str,
    counted_by: str,
    first: pd.Timestamp,
    last: pd.Timestamp,
) -> str:
    """What breaks.csv says changed from one day to another, both included; empty where nothing did."""
    breaks = tables.breaks
    breaks = breaks[breaks["counted_by"].replace("", tables.settings.defaults.counted_by) == counted_by]
    within = breaks["date"].between(first, last) & breaks["kind"].isin(CHANGES)
    changes = breaks[within & breaks["metric"].isin(list(metrics)) & (breaks["place"] == place)]
    return " ".join(changes["what_changed"])


def release_between(*, tables: Tables, place: str, first: pd.Timestamp, last: pd.Timestamp) -> str:
    """The amnesty after one day and up to another, which lowers a stock; empty where there is none."""
    events = tables.events
    within = (events["date"] > first) & (events["date"] <= last)
    freed = events[within & (events["kind"] == "amnesty") & (events["place"] == place)]
    return "; ".join(freed["label"] + " of " + freed["date"].dt.strftime("%Y-%m-%d"))


def printed(*, value: object, day: pd.Timestamp, lines: Iterable[int]) -> str:
    """A value with its day and lines, as messages show it."""
    where = ", ".join(str(line) for line in lines)
    return f"`value` {value} of {day:%Y-%m-%d} (line {where})"
