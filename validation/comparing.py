"""All comparisons of published counts, worked out when a page shows what was checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pandas as pd

from validation.comparisons.comparison import Comparison
from validation.comparisons.rule import Rule
from validation.dataset import Dataset
from validation.rules.agreement import RULES
from validation.tables import Tables, tables_of


def comparisons_of(
    *,
    dataset: Dataset,
    known_on: date | None = None,
    edition: date | None = None,
    corrected: bool = True,
    rules: Iterable[Rule] = RULES,
) -> tuple[Comparison, ...]:
    """The comparisons of the rules of agreement, rule by rule in their order.

    Only of documents published by `known_on`, and of rows recorded by `edition`; None means all. Without
    `corrected`, the counts that corrections.csv leaves out are compared too.
    """
    tables = tables_of(dataset=dataset)
    if known_on is not None:
        tables = _published(tables=tables, by=known_on)
    if edition is not None:
        tables = _recorded(tables=tables, by=edition)
    if not corrected:
        tables = replace(tables, corrections=tables.corrections.iloc[:0])
    return tuple(found for rule in rules for found in rule.comparisons(tables))


def _published(*, tables: Tables, by: date) -> Tables:
    """The tables with the counts of documents published by a day."""
    rows = tables.observations
    published = tables.of_documents("published", rows=rows)
    return replace(tables, observations=rows[published <= pd.Timestamp(by)])


def _recorded(*, tables: Tables, by: date) -> Tables:
    """The tables as they were recorded by a day: a count needs its document."""
    day = pd.Timestamp(by)
    sources = tables.sources[tables.sources["recorded"] <= day]
    rows = tables.observations
    rows = rows[(rows["recorded"] <= day) & rows["source_id"].isin(sources["source_id"])]
    corrections, breaks = (table[table["recorded"] <= day] for table in (tables.corrections, tables.breaks))
    return replace(tables, observations=rows, corrections=corrections, breaks=breaks)
