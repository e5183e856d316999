"""What was announced and verified of an amnesty, in the few words that a bar or a cell has room for."""

from __future__ import annotations

from metrics.amnesty.amnesties import Amnesty, EventCount, VerificationCourse
from metrics.amnesty.verified_shares import announced_exactly, in_words, share_verified
from metrics.language.phrasing import number, rate
from metrics.language.wording import _, ngettext
from metrics.number.sentence import Sentence, joined, sentence_from


def announced_in_words(amnesty: Amnesty) -> Sentence:
    """The announced number; all exact ones where documents disagree; else what there is instead of it."""
    exact = announced_exactly(amnesty)
    if exact:
        return joined(_(" or "), map(in_words, exact))
    if amnesty.announced:
        return Sentence((in_words(amnesty.announced[-1]),))
    if amnesty.claimed:
        return sentence_from(_("{quantity} political prisoners"), quantity=in_words(amnesty.claimed[-1]))
    return Sentence((_("parts only") if amnesty.announced_in_parts else _("no figure"),))


def verified_in_words(course: VerificationCourse) -> Sentence:
    """The last verified number with its counter: "at least 130 (AI)"."""
    last = course.last
    return sentence_from(_("{quantity} ({counter})"), quantity=in_words(last), counter=last.counter)


def nothing_verified(amnesty: Amnesty) -> str:
    """Why there is no verified number of the whole; never a zero."""
    return _("parts only") if amnesty.verified_in_parts else _("no figure")


def share_in_words(amnesty: Amnesty, course: VerificationCourse) -> str:
    """The share in percent; empty where none can be defended."""
    percentage = share_verified(amnesty, course).percentage
    return "" if percentage is None else _("{share}%").format(share=rate(percentage))


def days_after(one: EventCount) -> str:
    """How long after the amnesty a count is as of; of one of the day itself, when it was printed."""
    if one.days < 1:
        return _printed_after((one.document.published - one.count.period_end).days)
    return ngettext("{count} day after", "{count} days after", one.days).format(count=number(one.days))


def _printed_after(days: int) -> str:
    """When a document of later days speaks of that day, nobody knows of when its number is."""
    if days < 1:
        return _("on the day")
    return ngettext("published {count} day after", "published {count} days after", days).format(
        count=number(days)
    )
