"""PROVISIONAL: reads the tables without checking them."""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path

import pandas as pd

from validation.dataset import Dataset, Defaults, Settings

DATES = {"recorded", "published", "date", "period_start", "period_end", "day"}
COUNTS = {"value", "expected_value", "population", "population_year", "display_order", "rows"}


def _table(folder: Path, name: str) -> pd.DataFrame:
    path = folder / f"{name}.csv"
    if not path.exists():
        return pd.DataFrame()
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    frame.index = pd.RangeIndex(2, len(frame) + 2, name="line")
    for column in frame.columns:
        if column in DATES:
            frame[column] = pd.to_datetime(frame[column].replace("", None))
        elif column in COUNTS:
            frame[column] = pd.to_numeric(frame[column].replace("", None)).astype("Int64")
    return frame


def read_dataset(folder: Path) -> Dataset:
    raw = tomllib.loads((folder / "dataset.toml").read_text())
    day = lambda v: None if v == "latest" else v  # noqa: E731
    d = raw["defaults"]
    settings = Settings(
        **{
            k: raw[k]
            for k in (
                "title",
                "name",
                "description",
                "version",
                "licence",
                "licence_url",
                "citation",
                "contact",
                "map_credit",
                "origin",
                "origin_label",
                "reporting_year_first_month",
            )
        },
        defaults=Defaults(
            **{
                k: d[k]
                for k in (
                    "metric",
                    "place",
                    "counted_by",
                    "group",
                    "sex",
                    "age",
                    "detail",
                    "grain",
                    "measure_of_stock",
                    "measure_of_flow",
                )
            },
            start=d["from"],
            end=day(d["to"]),
            known_on=day(d["known_on"]),
            edition=day(d["edition"]),
        ),
        headline_metrics=tuple(raw["pages"]["headline_metrics"]),
    )
    names = (
        "observations",
        "sources",
        "organisations",
        "metrics",
        "places",
        "corrections",
        "editions",
        "breaks",
        "events",
    )
    geo = json.loads((folder / "boundaries" / "MM.geojson").read_text())
    return Dataset(
        folder=folder,
        settings=settings,
        **{n: _table(folder, n) for n in names},
        boundaries={f["properties"].get("place", f.get("id", "")): f for f in geo["features"]},
        findings=(),
        digest=hashlib.sha256((folder / "observations.csv").read_bytes()).hexdigest(),
    )
