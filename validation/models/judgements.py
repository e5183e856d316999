"""corrections.csv, breaks.csv, events.csv and editions.csv: what is known about the counts."""

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from validation.models import codes
from validation.models import vocabularies as words
from validation.models.observations import Counted


class Corrections(Counted):
    """Each row is a judgement on one observation, named by its whole key and the value expected there."""

    expected_value: Series[pd.Int64Dtype] = pa.Field(
        nullable=True, ge=0, description="The value that the observation has; empty where it is suppressed."
    )
    action: Series[str] = pa.Field(
        isin=[*words.ACTIONS], description="`exclude`: the observation stays here, and no series shows it."
    )
    reason: Series[str] = pa.Field(str_matches=codes.GIVEN, description="Why, in words for readers.")
    recorded: Series[pd.Timestamp] = pa.Field(
        description=(
            "The day on which the judgement was entered here. A later row on the same observation gives its"
            " reason in other words."
        )
    )


class Breaks(pa.DataFrameModel):
    """Each row says that from a date on, an organisation's metric counts something else in a place."""

    metric: Series[str] = pa.Field(str_matches=codes.METRIC, description="The metric.")
    place: Series[str] = pa.Field(str_matches=codes.PLACE, description="The place.")
    date: Series[pd.Timestamp] = pa.Field(
        description="First day of the new state of things; for `no_longer_printed`, when printing ended."
    )
    kind: Series[str] = pa.Field(
        isin=[*words.BREAK_KINDS],
        description=(
            "`definition` (other people are counted), `records_added` (older cases were added at once),"
            " `commutation` (sentences were changed) or `no_longer_printed`."
        ),
    )
    what_changed: Series[str] = pa.Field(str_matches=codes.GIVEN, description="In words for readers.")
    source_id: Series[str] = pa.Field(description="The document that shows it; empty where none does.")
    recorded: Series[pd.Timestamp] = pa.Field(description="The day on which the row was entered here.")
    counted_by: Series[str] = pa.Field(
        description="Whose counts; empty for the counter that dataset.toml names as the default."
    )


class Events(pa.DataFrameModel):
    """Each row is one event that counts belong to, or that time axes show."""

    event_id: Series[str] = pa.Field(
        str_matches=codes.EVENT,
        description=(
            "Code of the event: letters and digits in parts joined by hyphens, such as place, day and kind:"
            " `XA-2025-02-03-amnesty`."
        ),
    )
    date: Series[pd.Timestamp] = pa.Field(description="Its day.")
    place: Series[str] = pa.Field(str_matches=codes.PLACE, description="Where.")
    kind: Series[str] = pa.Field(isin=[*words.EVENT_KINDS], description="What sort of event it is.")
    label: Series[str] = pa.Field(str_matches=codes.GIVEN, description="A few words for time axes.")
    source_id: Series[str] = pa.Field(description="A document that tells of it; empty where none is held.")


class Editions(pa.DataFrameModel):
    """Each row seals one state of this data set: the rows recorded up to its day, and their digest."""

    day: Series[pd.Timestamp] = pa.Field(description="Rows recorded up to this day are sealed.")
    rows: Series[pd.Int64Dtype] = pa.Field(ge=0, description="Number of observations recorded up to the day.")
    sha256: Series[str] = pa.Field(
        str_matches=codes.DIGEST,
        description="SHA-256 over the sealed rows of the tables that carry `recorded`, hexadecimal.",
    )
    added: Series[str] = pa.Field(str_matches=codes.GIVEN, description="What came in.")
    why: Series[str] = pa.Field(str_matches=codes.GIVEN, description="Why this edition was made.")
