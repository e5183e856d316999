"""Title and subtitle of a figure: what was found, and below it the statistic."""

from __future__ import annotations

from dataclasses import dataclass

from charts.canvas import titles
from exports.figure_findings import finding_of, later_report
from metrics.answer.answer import Answer
from metrics.number.sentence import Sentence
from metrics.query.caching import cached_words


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A finding that is true of a figure's answer, as its title, and the statistic that it is of."""

    title: Sentence
    subtitle: Sentence


def heading_of(
    answer: Answer, *, finding: Sentence | None = None, statistic: str = "", takes_finding: bool = True
) -> Heading | None:
    """What was found as the title, where a sentence is true of what the figure shows; else None.

    A figure of one series has a short finding of its own. Any other, which is said by `takes_finding`, has
    `finding` where that is given, over its `statistic`.
    """
    short = _short_heading(answer) if takes_finding else None
    if short is not None or finding is None:
        return short
    return Heading(title=finding, subtitle=Sentence((statistic,)))


@cached_words
def _short_heading(answer: Answer) -> Heading | None:
    """What an answer shows, as a title, and below it the statistic; None where no finding is true of it."""
    finding = finding_of(answer)
    if finding is None:
        return None
    later = later_report(answer)
    between = ". " if later else ""
    return Heading(title=finding, subtitle=Sentence((f"{titles.statistic(answer)}{between}", *later.parts)))
