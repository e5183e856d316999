"""The scope of an organisation's counts in words: who counts, whom, where, since when, verified how."""

from __future__ import annotations

from typing import Final

from metrics.answer.answer import Answer
from metrics.answer.who_is_counted import people_counted
from metrics.counts.table_rows import all_organisations
from metrics.language.organisation_kinds import KINDS
from metrics.language.phrasing import Message, counted
from metrics.language.wording import N_, _
from metrics.organisations.side_by_side import Side
from metrics.query.query import Measure
from validation import Dataset

MOST_NOTES: Final = 3


def scope_in_words(dataset: Dataset, side: Side) -> tuple[tuple[str, str], ...]:
    """Terms and their values, the same terms for every organisation."""
    answer = side.answer
    return (
        (_("Who counts"), _(KINDS[all_organisations(dataset)[side.counter].kind])),
        (_("Who is counted"), _whom(dataset, side)),
        (_("Where"), _sentence(next(iter(answer.places.values())).name)),
        (_("Since when"), str(since_when(answer))),
        (_("Definition"), _definition(side)),
        (_("How it is verified"), _verified(side)),
        (_("Notes on its figures"), " ".join(_notes(side)) or _("None.")),
        (_("Where it is published"), where_printed(side)),
        (_("Figures in this time"), _counts(side)),
    )


def scope_in_a_line(dataset: Dataset, side: Side) -> str:
    """The scope as figures show it: who, since when, by what definition, where it is printed."""
    kind = _(KINDS[all_organisations(dataset)[side.counter].kind])
    parts = (kind, str(since_when(side.answer)), where_printed(side))
    return _("{organisation}: {scope}").format(organisation=side.name, scope=" ".join(parts))


def since_when(answer: Answer) -> Message:
    """Whether a count is of a date, or of what was documented since the origin."""
    if answer.query.measure is Measure.LEVEL:
        return Message(N_("On the date of each figure."))
    return Message(N_("A running total of cases documented since {start}."), {"start": answer.origin})


def where_printed(side: Side) -> str:
    """How many documents of the counter print it, and how many of others who relay it."""
    own = sum(document.publisher == side.counter for document in side.answer.sources)
    relays = len(side.answer.sources) - own
    relayed = counted(
        "{count} document by someone else reporting it",
        "{count} documents by others reporting it",
        relays,
    )
    if not own:
        return _("Only in {documents}.").format(documents=relayed)
    printed = counted("{count} document of its own", "{count} documents of its own", own)
    if not relays:
        return _("In {documents}.").format(documents=printed)
    return _("In {own}, and in {others}.").format(own=printed, others=relayed)


def _whom(dataset: Dataset, side: Side) -> str:
    """Of another organisation than the data set's own, in the words of its newest document.

    Under which group its counts are entered here is our reading of them.
    """
    people = ", ".join(people_counted(side.answer))
    words = max(side.answer.shown, key=lambda count: count.period_end).locator if side.answer.shown else ""
    if side.counter == dataset.settings.defaults.counted_by or not words:
        return _sentence(people)
    return _("In the document's words: “{words}”. Filed here as {people}.").format(words=words, people=people)


def _definition(side: Side) -> str:
    """What its documents say it counts; the definition of the data set is that of its own counter only."""
    definition = next(iter(side.answer.definitions.values()))
    if not definition.definition:
        return _("Its own, which is not recorded here.")
    not_counted = _("Not counted: {people}").format(people=_(definition.not_counted))
    return " ".join([_(definition.definition), *([not_counted] if definition.not_counted else [])])


def _verified(side: Side) -> str:
    verified = next(iter(side.answer.definitions.values())).how_verified
    return _(verified) if verified else _("Not recorded here, beyond the definition.")


def _notes(side: Side) -> list[str]:
    """What the tables note of its counts, each once, the newest last."""
    by_publication = sorted(side.answer.vintages, key=lambda count: count.published)
    notes = dict.fromkeys(count.note for count in by_publication if count.note)
    return [note if note.endswith((".", "”")) else f"{note}." for note in list(notes)[-MOST_NOTES:]]


def _counts(side: Side) -> str:
    days = sorted(row.day for row in side.rows)
    if len(days) == 1:
        return str(Message(N_("One, for {day}."), {"day": days[0]}))
    values = {"first": days[0], "last": days[-1], "count": len(days)}
    return str(Message(N_("{count}, from {first} to {last}."), values))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
