"""The title of a figure: what was found, where a sentence is true of exactly what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from charts.canvas.titles import statistic
from exports.figure_findings import finding_of, later_report
from metrics.answer.answer import Answer
from metrics.number.sentence import Sentence
from metrics.query.caching import cached_words


class Titled(Protocol):
    """A drawing, or a figure that was made of one."""

    @property
    def title(self) -> str:
        """The statistic."""

    @property
    def subtitle(self) -> str:
        """Whose count of whom it is."""

    @property
    def takes_finding(self) -> bool:
        """Whether it shows the course of one Answer, so that its newest number can be the title."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A finding that is true of a figure's answer, as its title, and the statistic that it is of."""

    title: Sentence
    subtitle: Sentence


def heading_of(figure: Titled, answer: Answer, finding: Sentence | None) -> Heading | None:
    """What was found as the title, where a sentence is true of what the figure shows; else None.

    A short sentence on the newest number comes first; `finding` is for a figure that takes none.
    """
    short = _newest_number(answer) if figure.takes_finding else None
    if short is not None or finding is None:
        return short
    return Heading(title=finding, subtitle=Sentence((f"{figure.title} · {figure.subtitle}",)))


@cached_words
def _newest_number(answer: Answer) -> Heading | None:
    """What an answer shows, as a title, and below it the statistic; None where no finding is true of it."""
    finding = finding_of(answer)
    if finding is None:
        return None
    later = later_report(answer)
    between = ". " if later else ""
    return Heading(title=finding, subtitle=Sentence((f"{statistic(answer)}{between}", *later.parts)))
