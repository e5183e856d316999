"""That there is nothing to take away."""

from __future__ import annotations


class NothingToTakeError(ValueError):
    """The question has no file of this kind; the message says why, to a reader."""
