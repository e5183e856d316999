"""The tables that the server serves: read again after every change, held back where they are faulty."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from validation.dataset import Dataset
from validation.findings import Finding, Severity
from validation.guarding import is_internal
from validation.reading.reading import Reading, read_dataset
from validation.reading.snapshot import FolderNotReadableError, Signature, signature

SECONDS_BETWEEN_LOOKS: Final = 1.0
MOST_READINGS: Final = 5  # of files that change while they are read
SECONDS_BETWEEN_READINGS: Final = 0.05
SECONDS_UNTIL_TRIED_AGAIN: Final = 60.0  # where reading broke off: memory may be free again


@dataclass(frozen=True, eq=False, kw_only=True)
class CurrentSnapshot:
    """What holds now.

    `dataset` is the last one that was sound (None where there was none yet) and `findings` are its
    warnings and notes. Where the files as they are now are held back, `held_back` are the errors that
    keep them out and `reason` says so in one sentence; else both are empty.
    """

    dataset: Dataset | None
    findings: tuple[Finding, ...]
    held_back: tuple[Finding, ...]
    reason: str
    tables: dict[str, int]  # rows of the files as they are now, by file name


class Store:
    """One folder, read once for each change of its files and shared by all who ask.

    `when_replaced` is called whenever other tables have taken the place of earlier ones.
    """

    def __init__(
        self,
        folder: Path,
        *,
        seconds_between_looks: float = SECONDS_BETWEEN_LOOKS,
        seconds_until_tried_again: float = SECONDS_UNTIL_TRIED_AGAIN,
        when_replaced: Callable[[], None] = lambda: None,
    ) -> None:
        self.folder = Path(folder)
        self._when_replaced = when_replaced
        self._seconds_between_looks = seconds_between_looks
        self._seconds_until_tried_again = seconds_until_tried_again
        self._lock = threading.Lock()
        self._looked_at: float | None = None
        self._read_at = 0.0
        self._signature: Signature | None = None
        self._snapshot: CurrentSnapshot | None = None

    def current(self) -> CurrentSnapshot:
        """The last sound data set, and the findings against the files as they are now."""
        with self._lock:
            now = time.monotonic()
            if self._snapshot is None or self._is_due(now=now):
                self._look()
                self._looked_at = time.monotonic()
            if self._snapshot is None:
                raise RuntimeError("a look always leaves a standing")
            return self._snapshot

    def recent(self) -> CurrentSnapshot | None:
        """The same, where the files were looked at just now; else None, since a look may take a second."""
        return None if self._is_due(now=time.monotonic()) else self._snapshot

    def _is_due(self, *, now: float) -> bool:
        return self._looked_at is None or now - self._looked_at >= self._seconds_between_looks

    def _look(self) -> None:
        seen = _seen(folder=self.folder)
        if self._snapshot is not None and seen == self._signature and not self._is_to_be_tried_again():
            return
        reading, self._signature = _settled_reading(folder=self.folder)
        self._read_at = time.monotonic()
        before = self._snapshot.dataset if self._snapshot else None
        self._snapshot = _snapshot(reading=reading, before=before)
        if before is not None and self._snapshot.dataset is not before:
            self._when_replaced()

    def _is_to_be_tried_again(self) -> bool:
        broke_off = self._snapshot is not None and any(map(is_internal, self._snapshot.held_back))
        return broke_off and time.monotonic() - self._read_at >= self._seconds_until_tried_again


def _seen(*, folder: Path) -> Signature | None:
    try:
        return signature(folder=folder)
    except FolderNotReadableError:
        return None


def _settled_reading(*, folder: Path) -> tuple[Reading, Signature | None]:
    """A reading of files that did not change meanwhile; after some tries, the last one as it is.

    The signature is the one from before the reading, so that a later change is always seen.
    """
    for attempt in range(MOST_READINGS):
        if attempt:
            time.sleep(SECONDS_BETWEEN_READINGS)
        before = _seen(folder=folder)
        reading = read_dataset(folder)
        if _seen(folder=folder) == before:
            break
    return reading, before


def _snapshot(*, reading: Reading, before: Dataset | None) -> CurrentSnapshot:
    if reading.dataset is not None:
        return CurrentSnapshot(
            dataset=reading.dataset, findings=reading.findings, held_back=(), reason="", tables=reading.tables
        )
    return CurrentSnapshot(
        dataset=before,
        findings=before.findings if before else (),
        held_back=tuple(found for found in reading.findings if found.severity is Severity.ERROR),
        reason=_reason(reading=reading, before=before),
        tables=reading.tables,
    )


def _reason(*, reading: Reading, before: Dataset | None) -> str:
    first = reading.errors[0]
    number = len(reading.errors)
    where = f"{first.table}, " if first.table else ""
    errors = "1 error" if number == 1 else f"{number} errors"
    what = f"{errors}; the first: {where}{first.message}"
    if before is None:
        return f"There are no sound figures to show: {what}"
    return f"The files have changed, and the change is held back as a whole, with {what}"
