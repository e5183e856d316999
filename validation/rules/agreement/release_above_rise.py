"""What a counter verified for one event is in its own running total, which rose by as much at least.

The rise is from the last total before the event to the highest within two months after the count, so that a
late entry in the total does no harm. Totals are those that documents print, and for the counters that
dataset.toml names those that are worked out by an identity: arrested minus in detention, which is at least
the releases.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from validation.comparisons.compared_numbers import Difference, WorkedOut
from validation.comparisons.comparison import Compared, Row, lines_of
from validation.comparisons.conditions import HELD_BACK, INEXACT, OF_NO_EVENT, STOCK
from validation.comparisons.identities import complete_sets
from validation.comparisons.rule import NotTestable, Rule
from validation.dataset import Identity
from validation.tables import Tables
from validation.wording import N_

SERIES = ["counted_by", "metric", "place", "group", "sex", "age", "detail"]
TOTAL = [*SERIES, "period_end", "value", "terms", "lines"]
DAYS_NEAR = pd.Timedelta(days=60)  # from the event to a total before it, from the count to one after it
COLUMNS = [*SERIES, "line", "lines", "value", "rise", "first", "last", "before", "after", "fails"]


def compare_release_above_rise(tables: Tables) -> list[Compared]:
    """Each exact count of an event with the rise of the counter's running total around it."""
    totals = dict(list(_totals(tables).groupby(SERIES, sort=False)))
    rows = [found for count in _counts_of_events(tables) for found in _compared(count, totals)]
    return [
        Compared(
            rows=pd.DataFrame(rows, columns=COLUMNS).astype({"fails": bool}),
            numbers=_numbers,
            value="value",
            message=_message,
        )
    ]


def _counts_of_events(tables: Tables) -> list[Any]:
    rows = tables.judged
    rows = rows[(rows["event_id"] != "") & (rows["qualifier"] == "exact")]
    days = tables.events.drop_duplicates("event_id").set_index("event_id")["date"]
    rows = rows.assign(event_day=days.reindex(rows["event_id"]).set_axis(rows.index))
    return list(rows.itertuples())


def _totals(tables: Tables) -> pd.DataFrame:
    """Running totals by series and day, those of documents and those that are worked out."""
    running = tables.exact
    printed = running[running["basis"] == "documented"]
    printed = printed.assign(terms=lines_of(printed, "value"))[TOTAL]
    worked_out = (_worked_out(tables, one) for one in tables.settings.identities if one.derive)
    return pd.concat([printed, *worked_out]).sort_values("period_end", kind="stable")


def _worked_out(tables: Tables, identity: Identity) -> pd.DataFrame:
    others = tuple(part for part in identity.parts if part != identity.derive)
    sets = complete_sets(tables=tables, identity=Identity(whole=identity.whole, parts=others))
    sets = sets[sets["counted_by"].isin(identity.derived_for)]
    names = [f"{metric} line" for metric in (identity.whole, *others)]
    return sets.assign(
        metric=identity.derive,
        value=sets[identity.whole] - sets[list(others)].sum(axis=1),
        terms=lines_of(sets, identity.whole, *others),
        lines=lines_of(sets, *names),
    )[TOTAL]


def _compared(count: Any, totals: dict[Any, pd.DataFrame]) -> Iterator[dict[str, object]]:
    """The count with the rise around it; nothing where no total stands on one of the two sides."""
    series = tuple(getattr(count, name) for name in SERIES)
    of_series = totals.get(series)
    if of_series is None:
        return
    day = of_series["period_end"]
    before = of_series[(day < count.event_day) & (day >= count.event_day - DAYS_NEAR)]
    after = of_series[(day >= count.period_end) & (day <= count.period_end + DAYS_NEAR)]
    if before.empty or after.empty:
        return
    first, last = before.iloc[-1], after.loc[after["value"].idxmax()]
    rise = int(last["value"] - first["value"])
    yield {
        **dict(zip(SERIES, series, strict=True)),
        "line": count.line,
        "lines": tuple(dict.fromkeys((count.line, *first["lines"], *last["lines"]))),
        "value": int(count.value),
        "rise": rise,
        "first": first["period_end"],
        "last": last["period_end"],
        "before": Difference(first["terms"]),
        "after": Difference(last["terms"]),
        "fails": count.value > rise,
    }


def _numbers(row: Row) -> dict[str, object]:
    shown = {name: row[name] for name in ("first", "last", "before", "after")}
    return {"count": row["value"], "rise": WorkedOut(row["rise"]), **shown}


def _message(row: Row) -> str:
    return (
        f"`{row['metric']} of an event` must be at most the rise of the running total around it: `value`"
        f" {row['value']} (line {row['line']}) is above {row['rise']}, the rise from"
        f" {row['first']:%Y-%m-%d} to {row['last']:%Y-%m-%d}"
    )


RELEASE_ABOVE_RISE = Rule(
    name="release_above_rise",
    compare=compare_release_above_rise,
    title=N_("A figure for an event fits the organisation's own running total"),
    holds=N_(
        "{count} is not more than {rise}, the rise of the running total from {before} on {first} to"
        " {after} on {last}"
    ),
    fails=N_(
        "{count} is more than {rise}, the rise of the running total from {before} on {first} to"
        " {after} on {last}"
    ),
    not_testable=NotTestable(
        conditions=(HELD_BACK, STOCK, OF_NO_EVENT, INEXACT),
        otherwise=N_(
            "there are no running totals by the same organisation shortly before and after the event"
        ),
    ),
    sentence=(
        "What a counter counted for one event must be at most the rise of its own running total, from the"
        " last before the event to the highest within sixty days after the count."
    ),
    example="4,075 released by the amnesty of 18 October 2021, while all releases rose by 1,229",
)
