"""The tables of the public checks: what each document passed or failed, and what could not be tested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

import pandas as pd

from app_pages.words.clauses import clause_in_words
from app_pages.words.counts_table import PARTS, part_in_words
from app_pages.words.names import OUTCOMES, metric_names, place_names, translated
from app_pages.words.text_tables import table_of
from app_pages.words.words import Words
from exports.numbers import count_of
from metrics.checks.document_checks import checks_of_document, checks_of_documents, failures_of_documents
from metrics.checks.judgements import Judgement, Statement
from metrics.checks.known_comparisons import Outcome
from metrics.counts.candidates import Clocks, clocks_of
from metrics.counts.documents import documents
from metrics.counts.small_tables import names_of_organisations
from metrics.counts.typed_rows import PublishedCount, typed_rows
from metrics.language.phrasing import number, unbroken_day
from metrics.language.wording import N_, _
from metrics.number.sentence import Link, Sentence, joined, sentence_from
from metrics.query.caching import cached_words
from metrics.query.query import Query
from metrics.question.address import address_of_clocks
from validation import Dataset

OF_DOCUMENTS: Final = {
    "failed": N_("Failed"),
    "explained": N_("Explained"),
    "passed": N_("Passed every check that could be run"),
    "not_testable": N_("Nothing could be checked"),
}
# What this check judges is the document, and no count of it.
OF_A_DOCUMENT: Final = ("doubtful_document",)


@cached_words
def failing_documents(dataset: Dataset, query: Query, *, narrow: bool) -> Words:
    """Each comparison that a document failed, newest document first; its title leads to its checks.

    On a phone the day is below the title, and the count before what does not hold.
    """
    clocks = clocks_of(dataset, query)
    titles = documents(dataset, clocks).set_index("source_id").to_dict("index")
    failed = [
        (titles[source_id], source_id, statement)
        for source_id, statements in failures_of_documents(dataset, clocks).items()
        for statement in statements
    ]
    links = [
        Link(
            text=document["title"] or source_id,
            href=f"/checks?{address_of_clocks(query, source_id=source_id)}",
        )
        for document, source_id, _one in failed
    ]
    days = [unbroken_day(document["published"]) for document, _id, _one in failed]
    label, statements = _("Documents that fail a check"), [statement for _doc, _id, statement in failed]
    if narrow:
        named = [Sentence((link, f", {day}")) for link, day in zip(links, days, strict=True)]
        clauses = [_statement(dataset, statement, query) for statement in statements]
        return table_of(label, {_("Document"): named, _("What disagrees"): clauses})
    return table_of(
        label,
        {
            _("Document"): [Sentence((link,)) for link in links],
            _("Published"): days,
            _("What is counted"): [_count(dataset, statement) for statement in statements],
            _("What disagrees"): [_clause(dataset, statement, query) for statement in statements],
        },
    )


@cached_words
def checked_documents(dataset: Dataset, clocks: Clocks) -> pd.DataFrame:
    """Every document known by the clocks, newest first, with its outcomes; not escaped."""
    checked = checks_of_documents(dataset, clocks)
    columns = {
        "published": _("Published"),
        "title": _("Title"),
        "outcome": _("Outcome"),
        "failed": _("Failed"),
        "explained": _("Explained"),
        "passed": _("Passed"),
        "not_testable": _("Checks that could not be run"),
        "counts": _("Figures"),
        "tested": _("Figures in a comparison"),
        "publisher_name": _("Publisher"),
    }
    in_words = checked.assign(outcome=checked["outcome"].map(translated(OF_DOCUMENTS)))
    return in_words[list(columns)].rename(columns=columns)


@cached_words
def checks_in_words(dataset: Dataset, query: Query, source_id: str, *, narrow: bool) -> Words:
    """Each check of one document: its outcome, the number of comparisons, and what was compared.

    On a phone, outcome and number are beside the check's name.
    """
    judgements = checks_of_document(dataset, clocks_of(dataset, query), source_id).judgements
    outcomes, label = translated(OUTCOMES), _("Checks of the document")
    numbers = {
        _("In numbers"): [joined("; ", _clauses(dataset, one, source_id, query)) for one in judgements],
    }
    if narrow:
        named = [f"{one.title}: {outcomes[one.outcome]} ({number(one.compared)})" for one in judgements]
        return table_of(label, {_("Check, outcome (comparisons)"): named, **numbers})
    return table_of(
        label,
        {
            _("Check"): [str(one.title) for one in judgements],
            _("Outcome"): [outcomes[one.outcome] for one in judgements],
            _("Comparisons"): [number(one.compared) for one in judgements],
            **numbers,
        },
        numeric=(_("Comparisons"),),
    )


@cached_words
def comparisons_in_words(dataset: Dataset, query: Query, source_id: str) -> Words:
    """Every comparison of a count of the document, check by check, failed ones first."""
    judgements = checks_of_document(dataset, clocks_of(dataset, query), source_id).judgements
    compared = [(one, statement) for one in judgements for statement in one.statements]
    outcomes = translated(OUTCOMES)
    return table_of(
        _("All comparisons"),
        {
            _("Check"): [str(one.title) for one, _statement_of_it in compared],
            _("Outcome"): [outcomes[statement.outcome] for _one, statement in compared],
            _("In numbers"): [_statement(dataset, statement, query) for _one, statement in compared],
        },
    )


@cached_words
def outcomes_in_words(dataset: Dataset, clocks: Clocks, source_id: str) -> str:
    """How many of the checks a document passed and failed, and how many could not be tested."""
    outcomes = Counter(one.outcome for one in checks_of_document(dataset, clocks, source_id).judgements)
    return _(
        "Of {count} checks: {failed} failed, {explained} explained, {passed} passed, {not_testable} not"
        " testable."
    ).format(
        count=number(outcomes.total()),
        failed=number(outcomes[Outcome.FAILED]),
        explained=number(outcomes[Outcome.EXPLAINED]),
        passed=number(outcomes[Outcome.PASSED]),
        not_testable=number(outcomes[Outcome.NOT_TESTABLE]),
    )


def _clauses(dataset: Dataset, judgement: Judgement, source_id: str, query: Query) -> Iterator[Sentence]:
    """Failed comparisons with the other documents in them; without one, the first that holds, or why none."""
    if not judgement.statements:
        yield clause_in_words(dataset, judgement.clause, judgement.named, query)
    for position, statement in enumerate(judgement.statements):
        others = set(dataset.observations.loc[list(statement.lines), "source_id"]) - {source_id}
        if statement.outcome is Outcome.PASSED:
            if position == 0:
                yield _statement(dataset, statement, query)
        elif others:
            words = _("{told} (with {documents})")
            clause = _statement(dataset, statement, query)
            yield sentence_from(words, told=clause, documents=", ".join(sorted(others)))
        else:
            yield _statement(dataset, statement, query)


def _statement(dataset: Dataset, statement: Statement, query: Query) -> Sentence:
    clause = _clause(dataset, statement, query)
    if statement.rule in OF_A_DOCUMENT:
        return clause
    return sentence_from(_("{count}: {clause}"), count=_count(dataset, statement), clause=clause)


def _clause(dataset: Dataset, statement: Statement, query: Query) -> Sentence:
    return clause_in_words(dataset, statement.clause, statement.named, query)


def _count(dataset: Dataset, statement: Statement) -> str:
    """Metric, place, part and counter of the judged count, each left out where it is the default."""
    (count,) = dataset.observations.loc[[statement.lines[0]]].to_dict("records")
    defaults = dataset.settings.defaults
    parts = [
        metric_names(dataset)[count["metric"]],
        place_names(dataset)[count["place"]] if count["place"] != defaults.place else "",
        part_in_words(dataset, **{name: count[name] for name in PARTS}),
        names_of_organisations(dataset)[count["counted_by"]]
        if count["counted_by"] != defaults.counted_by
        else "",
    ]
    return ", ".join(part for part in parts if part)


@cached_words
def left_out_in_words(dataset: Dataset, query: Query, source_id: str) -> Words | None:
    """The document's counts that corrections leave out, each with its reason; None where there are none."""
    left_out = checks_of_document(dataset, clocks_of(dataset, query), source_id).left_out
    if left_out.empty:
        return None
    return table_of(
        _("Left out by a correction"),
        {
            _("What is counted"): left_out["metric"].map(metric_names(dataset)),
            _("Published figure"): [
                Sentence((count_of(count, query, stands=False),))
                for count in typed_rows(left_out, PublishedCount)
            ],
            _("Reason"): left_out["reason"],
        },
        numeric=(_("Published figure"),),
    )
