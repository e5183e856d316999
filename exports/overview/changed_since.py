"""What has changed of the first page's numbers since a link was made that stops the clocks."""

from __future__ import annotations

from collections.abc import Iterator

from metrics.answer.who_is_counted import label_of
from metrics.headline.headlines import Headline
from metrics.headline.period_headlines import headlines_in
from metrics.language.wording import _
from metrics.number.sentence import Sentence
from metrics.query.query import Query
from metrics.revisions.change_since import change_since
from validation import Dataset


def changes_since(dataset: Dataset, query: Query, found: tuple[Headline, ...]) -> tuple[Sentence, ...]:
    """Which numbers were revised since, why, and which have newer ones; or that none has.

    Nothing is said of a question of today, and where no number is known by its clocks.
    """
    if not found or (query.known_on is None and query.edition is None):
        return ()
    revised = tuple(_revised(dataset, found))
    newer = tuple(_newer(dataset, query, found))
    if newer:
        # Named without their numbers: a page of a past day shows none that was not known then.
        words = _("Newer figures are known today for: {which}.")
        return (*revised, Sentence((words.format(which="; ".join(newer)),)))
    return revised or (Sentence((_("None of these figures has changed since, and none has a newer one."),)),)


def _revised(dataset: Dataset, found: tuple[Headline, ...]) -> Iterator[Sentence]:
    for headline in found:
        change = change_since(dataset, headline.answer.query, headline.row)
        if change:
            label = label_of(headline.answer, headline.row.metric)
            yield Sentence((f"{label}. {change.sentence}",))


def _newer(dataset: Dataset, query: Query, found: tuple[Headline, ...]) -> Iterator[str]:
    """The names of the numbers that are for a later day today."""
    today = headlines_in(dataset, query.as_of_today(), dataset.settings.headline_metrics)
    then = {headline.row.metric: headline.row.day for headline in found}
    for headline in today:
        metric = headline.row.metric
        if metric in then and headline.row.day > then[metric]:
            yield label_of(headline.answer, metric)
