"""definitions.csv: what each organisation means by what it counts."""

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from validation.models import codes


class Definitions(pa.DataFrameModel):
    """Each row is what one organisation says of one metric, or of all that it counts.

    Where its words changed, each period has rows: a number is explained by those that hold on its day.
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
    valid_from: Series[pd.Timestamp] = pa.Field(
        nullable=True, description="First day for whose numbers the row holds; empty for no first day."
    )
    valid_to: Series[pd.Timestamp] = pa.Field(
        nullable=True, description="Last day for whose numbers the row holds; empty for no last day."
    )
    unit_of_count: Series[str] = pa.Field(
        description="Whether people or cases are counted, such as arrests; empty where no document says."
    )
    standard_of_proof: Series[str] = pa.Field(
        description="What must be known before a case is counted; empty where no document says."
    )
    not_reached: Series[str] = pa.Field(
        description="Whom or where the organisation cannot reach; empty where no document says."
    )
    quotation: Series[str] = pa.Field(
        description="The words of the document on which the row rests, exactly; empty where not copied here."
    )
    source_id: Series[str] = pa.Field(str_matches=codes.SOURCE, description="The document that says so.")
