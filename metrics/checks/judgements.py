"""The results of the checks by count: passed, failed, explained or not testable, with the numbers."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from metrics.checks.check_words import clause_of, explained_clause_of, reason_not_testable, title_of
from metrics.checks.known_comparisons import (
    GRAVITY,
    RULE_NAMES,
    Days,
    Outcome,
    comparisons_among,
    comparisons_by_line,
    days_of_clocks,
    excluded_lines,
    outcome_of,
)
from metrics.counts.candidates import Clocks
from metrics.language.phrasing import Message
from metrics.language.wording import N_
from metrics.query.caching import cached
from validation import Dataset
from validation.comparisons.comparison import Comparison


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One comparison in a clause.

    `lines` are those of the counts that take part, the one judged first; `named` those of all counts that
    the clause names.
    """

    rule: str
    lines: tuple[int, ...]
    named: tuple[int, ...]
    outcome: Outcome
    clause: Message


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """The result of one check for some counts.

    `compared` is the number of comparisons, and `statements` are all of them, failed ones first,
    the most telling one at the top. `clause` is that one, and where there is none, why not; `named` are
    the lines of the counts that it names.
    """

    rule: str
    title: Message
    outcome: Outcome
    compared: int
    clause: Message
    named: tuple[int, ...] = ()
    statements: tuple[Statement, ...] = ()


@cached
def judgements_on(
    dataset: Dataset, lines: frozenset[int], clocks: Clocks | None = None
) -> tuple[Judgement, ...]:
    """Each check of agreement, in their order, for the counts on these lines of observations.csv.

    As known by the clocks; without any, as known today. A count that a correction leaves out is not judged.
    """
    if not lines:
        raise ValueError("a judgement is about one count at least")
    return tuple(_judgement(dataset, rule, lines, days_of_clocks(dataset, clocks)) for rule in RULE_NAMES)


def statement_of(comparison: Comparison) -> Statement:
    """The comparison in words."""
    outcome = outcome_of(comparison)
    clause = explained_clause_of if outcome is Outcome.EXPLAINED else clause_of
    return Statement(
        rule=comparison.rule,
        lines=comparison.lines,
        named=(*comparison.lines, *comparison.beside),
        outcome=outcome,
        clause=clause(comparison),
    )


def _judgement(dataset: Dataset, rule: str, lines: frozenset[int], days: Days) -> Judgement:
    compared = comparisons_among(comparisons_by_line(dataset, days)[rule], lines)
    if not compared:
        return _untested(dataset, rule, lines, days)
    statements = tuple(map(statement_of, _most_telling_first(compared, lines)))
    return Judgement(
        rule=rule,
        title=title_of(rule),
        outcome=statements[0].outcome,
        compared=len(compared),
        clause=statements[0].clause,
        named=statements[0].named,
        statements=statements,
    )


def _most_telling_first(compared: list[Comparison], lines: frozenset[int]) -> list[Comparison]:
    """Failed ones first; of these, those that judge one of the counts; of these, the last."""
    newest_first = list(reversed(compared))
    return sorted(newest_first, key=lambda one: (GRAVITY[outcome_of(one)], one.lines[0] not in lines))


def _untested(dataset: Dataset, rule: str, lines: frozenset[int], days: Days) -> Judgement:
    left_out = excluded_lines(dataset, days[1])
    as_printed = comparisons_by_line(dataset, days, corrected=False)[rule] if left_out else {}
    would_be = _first_left_out(comparisons_among(as_printed, lines), left_out)
    return Judgement(
        rule=rule,
        title=title_of(rule),
        outcome=Outcome.NOT_TESTABLE,
        compared=0,
        clause=_left_out_clause(dataset, *would_be, left_out)
        if would_be
        else reason_not_testable(dataset, rule, lines),
        named=would_be[0].lines if would_be else (),
    )


def _first_left_out(
    as_printed: Iterable[Comparison], left_out: Container[int]
) -> tuple[Comparison, int] | None:
    """The first comparison that a correction prevents, and the count that it leaves out."""
    return next(
        ((comparison, line) for comparison in as_printed for line in comparison.lines if line in left_out),
        None,
    )


def _left_out_clause(
    dataset: Dataset, comparison: Comparison, line: int, left_out: Mapping[int, str]
) -> Message:
    return Message(
        N_("{value} is left out by a correction, “{reason}”; as published, {clause}"),
        {
            "value": dataset.observations["value"].loc[line].item(),
            "reason": left_out[line],
            "clause": clause_of(comparison),
        },
    )
