"""How far counts may be from what is asked before a number is withheld or remarked on."""

from __future__ import annotations

from typing import Final

# Below this a percentage says more about chance than about change.
SMALL_BASE: Final = 20
# How much older than a year the count may be that is used for "a year ago".
MOST_DAYS_OFF_A_YEAR_AGO: Final = 31
# A difference whose ends lie farther than this from those of its bucket does not measure the bucket.
MOST_DAYS_OFF_BUCKET: Final = 31

# A count that is older than the newest by more than this, a quarter of a year, is said to be old.
MOST_DAYS_NOT_OLD: Final = 92
