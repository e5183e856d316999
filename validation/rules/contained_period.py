"""What happened in a month happened in its year."""

import pandas as pd

from validation.disagreements import disagreement
from validation.findings import Finding
from validation.models import OBSERVATION_KEY
from validation.tables import Tables

SAME = [name for name in OBSERVATION_KEY if name not in {"basis", "period_start", "period_end"}]


def check_contained_period(tables: Tables) -> list[Finding]:
    """Counts by date of event must be at most the count for a longer period, in one document."""
    rows = tables.judged[tables.judged["basis"] != ""]
    parts = rows[(rows["basis"] == "happened") & rows["qualifier"].isin(["exact", "at_least"])]
    wholes = rows[rows["qualifier"].isin(["exact", "up_to"])]
    both = parts.merge(wholes, on=SAME, suffixes=("", " of whole"))
    within = (both["period_start"] >= both["period_start of whole"]) & (
        both["period_end"] <= both["period_end of whole"]
    )
    above = both[within & (both["value"] > both["value of whole"])]
    return [_finding(pair=pair) for _, pair in above.iterrows()]


def _finding(*, pair: pd.Series) -> Finding:
    return disagreement(
        rule="contained_period",
        lines=[pair["line"], pair["line of whole"]],
        value=pair["value"],
        message=(
            f"`{pair['metric']} of a period` must be at most that of a longer one:"
            f" `value` {_shown(pair=pair, of='')} is above {_shown(pair=pair, of=' of whole')}"
        ),
    )


def _shown(*, pair: pd.Series, of: str) -> str:
    start, end = pair[f"period_start{of}"], pair[f"period_end{of}"]
    return f"{pair[f'value{of}']} for {start:%Y-%m-%d} to {end:%Y-%m-%d} (line {pair[f'line{of}']})"
