"""observations.csv: what was published."""

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from validation.models import codes
from validation.models import vocabularies as words


def _listed(column: str) -> str:
    return ", ".join(f"`{code}`" for code in words.WORDS[column])


class Counted(pa.DataFrameModel):
    """What a count counts: shared by observations and by the corrections that name them."""

    source_id: Series[str] = pa.Field(
        str_matches=codes.SOURCE, description="The document in which the count was published."
    )
    counted_by: Series[str] = pa.Field(
        str_matches=codes.ORGANISATION, description="The organisation whose count it is, whoever relayed it."
    )
    metric: Series[str] = pa.Field(str_matches=codes.METRIC, description="What is counted.")
    place: Series[str] = pa.Field(str_matches=codes.PLACE, description="Where.")
    group: Series[str] = pa.Field(
        str_matches=codes.WORD,
        description=(
            "`political`: political prisoners and victims only; `all_prisoners`: whatever the offence, as"
            " authorities announce releases; or a code of `[words.group]` in dataset.toml."
        ),
    )
    sex: Series[str] = pa.Field(
        str_matches=codes.WORD,
        description=f"{_listed('sex')}, or a code of `[words.sex]` in dataset.toml.",
    )
    age: Series[str] = pa.Field(
        str_matches=codes.WORD,
        description=f"{_listed('age')}, or a code of `[words.age]` in dataset.toml.",
    )
    detail: Series[str] = pa.Field(
        str_matches=codes.DETAIL,
        description=(
            "Any further part, as `key: value` pairs joined by `; `, the keys of small letters and"
            " underscores: `cause: gunshot; occupation: education`. Empty for the whole."
        ),
    )
    event_id: Series[str] = pa.Field(
        description="The event that the count belongs to (an amnesty); empty for the running series."
    )
    basis: Series[str] = pa.Field(
        isin=["", *words.BASES],
        description=(
            "What a flow counts: `documented` is a running total of what was documented by the end of the"
            " period, `happened` a count by date of event. Empty for a stock."
        ),
    )
    period_start: Series[pd.Timestamp] = pa.Field(
        nullable=True, description="First day of the period of a flow; empty for a stock."
    )
    period_end: Series[pd.Timestamp] = pa.Field(
        description="Last day of the period of a flow; the day of a stock."
    )


class Observations(Counted):
    """Each row is one published count: who counted what, where, for which period, and where it is printed."""

    value: Series[pd.Int64Dtype] = pa.Field(
        nullable=True, ge=0, description="The number as published; empty only where it is suppressed."
    )
    qualifier: Series[str] = pa.Field(
        isin=[*words.QUALIFIERS],
        description=(
            "The published words around the number: `exact`, `at_least`, `about`, `up_to`; `between` for a"
            " range with the ends `value` and `value_to`; or `suppressed` for a small count that is held"
            " back on purpose."
        ),
    )
    locator: Series[str] = pa.Field(
        str_matches=codes.GIVEN, description="A few words by which the number is found again in the document."
    )
    note: Series[str] = pa.Field(description="Anything else that a reader of the number must know.")
    recorded: Series[pd.Timestamp] = pa.Field(description="The day on which the row was entered here.")
    value_to: Series[pd.Int64Dtype] = pa.Field(
        nullable=True, ge=0, description="The upper end of a range; empty for what is none."
    )
