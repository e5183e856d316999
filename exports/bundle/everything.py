"""All that a person takes into a room about one question, each file as it is had by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from exports.bundle.archive import archive
from exports.bundle.bundle import citation
from exports.question_in_words import pinned_address, question_in_words
from metrics.answer.answer import Answer
from metrics.language.wording import _
from metrics.question.address import address_of
from validation import Dataset


def everything(
    dataset: Dataset, answer: Answer, made: Mapping[str, bytes], *, host: str, folder: str
) -> bytes:
    """The files by their names, with a text of addresses and of how to cite."""
    lines = [
        dataset.settings.title,
        "",
        *(f"{name}: {words}" for name, words in question_in_words(answer)),
        "",
        _("These figures as they are today: {address}").format(
            address=f"{host}explore?{address_of(replace(answer.query, known_on=None, edition=None))}"
        ),
        _("The same figures, for ever: {address}").format(address=pinned_address(answer, host=host)),
        "",
        citation(dataset, answer, host=host),
    ]
    return archive(
        {**made, _("links") + ".txt": "\n".join(lines).encode()}, folder=folder, day=answer.edition
    )
