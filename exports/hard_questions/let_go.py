"""“But they let people go.” The newest amnesty: what was announced, and what was verified."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from exports.hard_questions.hard_question import (
    Cell,
    EvidenceLine,
    EvidenceTable,
    HardQuestion,
    link_to,
    source_line,
)
from metrics.amnesty.amnesties import Amnesty, amnesties_of
from metrics.amnesty.amnesty_words import announced_in_words, nothing_verified, verified_in_words
from metrics.amnesty.verified_shares import in_words
from metrics.counts.table_rows import all_organisations
from metrics.counts.typed_rows import Document
from metrics.language.phrasing import day, unbroken_day
from metrics.language.wording import N_, _
from metrics.number.sentence import Sentence, joined, sentence_from
from metrics.query.query import Query
from validation import Dataset

MOST_ROWS: Final = 5
BOTH: Final = N_("For the amnesty of {day}, the release of {announced} was announced; {verified}.")
ANNOUNCED: Final = N_(
    "For the amnesty of {day}, the release of {announced} was announced; no verified figure for all"
    " political prisoners among them is recorded here.{other}"
)
VERIFIED: Final = N_("For the amnesty of {day}, {verified}; no announced total is recorded here.")
OTHER: Final = N_(" The latest amnesty with a verified figure is that of {day}: {verified}.")
OF_EVERY_KIND: Final = N_("{number} prisoners of every kind")
VERIFIED_BY: Final = N_("the release of {number} political prisoners was verified by {counter}")
AND_BY: Final = N_("of {number} by {counter}")
NOT_THE_SAME: Final = N_(
    "Announced figures count prisoners of every kind, unless the figure says otherwise. Verified"
    " figures count political prisoners, confirmed by an organisation. Where there is no figure, that"
    " does not mean zero."
)


def they_let_people_go(dataset: Dataset, query: Query) -> HardQuestion | None:
    """The newest amnesty that has a number; None where none is known to have any."""
    amnesties = amnesties_of(dataset, query)
    told = [one for one in amnesties if _is_announced(one) or one.courses]
    if not told:
        return None
    newest = told[0]
    verified = next((one for one in told if one.courses), None)
    return HardQuestion(
        code="amnesties",
        question=_("But they let people go."),
        answer=_answer(dataset, newest, verified),
        evidence=(_table(amnesties[:MOST_ROWS]), EvidenceLine(text=_(NOT_THE_SAME))),
        source=source_line(_documents(newest)),
        more=(link_to(_("Amnesties"), "/amnesties", query),),
    )


def _is_announced(amnesty: Amnesty) -> bool:
    """Whether a number is known to have been announced for all of it, of whatever kind of prisoners."""
    return bool(amnesty.announced or amnesty.claimed)


def _answer(dataset: Dataset, newest: Amnesty, verified: Amnesty | None) -> Sentence:
    of_newest: dict[str, Cell] = {"day": day(newest.day), "announced": _announced(newest)}
    if newest.courses:
        template = BOTH if _is_announced(newest) else VERIFIED
        return sentence_from(_(template), **of_newest, verified=_verified(dataset, newest))
    other = Sentence()
    if verified is not None:
        other = sentence_from(_(OTHER), day=day(verified.day), verified=_verified(dataset, verified))
    return sentence_from(_(ANNOUNCED), **of_newest, other=other)


def _announced(amnesty: Amnesty) -> Sentence:
    words = announced_in_words(amnesty)
    return sentence_from(_(OF_EVERY_KIND), number=words) if amnesty.announced else words


def _verified(dataset: Dataset, amnesty: Amnesty) -> Sentence:
    """By each organisation that verified any, the first to count first."""
    templates = (VERIFIED_BY, *([AND_BY] * len(amnesty.courses)))
    return joined(
        ", ",
        (
            sentence_from(
                _(template),
                number=in_words(course.last),
                counter=all_organisations(dataset)[course.counter].called,
            )
            for template, course in zip(templates, amnesty.courses, strict=False)
        ),
    )


def _table(amnesties: tuple[Amnesty, ...]) -> EvidenceTable:
    return EvidenceTable(
        label=_("Latest amnesties"),
        head=(_("Amnesty"), _("Place"), _("Announced"), _("Verified")),
        rows=tuple(
            (
                unbroken_day(one.day),
                one.place,
                announced_in_words(one),
                joined("; ", map(verified_in_words, one.courses)) if one.courses else nothing_verified(one),
            )
            for one in amnesties
        ),
        numeric=(2, 3),
    )


def _documents(amnesty: Amnesty) -> Iterable[Document]:
    if amnesty.announced:
        yield amnesty.announced[-1].document
    elif amnesty.claimed:
        yield amnesty.claimed[-1].document
    yield from (course.last.document for course in amnesty.courses)
