"""Whoever is in the part is in the whole."""

from collections.abc import Mapping

import pandas as pd

from validation.disagreements import disagreement
from validation.findings import Finding
from validation.models import OBSERVATION_KEY
from validation.models.vocabularies import AGES, ALL, GROUPS, SEXES
from validation.tables import Tables

AT_LEAST_THE_VALUE = ("exact", "at_least")
AT_MOST_THE_VALUE = ("exact", "up_to")


def check_part_above_whole(tables: Tables) -> list[Finding]:
    """Parts must be at most their whole: place in place, metric in metric, sex, age or detail in all.

    Only within one document of one counter, for the same period; bounds count where they leave no doubt.
    """
    wholes: dict[str, Mapping[str, str]] = {
        "place": dict(zip(tables.places["place"], tables.places["parent"], strict=True)),
        "metric": dict(zip(tables.metrics["metric"], tables.metrics["part_of"], strict=True)),
        "sex": dict.fromkeys((sex for sex in SEXES if sex != ALL), ALL),
        "age": dict.fromkeys((age for age in AGES if age != ALL), ALL),
        "group": {GROUPS[0]: GROUPS[1]},
    }
    rows = tables.judged
    found = [
        pair for column, whole in wholes.items() for pair in _pairs(rows=rows, column=column, whole=whole)
    ]
    details = rows.loc[rows["detail"] != "", "detail"].unique()
    found.extend(_pairs(rows=rows, column="detail", whole=dict.fromkeys(details, ""), top=""))
    return found


def _pairs(
    *, rows: pd.DataFrame, column: str, whole: Mapping[str, str], top: str | None = None
) -> list[Finding]:
    key = [name for name in OBSERVATION_KEY if name != column]
    if column == "metric":  # a stock may be a part of a stock only, and of a flow in the same period
        key = [name for name in key if name not in {"basis"}] + ["basis"]
    parts = rows[rows["qualifier"].isin(AT_LEAST_THE_VALUE)]
    parts = parts.assign(whole=parts[column].map(dict(whole)))
    parts = parts[parts["whole"].notna() & (parts["whole"] != "") | (parts["whole"] == top)]
    wholes = rows[rows["qualifier"].isin(AT_MOST_THE_VALUE)]
    both = parts.merge(wholes, left_on=[*key, "whole"], right_on=[*key, column], suffixes=("", " of whole"))
    return [
        _finding(column=column, pair=pair)
        for _, pair in both[both["value"] > both["value of whole"]].iterrows()
    ]


def _finding(*, column: str, pair: pd.Series) -> Finding:
    part, whole = pair[column], pair["whole"] or "all"
    return disagreement(
        rule="part_above_whole",
        lines=[pair["line"], pair["line of whole"]],
        value=pair["value"],
        message=(
            f"`{column} {part}` must be at most `{whole}`: `value` {pair['value']} of {pair['metric']}"
            f" (line {pair['line']}) is above {pair['value of whole']} (line {pair['line of whole']})"
        ),
    )
