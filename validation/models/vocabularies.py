"""Lists of codes. They are general: a data set may use only some of them.

Whom a count is of, dataset.toml may say with codes and words of its own; the other lists are closed.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from validation.wording import N_

ALL: Final = "all"
POLITICAL: Final = "political"
ALL_PRISONERS: Final = "all_prisoners"
# Whom a count is of: the codes of three columns, and their words as they stand in a sentence.
WORDS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "group": {
            POLITICAL: N_("political cases"),
            ALL_PRISONERS: N_("prisoners of every kind"),
        },
        "sex": {
            ALL: N_("all"),
            "female": N_("women and girls"),
            "male": N_("men and boys"),
            "lgbt": N_("LGBT people"),
            "transgender": N_("transgender people"),
            "non_binary": N_("non-binary people"),
            "unknown": N_("sex not known"),
        },
        "age": {
            ALL: N_("all"),
            "under_18": N_("under 18"),
            "adult": N_("adults"),
            "over_60": N_("over 60"),
            "unknown": N_("age not known"),
        },
    }
)

BASES: Final = ("documented", "happened")
QUALIFIERS: Final = ("exact", "at_least", "about", "up_to", "between", "suppressed")
METRIC_KINDS: Final = ("stock", "flow")

PUBLISHED_IS: Final = ("printed", "not_before")
ACTIONS: Final = ("exclude",)
BREAK_KINDS: Final = ("definition", "records_added", "commutation", "no_longer_printed")
EVENT_KINDS: Final = ("amnesty", "commutation", "coup", "crackdown", "election", "execution", "law", "other")
PLACE_KINDS: Final = (
    "world",
    "country",
    "region",
    "state",
    "union_territory",
    "province",
    "district",
    "township",
    "territory",
    "institution",
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
