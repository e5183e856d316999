"""What a figure says below its marks, so that a picture of it still carries its source and its date."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Final

from charts.canvas.titles import listed
from metrics.answer.answer import Answer
from metrics.language import phrasing
from metrics.language.wording import _, ngettext

NAMED_PUBLISHERS: Final = 2


def credit(answer: Answer) -> str:
    """Who counted, in which documents, the last count's day, as known on which day."""
    parts = [_("Source: {source}.").format(source=source(answer))]
    last = last_day(answer)
    if last is not None:
        parts.append(_("Last count: {day}.").format(day=phrasing.day(last)))
    parts.append(_("As known on {day}.").format(day=phrasing.day(answer.known_on)))
    return " ".join([*parts, *cautions(answer)])


def source(answer: Answer) -> str:
    """The counter, and the publishers of its counts: "AAPP, in Progressive Voice and 12 others"."""
    publishers = _publishers(answer)
    if not publishers:
        return answer.counter
    if publishers == [answer.counter]:
        pattern = ngettext("{counter}, {count} document", "{counter}, {count} documents", len(answer.sources))
        return pattern.format(counter=answer.counter, count=phrasing.number(len(answer.sources)))
    named = [name for name in publishers if name != answer.counter][:NAMED_PUBLISHERS]
    return _relayed(answer, named)


def _relayed(answer: Answer, named: list[str]) -> str:
    total = len(answer.sources)
    if total <= len(named):
        return _("{counter}, in {publishers}").format(counter=answer.counter, publishers=listed(named))
    pattern = ngettext(
        "{counter}, {count} document, among others in {publishers}",
        "{counter}, {count} documents, some of them in {publishers}",
        total,
    )
    count = phrasing.number(total)
    return pattern.format(counter=answer.counter, count=count, publishers=listed(named))


def has_counts(answer: Answer) -> bool:
    """Whether there is any value to draw."""
    return any(row.value is not None for row in answer.rows)


def _publishers(answer: Answer) -> list[str]:
    """Publishers, most documents first, then by name."""
    counts = Counter(document.publisher_name for document in answer.sources)
    return sorted(counts, key=lambda name: (-counts[name], name))


def last_day(answer: Answer) -> date | None:
    """The last day for which the rows hold a value."""
    days = (row.period_end for row in answer.rows if row.value is not None and row.period_end)
    return max(days, default=None)


def cautions(answer: Answer) -> list[str]:
    """The caveat of each metric shown, from the tables; empty where there is none."""
    known = answer.metrics
    caveats = [known[metric].caveat for metric in answer.query.metrics if metric in known]
    return list(dict.fromkeys(_(text) for text in caveats if text))
