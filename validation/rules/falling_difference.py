"""Arrested minus detained counts those who came out since the beginning, so that it can only grow."""

import pandas as pd

from validation.dataset import Identity
from validation.disagreements import change_between, disagreement
from validation.findings import Finding
from validation.identities import complete_sets
from validation.tables import Tables

SERIES = ["counted_by", "place", "group", "sex", "age", "detail"]


def check_falling_difference(tables: Tables) -> list[Finding]:
    """A running total minus a stock within it must be at least as high as before.

    It holds for each identity of a running total with one stock and one running total as its parts
    (arrested = detained + released): the difference is the other running total. Where both documents
    print that too, the sum of parts and the other total are checked instead.
    """
    kinds = dict(zip(tables.metrics["metric"], tables.metrics["kind"], strict=True))
    found: list[Finding] = []
    for identity in tables.settings.identities:
        stocks = tuple(part for part in identity.parts if kinds.get(part) == "stock")
        if kinds.get(identity.whole) == "flow" and len(stocks) == 1 and len(identity.parts) > 1:
            found.extend(_falls(tables=tables, identity=identity, stock=stocks[0]))
    return found


def _falls(*, tables: Tables, identity: Identity, stock: str) -> list[Finding]:
    pair = Identity(whole=identity.whole, parts=(stock,))
    sets = complete_sets(tables=tables, identity=pair)
    whole = f"{identity.whole} line"
    printed_too = complete_sets(tables=tables, identity=identity)[whole]
    sets = sets.assign(difference=sets[pair.whole] - sets[stock], complete=sets[whole].isin(printed_too))
    sets = sets.sort_values([*SERIES, "period_end", "published"])
    earlier = sets.groupby(SERIES, sort=False).shift().add_suffix(" before")
    both = sets.join(earlier)
    judged_elsewhere = both["complete"] & both["complete before"].eq(True)
    fallen = both[(both["difference"] < both["difference before"]) & ~judged_elsewhere]
    return [_finding(tables=tables, pair=pair, row=row) for _, row in fallen.iterrows()]


def _finding(*, tables: Tables, pair: Identity, row: pd.Series) -> Finding:
    names = (pair.whole, *pair.parts)
    lines = [int(row[f"{name} line{when}"]) for when in ("", " before") for name in names]
    now, before = int(row["difference"]), int(row["difference before"])
    return disagreement(
        rule="falling_difference",
        lines=lines,
        value=row[pair.parts[0]],
        message=(
            f"`{pair.whole} minus {pair.parts[0]}` must be at least as high as before: {now} on"
            f" {row['period_end']:%Y-%m-%d} (`value`, lines {lines[0]} and {lines[1]}) is below {before} on"
            f" {row['period_end before']:%Y-%m-%d} (lines {lines[2]} and {lines[3]})"
        ),
        explanation=change_between(
            tables=tables,
            metrics=names,
            place=row["place"],
            first=row["period_end before"],
            last=row["period_end"],
        ),
    )
