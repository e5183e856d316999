"""Folders of other organisations, rebuilt from public figures; README.md says of what."""

from pathlib import Path
from typing import Final

THREE_FOLDERS: Final = {
    name: Path(__file__).parent / name for name in ("venezuela", "prison_covid", "press_census")
}
