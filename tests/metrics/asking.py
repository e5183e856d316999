"""Asking a question in a test as an address asks it."""

from __future__ import annotations

from datetime import date

from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.question.address import read_parameters
from validation import Dataset

TODAY = date(2026, 11, 23)


def ask(dataset: Dataset, **parameters: str | list[str]) -> Answer:
    """The answer to the parameters; `from_` stands for `from`."""
    pairs = [
        (name.rstrip("_"), value)
        for name, values in parameters.items()
        for value in ([values] if isinstance(values, str) else values)
    ]
    return answer_for(dataset, read_parameters(pairs, dataset=dataset, today=TODAY))


def values(answer: Answer) -> dict[str, float | None]:
    """The values by bucket; None where there is none."""
    rows = answer.to_frame()
    return {
        bucket: None if missing else float(value)
        for bucket, value, missing in zip(rows["bucket"], rows["value"], rows["value"].isna(), strict=True)
    }


def statuses(answer: Answer) -> dict[str, str]:
    return dict(zip(answer.to_frame()["bucket"], answer.to_frame()["status"], strict=True))


def caveats(answer: Answer) -> dict[str, str]:
    return {caveat.kind: str(caveat.message) for caveat in answer.caveats}
