"""Of whom a count is: group, sex, age, detail and event in words."""

from __future__ import annotations

from typing import Final

from metrics.answer import Answer
from metrics.phrasing import day
from metrics.wording import N_, _

PEOPLE: Final = {
    "political": N_("political cases"),
    "all_prisoners": N_("prisoners of every kind"),
    "female": N_("women and girls"),
    "male": N_("men and boys"),
    "under_18": N_("under 18"),
    "over_60": N_("over 60"),
    "adult": N_("adults"),
}


def of_whom(answer: Answer) -> list[str]:
    """The group, and the parts of it that are asked for; a part that has no words here by its code."""
    return [people(answer.query.group), *part_of_whom(answer)]


def part_of_whom(answer: Answer) -> list[str]:
    """Only what makes it a part: sex, age, detail, event."""
    query = answer.query
    parts = [people(code) for code in (query.sex, query.age, query.detail) if code not in ("", "all")]
    return [*parts, *event_in_words(answer)]


def event_in_words(answer: Answer) -> list[str]:
    """The event whose counts are asked for, with its day; none where no event is asked for."""
    asked = answer.events[answer.events["event_id"] == answer.query.event]
    return [
        _("{event} of {day}").format(event=label, day=day(date.date()))
        for label, date in zip(asked["label"], asked["date"], strict=True)
    ]


def people(code: str) -> str:
    """The words for a group, a sex or an age; a detail is its own name."""
    return _(PEOPLE[code]) if code in PEOPLE else code
