"""Arrested minus detained counts those who came out since the beginning, so that it can only grow.

It holds for each identity of a running total with one stock and one running total as its parts (arrested =
detained + released): the difference is the other running total. Where both documents print that too, the sum
of parts and the other total are checked instead.
"""

from validation.comparisons.compared_numbers import WorkedOut
from validation.comparisons.comparison import Compared, Row, lines_of
from validation.comparisons.conditions import INEXACT, NOT_RUNNING
from validation.comparisons.disagreements import change_between
from validation.comparisons.identities import complete_sets
from validation.comparisons.rule import NotTestable, Rule
from validation.dataset import Identity
from validation.tables import Tables
from validation.wording import N_

SERIES = ["counted_by", "place", "group", "sex", "age", "detail"]


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
    # Two documents of one day are compared by what each prints, not by its difference.
    is_later = both["period_end"] > both["period_end before"]
    both = both[both["difference before"].notna() & is_later & ~judged_elsewhere]
    lines = [f"{name} line{when}" for when in ("", " before") for name in (pair.whole, stock)]
    return Compared(
        rows=both.assign(lines=lines_of(both, *lines), fails=both["difference"] < both["difference before"]),
        numbers=lambda row: _numbers(row=row, pair=pair),
        value=stock,
        message=lambda row: _message(row=row, pair=pair),
        explanation=lambda row: change_between(
            tables=tables,
            metrics=(pair.whole, stock),
            place=row["place"],
            counted_by=row["counted_by"],
            first=row["period_end before"],
            last=row["period_end"],
        ),
    )


def _numbers(*, row: Row, pair: Identity) -> dict[str, object]:
    return {
        "whole": row[pair.whole],
        "part": row[pair.parts[0]],
        "difference": WorkedOut(int(row["difference"])),
        "day": row["period_end"],
        "whole_before": int(row[f"{pair.whole} before"]),
        "part_before": int(row[f"{pair.parts[0]} before"]),
        "before": WorkedOut(int(row["difference before"])),
        "day_before": row["period_end before"],
    }


def _message(*, row: Row, pair: Identity) -> str:
    lines, now, before = row["lines"], row["difference"], int(row["difference before"])
    return (
        f"`{pair.whole} minus {pair.parts[0]}` must be at least as high as before: {now} on"
        f" {row['period_end']:%Y-%m-%d} (`value`, lines {lines[0]} and {lines[1]}) is below {before} on"
        f" {row['period_end before']:%Y-%m-%d} (lines {lines[2]} and {lines[3]})"
    )


FALLING_DIFFERENCE = Rule(
    name="falling_difference",
    compare=compare_falling_difference,
    title=N_("A running total minus those still counted does not fall"),
    holds=N_(
        "{whole} − {part} = {difference} on {day} is not below {whole_before} − {part_before} = {before}"
        " on {day_before}"
    ),
    fails=N_(
        "{whole} − {part} = {difference} on {day} is below {whole_before} − {part_before} = {before} on"
        " {day_before}"
    ),
    not_testable=NotTestable(
        conditions=(*NOT_RUNNING, INEXACT),
        otherwise=N_("no two documents in a row give both figures without their difference"),
    ),
    sentence="A running total minus a stock within it must be at least as high as before.",
    example="arrested minus detained: 3,183 on 4 September 2022, 3,136 on 20 September",
)
