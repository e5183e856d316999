"""What a speaker finds below a slide: what to say, what is counted, what may be asked, and what to answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from charts.canvas.credit import cautions
from exports.citations import cited, documents_of
from exports.hard_questions.hard_question import HardQuestion, quoted, source_line
from exports.paper.shown import caveats_of
from exports.read_out import sentences_to_read_out
from metrics.answer.answer import Answer
from metrics.counts.typed_rows import Document
from metrics.headline.read_out import rows_to_read_out
from metrics.headline.unsupported_claims import unsupported_claims_of_rows
from metrics.language.wording import _


def notes_of(answer: Answer, *, first: Sequence[str] = (), more: Iterable[str] = ()) -> tuple[str, ...]:
    """The paragraphs for an answer; `first` is said before its sentences, `more` before its caveats."""
    sentences, _remarks = sentences_to_read_out(answer)
    claims = [f"{claim.what} {claim.why}" for claim in unsupported_claims_of_rows(answer)]
    parts = (
        _part(_("To say aloud"), dict.fromkeys([*first, *map(str, sentences)])),
        *(_part(answer.metrics[code].label, _definition(answer, code)) for code in answer.definitions),
        _part(_("Questions you may face"), _asked(answer)),
        _part(_("To say with these figures"), said_with(answer, more)),
        _part(_("What these figures cannot tell you"), claims),
    )
    return tuple(line for part in parts for line in part)


def said_with(answer: Answer, more: Iterable[str] = ()) -> tuple[str, ...]:
    """All that must be said with an answer's figures, each once."""
    said = [one for one in (*more, *caveats_of(answer)) if one]
    # A caveat begins with the metric's name where it repeats what is said of the metric.
    said += [one for one in cautions(answer) if not any(other.endswith(one) for other in said)]
    return tuple(dict.fromkeys(said))


def documents_read_out(answer: Answer) -> tuple[Document, ...]:
    """The documents of the figures that are read out first."""
    found = rows_to_read_out(answer)
    rows = found.rows if found else ()
    return documents_of(answer, rows)


def notes_of_question(question: HardQuestion) -> tuple[str, ...]:
    """A hard question with its answer and its source."""
    source = _("Source: {source}.").format(source=question.source)
    return (quoted(question.question), str(question.answer), *([source] if question.source else []))


def notes_of_documents(documents: Iterable[Document]) -> tuple[str, ...]:
    """The documents as a bibliography has them."""
    return tuple(map(cited, documents))


def _part(title: str, lines: Iterable[str]) -> tuple[str, ...]:
    found = tuple(line for line in lines if line)
    return (title.upper(), *found, "") if found else ()


def _definition(answer: Answer, code: str) -> Iterator[str]:
    definition = answer.definitions[code]
    facts = {
        _("Counted"): _(definition.definition or definition.what_it_counts),
        _("Not counted"): _(definition.not_counted) if definition.not_counted else _("Not recorded here."),
        _("How it is verified"): _(definition.how_verified) if definition.how_verified else "",
        _("As stated in"): "; ".join(map(cited, definition.documents)),
    }
    return (f"{term}: {words}" for term, words in facts.items() if words)


def _asked(answer: Answer) -> Iterator[str]:
    """Where a number comes from is asked first, and then whom it leaves out."""
    documents = documents_read_out(answer)
    if documents:
        question = _("Who says so?")
        yield f"{quoted(question)} {source_line(documents)}."
    left_out = [_(one.not_counted) for one in answer.definitions.values() if one.not_counted]
    if left_out:
        question, term = _("Is that everyone?"), _("Not counted")
        answered = " ".join([*cautions(answer), *(f"{term}: {words}" for words in left_out)])
        yield f"{quoted(question)} {answered}"
