"""One to three people are few enough to be recognised; docs/decisions/0007 says what is published."""

from typing import Final

import pandas as pd

from validation.findings import Finding, Severity, finding
from validation.tables import Tables

FEWEST: Final = 4
# Of these a smaller number may point at a person, wherever they are counted.
MINORITIES: Final = ("lgbt", "transgender", "non_binary")


def check_small_count(tables: Tables) -> list[Finding]:
    """Counts of one to three must be suppressed where they are of a minority, or of a detail of the living.

    A folder that marks no metric as one of deaths is not judged by details.
    """
    rows = tables.judged
    few = rows[rows["value"].between(1, FEWEST - 1)]
    metrics = tables.metrics
    deaths = metrics.loc[metrics["counts_deaths"] == "yes", "metric"]
    of_living = ~few["metric"].isin(deaths) & (len(deaths) > 0)
    of_detail = few[(few["detail"] != "") & of_living]
    of_minority = few[few["sex"].isin(MINORITIES)]
    return [*_findings(of_minority, column="sex"), *_findings(of_detail, column="detail")]


def _findings(rows: pd.DataFrame, *, column: str) -> list[Finding]:
    return [
        finding(
            severity=Severity.WARNING,
            rule="small_count",
            table="observations.csv",
            lines=(int(line),),
            column=column,
            value=code,
            message=(
                f"`value` must be empty and `qualifier` suppressed for fewer than {FEWEST} people of"
                f" `{column}` {code} (line {line}): they could be recognised"
            ),
        )
        for line, code in zip(rows["line"], rows[column], strict=True)
    ]
