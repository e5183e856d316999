"""Where one document prints a whole and all its parts, they add up.

Any of the numbers may be the wrong one. Only where a publisher's sets fail three times in a row and more, and
one number stands still while all others move, that one is stale, and the finding is about it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from validation.comparisons.compared_numbers import Sum, WorkedOut
from validation.comparisons.comparison import Compared, Row, lines_of, records
from validation.comparisons.conditions import INEXACT, NOT_RUNNING
from validation.comparisons.disagreements import change_between, disagreement
from validation.comparisons.identities import complete_sets
from validation.comparisons.rule import NotTestable, Rule
from validation.dataset import Identity
from validation.findings import Finding
from validation.tables import Tables
from validation.wording import N_

SETS_TO_TELL = 3  # so many sets in a row, before a number that stands still is called stale
ONE_PUBLISHER = ["publisher", "counted_by", "place", "group", "sex", "age", "detail"]


@dataclass(frozen=True, eq=False, kw_only=True)
class _Sums(Compared):
    """The sums of one identity. Where a number stands still, one finding is about all the sets of the run."""

    identity: Identity

    def findings(self, *, rule: str) -> list[Finding]:
        """A finding for each set that does not add up, or one for a run with a number that stands still."""
        found: list[Finding] = []
        failing = self.rows[self.rows["fails"]]
        for _, run in failing.groupby("run"):
            stale = run["stale"].iloc[0]
            if stale:
                found.append(_stands_still(rule=rule, run=run, identity=self.identity, stale=stale))
            else:
                found.extend(self.finding(row, rule=rule) for row in records(run))
        return found


def compare_parts_sum(tables: Tables) -> list[Compared]:
    """Each document and day that prints a whole and all its parts, for each identity.

    Of those that do not add up, `run` numbers those in a row of one publisher, and `stale` is the one number
    of the run that stands still while all others move, empty where there is no such one.
    """
    return [_compared(tables=tables, identity=identity) for identity in tables.settings.identities]


def _compared(*, tables: Tables, identity: Identity) -> _Sums:
    names = (identity.whole, *identity.parts)
    sets = complete_sets(tables=tables, identity=identity).sort_values([*ONE_PUBLISHER, "period_end"])
    total = sets[list(identity.parts)].sum(axis=1)
    fails = sets[identity.whole] != total
    start = fails & ~(fails.groupby([sets[name] for name in ONE_PUBLISHER]).shift().eq(True))
    lines = lines_of(sets, *(f"{name} line" for name in names))
    sets = sets.assign(total=total, lines=lines, fails=fails, run=start.cumsum())
    stale = _stale(failing=sets[fails], names=names)
    return _Sums(
        identity=identity,
        rows=sets.assign(stale=[stale.get(run, "") for run in sets["run"]]),
        numbers=lambda row: {
            "whole": row[identity.whole],
            "parts": Sum(tuple(row[part] for part in identity.parts)),
            "total": WorkedOut(int(row["total"])),
            "day": row["period_end"],
        },
        value=identity.whole,
        message=lambda row: _message(row=row, identity=identity),
        explanation=lambda row: (
            ""  # what changed on one day explains no number that stands still
            if row["stale"]
            else change_between(
                tables=tables,
                metrics=names,
                place=row["place"],
                counted_by=row["counted_by"],
                first=row["period_end"],
                last=row["period_end"],
            )
        ),
    )


def _stale(*, failing: pd.DataFrame, names: Iterable[str]) -> dict[int, str]:
    """By the number of a run, what stands still in it while all others move."""
    found = {}
    for number, run in failing.groupby("run"):
        still = [name for name in names if run[name].min() == run[name].max()]
        if len(run) >= SETS_TO_TELL and len(still) == 1:
            found[int(str(number))] = still[0]
    return found


def _stands_still(*, rule: str, run: pd.DataFrame, identity: Identity, stale: str) -> Finding:
    lines = [int(line) for line in run[f"{stale} line"]]
    value = run[stale].iloc[0]
    first, last = run["period_end"].min(), run["period_end"].max()
    return disagreement(
        rule=rule,
        lines=lines,
        value=value,
        message=(
            f"`{identity.whole}` must be the sum of its parts ({' + '.join(identity.parts)}): from"
            f" {first:%Y-%m-%d} to {last:%Y-%m-%d}, {len(run)} documents of {run['publisher'].iloc[0]} do not"
            f" add up, while `value` of {stale} stands still at {value} (lines {', '.join(map(str, lines))})"
        ),
    )


def _message(*, row: Row, identity: Identity) -> str:
    terms = " + ".join(f"{part} {row[part]} (line {row[f'{part} line']})" for part in identity.parts)
    whole = row[f"{identity.whole} line"]
    return (
        f"`{identity.whole}` must be the sum of its parts: `value` {row[identity.whole]} (line {whole})"
        f" is not {terms} = {row['total']}, all of {row['source_id']}"
    )


PARTS_SUM = Rule(
    name="parts_sum",
    compare=compare_parts_sum,
    title=N_("The whole is the sum of its parts"),
    holds=N_("{whole} = {parts}"),
    fails=N_("{parts} is {total}, not {whole}"),
    not_testable=NotTestable(
        conditions=(*NOT_RUNNING, INEXACT),
        otherwise=N_("no document gives all parts for this day"),
    ),
    sentence=(
        "Wholes must be the sum of their parts, where one document prints them all: the `identities` of"
        " dataset.toml. Where a publisher's sums fail three times in a row and more, and one number"
        " stands still while the others move, the finding is about that one."
    ),
    example=(
        "119 on death row, printed from March 2024 to September 2025 while the total moved from 164 to 170"
    ),
)
