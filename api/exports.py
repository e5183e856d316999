"""The kinds of files that are made of an answer."""

from __future__ import annotations

from typing import Final

from api.exports_by_address import Export, Wanted
from exports.sheets.workbook import workbook
from metrics.answer.answering import answer_for

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _workbook(wanted: Wanted) -> bytes:
    answer = answer_for(wanted.dataset, wanted.query)
    return workbook(wanted.dataset, answer, host=wanted.host, made=wanted.day)


EXPORTS: Final = (Export(name="series.xlsx", media_type=XLSX, make=_workbook),)
