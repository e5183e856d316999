"""Streamlit's server, with a look every millisecond at whose code the threads of its scripts are in.

`python -m benchmarks.sampled run app.py ...` serves as `python -m streamlit run app.py ...` does. A look
counts as ours where the innermost function that belongs to either is ours, and not Streamlit's; libraries
count as those who called them. The counts so far are written to the file named by SAMPLES.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Final

import streamlit
from streamlit.web.cli import main

OURS: Final = str(Path(__file__).resolve().parent.parent)
STREAMLITS: Final = str(Path(streamlit.__file__).parent)
INSTALLED: Final = "site-packages"
SCRIPT_THREAD: Final = "ScriptRunner.scriptThread"
BETWEEN_LOOKS: Final = 0.001  # seconds
BETWEEN_WRITINGS: Final = 0.2  # seconds


def look_on(file: Path) -> None:
    """Look for as long as the server runs, and write the counts down now and then."""
    counted: Counter[str] = Counter()
    written = time.monotonic()
    while True:
        time.sleep(BETWEEN_LOOKS)
        frames = sys._current_frames()
        scripts = [thread for thread in threading.enumerate() if thread.name == SCRIPT_THREAD]
        counted.update(owner_of(frames[thread.ident]) for thread in scripts if thread.ident in frames)
        if time.monotonic() - written > BETWEEN_WRITINGS:
            file.write_text(json.dumps(counted))
            written = time.monotonic()


def owner_of(frame: FrameType | None) -> str:
    """Whose code a thread is in: that of the innermost function of ours or Streamlit's."""
    while frame is not None:
        name = frame.f_code.co_filename
        if name.startswith(STREAMLITS):
            return "streamlit"
        if name.startswith(OURS) and INSTALLED not in name:
            return "ours"
        frame = frame.f_back
    return "streamlit"  # the thread's own beginning and end


if __name__ == "__main__":
    # So that a look does not wait until a thread lets go by itself.
    sys.setswitchinterval(BETWEEN_LOOKS)
    threading.Thread(target=look_on, args=(Path(os.environ["SAMPLES"]),), daemon=True).start()
    sys.argv[0] = "streamlit"
    main()
