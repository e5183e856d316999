"""Whoever is in the part is in the whole.

Only within one document of one counter, for the same period; bounds count where they leave no doubt.
"""

from collections.abc import Mapping

from validation.comparisons.comparison import Compared, Row, lines_of
from validation.comparisons.conditions import HELD_BACK
from validation.comparisons.rule import NotTestable, Rule
from validation.models import OBSERVATION_KEY
from validation.models.vocabularies import ALL, ALL_PRISONERS, POLITICAL
from validation.tables import Tables
from validation.wording import N_

AT_LEAST_THE_VALUE = ("exact", "at_least")
AT_MOST_THE_VALUE = ("exact", "up_to")


def compare_part_above_whole(tables: Tables) -> list[Compared]:
    """Each part with its whole in one document, by each column that makes it a part."""
    details = tables.judged.loc[tables.judged["detail"] != "", "detail"].unique()
    wholes: dict[str, Mapping[str, str]] = {
        "place": dict(zip(tables.places["place"], tables.places["parent"], strict=True)),
        "metric": dict(zip(tables.metrics["metric"], tables.metrics["part_of"], strict=True)),
        **{column: _parts_of_all(tables, column) for column in ("sex", "age")},
        "group": {POLITICAL: ALL_PRISONERS},
        "detail": dict.fromkeys(details, ""),
    }
    return [
        _compared(tables=tables, column=column, whole=whole, top="" if column == "detail" else None)
        for column, whole in wholes.items()
    ]


def _parts_of_all(tables: Tables, column: str) -> dict[str, str]:
    return {code: ALL for code in tables.settings.words[column] if code != ALL}


def _compared(*, tables: Tables, column: str, whole: Mapping[str, str], top: str | None) -> Compared:
    key = [name for name in OBSERVATION_KEY if name != column]
    if column == "metric":  # a stock may be a part of a stock only, and of a flow in the same period
        key = [name for name in key if name not in {"basis"}] + ["basis"]
    rows = tables.judged
    parts = rows[rows["qualifier"].isin(AT_LEAST_THE_VALUE)]
    parts = parts.assign(whole=parts[column].map(dict(whole)).astype(parts[column].dtype))
    parts = parts[parts["whole"].notna() & (parts["whole"] != "") | (parts["whole"] == top)]
    wholes = rows[rows["qualifier"].isin(AT_MOST_THE_VALUE)]
    both = parts.merge(wholes, left_on=[*key, "whole"], right_on=[*key, column], suffixes=("", " of whole"))
    return Compared(
        rows=both.assign(
            lines=lines_of(both, "line", "line of whole"), fails=both["value"] > both["value of whole"]
        ),
        numbers=lambda pair: {"part": pair["value"], "whole": pair["value of whole"]},
        value="value",
        message=lambda pair: _message(column=column, pair=pair),
    )


def _message(*, column: str, pair: Row) -> str:
    part, whole = pair[column], pair["whole"] or "all"
    return (
        f"`{column} {part}` must be at most `{whole}`: `value` {pair['value']} of {pair['metric']}"
        f" (line {pair['line']}) is above {pair['value of whole']} (line {pair['line of whole']})"
    )


PART_ABOVE_WHOLE = Rule(
    name="part_above_whole",
    compare=compare_part_above_whole,
    title=N_("A part is not more than its whole"),
    holds=N_("{part}, the part, is not more than {whole}, the whole"),
    fails=N_("{part}, the part, is more than {whole}, the whole"),
    not_testable=NotTestable(
        conditions=(HELD_BACK,),
        otherwise=N_("no document gives both a part and its whole for this period"),
    ),
    sentence=(
        "Parts must be at most their whole, in one document: place in place, metric in metric, sex, age"
        " or detail in all, political in all prisoners."
    ),
    example="none",
)
