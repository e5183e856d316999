"""The people that a count counts, in words: group, sex, age and detail; and the event that it belongs to."""

from __future__ import annotations

from typing import Final

from metrics.answer.answer import Answer
from metrics.language.phrasing import day
from metrics.language.wording import N_, _
from metrics.query.query import Query

PEOPLE: Final = {
    "political": N_("political cases"),
    "all_prisoners": N_("prisoners of every kind"),
    "female": N_("women and girls"),
    "male": N_("men and boys"),
    "under_18": N_("under 18"),
    "over_60": N_("over 60"),
    "adult": N_("adults"),
}


def people_counted(query: Query) -> list[str]:
    """The group, and the part of it in the question; a part without words here is named by its code."""
    return [people(query.group), *part_counted(query)]


def part_counted(query: Query) -> list[str]:
    """The part of the group: sex, age, detail; empty for the whole group."""
    return [people(code) for code in (query.sex, query.age, query.detail) if code not in ("", "all")]


def event_counted(answer: Answer) -> list[str]:
    """The event of the question with its day; empty for a running series."""
    if answer.event is None:
        return []
    return [_("{event} of {day}").format(event=answer.event.label, day=day(answer.event.day))]


def label_of(answer: Answer, metric: str) -> str:
    """The metric's name, and who of them is counted where it is a part: "Arrested (women and girls)"."""
    label, part = _(answer.metrics[metric].label), part_label(answer)
    return _("{label} ({part})").format(label=label, part=part) if part else label


def part_label(answer: Answer) -> str:
    """Who is counted where it is not the whole of the data set's usual group; else empty."""
    group = [] if answer.query.group == answer.usual_group else [people(answer.query.group)]
    return ", ".join([*group, *part_counted(answer.query), *event_counted(answer)])


def people(code: str) -> str:
    """The words for a group, a sex or an age; a detail is its own name."""
    return _(PEOPLE[code]) if code in PEOPLE else code
