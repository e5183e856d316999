"""Coverage in words: how many regions and months have a count, what is missing, how old the last one is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from app_pages.words.names import MEASURES, metric_names, place_names
from app_pages.words.words import Block, Cell, Facts, Line, Table, Words
from exports.numbers import value_of
from exports.row_sentences import series_name
from metrics.answer.answer import Answer
from metrics.answer.buckets import bucket_span
from metrics.coverage.coverage import Coverage, Gap, RegionalCoverage
from metrics.coverage.verification_lag import Known
from metrics.language.phrasing import counted, day, month, number, percentage
from metrics.language.wording import N_, _, ngettext
from metrics.number.sentence import Sentence, sentence_from
from metrics.query.query import Grain, Measure, Status
from validation import Dataset

WITH_A_COUNT: Final = {
    Grain.MONTH: N_("Months with a figure"),
    Grain.QUARTER: N_("Quarters with a figure"),
    Grain.YEAR: N_("Years with a figure"),
    Grain.REPORTING_YEAR: N_("Reporting years with a figure"),
}
WHY_MISSING: Final = {
    Status.NOT_REPORTED: N_("Missing"),
    Status.NO_LONGER_PUBLISHED: N_("No longer published"),
}

MOST_NAMED: Final = 40  # longer lists are read by nobody

BY_DATE_OF_EVENT: Final = N_(
    "Where figures count what happened in a period, a period is covered only by a figure for exactly"
    " that period."
)


def covered(dataset: Dataset, coverage: Coverage, regional: RegionalCoverage | None, *, as_of: date) -> Words:
    """Regions, months, gaps, the last count and the end of printing of one metric, as terms."""
    facts: list[tuple[str, Cell]] = [
        (_("What"), series_name(coverage.answer)),
        (_(WITH_A_COUNT[coverage.answer.query.grain]), _months(coverage)),
        *_missing(coverage),
        (_("Latest figure"), last_count(coverage)),
        (_("Days since the latest figure"), _days_since(coverage, as_of)),
        (_("Publication ended"), _ended(coverage)),
    ]
    if regional and regional.regions:
        facts.insert(1, (_("Regions with a figure"), _regions(dataset, regional)))
    if regional and regional.too_many:
        words = _("{count} regions are too many to show at once. Choose one of them above.")
        facts.insert(1, (_("Regions with a figure"), words.format(count=number(regional.too_many))))
    is_by_event = coverage.answer.query.measure is Measure.HAPPENED
    notes = (Line(text=_(BY_DATE_OF_EVENT), look="caption"),) if is_by_event else ()
    return Words((Facts(facts=tuple(facts)), *notes))


def _regions(dataset: Dataset, regional: RegionalCoverage) -> str:
    words = _("{counted} of {regions}").format(
        counted=number(len(regional.counted)), regions=number(len(regional.regions))
    )
    if regional.missing and regional.counted:
        names = [place_names(dataset)[one.place] for one in regional.missing]
        named, more = ", ".join(names[:MOST_NAMED]), len(names[MOST_NAMED:])
        template = (
            _("{covered}; none for {names} and {more} more") if more else _("{covered}; none for {names}")
        )
        return template.format(covered=words, names=named, more=number(more))
    return words


def _months(coverage: Coverage) -> str:
    words = _("{counted} of {regions}").format(
        counted=number(coverage.counted), regions=number(coverage.buckets)
    )
    if coverage.derived:
        template = ngettext(
            "{covered}, {count} of them calculated, not published",
            "{covered}, {count} of them calculated, not published",
            coverage.derived,
        )
        return template.format(covered=words, count=number(coverage.derived))
    return words


def _missing(coverage: Coverage) -> Iterator[tuple[str, str]]:
    """Which are missing, as ranges, by the reason."""
    for status, words in WHY_MISSING.items():
        gaps = [gap for gap in coverage.gaps if gap.status == status]
        if gaps:
            yield _(words), "; ".join(gap_in_words(gap, coverage.answer) for gap in gaps)


def gap_in_words(gap: Gap, answer: Answer) -> str:
    """A range of buckets: "October 2025 to December 2025"."""
    first, last = (_bucket(label, answer) for label in (gap.first, gap.last))
    return first if gap.buckets == 1 else _("{start} to {end}").format(start=first, end=last)


def _bucket(label: str, answer: Answer) -> str:
    return month(bucket_span(label, answer=answer)[0]) if answer.query.grain is Grain.MONTH else label


def last_count(coverage: Coverage) -> Sentence:
    """The newest count, which opens its card, and its day."""
    if coverage.last is None:
        return Sentence((_("No figure is known."),))
    row = coverage.last.answer.rows[coverage.last.row]
    quantity = value_of(coverage.last.answer, row)
    on = day(row.day)
    if row.status == Status.DERIVED:
        return sentence_from(_("{quantity} on {day}, calculated, not published"), quantity=quantity, day=on)
    return sentence_from(_("{quantity} on {day}"), quantity=quantity, day=on)


def _days_since(coverage: Coverage, as_of: date) -> str:
    if coverage.days_since is None:
        return _("No figure is known.")
    return str(counted("{count} day, on {day}", "{count} days, on {day}", coverage.days_since, day=as_of))


def _ended(coverage: Coverage) -> str:
    if coverage.ended is None:
        return _("No end is recorded.")
    return _("Since {day}").format(day=day(coverage.ended))


def known_later(lag: tuple[Known, ...], of_events: tuple[Known, ...], since: date | None) -> Words:
    """The share of a count that was known some days after its period or event, and what follows for charts.

    Where no count of an event was looked at again, the table of events is left out.
    """
    events: tuple[Block, ...] = ()
    if any(known.periods for known in of_events):
        heading = Line(text=_("Figures for single events, from the day of the event"), tag="h3")
        events = (heading, _lag_table(of_events))
    if since is None:
        zone = _(
            "How long figures go on changing cannot be measured, so charts do not mark recent days as open."
        )
    else:
        zone = _("Charts mark the days from {day} onwards as still open.").format(day=day(since))
    return Words((_lag_table(lag), Line(text=zone, look="caption"), *events))


def _lag_table(lag: tuple[Known, ...]) -> Table:
    return Table(
        label=_("How much is known after how many days"),
        head=(_("After"), _("Share of the latest figure"), _("Periods measured")),
        rows=tuple(
            (str(counted("{count} day", "{count} days", one.days)), _share(one), number(one.periods))
            for one in lag
        ),
        numeric=(2,),
    )


def _share(known: Known) -> str:
    if known.middle is None or known.least is None or known.most is None:
        return str(known.reason)
    middle, least, most = (percentage(share) for share in (known.middle, known.least, known.most))
    return _("{middle} at the median, from {least} to {most}").format(middle=middle, least=least, most=most)


def regions_covered(dataset: Dataset, regional: RegionalCoverage) -> Words:
    """The regions that have one: months, the last count, days since; every number opens its card."""
    return Words(
        (
            _table(
                _("Regions with a figure"),
                _("Region"),
                [(place_names(dataset)[one.place], one) for one in regional.counted],
            ),
        )
    )


def metrics_covered(dataset: Dataset, coverages: tuple[Coverage, ...]) -> Words:
    """Every metric that the counter has counted here, in its measure."""
    names = metric_names(dataset)
    table = _table(
        _("Everything"), _("What is counted"), [(_named(one, names[one.metric]), one) for one in coverages]
    )
    is_by_event = any(one.answer.query.measure is Measure.HAPPENED for one in coverages)
    notes = (Line(text=_(BY_DATE_OF_EVENT), look="caption"),) if is_by_event else ()
    return Words((Line(text=_no_longer_printed(coverages, names)), table, *notes))


def _no_longer_printed(coverages: tuple[Coverage, ...], names: Mapping[str, str]) -> str:
    ended = [
        _("{metric} (since {day})").format(metric=names[one.metric], day=day(one.ended))
        for one in coverages
        if one.ended
    ]
    if not ended:
        return _("For none of them is an end of publication recorded.")
    return _("No longer published: {metrics}.").format(metrics="; ".join(ended))


def _named(coverage: Coverage, name: str) -> str:
    return _("{metric}, {measure}").format(
        metric=name, measure=_(MEASURES[coverage.answer.query.measure]).lower()
    )


def _table(label: str, first: str, rows: list[tuple[str, Coverage]]) -> Table:
    grain = rows[0][1].answer.query.grain if rows else Grain.MONTH
    return Table(
        label=label,
        head=(first, _(WITH_A_COUNT[grain]), _("Latest figure"), _("Days since"), _("Publication ended")),
        rows=tuple(
            (
                name,
                _("{counted} of {regions}").format(counted=number(one.counted), regions=number(one.buckets)),
                last_count(one) if one.last else "",
                "" if one.days_since is None else number(one.days_since),
                _("Since {day}").format(day=day(one.ended)) if one.ended else "",
            )
            for name, one in rows
        ),
        numeric=(3,),
    )
