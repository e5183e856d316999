"""What a figure says below its marks, so that a picture of it still carries its source and its date."""

from __future__ import annotations

from datetime import date
from typing import Final

from metrics.answer.answer import Answer
from metrics.language import phrasing
from metrics.language.wording import _, ngettext

NAMED_PUBLISHERS: Final = 2


def credit(answer: Answer) -> str:
    """Who counted, in which documents, the last count's day, as known on which day; and what must be said."""
    return " ".join([source_and_days(answer), *cautions(answer)])


def source_and_days(answer: Answer) -> str:
    """Who counted, in which documents, the last count's day, as known on which day."""
    parts = [_("Source: {source}.").format(source=source(answer))]
    last = last_day(answer)
    if last is not None:
        parts.append(_("Latest figure: {day}.").format(day=phrasing.day(last)))
    parts.append(_("As known on {day}.").format(day=phrasing.day(answer.known_on)))
    return " ".join(parts)


def source(answer: Answer) -> str:
    """Whose count it is, in how many documents it was read, and how many of them are the counter's own."""
    relays = [one.publisher_name for one in answer.sources if one.publisher != answer.query.counted_by]
    total, own = len(answer.sources), len(answer.sources) - len(relays)
    if not total:
        return answer.counter
    if not own and len(set(relays)) <= NAMED_PUBLISHERS:
        words = _("{counter}, as reported by {publishers}")
        publishers = phrasing.listed(list(dict.fromkeys(relays)))
        return words.format(counter=answer.counter, publishers=publishers)
    words = ngettext(
        "{counter}, from {count} document, {own} of its own",
        "{counter}, from {count} documents, {own} of its own",
        total,
    )
    of_its_own = phrasing.number(own) if own else _("none")
    if own == total:
        words = ngettext(
            "{counter}, {count} document of its own", "{counter}, {count} documents of its own", total
        )
    return words.format(counter=answer.counter, count=phrasing.number(total), own=of_its_own)


def has_counts(answer: Answer) -> bool:
    """Whether there is any value to draw."""
    return any(row.value is not None for row in answer.rows)


def last_day(answer: Answer) -> date | None:
    """The last day for which the rows hold a value."""
    days = (row.period_end for row in answer.rows if row.value is not None and row.period_end)
    return max(days, default=None)


def cautions(answer: Answer) -> list[str]:
    """What must be said beside each metric shown; empty where there is nothing."""
    said = (definition.caution for definition in answer.definitions.values())
    return list(dict.fromkeys(str(caution) for caution in said if caution))
