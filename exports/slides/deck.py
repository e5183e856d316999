"""A view of the pages as a deck of slides.

deck(asked, view="explore", address="https://.../explore?...")
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from exports.citations import cited
from exports.nothing import NothingToTakeError
from exports.paper.chart_kinds import NOTHING, Asked
from exports.paper.facts import facts_of
from exports.slides.deck_file import deck_file, said_that_fits
from exports.slides.explore_slides import explore_slides
from exports.slides.notes import notes_of_documents
from exports.slides.overview_slides import overview_slides
from exports.slides.region_slides import region_slides
from exports.slides.slide import Slide
from exports.slides.template import INNER
from exports.slides.text_fit import clean, height_of
from metrics.counts.candidates import clocks_of
from metrics.counts.small_tables import names_of_organisations
from metrics.counts.typed_rows import Document
from metrics.language.phrasing import number
from metrics.language.wording import _, ngettext

VIEWS: Final[Mapping[str, Callable[[Asked], Iterable[Slide]]]] = {
    "explore": explore_slides,
    "overview": overview_slides,
    "regions": region_slides,
}
# Where each view is; an address of the overview has no name of a page.
PAGES: Final = {"explore": "explore", "overview": "", "regions": "regions"}
WORDS: Final = 20  # points of the letters on slides of words
ROOM: Final = 330  # points down that they have
SOURCES: Final = 14
ROOM_OF_SOURCES: Final = 330


def deck(asked: Asked, *, view: str, address: str) -> bytes:
    """The slides of a question as a .pptx file; `address` is where its figures can be checked.

    Raises NothingToTakeError where there is no figure to show.
    """
    found = tuple(VIEWS[view](asked))
    if not found:
        raise NothingToTakeError(_(NOTHING))
    slides = [_opening(asked), *(part for slide in found for part in _with_all_said(slide))]
    known_on = clocks_of(asked.dataset, asked.query).known_on
    return deck_file(
        [*slides, _sources(asked, slides, address=address)],
        title=asked.dataset.settings.title,
        author=names_of_organisations(asked.dataset)[asked.query.counted_by],
        day=known_on,
    )


def _opening(asked: Asked) -> Slide:
    facts = " · ".join(facts_of(asked.dataset, asked.query))
    return Slide(title=asked.dataset.settings.title, statistic=facts, is_opening=True)


def _with_all_said(slide: Slide) -> Iterator[Slide]:
    """A slide, and after it one of what must be said with it and has no room below its chart."""
    yield slide
    if slide.chart is None:
        return
    rest = [one for one in slide.said if clean(one) not in said_that_fits(slide)]
    for lines in on_slides(rest):
        yield Slide(
            title=_("To say with these figures"), statistic=slide.title, said=lines, notes=slide.notes[:0]
        )


def on_slides(lines: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Lines on as many slides as they need."""
    taken: list[str] = []
    high = 0.0
    for line in lines:
        own = height_of(clean(line), size=WORDS, width=INNER) + 8
        if taken and high + own > ROOM:
            yield tuple(taken)
            taken, high = [], 0.0
        taken.append(line)
        high += own
    if taken:
        yield tuple(taken)


def _sources(asked: Asked, slides: Iterable[Slide], *, address: str) -> Slide:
    """The documents behind all slides, the newest first; where they are many, the notes have all."""
    documents = list(dict.fromkeys(one for slide in slides for one in slide.documents))
    documents.sort(key=lambda one: one.published, reverse=True)
    settings = asked.dataset.settings
    shown = _that_fit(documents)
    rest = len(documents) - len(shown)
    words = ngettext(
        "{count} more document in the notes of this slide.",
        "{count} more documents in the notes of this slide.",
        max(rest, 1),
    )
    more = [words.format(count=number(rest))] if rest else []
    where = _("Every figure with its source: {address}").format(address=address)
    return Slide(
        title=_("Sources"),
        said=(*map(cited, shown), *more),
        foot=f"{where} · {settings.licence}",
        notes=(*notes_of_documents(documents), "", where, settings.citation, settings.licence),
    )


def _that_fit(documents: list[Document]) -> list[Document]:
    shown: list[Document] = []
    high = 0.0
    for one in documents:
        high += height_of(clean(cited(one)), size=SOURCES, width=INNER) + 8
        if high > ROOM_OF_SOURCES:
            break
        shown.append(one)
    return shown
