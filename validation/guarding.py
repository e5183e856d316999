"""Whatever a reader or a rule throws becomes a finding. This is the only place that sees to it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Final, TypeVar

from validation.findings import Finding, Severity, finding

INTERNAL: Final = "internal"  # the rule of such a finding
MOST_SHOWN: Final = 200  # characters of an exception that a finding repeats

_log: Final = logging.getLogger(__name__)
Result = TypeVar("Result")


def guarded(
    work: Callable[[], tuple[Result, list[Finding]]], *, subject: str, otherwise: Result, table: str = ""
) -> tuple[Result, list[Finding]]:
    """What the work gives and finds; where it throws, `otherwise` and one finding that names the `subject`.

    Also where memory runs out. KeyboardInterrupt and SystemExit pass: they are meant for the server.
    """
    try:
        return work()
    except Exception as error:
        _log.exception("%s broke off", subject)
        return otherwise, [_internal(subject=subject, table=table, error=error)]


def is_internal(found: Finding) -> bool:
    """Whether the finding says that the software broke off, and not that the tables are wrong."""
    return found.rule == INTERNAL


def _internal(*, subject: str, table: str, error: Exception) -> Finding:
    reason = f"{type(error).__name__}: {str(error)[:MOST_SHOWN]}" if str(error) else type(error).__name__
    message = (
        f"`{subject}` must be able to finish: it broke off ({reason});"
        " this is a fault of the software, and its log has the details"
    )
    return finding(severity=Severity.ERROR, rule=INTERNAL, table=table, value=subject, message=message)
