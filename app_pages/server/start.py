"""What is done once, before the first reader comes."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Timer
from typing import Final

from anyio import to_thread

from metrics.checks.judgements import judgements_on
from metrics.counts.candidates import clocks_of
from metrics.counts.current_tables import current_snapshot, today
from metrics.question.address import read_parameters

# The first reader's page comes first.
SECONDS_UNTIL_COMPARED: Final = 5

_log: Final = logging.getLogger(__name__)


@asynccontextmanager
async def validate_before_the_first_visit(_app: object) -> AsyncIterator[None]:
    """Read and check the tables at start, so that no reader waits for it."""
    await to_thread.run_sync(current_snapshot)
    await to_thread.run_sync(index_counts)
    soon = Timer(SECONDS_UNTIL_COMPARED, compare_counts)
    soon.daemon = True
    soon.start()
    yield
    soon.cancel()


def index_counts() -> None:
    """Have the counts joined and indexed by series, which a million of them need some seconds for.

    What breaks off here does so again at the first question, which can say so: it never keeps the server from
    starting.
    """
    dataset = current_snapshot().dataset
    if dataset is None:
        return
    try:
        clocks_of(dataset, read_parameters([], dataset=dataset, today=today()))
    except Exception:
        _log.exception("the counts could not be indexed at start")


def compare_counts() -> None:
    """Have the checks compare all counts, which takes a second, before somebody opens the first card."""
    dataset = current_snapshot().dataset
    if dataset is not None and not dataset.observations.empty:
        query = read_parameters([], dataset=dataset, today=today())
        judgements_on(dataset, frozenset({int(dataset.observations.index[0])}), clocks_of(dataset, query))
