"""Events and breaks in series above a time axis: small marks in an event strip, words for what is single.

An event of a kind that comes once (a coup) is named beside its line. Kinds that come often (amnesties) are
marks that are shown when a reader asks for them. Breaks in series are dashed lines with their kind.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

from charts.canvas.events import events_of
from charts.canvas.frame import in_lines, wrapped
from charts.canvas.titles import metric_label
from metrics.answer.answer import Answer
from metrics.counts.typed_rows import Event
from metrics.language import phrasing
from metrics.language.plain_text import plain
from metrics.language.wording import N_, _

BREAKS: Final = {
    "definition": N_("definition changed"),
    "records_added": N_("records added"),
    "commutation": N_("commutations"),
    "no_longer_printed": N_("no longer published"),
}


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One day to be marked: an event, or a break in series."""

    day: date
    words: str  # beside its line; empty where it comes often, or where the breaks are of several metrics
    hover: str
    kind: str
    label: str
    is_break: bool
    is_often: bool = False


def marks_of(answer: Answer) -> list[Mark]:
    """Events and breaks in the time shown, by day. A break that holds for several metrics is one mark."""
    return sorted(
        [*_events(answer), *_breaks(answer)], key=lambda mark: (mark.day, mark.is_break, mark.label)
    )


def _events(answer: Answer) -> list[Mark]:
    events = events_of(answer)
    often = Counter(event.kind for event in events)
    return [_event(event, is_single=often[event.kind] == 1) for event in events]


def _event(event: Event, *, is_single: bool) -> Mark:
    words = _(event.label)
    return Mark(
        day=event.day,
        words=words if is_single else "",
        hover=_hover(words, event.day),
        kind=event.kind,
        label=words,
        is_break=False,
        is_often=not is_single,
    )


def _breaks(answer: Answer) -> list[Mark]:
    """Breaks by day and kind. Where there are several metrics, each text begins with its metric."""
    is_alone = len(answer.query.metrics) == 1
    changes: dict[tuple[date, str], dict[str, None]] = {}
    for change in answer.breaks:
        prefix = "" if is_alone else f"{metric_label(answer, change.metric)}: "
        changes.setdefault((change.day, change.kind), {})[prefix + _(change.what_changed)] = None
    return [
        Mark(
            day=day,
            words=_(BREAKS.get(kind, N_("break in series"))) if is_alone else "",
            hover=_hover(" ".join(texts), day),
            kind=kind,
            label=_("break in series"),
            is_break=True,
        )
        for (day, kind), texts in changes.items()
    ]


def _hover(text: str, day: date) -> str:
    return f"<b>{plain(phrasing.day(day))}</b><br>{in_lines(wrapped(text, pixels=320, size=13))}"
