"""Every published count, joined with its document and its correction."""

from __future__ import annotations

from typing import Final

import pandas as pd

from metrics.query.caching import cached_per_dataset
from validation import Dataset
from validation.models import OBSERVATION_KEY

# An exact value beats a bound, and a bound beats a value that is held back.
STRENGTH: Final = {"exact": 0, "at_least": 1, "about": 1, "up_to": 1, "between": 1, "suppressed": 2}


@cached_per_dataset
def published_counts(dataset: Dataset) -> pd.DataFrame:
    """Every observation with its document's clocks and its correction, best first.

    Adds `published`, `published_is`, `publisher`, `is_own` (the counter's own document), `is_answered` (False
    for a total from a day that is no origin, which is in no answer), `since` (the first day of a total from
    another origin than the usual one), `source_recorded`, and `excluded_on` and `reason` where a correction
    takes the count out.
    """
    sources = dataset.sources.set_index("source_id")[["published", "published_is", "publisher", "recorded"]]
    counts = dataset.observations.join(
        sources.rename(columns={"recorded": "source_recorded"}), on="source_id"
    )
    counts["is_own"] = counts["publisher"] == counts["counted_by"]
    origins = [pd.Timestamp(one.day) for one in dataset.settings.origins]
    is_total, start = counts["basis"] == "documented", counts["period_start"]
    counts["is_answered"] = ~is_total | start.isin(origins)
    is_from_another = is_total & start.isin(origins[1:])
    counts["since"] = start.dt.strftime("%Y-%m-%d").where(is_from_another, "")
    joined = counts.reset_index().merge(_exclusions(dataset), on=list(OBSERVATION_KEY), how="left")
    joined = joined.set_index("line")
    # Plain objects: on the few rows of one question, Arrow's strings cost more than they save.
    text: list[str] = list(joined.select_dtypes("str").columns)
    return _in_order_of_standing(joined.astype(dict.fromkeys(text, object)))


def _exclusions(dataset: Dataset) -> pd.DataFrame:
    """The observations that corrections leave out: since when (`excluded_on`), and the last words on why."""
    key = list(OBSERVATION_KEY)
    corrections = dataset.corrections.query("action == 'exclude'").sort_values("recorded", kind="stable")
    last = corrections.drop_duplicates(key, keep="last")[[*key, "reason"]]
    first = corrections.drop_duplicates(key, keep="first")[[*key, "recorded"]]
    return last.merge(first.rename(columns={"recorded": "excluded_on"}), on=key)


def _in_order_of_standing(counts: pd.DataFrame) -> pd.DataFrame:
    """The counts with `strength`, best first.

    Exact before bound; published last; the counter's own document before a relay; the higher source_id, so
    that the order never depends on the order of the rows. It needs no question, so it is made once for all.
    """
    ordered = counts.assign(strength=counts["qualifier"].map(STRENGTH)).sort_values(
        ["strength", "published", "is_own", "source_id"], ascending=[True, False, False, False], kind="stable"
    )
    return ordered.copy()  # columns of one type side by side, which makes it quicker to pick rows
