"""Text from the data, put where markup is read: it must show as it is written."""

from __future__ import annotations

import re
from typing import Final

MARKS: Final = re.compile(r"[^\w\s]|_")


def plain(text: str) -> str:
    """The text with every mark as a numeric entity, so that no reader of markup sees markup."""
    return MARKS.sub(lambda mark: f"&#{ord(mark[0])};", " ".join(text.split()))
