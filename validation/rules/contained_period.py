"""What happened in a month happened in its year."""

from validation.comparisons import Compared, Row, findings_of, lines_of
from validation.findings import Finding
from validation.models import OBSERVATION_KEY
from validation.tables import Tables

SAME = [name for name in OBSERVATION_KEY if name not in {"basis", "period_start", "period_end"}]


def check_contained_period(tables: Tables) -> list[Finding]:
    """Counts by date of event must be at most the count for a longer period, in one document."""
    return findings_of(compare_contained_period(tables))


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
            rule="contained_period",
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
