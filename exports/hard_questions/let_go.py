"""“But they let people go.” The newest amnesty: what was announced, and what was verified."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from exports.hard_questions.hard_question import (
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
BOTH: Final = N_(
    "For the amnesty of {day}, the release of {announced} prisoners of every kind was announced; of political"
    " prisoners, {counter} has verified {verified} releases."
)
ANNOUNCED: Final = N_(
    "For the amnesty of {day}, the release of {announced} prisoners of every kind was announced; no number of"
    " political prisoners among them is recorded here.{other}"
)
VERIFIED: Final = N_(
    "Of the amnesty of {day}, {counter} has verified the release of {verified} political prisoners; no"
    " announced number is recorded here."
)
OTHER: Final = N_(
    " The newest amnesty with a verified number is that of {day}: {verified} political prisoners, verified by"
    " {counter}."
)
NOT_THE_SAME: Final = N_(
    "Announced are prisoners of every kind, as authorities say. Verified are political prisoners, as an"
    " organisation has found out. Where there is no number, that is not zero."
)


def they_let_people_go(dataset: Dataset, query: Query) -> HardQuestion | None:
    """The newest amnesty that has a number; None where none is known to have any."""
    amnesties = amnesties_of(dataset, query)
    told = [one for one in amnesties if one.announced or one.courses]
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


def _answer(dataset: Dataset, newest: Amnesty, verified: Amnesty | None) -> Sentence:
    if not newest.courses:
        other = Sentence()
        if verified is not None:
            other = sentence_from(_(OTHER), day=day(verified.day), **_verified(dataset, verified))
        return sentence_from(
            _(ANNOUNCED), day=day(newest.day), announced=announced_in_words(newest), other=other
        )
    template = BOTH if newest.announced else VERIFIED
    values = {"announced": announced_in_words(newest)} if newest.announced else {}
    return sentence_from(_(template), day=day(newest.day), **values, **_verified(dataset, newest))


def _verified(dataset: Dataset, amnesty: Amnesty) -> dict[str, str | Sentence]:
    """By the organisation that counted it first."""
    course = amnesty.courses[0]
    return {
        "counter": all_organisations(dataset)[course.counter].called,
        "verified": Sentence((in_words(course.last),)),
    }


def _table(amnesties: tuple[Amnesty, ...]) -> EvidenceTable:
    return EvidenceTable(
        label=_("The newest amnesties"),
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
    if amnesty.courses:
        yield amnesty.courses[0].last.document
