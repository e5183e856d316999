"""The sheets of paper that pages are set on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

Paper = Literal["a4", "letter"]
# Points across and down.
PAPERS: Final[Mapping[str, tuple[float, float]]] = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
MARGIN: Final = 42.0
