"""Where one document prints a whole and all its parts, they add up."""

from collections.abc import Iterable

import pandas as pd

from validation.comparisons import Compared, Row, lines_of, records
from validation.dataset import Identity
from validation.disagreements import change_between, disagreement
from validation.findings import Finding
from validation.identities import complete_sets
from validation.tables import Tables

SETS_TO_TELL = 3  # so many sets in a row, before a number that stands still is called stale
ONE_PUBLISHER = ["publisher", "counted_by", "place", "group", "sex", "age", "detail"]


def check_parts_sum(tables: Tables) -> list[Finding]:
    """Wholes must be the sum of their parts: the identities of dataset.toml, for one document and day.

    Any of the numbers may be the wrong one. Only where a publisher's sets fail three times in a row and
    more, and one number stands still while all others move, that one is stale, and the finding is about it.
    """
    return [
        finding
        for identity, compared in zip(tables.settings.identities, compare_parts_sum(tables), strict=True)
        for finding in _findings(compared=compared, identity=identity)
    ]


def compare_parts_sum(tables: Tables) -> list[Compared]:
    """Each document and day that prints a whole and all its parts, for each identity.

    Of those that do not add up, `run` numbers those in a row of one publisher, and `stale` is the one number
    of the run that stands still while all others move, empty where there is no such one.
    """
    return [_compared(tables=tables, identity=identity) for identity in tables.settings.identities]


def _compared(*, tables: Tables, identity: Identity) -> Compared:
    names = (identity.whole, *identity.parts)
    sets = complete_sets(tables=tables, identity=identity).sort_values([*ONE_PUBLISHER, "period_end"])
    total = sets[list(identity.parts)].sum(axis=1)
    fails = sets[identity.whole] != total
    start = fails & ~(fails.groupby([sets[name] for name in ONE_PUBLISHER]).shift().eq(True))
    lines = lines_of(sets, *(f"{name} line" for name in names))
    sets = sets.assign(total=total, lines=lines, fails=fails, run=start.cumsum())
    stale = _stale(failing=sets[fails], names=names)
    return Compared(
        rule="parts_sum",
        rows=sets.assign(stale=[stale.get(run, "") for run in sets["run"]]),
        numbers=lambda row: {
            "whole": row[identity.whole],
            "parts": tuple(row[part] for part in identity.parts),
            "total": row["total"],
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


def _findings(*, compared: Compared, identity: Identity) -> list[Finding]:
    found: list[Finding] = []
    failing = compared.rows[compared.rows["fails"]]
    for _, run in failing.groupby("run"):
        stale = run["stale"].iloc[0]
        one_by_one = (compared.finding(row) for row in records(run))
        found.extend([_stands_still(run=run, identity=identity, stale=stale)] if stale else one_by_one)
    return found


def _stands_still(*, run: pd.DataFrame, identity: Identity, stale: str) -> Finding:
    lines = [int(line) for line in run[f"{stale} line"]]
    value = run[stale].iloc[0]
    first, last = run["period_end"].min(), run["period_end"].max()
    return disagreement(
        rule="parts_sum",
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
