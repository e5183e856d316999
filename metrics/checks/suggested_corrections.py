"""Rows for corrections.csv, suggested where a check failed, for a person to judge: nothing is applied."""

from __future__ import annotations

from datetime import date
from typing import Final

import pandas as pd

from metrics.checks.check_words import RULE_BY_NAME, clause_of, title_of
from metrics.checks.known_comparisons import (
    RULE_NAMES,
    Days,
    Outcome,
    comparisons_by_line,
    days_of_clocks,
    outcome_of,
)
from metrics.counts.candidates import Clocks
from metrics.counts.small_tables import findings_on_counts, last_sealed_day
from metrics.language.wording import spoken_in
from metrics.query.caching import cached
from metrics.query.days import ONE_DAY
from validation import Dataset, Severity
from validation.comparisons.comparison import Comparison
from validation.models import OBSERVATION_KEY, TABLES

REASONS_JOINED_BY: Final = "; "


def day_to_record(dataset: Dataset, today: date) -> date:
    """The day under which a row can be added now: a row of a day that is sealed would break its seal."""
    return max(today, last_sealed_day(dataset) + ONE_DAY)


@cached
def suggested_corrections(dataset: Dataset, clocks: Clocks, recorded: date) -> pd.DataFrame:
    """For each count that a warning points at, the row that would leave it out, by line of observations.csv.

    Of warnings about counts that were known by the clocks, and disagreed then.

    Columns of corrections.csv, in their order. Where any of several counts may be the wrong one, there is a
    row for each, and its reason says so: whoever judges keeps the right ones. Reasons are in English, like
    those in the table.
    """
    reasons = _reasons(dataset, days_of_clocks(dataset, clocks))
    meant = pd.Index(list(reasons), dtype="int64", name="line")
    rows = dataset.observations.loc[meant, [*OBSERVATION_KEY, "value"]]
    suggested = rows.rename(columns={"value": "expected_value"}).assign(
        action="exclude", reason=list(reasons.values()), recorded=pd.Timestamp(recorded)
    )
    return suggested[list(TABLES["corrections"].columns)]


def _reasons(dataset: Dataset, days: Days) -> dict[int, str]:
    """By line, the reason that each failed check gives."""
    by_line = comparisons_by_line(dataset, days)
    reasons: dict[int, dict[str, None]] = {}
    with spoken_in("en"):
        for finding in findings_on_counts(dataset):
            if finding.severity is not Severity.WARNING or finding.rule not in RULE_NAMES:
                continue
            for line in finding.lines:
                for comparison in by_line[finding.rule].get(line, ()):
                    if outcome_of(comparison) is Outcome.FAILED:
                        reason = _reason(comparison, meant=set(finding.lines))
                        reasons.setdefault(line, {})[reason] = None
    return {line: REASONS_JOINED_BY.join(reason) for line, reason in reasons.items()}


def _reason(comparison: Comparison, *, meant: set[int]) -> str:
    """What does not hold, and among how many counts the wrong one is to be found.

    A document that is not of its day is wrong as a whole.
    """
    reason = f"{title_of(comparison.rule)}: {clause_of(comparison)}"
    counts = meant.intersection(comparison.lines)
    if len(counts) == 1 or RULE_BY_NAME[comparison.rule].right_or_wrong_together:
        return reason
    return f"{reason} (suggested for each of {len(counts)} counts: judge which is wrong)"
