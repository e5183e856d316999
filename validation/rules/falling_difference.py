"""Arrested minus detained counts those who came out since the beginning, so that it can only grow."""

from validation.comparisons import Compared, Row, findings_of, lines_of
from validation.dataset import Identity
from validation.disagreements import change_between
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
    return findings_of(compare_falling_difference(tables))


def compare_falling_difference(tables: Tables) -> list[Compared]:
    """Each document that prints a total and a stock within it, with the one before it in the series."""
    kinds = dict(zip(tables.metrics["metric"], tables.metrics["kind"], strict=True))
    found: list[Compared] = []
    for identity in tables.settings.identities:
        stocks = tuple(part for part in identity.parts if kinds.get(part) == "stock")
        if kinds.get(identity.whole) == "flow" and len(stocks) == 1 and len(identity.parts) > 1:
            found.append(_compared(tables=tables, identity=identity, stock=stocks[0]))
    return found


def _compared(*, tables: Tables, identity: Identity, stock: str) -> Compared:
    pair = Identity(whole=identity.whole, parts=(stock,))
    sets = complete_sets(tables=tables, identity=pair)
    whole = f"{identity.whole} line"
    printed_too = complete_sets(tables=tables, identity=identity)[whole]
    sets = sets.assign(difference=sets[pair.whole] - sets[stock], complete=sets[whole].isin(printed_too))
    sets = sets.sort_values([*SERIES, "period_end", "published"])
    both = sets.join(sets.groupby(SERIES, sort=False).shift().add_suffix(" before"))
    judged_elsewhere = both["complete"] & both["complete before"].eq(True)
    # Two documents of one day are held against each other by what each prints, not by its difference.
    is_later = both["period_end"] > both["period_end before"]
    both = both[both["difference before"].notna() & is_later & ~judged_elsewhere]
    lines = [f"{name} line{when}" for when in ("", " before") for name in (pair.whole, stock)]
    return Compared(
        rule="falling_difference",
        rows=both.assign(lines=lines_of(both, *lines), fails=both["difference"] < both["difference before"]),
        numbers=lambda row: _numbers(row=row, pair=pair),
        value=stock,
        message=lambda row: _message(row=row, pair=pair),
        explanation=lambda row: change_between(
            tables=tables,
            metrics=(pair.whole, stock),
            place=row["place"],
            first=row["period_end before"],
            last=row["period_end"],
        ),
    )


def _numbers(*, row: Row, pair: Identity) -> dict[str, object]:
    return {
        "whole": row[pair.whole],
        "part": row[pair.parts[0]],
        "difference": row["difference"],
        "day": row["period_end"],
        "whole_before": int(row[f"{pair.whole} before"]),
        "part_before": int(row[f"{pair.parts[0]} before"]),
        "before": int(row["difference before"]),
        "day_before": row["period_end before"],
    }


def _message(*, row: Row, pair: Identity) -> str:
    lines, now, before = row["lines"], row["difference"], int(row["difference before"])
    return (
        f"`{pair.whole} minus {pair.parts[0]}` must be at least as high as before: {now} on"
        f" {row['period_end']:%Y-%m-%d} (`value`, lines {lines[0]} and {lines[1]}) is below {before} on"
        f" {row['period_end before']:%Y-%m-%d} (lines {lines[2]} and {lines[3]})"
    )
