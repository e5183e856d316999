"""How codes and details are written."""

from typing import Final

SOURCE: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ORGANISATION: Final = r"^[A-Z0-9]+(-[A-Z0-9]+)*$"
METRIC: Final = r"^[a-z][a-z0-9_]*$"
PLACE: Final = r"^[A-Z]{2}(-[A-Za-z0-9]+)*$"
EVENT: Final = r"^[A-Za-z0-9]+(-[A-Za-z0-9_]+)*$"
LANGUAGE: Final = r"^([a-z]{2,3})?$"
DIGEST: Final = r"^[0-9a-f]{64}$"
ADDRESS: Final = r"^(https?://\S+)?$"

# `key: value` pairs joined by `; `, each key once and lower case: `cause: gunshot; occupation: education`.
NAME_IN_A_LANGUAGE: Final = r"name_[a-z]{2,3}"
WORD: Final = r"^[a-z][a-z0-9_]*$"  # of group, sex and age
DETAIL: Final = r"^([a-z_]+: [^;]*[^;\s](; [a-z_]+: [^;]*[^;\s])*)?$"
# In the dialect that all readers of patterns share: without flags, and matching from the start to the end.
GIVEN: Final = r"^\s*\S[\s\S]*$"
