"""The counts that a rule of agreement compares; comparing is apart from judging, so that passing shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

import pandas as pd

from validation.comparisons.disagreements import disagreement
from validation.findings import Finding
from validation.tables import Tables

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Counts that one rule compares with each other, and the outcome.

    `lines` are all its lines of observations.csv, the judged one first; `beside` are those that are compared
    but not judged. `numbers` are the compared counts and days, by the names that the rule gives them.
    `explanation` is empty where the rule holds, and where nothing known explains why it does not.
    """

    rule: str
    lines: tuple[int, ...]
    numbers: Mapping[str, Any]
    holds: bool
    explanation: str = ""
    beside: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False, kw_only=True)
class Compared:
    """The comparisons that one rule makes in one way: a row for each, and how to put a row into words.

    `rows` has `lines` and `fails` beside what the rule needs, and may have `beside`. Words and numbers are
    made only for rows that need them: when the tables are read, for those that fail.
    """

    rows: pd.DataFrame
    numbers: Callable[[Row], Mapping[str, Any]]
    value: str  # the column of the value that a finding names
    message: Callable[[Row], str]
    explanation: Callable[[Row], str] = lambda _row: ""

    def failing(self) -> list[dict[str, Any]]:
        """The rows that do not hold."""
        return records(self.rows[self.rows["fails"]])

    def findings(self, *, rule: str) -> list[Finding]:
        """A finding for each row that does not hold."""
        return [self.finding(row, rule=rule) for row in self.failing()]

    def finding(self, row: Row, *, rule: str) -> Finding:
        """The finding of a row that does not hold."""
        return disagreement(
            rule=rule,
            lines=row["lines"],
            value=row[self.value],
            message=self.message(row),
            explanation=self.explanation(row),
        )

    def comparisons(self, *, rule: str) -> list[Comparison]:
        """Every row, whether it holds or not."""
        return [
            Comparison(
                rule=rule,
                lines=row["lines"],
                numbers=self.numbers(row),
                holds=not row["fails"],
                explanation=self.explanation(row) if row["fails"] else "",
                beside=row.get("beside", ()),
            )
            for row in records(self.rows)
        ]


Comparing = Callable[[Tables], list[Compared]]


def once(compare: Comparing) -> Comparing:
    """What a rule compares, worked out once for the same tables where another rule needs it too."""

    @wraps(compare)
    def compared(tables: Tables) -> list[Compared]:
        if compare not in tables.kept:
            tables.kept[compare] = compare(tables)
        found: list[Compared] = tables.kept[compare]
        return found

    return compared


def lines_of(rows: pd.DataFrame, *columns: str) -> pd.Series:
    """The lines of the counts of each row."""
    lines = zip(*(rows[column].astype("int64").tolist() for column in columns), strict=True)
    return pd.Series(list(lines), index=rows.index, dtype=object)


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as plain cells by column."""
    found: list[dict[str, Any]] = rows.to_dict("records")  # type: ignore[assignment]
    return found
