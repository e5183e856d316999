"""Codes that are gone: a link that somebody cited is read with those of today, and says so."""

from __future__ import annotations

from collections.abc import Iterable

from metrics.counts.table_rows import all_metrics, all_places
from metrics.language.phrasing import Message, Term
from metrics.language.wording import N_
from validation import Dataset

Pairs = tuple[tuple[str, str], ...]


def with_codes_of_today(
    pairs: Iterable[tuple[str, str]], dataset: Dataset
) -> tuple[Pairs, tuple[Message, ...]]:
    """The parameters in the codes of today, by `replaced_by` of dataset.toml; a sentence for each change."""
    found: list[tuple[str, str]] = []
    said: list[Message] = []
    for name, code in pairs:
        new = code_of_today(dataset, name, code)
        found.append((name, new))
        if new != code:
            said.append(_replaced(dataset, name, code, new))
    return tuple(found), tuple(said)


def code_of_today(dataset: Dataset, parameter: str, code: str) -> str:
    """The code that stands for one that is gone; any other as it is."""
    return dataset.settings.replaced_by.get(parameter, {}).get(code, code)


def _replaced(dataset: Dataset, parameter: str, old: str, new: str) -> Message:
    name = all_metrics(dataset)[new].label if parameter == "metric" else all_places(dataset)[new].name
    template = N_("This link was made with the code “{old}”, which is now “{new}” ({name}).")
    return Message(template, {"old": old, "new": new, "name": Term(name)})
