"""sources.csv and organisations.csv: where counts were published, and by whom."""

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from validation.models import codes
from validation.models import vocabularies as words


class Sources(pa.DataFrameModel):
    """Each row is one document."""

    source_id: Series[str] = pa.Field(
        str_matches=codes.SOURCE,
        description=(
            "Code of the document: small letters and digits in parts joined by hyphens, such as publisher and"
            " day: `example-group-2025-01-10`."
        ),
    )
    publisher: Series[str] = pa.Field(
        str_matches=codes.ORGANISATION,
        description="Who published it; where this is not who counted, the document is a relay.",
    )
    title: Series[str] = pa.Field(description="Title, as printed; empty where the document has none.")
    published: Series[pd.Timestamp] = pa.Field(description="Day of publication.")
    published_is: Series[str] = pa.Field(
        isin=[*words.PUBLISHED_IS],
        description=(
            "`printed`, or `not_before` where the document shows no date and the latest day that it speaks"
            " of stands in."
        ),
    )
    url: Series[str] = pa.Field(str_matches=codes.ADDRESS, description="Address; empty where there is none.")
    language: Series[str] = pa.Field(str_matches=codes.LANGUAGE, description="ISO 639 code of the language.")
    note: Series[str] = pa.Field(description="Anything else that a reader must know.")
    recorded: Series[pd.Timestamp] = pa.Field(description="The day on which the row was entered here.")


class Organisations(pa.DataFrameModel):
    """Each row is one organisation that publishes or counts."""

    organisation: Series[str] = pa.Field(
        str_matches=codes.ORGANISATION,
        description=(
            "Code of the organisation: capital letters and digits in parts joined by hyphens:"
            " `EXAMPLE-GROUP`."
        ),
    )
    name: Series[str] = pa.Field(str_matches=codes.GIVEN, description="Its name.")
    short_name: Series[str] = pa.Field(
        description="What charts and sentences call it; empty where they use its name."
    )
    about: Series[str] = pa.Field(description="Who it is, in one sentence; empty where nothing is said.")
    kind: Series[str] = pa.Field(
        isin=[*words.ORGANISATION_KINDS], description="What sort of organisation it is."
    )
    url: Series[str] = pa.Field(str_matches=codes.ADDRESS, description="Its address; empty where not known.")
