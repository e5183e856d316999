"""What Streamlit tells the browser of its settings, made once.

Every rerun begins with a message that holds the whole theme and configuration, for which Streamlit goes
through some hundreds of options seven times: a fifth of what a rerun of one figure costs in all. The
settings do not change while the server runs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from streamlit.runtime import app_session

# Each fills a message with settings: of a section of the theme, or of the rest.
FILLED: Final = ("_populate_theme_msg", "_populate_config_msg")


def tell_settings_from_memory() -> None:
    """Have Streamlit fill its messages from what it found the first time."""
    for name in FILLED:
        setattr(app_session, name, from_memory(getattr(app_session, name)))


def from_memory(fill: Callable[..., None]) -> Callable[..., None]:
    """The function that fills a message, asked once for each section."""
    filled: dict[tuple[str, ...], Any] = {}

    def fill_from_memory(message: Any, *section: str) -> None:
        if section not in filled:
            filled[section] = type(message)()
            fill(filled[section], *section)
        if filled[section].ByteSize():  # a section without settings stays unset
            message.MergeFrom(filled[section])

    return fill_from_memory
