"""The people that a count counts, in words: group, sex, age and detail; and the event that it belongs to."""

from __future__ import annotations

from metrics.answer.answer import Answer
from metrics.language.phrasing import day
from metrics.language.wording import _


def people_counted(answer: Answer) -> list[str]:
    """The group, and the part of it in the question."""
    return [people(answer, answer.query.group), *part_counted(answer)]


def part_counted(answer: Answer) -> list[str]:
    """The part of the group: sex, age, detail; empty for the whole group."""
    query = answer.query
    parts = (query.sex, query.age, query.detail)
    return [people(answer, code) for code in parts if code not in ("", "all")]


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
    group = [] if answer.query.group == answer.usual_group else [people(answer, answer.query.group)]
    return ", ".join([*group, *part_counted(answer), *event_counted(answer)])


def people(answer: Answer, code: str) -> str:
    """The words for a group, a sex or an age; a detail is its own name."""
    return _(answer.people[code]) if code in answer.people else code
