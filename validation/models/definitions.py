"""definitions.csv: what each organisation means by what it counts."""

import pandera.pandas as pa
from pandera.typing import Series

from validation.models import codes


class Definitions(pa.DataFrameModel):
    """Each row is what one organisation says of one metric, or of all that it counts.

    The data set's own counter needs none: metrics.csv defines its metrics.
    """

    organisation: Series[str] = pa.Field(
        str_matches=codes.ORGANISATION, description="The organisation that counts."
    )
    metric: Series[str] = pa.Field(
        str_matches=rf"^$|{codes.METRIC}",
        description="The metric; empty where it holds for all that the organisation counts.",
    )
    definition: Series[str] = pa.Field(description="Whom it counts; empty where its document does not say.")
    not_counted: Series[str] = pa.Field(description="Whom it does not count; empty where nothing is said.")
    caveat: Series[str] = pa.Field(
        description="What it warns of, in its own words, which are shown as a quotation; empty for nothing."
    )
    how_verified: Series[str] = pa.Field(description="How it verifies; empty where nothing is said of it.")
    source_id: Series[str] = pa.Field(str_matches=codes.SOURCE, description="The document that says so.")
