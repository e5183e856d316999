"""Closed lists of codes. They are general: a data set may use only some of them."""

from typing import Final

GROUPS: Final = ("political", "all_prisoners")
SEXES: Final = ("all", "female", "male", "lgbt", "transgender", "non_binary", "unknown")
AGES: Final = ("all", "under_18", "adult", "over_60", "unknown")
ALL: Final = "all"

BASES: Final = ("documented", "happened")
QUALIFIERS: Final = ("exact", "at_least", "about", "up_to", "suppressed")
METRIC_KINDS: Final = ("stock", "flow")

PUBLISHED_IS: Final = ("printed", "not_before")
ACTIONS: Final = ("exclude",)
BREAK_KINDS: Final = ("definition", "records_added", "commutation", "no_longer_printed")
EVENT_KINDS: Final = ("amnesty", "commutation", "coup", "crackdown", "election", "execution", "law", "other")
PLACE_KINDS: Final = (
    "country",
    "region",
    "state",
    "union_territory",
    "province",
    "district",
    "township",
    "territory",
    "unknown",
)
ORGANISATION_KINDS: Final = (
    "ngo",
    "media",
    "government",
    "un",
    "intergovernmental",
    "academic",
    "party",
    "armed_group",
    "other",
)

# What a question may ask; the defaults of dataset.toml are checked against them.
GRAINS: Final = ("as_published", "month", "quarter", "year", "reporting_year")
MEASURES_OF_STOCK: Final = ("level", "per_100k")
MEASURES_OF_FLOW: Final = ("total", "newly_documented", "happened", "per_100k")
