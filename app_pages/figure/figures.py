"""The one way to put a figure on a page, with its caveats, table, words, documents and download.

    from charts.line import line_chart
    answer = answer_for(dataset, query)
    show(drawn(line_chart, answer), answer, key="main")
    on_map = drawn(region_map, answer, boundaries=dataset.boundaries, map_credit=settings.map_credit)
    show(on_map, answer, key="map")
    place(drawn(amnesty_chart, amnesties, known_on=day), key="amnesties", picture=picture)

`drawn` keeps finished figures for all readers together; `show` puts one on the page. Below it: the
caveats, and folded away the table, the figure in words, the documents, and the download, all of
exactly that Answer. `place` puts a figure there that is not about a single Answer: a table of the page beside
it has its numbers. `boundaries` and other large options are compared by identity.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from app_pages.card.card import ask_for_card, open_requested_card
from app_pages.figure.answer_details import MOST_CAVEATS_SHOWN, CaveatsBelow, caveats_below, folded_details
from app_pages.figure.choices import Choices
from app_pages.figure.component import Addresses, ChosenMark, mount
from app_pages.figure.finished_figures import Finished, finished
from app_pages.figure.reader import look
from app_pages.words.folded import unfolded
from charts.canvas.drawing import Drawing
from charts.canvas.theme import Look
from exports.addresses import picture_address
from exports.figure_headings import Heading, heading_of
from metrics.answer.answer import Answer
from metrics.counts.current_tables import current_snapshot
from metrics.language.plain_text import plain
from metrics.language.wording import _
from metrics.number.card_address import question_of_card
from metrics.number.sentence import Sentence
from metrics.number.single import Reference, pinned
from metrics.query.caching import ByIdentity, cached_words
from metrics.question.address import address_of, has_address, short_address_of


def drawn(
    draw: Callable[..., Drawing],
    shown: Hashable,
    *,
    low: bool = False,
    **options: object,
) -> Finished:
    """The figure that a chart function draws, for a wide place and for a narrow one; cached.

    `shown` is an Answer, or anything else that is cached. `low` is for one of several on a printed page.
    """
    named = tuple((name, ByIdentity(value)) for name, value in sorted(options.items()))
    return _drawn(draw, shown, named, Look(scheme=look().scheme, low=low))


def _heading(figure: Finished, answer: Answer, finding: Sentence | None) -> Heading | None:
    """What was found as the title, where a sentence is true of what the figure shows."""
    statistic = f"{figure.title} · {figure.texts['subtitle']}"
    return heading_of(answer, finding=finding, statistic=statistic, takes_finding=figure.takes_finding)


def addresses_of(answer: Answer, *, picture: str = "") -> Addresses:
    """Its picture, the answer as a file, and its question on the page that shows any.

    The link that goes on leaves out what is usual; the one to cite has everything, and stops both clocks.
    `picture` is that of another chart than Explore's. Of more places than fit there is no other address.
    """
    dataset = current_snapshot().dataset
    if dataset is None or not has_address(answer.query):
        return Addresses(picture=picture)
    return Addresses(
        picture=picture or picture_address(answer.query),
        data=f"/api/v1/series.csv?{address_of(answer.query)}",
        link=f"/explore?{short_address_of(dataset, answer.query)}",
        cited=f"/explore?{address_of(pinned(answer, answer.query))}",
    )


@cached_words
def _drawn(
    draw: Callable[..., Drawing], shown: Hashable, options: tuple[tuple[str, ByIdentity], ...], seen: Look
) -> Finished:
    given = {name: option.value for name, option in options}
    narrow = replace(seen, narrow=True)
    return finished(draw(shown, look=seen, **given), draw(shown, look=narrow, **given))


def show(
    figure: Finished,
    answer: Answer,
    *,
    key: str,
    details_of_sides: bool = True,
    finding: Sentence | None = None,
    caveats: int = MOST_CAVEATS_SHOWN,
    choose: Callable[[ChosenMark], None] | None = None,
    choices: Choices | None = None,
    picture: str = "",
) -> None:
    """Put a figure on the page, with its caveats, table, words, documents and download.

    The title of a figure of one series is what was found, where a short sentence is true of exactly this
    answer; else it is `finding`, and without one the statistic.

    A mark that is clicked, or entered by the keyboard, opens the card of its row; `choose` is called with it
    too. `details_of_sides=False` leaves out the caveats and what is folded away, where another figure on the
    page shows the same Answer; `caveats` is how many are written out; `choices` are the places and the time
    chosen inside the figure; `picture` is the address of its picture, where it is not Explore's chart.
    """

    def chosen(mark: ChosenMark) -> None:
        if mark.row is not None and answer.has_row(mark.row):
            ask_for_card(key, question_of_card(Reference(answer=answer, row=mark.row)))
        if choose:
            choose(mark)

    with st.container(key=f"figure-{key}"):
        mount(
            figure,
            key=key,
            answer=address_of(answer.query) if has_address(answer.query) else "",
            heading=_heading(figure, answer, finding),
            opened=partial(ask_for_card, key),
            addresses=addresses_of(answer, picture=picture),
            choose=chosen,
            choices=choices,
            caveats=caveats_below(answer, most=caveats) if details_of_sides else None,
        )
        if details_of_sides:
            folded_details(answer, words=figure.alt, key=key)
    open_requested_card(key)


def place(
    figure: Finished,
    *,
    key: str,
    picture: str,
    answers: Sequence[Answer] = (),
    caveats: CaveatsBelow | None = None,
    choose: Callable[[ChosenMark], None] | None = None,
) -> None:
    """Put a figure on the page that is not about a single Answer; folded away, the figure in words.

    `picture` is the address of its picture, `answers` are those with the rows of its marks, if any.
    `choose` is called with a mark that is clicked, or entered by the keyboard. The card that it requests
    under this key is opened.
    """
    with st.container(key=f"figure-{key}"):
        mount(
            figure,
            key=key,
            addresses=Addresses(picture=picture),
            answer=" ".join(address_of(answer.query) for answer in answers),
            choose=choose,
            caveats=caveats,
        )
        if unfolded(_("The chart in words"), key=key):
            st.markdown("\n\n".join(plain(paragraph) for paragraph in figure.alt.split("\n\n")))
    open_requested_card(key)


def spark(figure: Finished, answer: Answer, *, key: str) -> None:
    """Put the small line of a series on a card that has its number and date in words."""
    with st.container(key=f"spark-{key}"):
        mount(figure, key=f"spark-{key}", answer=address_of(answer.query))
