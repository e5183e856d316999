"""“You changed your numbers.” “Did anybody check that?” “How much do you not know?” “What about before?”"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from exports.hard_questions.hard_question import (
    EvidenceLine,
    EvidenceTable,
    HardQuestion,
    counted_as,
    link_to,
    source_line,
)
from exports.numbers import value_of
from metrics.answer.answering import answer_for
from metrics.answer.buckets import bucket_span
from metrics.answer.who_is_counted import label_of
from metrics.checks.document_checks import checks_of_documents
from metrics.checks.known_comparisons import Outcome
from metrics.counts.candidates import clocks_of
from metrics.counts.table_rows import documents_named
from metrics.coverage.coverage import Coverage, Gap, coverage_of
from metrics.headline.headline_questions import headlines
from metrics.headline.headlines import Headline
from metrics.headline.pre_origin import question_before_origin
from metrics.language.phrasing import counted, day, month, number, quantity, unbroken_day
from metrics.language.wording import N_, _
from metrics.number.card_address import CardQuestion
from metrics.number.sentence import Link, Number, Sentence, sentence_from
from metrics.query.query import Grain, Measure, Query
from metrics.question.address import address_of
from metrics.revisions.revision_causes import CauseKind
from metrics.revisions.revisions import Revision, Revisions, revisions_of
from validation import Dataset

BY_DOCUMENTS: Final = (CauseKind.DOCUMENT, CauseKind.RECORDED_LATE)
MOST_ROWS: Final = 5
CHANGED: Final = N_(
    "Later documents gave a different number for {changed} of {counts} figures in the series on the"
    " first page.{left_out}"
)
NEVER: Final = N_(
    "No later document gave a different number for any of {counts} figures in the series on the first"
    " page.{left_out}"
)
CHECKED: Final = N_(
    "Of {count} documents known on {day}, {passed} passed every check that could be run. In {failed} a"
    " figure disagrees and nobody has resolved why, in {explained} it disagrees for a known reason, and"
    " {not_testable} could not be checked."
)
UNKNOWN: Final = N_(
    "A number {what} in {place} is known for {counted} of {months} months from {start} to {end}; the"
    " others are missing, which does not mean zero."
)
KNOWN: Final = N_("A number {what} in {place} is known for each of {months} months from {start} to {end}.")
BEFORE: Final = N_(
    "{counter} also has numbers {what} in {place} from before {origin}: the first is {first}, on"
    " {start}, and the last is {last}, on {end}."
)
BEFORE_ONE: Final = N_(
    "{counter} also has one number {what} in {place} from before {origin}: {last}, on {end}."
)


def you_changed_your_numbers(dataset: Dataset, query: Query) -> HardQuestion | None:
    """How many counts of the headline metrics were revised or are left out; None where none were."""
    found = headlines(dataset, query, dataset.settings.headline_metrics)
    series = [revisions_of(dataset, one.answer.query) for one in found]
    revised = [(one, of) for of in series for one in of.revisions if _is_by_document(one)]
    left_out = len({count.line for one in series for count in one.answer.excluded})
    if not revised and not left_out:
        return None
    newest = sorted(revised, key=lambda pair: pair[0].on, reverse=True)[:MOST_ROWS]
    documents = [one.source_id for one, _of in newest if one.source_id]
    return HardQuestion(
        code="changed",
        question=_("You changed your numbers."),
        answer=sentence_from(
            _(CHANGED if revised else NEVER),
            changed=number(len({(id(of), one.bucket) for one, of in revised})),
            counts=number(sum(one.periods for one in series)),
            left_out=_left_out(left_out),
        ),
        evidence=(_revised(newest),) if newest else (),
        source=source_line(documents_named(dataset, documents)),
        more=(_to_revisions(query, newest),),
    )


def _to_revisions(query: Query, newest: Sequence[tuple[Revision, Revisions]]) -> Link:
    """The page of the series that was revised last; where none was, of the usual one."""
    if not newest:
        return link_to(_("Revisions"), "/revisions", query)
    _last, series = newest[0]
    return Link(text=_("Revisions"), href=f"/revisions?{address_of(series.answer.query)}")


def _is_by_document(one: Revision) -> bool:
    return one.cause in BY_DOCUMENTS and one.was is not None and one.now is not None


def _left_out(count: int) -> str:
    if not count:
        return ""
    words = counted(
        " {count} published figure is left out here as an error, with its reason.",
        " {count} published figures are left out here as errors, each with its reason.",
        count,
    )
    return str(words)


def _revised(found: list[tuple[Revision, Revisions]]) -> EvidenceTable:
    return EvidenceTable(
        label=_("Latest revisions"),
        head=(_("What is counted"), _("Date"), _("Was"), _("Changed to"), _("Published")),
        rows=tuple(
            (
                label_of(of.answer, of.answer.query.metrics[0]),
                unbroken_day(one.period_end),
                _value(one, of, was=True),
                _value(one, of, was=False),
                unbroken_day(one.on),
            )
            for one, of in found
        ),
        numeric=(2, 3),
    )


def _value(one: Revision, revisions: Revisions, *, was: bool) -> Sentence:
    """What a document said of the day; its card is about that document alone."""
    printed = one.was if was else one.now
    if printed is None:
        return Sentence()
    end = one.period_end
    start = one.period_start or end
    query = replace(revisions.answer.query, start=start, end=end, source=printed.source_id)
    words = quantity(printed.value, printed.qualifier, upper=printed.value_to)
    return Sentence((Number(text=words, card=CardQuestion(query, None)),))


def did_anybody_check(dataset: Dataset, query: Query) -> HardQuestion | None:
    """How many documents passed every check; None where no document is known."""
    clocks = clocks_of(dataset, query)
    outcomes = checks_of_documents(dataset, clocks)["outcome"].value_counts()
    if outcomes.empty:
        return None
    numbers = {str(one): number(int(outcomes.get(str(one), 0))) for one in Outcome}
    return HardQuestion(
        code="checked",
        question=_("Did anybody check that?"),
        answer=sentence_from(
            _(CHECKED), count=number(int(outcomes.sum())), day=day(clocks.known_on), **numbers
        ),
        evidence=(
            EvidenceLine(
                text=_(
                    "Checks compare published figures with each other. They do not say which of two"
                    " figures is wrong, and nobody here has seen the cases behind them."
                )
            ),
        ),
        source=Sentence(),
        more=(link_to(_("Public checks"), "/checks", query),),
    )


def what_you_do_not_know(dataset: Dataset, query: Query) -> HardQuestion | None:
    """In how many months the first headline metric has no count; None without a headline."""
    found = _first(dataset, query)
    if found is None or found.answer.query.measure is Measure.HAPPENED:
        return None
    by_month = replace(found.answer.query, grain=Grain.MONTH)
    coverage = coverage_of(dataset, by_month, today=found.answer.known_on)
    if not coverage.buckets:
        return None
    answer = coverage.answer
    sentence = sentence_from(
        _(UNKNOWN if coverage.counted < coverage.buckets else KNOWN),
        what=counted_as(answer, coverage.metric),
        place=answer.places[coverage.place].spoken,
        counted=number(coverage.counted),
        months=number(coverage.buckets),
        start=day(answer.start),
        end=day(answer.end),
    )
    asked = {"metric": coverage.metric, "place": coverage.place, "measure": str(answer.query.measure)}
    return HardQuestion(
        code="unknown",
        question=_("How much do you not know?"),
        answer=sentence,
        evidence=_gaps(coverage),
        source=Sentence(),
        more=(link_to(_("Coverage"), "/coverage", query, **asked),),
    )


def _gaps(coverage: Coverage) -> tuple[EvidenceTable, ...]:
    """The newest gaps."""
    gaps = list(reversed(coverage.gaps))[:MOST_ROWS]
    if not gaps:
        return ()
    rows = tuple(
        (
            _months(coverage, one),
            number(one.buckets),
        )
        for one in gaps
    )
    return (
        EvidenceTable(
            label=_("Months without a figure"),
            head=(_("Months"), _("How many months")),
            rows=rows,
            numeric=(1,),
        ),
    )


def _months(coverage: Coverage, gap: Gap) -> str:
    """The months of a gap: "March 2021", or from the first to the last."""
    first, last = (month(bucket_span(one, answer=coverage.answer)[0]) for one in (gap.first, gap.last))
    return first if first == last else _("{start} to {end}").format(start=first, end=last)


def what_about_before(dataset: Dataset, query: Query) -> HardQuestion | None:
    """What was counted before the origin of running totals; None where nothing was."""
    asked = question_before_origin(dataset, query)
    answer = answer_for(dataset, asked) if asked else None
    if asked is None or answer is None or not answer.counted:
        return None
    first, last = answer.counted[0], answer.counted[-1]
    origin = dataset.settings.origin
    sentence = sentence_from(
        _(BEFORE if first is not last else BEFORE_ONE),
        origin=day(origin),
        what=counted_as(answer, last.metric),
        place=answer.places[last.place].spoken,
        counter=answer.counter,
        first=value_of(answer, first),
        start=day(first.day),
        last=value_of(answer, last),
        end=day(last.day),
    )
    label = label_of(answer, last.metric)
    return HardQuestion(
        code="before",
        question=_("What about before {day}?").format(day=day(origin)),
        answer=sentence,
        evidence=(),
        source=source_line(documents_named(dataset, (first.source_id, last.source_id))),
        more=(Link(text=label, href=f"/explore?{address_of(asked)}"),),
    )


def _first(dataset: Dataset, query: Query) -> Headline | None:
    return next(iter(headlines(dataset, query, dataset.settings.headline_metrics)), None)
