"""Large counts move from week to week; the same one again is often an old one copied."""

import pandas as pd

from validation.comparisons import Compared, Row, findings_of, lines_of, once
from validation.disagreements import change_between, printed
from validation.findings import Finding
from validation.tables import Tables

LARGE = 1000  # smaller counts repeat by chance
DAYS_QUOTED = 4  # a relay quotes the count of the last days under its own date
DAYS_NEAR = 60  # after two months, a stock may have come back to where it was
PERSONS_MOVED = 10  # a series that moves less than this in between may well stand still


def check_repeated_value(tables: Tables) -> list[Finding]:
    """Large counts on dates five to sixty days apart must be different, in a series that moves."""
    return findings_of(compare_repeated_value(tables))


@once
def compare_repeated_value(tables: Tables) -> list[Compared]:
    """Each large count with the same one before it, or else with the last one five to sixty days before."""
    rows = tables.running
    rows = rows[rows["qualifier"].isin(["exact", "at_least"]) & (rows["value"] >= LARGE)]
    rows = rows.sort_values(["series", "value", "period_end", "line"])
    speed = persons_per_day(values=tables.exact)
    again = _in_time(pairs=_with_the_same_before(rows=rows), speed=speed)
    others = _in_time(pairs=_with_the_last_before(rows=rows[~rows["line"].isin(again["line"])]), speed=speed)
    pairs = pd.concat([again, others[others["value"] != others["value_before"]]])
    return [
        Compared(
            rule="repeated_value",
            rows=pairs.assign(
                lines=lines_of(pairs, "line", "line_before"), fails=pairs["value"] == pairs["value_before"]
            ),
            numbers=_numbers,
            value="value",
            message=_message,
            explanation=lambda pair: change_between(
                tables=tables,
                metrics=[pair["metric"]],
                place=pair["place"],
                first=pair["day_before"],
                last=pair["period_end"],
            ),
        )
    ]


def persons_per_day(*, values: pd.DataFrame) -> pd.Series:
    """By how much a series moves in a day: the median over its steps, up or down."""
    days = values.drop_duplicates(["series", "period_end"])
    steps = days.groupby("series")[["value", "period_end"]].diff()
    speed = steps["value"].abs() / steps["period_end"].dt.days
    return pd.Series(speed.groupby(days["series"]).median())


def _with_the_same_before(*, rows: pd.DataFrame) -> pd.DataFrame:
    earlier = rows.groupby(["series", "value"])[["period_end", "line"]].shift()
    return rows.assign(
        day_before=earlier["period_end"], line_before=earlier["line"], value_before=rows["value"]
    )


def _with_the_last_before(*, rows: pd.DataFrame) -> pd.DataFrame:
    days = rows.sort_values(["period_end", "line"])
    earlier = days[["series", "period_end", "line", "value"]].rename(
        columns={"line": "line_before", "value": "value_before"}
    )
    earlier = earlier.assign(day_before=days["period_end"])
    latest = days["period_end"] - pd.Timedelta(days=DAYS_QUOTED + 1)
    return pd.merge_asof(
        days.assign(latest=latest), earlier, left_on="latest", right_on="period_end", by="series",
        suffixes=("", " of earlier"),
    )  # fmt: skip


def _in_time(*, pairs: pd.DataFrame, speed: pd.Series) -> pd.DataFrame:
    """The pairs whose days are neither so near nor so far that the same value says nothing."""
    apart = (pairs["period_end"] - pairs["day_before"]).dt.days
    moved = pairs["series"].map(speed) * apart
    return pairs[apart.between(DAYS_QUOTED + 1, DAYS_NEAR) & (moved >= PERSONS_MOVED)]


def _numbers(pair: Row) -> dict[str, object]:
    return {
        "value": pair["value"],
        "day": pair["period_end"],
        "before": int(pair["value_before"]),
        "day_before": pair["day_before"],
    }


def _message(pair: Row) -> str:
    line, line_before = pair["lines"]
    again = printed(value=pair["value"], day=pair["period_end"], lines=[line])
    return (
        f"`{pair['metric']}` must be different on different dates: {again} repeats that of"
        f" {pair['day_before']:%Y-%m-%d} (line {line_before})"
    )
