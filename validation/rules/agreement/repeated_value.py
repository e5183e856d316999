"""Large counts move from week to week; the same one again is often an old one copied."""

import pandas as pd

from validation.comparisons.comparison import Compared, Row, lines_of, once
from validation.comparisons.conditions import LARGE, NOT_RUNNING, SMALL
from validation.comparisons.disagreements import change_between, printed
from validation.comparisons.rule import NotTestable, Rule
from validation.tables import Tables
from validation.wording import N_

DAYS_QUOTED = 4  # a relay quotes the count of the last days under its own date
DAYS_NEAR = 60  # after two months, a stock may have come back to where it was
PERSONS_MOVED = 10  # a series that moves less than this in between may well stand still


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
                counted_by=pair["counted_by"],
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


REPEATED_VALUE = Rule(
    name="repeated_value",
    compare=compare_repeated_value,
    title=N_("A large figure is not an older one repeated"),
    holds=N_("{value} on {day} differs from {before} on {day_before}"),
    fails=N_("{value} on {day} is the same number as on {day_before}"),
    not_testable=NotTestable(
        conditions=(*NOT_RUNNING, SMALL),
        otherwise=N_("the series has no figure five to sixty days away, or does not change"),
    ),
    sentence=(
        "Counts of a thousand and more must be different on dates five to sixty days apart, in a series"
        " that moves."
    ),
    example="20,543 detained on 31 May and on 15 June 2024",
)
