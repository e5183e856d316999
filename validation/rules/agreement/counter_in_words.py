"""Where the words that print a count name a counter, it is the one under whose name the count is entered.

A relay that quotes two organisations is easily entered under the wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from validation.comparisons.comparison import Compared, Row
from validation.comparisons.conditions import HELD_BACK
from validation.comparisons.rule import NotTestable, Rule
from validation.tables import Tables
from validation.wording import N_

SHORTEST_CODE = 3  # two capital letters stand for too many things
TAKE_PART = ("government", "party", "armed_group")  # whose names stand for who was arrested, or who arrested


def compare_counter_in_words(tables: Tables) -> list[Compared]:
    """Each count whose words name a counter of the data set."""
    names = _names_of_counters(tables)
    rows = tables.judged
    if names:
        pattern = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        rows = rows.assign(named=rows["locator"].str.findall(rf"(?<!\w)(?:{pattern})(?!\w)"))
        rows = rows[rows["named"].str.len() > 0]
    else:
        rows = rows.iloc[:0].assign(named=[])
    fails = [
        all(names[name] != counter for name in named)
        for named, counter in zip(rows["named"], rows["counted_by"], strict=True)
    ]
    return [
        Compared(
            rows=rows.assign(
                lines=pd.Series([(line,) for line in rows["line"]], index=rows.index, dtype=object),
                named=rows["named"].map(lambda named: ", ".join(dict.fromkeys(named))),
                fails=pd.Series(fails, index=rows.index, dtype=bool),
            ),
            numbers=lambda row: {"named": row["named"]},
            value="counted_by",
            message=_message,
        )
    ]


def _names_of_counters(tables: Tables) -> Mapping[str, str]:
    """The organisation of each name, short name and code of those that count something."""
    rows = tables.organisations
    counts = rows["organisation"].isin(tables.judged["counted_by"])
    counters = rows[counts & ~rows["kind"].isin(TAKE_PART)]
    return {
        name: organisation
        for column in ("name", "short_name", "organisation")
        for name, organisation in zip(counters[column], counters["organisation"], strict=True)
        if len(name) >= SHORTEST_CODE
    }


def _message(row: Row) -> str:
    return (
        f"`counted_by` {row['counted_by']} must be named by the words, where they name a counter: line"
        f" {row['line']} is printed with {row['named']}"
    )


COUNTER_IN_WORDS = Rule(
    name="counter_in_words",
    compare=compare_counter_in_words,
    title=N_("The quoted words name the organisation that the figure is entered under"),
    holds=N_("the words name {named}"),
    fails=N_("the words name {named}, not the organisation that the figure is entered under"),
    not_testable=NotTestable(
        conditions=(HELD_BACK,),
        otherwise=N_("its words name no organisation"),
    ),
    sentence="Where the words around a count name a counter of the data set, it must be that of the row.",
    example="none",
)
