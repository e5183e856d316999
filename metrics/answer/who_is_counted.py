"""Of whom a count is: group, sex, age and detail in words; and of which event."""

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


def of_whom(query: Query) -> list[str]:
    """The group, and the parts of it that are asked for; a part that has no words here by its code."""
    return [people(query.group), *part_of_whom(query)]


def part_of_whom(query: Query) -> list[str]:
    """Only what makes it a part: sex, age, detail."""
    return [people(code) for code in (query.sex, query.age, query.detail) if code not in ("", "all")]


def of_event(answer: Answer) -> list[str]:
    """The event whose counts are asked for, with its day; none where a running series is."""
    if answer.event is None:
        return []
    return [_("{event} of {day}").format(event=answer.event.label, day=day(answer.event.day))]


def label_of(answer: Answer, metric: str) -> str:
    """The metric's name, and who of them is counted where it is a part: "Arrested (women and girls)"."""
    label, part = _(answer.metrics[metric].label), part_counted(answer)
    return _("{label} ({part})").format(label=label, part=part) if part else label


def part_counted(answer: Answer) -> str:
    """Who is counted where it is not everybody held or killed on political grounds; else empty."""
    group = [] if answer.query.group == "political" else [people(answer.query.group)]
    return ", ".join([*group, *part_of_whom(answer.query), *of_event(answer)])


def people(code: str) -> str:
    """The words for a group, a sex or an age; a detail is its own name."""
    return _(PEOPLE[code]) if code in PEOPLE else code
