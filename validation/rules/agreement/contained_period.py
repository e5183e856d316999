"""What happened in a month happened in its year."""

from validation.comparisons.comparison import Compared, Row, lines_of
from validation.comparisons.conditions import HELD_BACK, WITHOUT_PERIOD
from validation.comparisons.rule import NotTestable, Rule
from validation.models import OBSERVATION_KEY
from validation.tables import Tables
from validation.wording import N_

SAME = [name for name in OBSERVATION_KEY if name not in {"basis", "period_start", "period_end"}]


def compare_contained_period(tables: Tables) -> list[Compared]:
    """Each count by date of event with every count of its document for a period around its own."""
    rows = tables.judged[tables.judged["basis"] != ""]
    parts = rows[(rows["basis"] == "happened") & rows["qualifier"].isin(["exact", "at_least"])]
    wholes = rows[rows["qualifier"].isin(["exact", "up_to"])]
    both = parts.merge(wholes, on=SAME, suffixes=("", " of whole"))
    within = (both["period_start"] >= both["period_start of whole"]) & (
        both["period_end"] <= both["period_end of whole"]
    )
    both = both[within & (both["line"] != both["line of whole"])]
    return [
        Compared(
            rows=both.assign(
                lines=lines_of(both, "line", "line of whole"), fails=both["value"] > both["value of whole"]
            ),
            numbers=_numbers,
            value="value",
            message=_message,
        )
    ]


def _numbers(pair: Row) -> dict[str, object]:
    return {
        "part": pair["value"],
        "start": pair["period_start"],
        "end": pair["period_end"],
        "whole": pair["value of whole"],
        "whole_start": pair["period_start of whole"],
        "whole_end": pair["period_end of whole"],
    }


def _message(pair: Row) -> str:
    return (
        f"`{pair['metric']} of a period` must be at most that of a longer one:"
        f" `value` {_shown(pair=pair, of='')} is above {_shown(pair=pair, of=' of whole')}"
    )


def _shown(*, pair: Row, of: str) -> str:
    start, end = pair[f"period_start{of}"], pair[f"period_end{of}"]
    return f"{pair[f'value{of}']} for {start:%Y-%m-%d} to {end:%Y-%m-%d} (line {pair[f'line{of}']})"


CONTAINED_PERIOD = Rule(
    name="contained_period",
    compare=compare_contained_period,
    title=N_("A period has no more cases than a longer period that contains it"),
    holds=N_("{part} for {start} to {end} is not more than {whole} for {whole_start} to {whole_end}"),
    fails=N_("{part} for {start} to {end} is more than {whole} for {whole_start} to {whole_end}"),
    not_testable=NotTestable(
        conditions=(HELD_BACK, WITHOUT_PERIOD),
        otherwise=N_("no document gives figures for both a period and a longer one that contains it"),
    ),
    sentence=(
        "Counts by date of event must be at most the count for a longer period around theirs, in one"
        " document."
    ),
    example="1,503 arrested in three weeks of August 2024, and 1,377 in the month around them",
)
