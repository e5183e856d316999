"""One amnesty: every count of it with its document, how the verified number grew, what disagrees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from app_pages.amnesties.amnesty_table import link_to
from app_pages.words.counts_table import part_in_words
from app_pages.words.names import place_names
from app_pages.words.words import Block, Cell, Line, Table, Words
from metrics.amnesty.amnesties import Amnesty, EventCount, VerificationCourse
from metrics.amnesty.amnesty_disagreements import Disagreement, disagreements
from metrics.amnesty.amnesty_words import days_after
from metrics.amnesty.verified_shares import announced_exactly, in_words, share_verified
from metrics.answer.derived import RELEASED
from metrics.counts.small_tables import names_of_organisations, short_names_of_organisations
from metrics.counts.table_rows import all_metrics
from metrics.language.phrasing import day, rate, unbroken_day
from metrics.language.wording import N_, _
from metrics.number.sentence import Sentence, rendered, sentence_from
from metrics.query.caching import cached_words
from validation import Dataset

NOTHING: Final = N_("No figure is recorded for this amnesty, announced or verified. That does not mean zero.")
PRINTED: Final = {
    "announced": N_("Announced: prisoners of every kind"),
    "claimed": N_("Political prisoners according to the authorities, not verified"),
    "verified": N_("Verified: political prisoners"),
    "identified": N_("Identified by name: political prisoners"),
    "parts": N_("Parts only: not the whole, and not added up"),
    "besides": N_("Other figures that are not releases"),
}
BETWEEN: Final = {
    ("documents", False): N_(
        "Two documents give different figures by {counter} for the same day, {one} ({ones_document})"
        " and {other} ({others_document}). They cannot both be true."
    ),
    ("organisations", False): N_(
        "{ones_counter} verified {one}, {others_counter} {other}. They may not count the same people,"
        " and nothing recorded here says which is right."
    ),
    ("organisations", True): N_(
        "{ones_counter} verified {one}, {others_counter} {other}. These need not contradict each"
        " other, because they are not both exact."
    ),
}


@cached_words
def amnesty_in_words(dataset: Dataset, amnesty: Amnesty, *, narrow: bool) -> Words:
    """All that is known of an amnesty."""
    return Words(tuple(_blocks(dataset, amnesty, narrow=narrow)))


def title_of(amnesty: Amnesty) -> str:
    """The amnesty's day and place."""
    return _("{day}, {place}").format(day=day(amnesty.day), place=amnesty.place)


def _blocks(dataset: Dataset, amnesty: Amnesty, *, narrow: bool) -> Iterator[Block]:
    yield Line(text=title_of(amnesty), tag="h2")
    if not amnesty.has_number:
        yield Line(text=_(NOTHING))
        return
    for sentence in _summary(dataset, amnesty):
        yield Line(text=sentence)
    for found in disagreements(amnesty):
        yield Line(text=_disagreement(dataset, found), look="caution")
    verified = [one for course in amnesty.courses for one in course.counts]
    printed = (
        amnesty.announced,
        amnesty.claimed,
        verified,
        amnesty.identified,
        amnesty.parts,
        amnesty.besides,
    )
    for heading, counts in zip(PRINTED.values(), printed, strict=True):
        if counts:
            yield Line(text=_(heading), tag="h3")
            yield _table(dataset, _(heading), counts, narrow=narrow)


def _summary(dataset: Dataset, amnesty: Amnesty) -> Iterator[Cell]:
    """What was announced; how each verified number grew, and its share or why there is none."""
    if not amnesty.announced:
        yield _("No announced total is recorded.")
    if not amnesty.courses:
        yield _("No verified total is recorded.")
    for course in amnesty.courses:
        name = short_names_of_organisations(dataset)[course.counter]
        yield _growth(name, course) + _share(amnesty, course)
    if amnesty.identified:
        last = amnesty.identified[-1]
        yield sentence_from(
            _("{counter} had identified {quantity} of them by name ({days})."),
            counter=short_names_of_organisations(dataset)[last.count.counted_by],
            quantity=in_words(last),
            days=days_after(last),
        )


def _growth(name: str, course: VerificationCourse) -> Sentence:
    first, last = course.counts[0], course.last
    if first.days == last.days:
        words = _("{counter} verified {quantity} ({days}).")
        return sentence_from(words, counter=name, quantity=in_words(last), days=days_after(last))
    return sentence_from(
        _("{counter} verified {first} ({days}), then {last} ({later_days})."),
        counter=name,
        first=in_words(first),
        days=days_after(first),
        last=in_words(last),
        later_days=days_after(last),
    )


def _share(amnesty: Amnesty, course: VerificationCourse) -> Sentence:
    share = share_verified(amnesty, course)
    if share.percentage is None:
        return sentence_from(
            _("No share is given. {reason}"), reason=rendered(share.reason) if share.reason else ""
        )
    return sentence_from(
        _("That is {share}% of the {announced} announced."),
        share=rate(share.percentage),
        announced=in_words(announced_exactly(amnesty)[0]),
    )


def _disagreement(dataset: Dataset, found: Disagreement) -> Sentence:
    names, one, other = short_names_of_organisations(dataset), found.one, found.other
    return sentence_from(
        _(BETWEEN[found.between, found.is_settled]),
        one=in_words(one),
        other=in_words(other),
        ones_counter=names[one.count.counted_by],
        others_counter=names[other.count.counted_by],
        ones_document=one.document.source_id,
        others_document=other.document.source_id,
        counter=names[one.count.counted_by],
    )


def _table(dataset: Dataset, label: str, counts: Iterable[EventCount], *, narrow: bool) -> Table:
    """Every count with its document; columns that say nothing of any of them are left out."""
    rows = [_row(dataset, one) for one in counts]
    names = [name for name in rows[0] if name != _("Of which") or any(row[name] for row in rows)]
    if narrow:
        names = [name for name in names if name not in (_("Published"), _("Look for"))]
    return Table(
        label=label,
        head=tuple(names),
        rows=tuple(tuple(row[name] for name in names) for row in rows),
        numeric=(0,),
    )


def _row(dataset: Dataset, one: EventCount) -> dict[str, Cell]:
    count = one.count
    place = place_names(dataset)[count.place] if "-" in count.place else ""
    part = part_in_words(dataset, sex=count.sex, age=count.age, detail=count.detail)
    metric = "" if count.metric == RELEASED else _(all_metrics(dataset)[count.metric].label)
    return {
        _("Figure"): Sentence((in_words(one),)),
        _("Of which"): "; ".join(filter(None, [metric, place, part])),
        _("As of"): f"{unbroken_day(count.period_end)}, {days_after(one)}",
        _("Counted by"): names_of_organisations(dataset)[count.counted_by],
        _("Document"): Sentence((link_to(one),)),
        _("Published"): unbroken_day(one.document.published),
        _("Look for"): _("“{words}”").format(words=count.locator) if count.locator else "",
    }
