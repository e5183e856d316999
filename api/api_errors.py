"""Why a question is not answered: 400 with what is allowed, 503 where there are no sound tables."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.responses import FOR_EVERYBODY, json_response
from metrics.counts.current_tables import current_snapshot
from metrics.query.invalid_query import ParameterError
from metrics.question.replaced import with_codes_of_today
from validation import Dataset

# Longer than any code or day.
LONGEST_VALUE: Final = 200
MOVED: Final = 308

Endpoint = Callable[[Request], Response]


def from_sound_tables(answer: Callable[[Request, Dataset], Response]) -> Endpoint:
    """The endpoint that answers from the last sound tables, or says why it does not.

    Not async: Starlette runs it in a thread, so that arithmetic does not hold up the pages.
    """

    @wraps(answer)
    def endpoint(request: Request) -> Response:
        now = current_snapshot()
        if now.dataset is None:
            return json_response({"error": {"message": now.reason}}, status_code=503)
        try:
            check_lengths(request)
            return _led_on(request, now.dataset) or answer(request, now.dataset)
        except ParameterError as error:
            return refusal(error)

    return endpoint


def _led_on(request: Request, dataset: Dataset) -> Response | None:
    """The way to the same question in the codes of today, where a code that is gone is asked for."""
    given = tuple(request.query_params.multi_items())
    pairs, replaced = with_codes_of_today(given, dataset)
    # Relative: whatever stands before our addresses at a proxy stays.
    return (
        RedirectResponse(f"?{urlencode(pairs)}", status_code=MOVED, headers=FOR_EVERYBODY)
        if replaced
        else None
    )


def refusal(error: ParameterError) -> Response:
    """400, with the parameter and what is allowed."""
    return json_response({"error": described(error)}, status_code=400)


def described(error: ParameterError) -> dict[str, object]:
    """The parameter, what was given, what is allowed, and a sentence."""
    return {
        "parameter": error.parameter[:LONGEST_VALUE],
        "value": error.value[:LONGEST_VALUE],
        "allowed": list(error.allowed),
        "message": error.message,
    }


def check_lengths(request: Request) -> None:
    """Refuse names and values that are longer than any could be."""
    for name, value in request.query_params.multi_items():
        if len(name) > LONGEST_VALUE or len(value) > LONGEST_VALUE:
            raise ParameterError(
                parameter=name[:LONGEST_VALUE],
                value=value[:LONGEST_VALUE],
                problem=f"is longer than {LONGEST_VALUE} characters",
                allowed=(f"up to {LONGEST_VALUE} characters",),
            )


def check_no_parameters(request: Request) -> None:
    """Refuse parameters where the whole table is the answer: they would be ignored in silence."""
    for name, value in request.query_params.multi_items():
        raise ParameterError(
            parameter=name, value=value, problem="is given, but this file takes none", allowed=()
        )
