"""The results of the checks by document: how many comparisons its counts passed, and which they failed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from metrics.checks.judgements import Judgement, Statement, judgements_on, statement_of
from metrics.checks.known_comparisons import (
    RULE_NAMES,
    Days,
    Outcome,
    comparisons_by_line,
    days_of_clocks,
    outcome_of,
)
from metrics.counts.candidates import Clocks
from metrics.counts.documents import counts_of_document, documents
from metrics.counts.listings import Standing, known_counts
from metrics.query.caching import cached
from validation import Dataset
from validation.comparisons.comparison import Comparison

COUNTED: Final = (Outcome.PASSED, Outcome.FAILED, Outcome.EXPLAINED)


@dataclass(frozen=True, eq=False, kw_only=True)
class DocumentChecks:
    """Each check for the counts of one document; `left_out` are its counts that corrections leave out."""

    judgements: tuple[Judgement, ...]  # none where the document has no counts
    left_out: pd.DataFrame


@cached
def checks_of_document(dataset: Dataset, clocks: Clocks, source_id: str) -> DocumentChecks:
    """Each check for a document's counts together, as known by the clocks."""
    counts = counts_of_document(dataset, clocks, source_id)
    lines = frozenset(counts.index.tolist())
    return DocumentChecks(
        judgements=judgements_on(dataset, lines, clocks) if lines else (),
        left_out=counts[counts["standing"] == str(Standing.EXCLUDED)],
    )


@cached
def checks_of_documents(dataset: Dataset, clocks: Clocks) -> pd.DataFrame:
    """Every document known by the clocks, newest first, with the results of the checks of its counts.

    Columns of `documents`, and: `counts`; `tested`, those that took part in any comparison; the number of
    comparisons by outcome (`passed`, `failed`, `explained`), missing where there was none to make;
    `not_testable`, the number of checks that could be put to none of its counts; and the gravest `outcome`.
    """
    listed = documents(dataset, clocks)
    counts = known_counts(dataset, clocks)
    found = comparisons_of_documents(dataset, clocks)
    numbers = pd.DataFrame(
        [_numbers(found.get(source_id, [])) for source_id in listed["source_id"]],
        index=listed.index,
        columns=[*map(str, COUNTED), "not_testable", "outcome"],
    )
    of_document = counts.groupby("source_id").size()
    tested = counts[counts.index.isin(_tested(dataset, days_of_clocks(dataset, clocks)))]
    return listed.assign(
        counts=listed["source_id"].map(of_document).fillna(0).astype("int64"),
        tested=listed["source_id"].map(tested.groupby("source_id").size()).fillna(0).astype("int64"),
    ).join(numbers.astype({str(outcome): "Int64" for outcome in COUNTED}))


@cached
def failures_of_documents(dataset: Dataset, clocks: Clocks) -> Mapping[str, tuple[Statement, ...]]:
    """By document, newest first, the comparisons of its counts that do not hold and are not explained."""
    found = comparisons_of_documents(dataset, clocks)
    failed = {
        source_id: tuple(
            statement_of(one) for one in found.get(source_id, []) if outcome_of(one) is Outcome.FAILED
        )
        for source_id in documents(dataset, clocks)["source_id"]
    }
    return {source_id: statements for source_id, statements in failed.items() if statements}


@cached
def comparisons_of_documents(dataset: Dataset, clocks: Clocks) -> Mapping[str, list[Comparison]]:
    """By document, each comparison of any of its counts, once."""
    document_of = dict(
        zip(dataset.observations.index.tolist(), dataset.observations["source_id"], strict=True)
    )
    found: dict[str, dict[int, Comparison]] = {}
    for by_line in comparisons_by_line(dataset, days_of_clocks(dataset, clocks)).values():
        for line, compared in by_line.items():
            found.setdefault(document_of[line], {}).update((id(one), one) for one in compared)
    return {source_id: list(compared.values()) for source_id, compared in found.items()}


def _numbers(compared: Iterable[Comparison]) -> dict[str, object]:
    compared = list(compared)
    outcomes = Counter(map(outcome_of, compared))
    return {
        **{str(outcome): outcomes[outcome] if compared else None for outcome in COUNTED},
        "not_testable": len(RULE_NAMES) - len({one.rule for one in compared}),
        "outcome": str(min(outcomes, key=list(Outcome).index, default=Outcome.NOT_TESTABLE)),
    }


def _tested(dataset: Dataset, days: Days) -> set[int]:
    """The counts that take part in any comparison."""
    return {line for by_line in comparisons_by_line(dataset, days).values() for line in by_line}
