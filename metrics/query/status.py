"""Where a value of an answer comes from, or why there is none."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where a value comes from, or why there is none."""

    REPORTED = "reported"
    DERIVED = "derived"
    NOT_REPORTED = "not_reported"
    NO_LONGER_PUBLISHED = "no_longer_published"
    SUPPRESSED = "suppressed"
