"""A small, sound data set about a country that does not exist, to be broken one line at a time."""

import csv
import io
from pathlib import Path

from validation.models import TABLES
from validation.reading.settings import read_settings
from validation.reading.typed_tables import read_table
from validation.tables import Tables

SETTINGS = """
title = "Counts of Erewhon"
name = "erewhon"
description = "For tests."
version = "1.0.0"
licence = "CC0-1.0"
licence_url = "https://creativecommons.org/publicdomain/zero/1.0/"
citation = "Nobody"
contact = "Nobody"
map_credit = ""
origin = 2021-02-01
origin_label = "since then"
reporting_year_first_month = 2

[defaults]
metric = "arrested"
place = "XX"
counted_by = "COUNTER"
group = "political"
sex = "all"
age = "all"
detail = ""
from = 2021-02-01
to = "latest"
known_on = "latest"
edition = "latest"
grain = "as_published"
measure_of_stock = "level"
measure_of_flow = "total"

[pages]
headline_metrics = ["arrested"]

[[identities]]
whole = "arrested"
parts = ["detained", "released"]
"""

SOURCES = """
source_id,publisher
a,COUNTER
b,COUNTER
c,COUNTER
d,COUNTER
r,RELAY
"""
ORGANISATIONS = """
organisation
COUNTER
RELAY
"""
METRICS = """
metric,kind,part_of
arrested,flow,
detained,stock,
released,flow,
killed,flow,
killed_in_custody,flow,killed
"""
PLACES = """
place,kind,parent
XX,country,
XX-1,region,XX
"""
EVENTS = """
event_id,date,kind
XX-2024-01-04-amnesty,2024-01-04,amnesty
"""

FILLED = {
    "observations": {
        "source_id": "a",
        "counted_by": "COUNTER",
        "metric": "arrested",
        "place": "XX",
        "group": "political",
        "sex": "all",
        "age": "all",
        "qualifier": "exact",
        "locator": "so many",
        "recorded": "2024-12-31",
    },
    "sources": {
        "title": "A document",
        "published": "2024-12-01",
        "published_is": "printed",
        "language": "en",
        "recorded": "2024-12-31",
    },
    "organisations": {"name": "Somebody", "kind": "ngo"},
    "metrics": {"label": "Counted", "definition": "People counted.", "display_order": "1"},
    "places": {"name": "Somewhere"},
    "corrections": {
        "source_id": "a",
        "counted_by": "COUNTER",
        "metric": "arrested",
        "place": "XX",
        "group": "political",
        "sex": "all",
        "age": "all",
        "action": "exclude",
        "reason": "A slip.",
        "recorded": "2024-12-31",
    },
    "editions": {"added": "rows", "why": "because"},
    "breaks": {"place": "XX", "what_changed": "Something changed.", "recorded": "2024-12-31"},
    "events": {"place": "XX", "label": "Amnesty"},
}
FLOWS = {"arrested", "released", "killed", "killed_in_custody"}


def content(*, table: str, rows: str) -> str:
    """A whole CSV file from the columns that matter; the reason of a row stands behind ` # `."""
    lines = [line.split(" # ")[0].strip() for line in rows.strip().splitlines()]
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=TABLES[table].columns, lineterminator="\n", restval="")
    writer.writeheader()
    for row in csv.DictReader(lines):
        writer.writerow({**FILLED[table], **_period(table=table, row=row), **row})
    return text.getvalue()


def _period(*, table, row):
    is_flow = table in {"observations", "corrections"} and row.get("metric", "arrested") in FLOWS
    return {"basis": "documented", "period_start": "2021-02-01"} if is_flow else {}


def files(**changed: str) -> dict[str, str]:
    """The files of the small data set, some of them with other rows."""
    rows = {
        "observations": "metric,period_end,value\narrested,2024-01-31,100",
        "sources": SOURCES,
        "organisations": ORGANISATIONS,
        "metrics": METRICS,
        "places": PLACES,
        "corrections": "source_id",
        "editions": "day",
        "breaks": "metric",
        "events": EVENTS,
        **changed,
    }
    return {f"{table}.csv": content(table=table, rows=text) for table, text in rows.items()}


def write(folder: Path, **changed: str) -> Path:
    """The small data set as a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files(**changed).items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    (folder / "dataset.toml").write_text(SETTINGS, encoding="utf-8")
    return folder


def tables(**changed: str) -> Tables:
    """The small data set as the rules see it; its cells must be readable."""
    settings, faults = read_settings(content=SETTINGS.encode())
    frames = {}
    for name, text in files(**changed).items():
        table = name.removesuffix(".csv")
        frames[table], found = read_table(table=table, content=text.encode())
        faults.extend(found)
    assert faults == []
    return Tables(settings=settings, **frames)
