"""Where one document prints a whole and all its parts, they add up."""

import pandas as pd

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
    found: list[Finding] = []
    for identity in tables.settings.identities:
        sets = complete_sets(tables=tables, identity=identity)
        for _, run in failing_runs(sets=sets, identity=identity):
            stale = _stale(run=run, identity=identity)
            if stale:
                found.append(_stands_still(run=run, identity=identity, stale=stale))
            else:
                found.extend(_one_set(tables=tables, identity=identity, row=row) for _, row in run.iterrows())
    return found


def failing_runs(*, sets: pd.DataFrame, identity: Identity) -> list[tuple[object, pd.DataFrame]]:
    """Sets that do not add up, those in a row of one publisher together."""
    sets = sets.sort_values([*ONE_PUBLISHER, "period_end"])
    fails = sets[identity.whole] != sets[list(identity.parts)].sum(axis=1)
    start = fails & ~(fails.groupby([sets[name] for name in ONE_PUBLISHER]).shift().eq(True))
    return list(sets[fails].groupby(start.cumsum()[fails]))


def _stale(*, run: pd.DataFrame, identity: Identity) -> str:
    """The one number that stands still while all others move; empty where there is no such one."""
    names = [identity.whole, *identity.parts]
    still = [name for name in names if run[name].min() == run[name].max()]
    return still[0] if len(run) >= SETS_TO_TELL and len(still) == 1 else ""


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


def _one_set(*, tables: Tables, identity: Identity, row: pd.Series) -> Finding:
    names = (identity.whole, *identity.parts)
    terms = " + ".join(f"{part} {row[part]} (line {row[f'{part} line']})" for part in identity.parts)
    total = sum(row[part] for part in identity.parts)
    whole = row[f"{identity.whole} line"]
    day = row["period_end"]
    return disagreement(
        rule="parts_sum",
        lines=[row[f"{name} line"] for name in names],
        value=row[identity.whole],
        message=(
            f"`{identity.whole}` must be the sum of its parts: `value` {row[identity.whole]} (line {whole})"
            f" is not {terms} = {total}, all of {row['source_id']}"
        ),
        explanation=change_between(tables=tables, metrics=names, place=row["place"], first=day, last=day),
    )
