"""Sources side by side: what several organisations count, each with its scope, and never added up."""

import streamlit as st

from app_pages.card.card import ask_for_card
from app_pages.card.words_with_cards import write
from app_pages.compare.compared_words import details_of_sides, name_of_comparable, nearest_dates, scopes
from app_pages.figure.component import ChosenMark
from app_pages.figure.figures import drawn, place
from app_pages.figure.reader import look
from app_pages.frame.page_heading import open_page
from app_pages.question.question import Question
from charts import side_by_side
from exports.addresses import picture_address
from metrics.counts.candidates import clocks_of
from metrics.counts.small_tables import short_names_of_organisations
from metrics.language.plain_text import plain
from metrics.language.wording import _
from metrics.number.card_address import question_of_card
from metrics.organisations.comparable import comparable_counts
from metrics.organisations.scopes import scope_in_a_line
from metrics.organisations.side_by_side import Side, reference_of, sides_of
from metrics.query.query import Grain, Query
from metrics.question.allowed import running_measure
from validation import Dataset


def choose_what(question: Question) -> None:
    """One of the things that two or more organisations count."""
    dataset = question.dataset
    offered = comparable_counts(dataset, clocks_of(dataset, question.current()))
    options = {
        "|".join(one.counted): {**one.counted._asdict(), "from": one.start.isoformat()} for one in offered
    }
    names = dict(zip(options, (name_of_comparable(one, dataset) for one in offered), strict=True))
    if options:
        question.bundle(
            _("What, who and where"),
            options=options,
            names=names,
            placeholder=_("Choose something that two or more organisations count"),
        )


def introduce() -> None:
    """What is compared, and what must not be concluded from it."""
    st.markdown(
        _(
            "Each organisation counts by its own definition. Here their figures are side by side, each"
            " with its scope. They neither confirm nor contradict each other, and must never be added"
            " up."
        )
    )


def show_that_nothing_compares(dataset: Dataset, sides: tuple[Side, ...]) -> None:
    """One organisation or none: a sentence, and no chart."""
    if sides:
        name = plain(short_names_of_organisations(dataset)[sides[0].counter])
        words = _("Only {name} has figures for this, so there is nothing to set beside them.")
        st.info(words.format(name=name))
    else:
        st.info(_("No organisation had figures for this by that day."))


def open_card(sides: tuple[Side, ...], mark: ChosenMark) -> None:
    """Callback of the chart: a mark opens the card of its number."""
    number = None if mark.row is None else reference_of(sides, mark.row)
    if number:
        ask_for_card("sides", question_of_card(number))


def show_sides(dataset: Dataset, query: Query, sides: tuple[Side, ...]) -> None:
    """Scope first, then the chart, the nearest dates, and what belongs to each organisation's counts."""
    answer, narrow = sides[0].answer, look().narrow
    st.header(_("Scope"))
    with st.container(key="side-by-side"):
        write(scopes(dataset, sides, query, narrow=narrow), key="scopes")
    lines = tuple(scope_in_a_line(dataset, side) for side in sides)
    place(
        drawn(side_by_side, answer, sides=sides, scopes=lines),
        key="sides",
        picture=picture_address(answer.query, chart="organisations"),
        answers=[side.answer for side in sides],
        choose=lambda mark: open_card(sides, mark),
    )
    st.header(_("Nearest dates"))
    st.caption(
        _(
            "Each figure from the other organisations, beside the first organisation's figure nearest"
            " to it in time. No difference is given: it would reflect the two definitions as much as"
            " the people counted."
        )
    )
    with st.container(key="side-by-side-nearest"):
        write(nearest_dates(sides, narrow=narrow), key="nearest")
    st.header(_("Notes on each source"))
    write(details_of_sides(sides), key="details-of-sides")


dataset, question = open_page("compare")
introduce()
choose_what(question)
for parameter in ("metric", "place"):
    question.set(parameter, question.value(parameter))
question.set("measure", str(running_measure(dataset, question.value("metric"))))
question.set("grain", str(Grain.AS_PUBLISHED))
query = question.apply()
sides = sides_of(dataset, query)
if len(sides) > 1:
    show_sides(dataset, query, sides)
else:
    show_that_nothing_compares(dataset, sides)
