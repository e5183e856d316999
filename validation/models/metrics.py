"""metrics.csv and places.csv: what is counted, and where."""

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from validation.models import codes
from validation.models import vocabularies as words


class Metrics(pa.DataFrameModel):
    """Each row is one thing that is counted."""

    metric: Series[str] = pa.Field(
        str_matches=codes.METRIC,
        description=(
            "Code of the metric: a small letter, then small letters, digits and underscores:"
            " `killed_in_custody`."
        ),
    )
    label: Series[str] = pa.Field(str_matches=codes.GIVEN, description="Its name, as readers see it.")
    kind: Series[str] = pa.Field(
        isin=[*words.METRIC_KINDS],
        description="`stock`, a count on a date, or `flow`, a count over a period.",
    )
    part_of: Series[str] = pa.Field(
        description="The metric of which this one is a subset; empty where there is none."
    )
    definition: Series[str] = pa.Field(str_matches=codes.GIVEN, description="Who is counted.")
    not_counted: Series[str] = pa.Field(
        description="Who is not counted though a reader may think so; empty where nothing is said of it."
    )
    caveat: Series[str] = pa.Field(description="What must be said beside it.")
    noun: Series[str] = pa.Field(
        description=(
            "Whom a number of it counts, as sentences say it after the number: `people held on political"
            " grounds`; empty where they name the metric instead. For the default group."
        )
    )
    counts_deaths: Series[str] = pa.Field(
        isin=["", "yes"], description="`yes` where it counts people who died; empty where they live."
    )
    display_order: Series[pd.Int64Dtype] = pa.Field(ge=0, description="Order in lists.")


class Places(pa.DataFrameModel):
    """Each row is one country, the world, one part of a country, an institution, or `place not known`."""

    place: Series[str] = pa.Field(
        str_matches=codes.PLACE,
        description=(
            "ISO 3166-1 code of a country, `XW` for the world (XA to XZ are never given to a country);"
            " ISO 3166-2 code of a part; for an institution, and a part without such a code, the code of the"
            " place around it, a hyphen, letters and digits: `XA-01-Central2`."
        ),
    )
    name: Series[str] = pa.Field(str_matches=codes.GIVEN, description="Name in English.")
    in_sentence: Series[str] = pa.Field(
        description=(
            "The name as it stands within a sentence, where that differs: `the United States`; empty where"
            " it is the same."
        )
    )
    kind: Series[str] = pa.Field(isin=[*words.PLACE_KINDS], description="What sort of place it is.")
    parent: Series[str] = pa.Field(
        description=(
            "The place that it is a direct part of, as a district is of a region; empty where this folder has"
            " none around it."
        )
    )
    aliases: Series[str] = pa.Field(description="Other names, joined by `|`.")
    population: Series[pd.Int64Dtype] = pa.Field(
        nullable=True, gt=0, description="Inhabitants; empty where not given."
    )
    population_year: Series[pd.Int64Dtype] = pa.Field(
        nullable=True, ge=1900, le=2199, description="The year of that number."
    )
    population_source: Series[str] = pa.Field(description="Where that number comes from.")
    area_km2: Series[pd.Float64Dtype] = pa.Field(
        nullable=True, gt=0, description="Area in square kilometres."
    )
