"""Objects as JSON that stays readable."""

from __future__ import annotations

import json
from collections.abc import Mapping


def json_body(content: Mapping[str, object]) -> bytes:
    """The content as UTF-8 JSON; letters of other scripts stay readable."""
    return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1).encode()


def compact_json_body(content: Mapping[str, object]) -> bytes:
    """The same on one line, for what may be long: only without indents is it written at full speed."""
    return json.dumps(content, ensure_ascii=False, allow_nan=False).encode()
