"""Small datasets written out in a test, a row a line, with the reason beside it."""

from __future__ import annotations

from datetime import date
from io import StringIO
from pathlib import Path

import pandas as pd

from validation import Dataset
from validation.dataset import Defaults, Settings

RECORDED = "2026-01-01"

METRICS = """metric,label,kind,part_of,definition,not_counted,caveat,display_order
arrested,Arrested,flow,,People arrested.,,,10
detained,In detention,stock,,People in detention.,People on bail.,,20
released,Released,flow,,People released.,,,30
killed,Killed,flow,,People killed.,,,40
"""
PLACES = """place,name,name_my,kind,parent,aliases,population,population_year,population_source,area_km2
XX,Ruritania,,country,,,1000000,2020,Census 2020,
XX-1,North,,region,XX,,200000,2020,Census 2020,
XX-2,South,,region,XX,,,,,
"""
ORGANISATIONS = """organisation,name,kind,url
CO,The Counters,ngo,
NEWS,The News,media,
GOV,The Government,government,
"""
DAYS = ("recorded", "published", "date", "period_start", "period_end", "day")
COUNTS = ("value", "expected_value", "population", "population_year", "display_order", "rows")
OBSERVATION_COLUMNS = (
    "source_id,counted_by,metric,place,group,sex,age,detail,event_id,basis,period_start,period_end,"
    "value,qualifier,locator,note,recorded"
)


def frame(text: str) -> pd.DataFrame:
    """A table of a test, typed as a reader of `data/` types it; `# ...` at a line's end is its reason."""
    lines = [line.split("  #")[0].strip() for line in text.strip().splitlines()]
    table = pd.read_csv(StringIO("\n".join(lines)), dtype=str, keep_default_na=False)
    table.index = pd.RangeIndex(2, len(table) + 2, name="line")
    for column in table.columns:
        if column in DAYS:
            table[column] = pd.to_datetime(table[column].replace("", None)).astype("datetime64[us]")
        elif column in COUNTS:
            table[column] = pd.to_numeric(table[column].replace("", None)).astype("Int64")
    return table


def observations(rows: str) -> pd.DataFrame:
    """Counts by `source_id, metric, place, basis, period_end, value, qualifier[, recorded]`, a row a line.

    `basis` is `stock`, `total` (documented since 2021-02-01) or the first day of a period (happened).
    """
    lines = [OBSERVATION_COLUMNS]
    for row in rows.strip().splitlines():
        source, metric, place, basis, end, value, qualifier, *rest = (
            cell.strip() for cell in row.split("  #")[0].split(",")
        )
        recorded = rest[0] if rest else RECORDED
        start = {"stock": "", "total": "2021-02-01"}.get(basis, basis)
        kind = {"stock": "", "total": "documented"}.get(basis, "happened")
        lines.append(
            f"{source},CO,{metric},{place},political,all,all,,,{kind},{start},{end},{value},{qualifier},,,{recorded}"
        )
    return frame("\n".join(lines))


def sources(rows: str) -> pd.DataFrame:
    """Documents by `source_id, publisher, published[, published_is[, recorded]]`, a row a line."""
    lines = ["source_id,publisher,title,published,published_is,url,language,note,recorded"]
    for row in rows.strip().splitlines():
        source, publisher, published, *rest = (cell.strip() for cell in row.split("  #")[0].split(","))
        printed, recorded = [*rest, *("printed", RECORDED)[len(rest) :]]
        lines.append(f"{source},{publisher},Title of {source},{published},{printed},,en,,{recorded}")
    return frame("\n".join(lines))


def settings() -> Settings:
    return Settings(
        title="Test",
        name="test",
        description="",
        version="1",
        licence="CC0-1.0",
        licence_url="",
        citation="Test",
        contact="",
        map_credit="",
        origin=date(2021, 2, 1),
        origin_label="since the coup",
        reporting_year_first_month=2,
        headline_metrics=("arrested", "detained"),
        defaults=Defaults(
            metric="arrested",
            place="XX",
            counted_by="CO",
            group="political",
            sex="all",
            age="all",
            detail="",
            start=date(2021, 2, 1),
            end=None,
            known_on=None,
            edition=None,
            grain="as_published",
            measure_of_stock="level",
            measure_of_flow="total",
        ),
    )


def dataset(
    counts: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    corrections: str = "",
    breaks: str = "",
    events: str = "",
    metrics: str = METRICS,
) -> Dataset:
    """A dataset of these tables, and of a country with two regions of which one has no population."""
    key = OBSERVATION_COLUMNS.split(",")[:12]
    return Dataset(
        folder=Path(),
        settings=settings(),
        observations=counts,
        sources=documents,
        organisations=frame(ORGANISATIONS),
        metrics=frame(metrics),
        places=frame(PLACES),
        corrections=frame(",".join([*key, "expected_value,action,reason,recorded"]) + "\n" + corrections),
        editions=frame(f"day,rows,sha256,added,why\n{RECORDED},{len(counts)},,,"),
        breaks=frame("metric,place,date,kind,what_changed,source_id,recorded\n" + breaks),
        events=frame("event_id,date,place,kind,label\n" + events),
        boundaries={},
        findings=(),
        digest="test",
    )
