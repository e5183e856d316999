"""Firefox without a screen, driven by WebDriver BiDi, the protocol that it speaks by itself.

Playwright drives a Firefox of its own only, which no distribution packages.
"""

from __future__ import annotations

import json
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from websockets.sync.client import ClientConnection, connect

LISTENING: Final = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
SECONDS: Final = 30


class Firefox:
    """One window; lengths are pixels of the page's."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._sent = 0
        self._send("session.new", capabilities={})
        self._window = self._send("browsingContext.getTree")["contexts"][0]["context"]
        self._send(
            "browsingContext.setViewport", context=self._window, viewport={"width": 1280, "height": 1000}
        )

    def open(self, address: str) -> None:
        """Go to an address."""
        self._send("browsingContext.navigate", context=self._window, url=address, wait="complete")

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression: a text, a number, a truth value."""
        found = self._send(
            "script.evaluate", expression=expression, target={"context": self._window}, awaitPromise=True
        )
        if found["type"] == "exception":
            raise AssertionError(found["exceptionDetails"]["text"])
        return found["result"].get("value")

    def wait_for(self, expression: str) -> None:
        """Wait until a JavaScript expression is true."""
        deadline = time.monotonic() + SECONDS
        while not self.evaluate(f"Boolean({expression})"):
            assert time.monotonic() < deadline, f"did not come true: {expression}"
            time.sleep(0.05)

    def click(self, selector: str, *, across: float = 0.5, down: float = 0.5) -> None:
        """Click inside an element, at shares of its width and height."""
        found = f"document.querySelector({json.dumps(selector)})"
        self.evaluate(f"{found}.scrollIntoView({{ block: 'center' }})")
        box = json.loads(self.evaluate(f"JSON.stringify({found}.getBoundingClientRect())"))
        x, y = round(box["x"] + box["width"] * across), round(box["y"] + box["height"] * down)
        move = {"type": "pointerMove", "x": x, "y": y}
        self._act("pointer", [move, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}])

    def press(self, key: str) -> None:
        """Press a key, by its code point in the WebDriver standard or as a letter."""
        self._act("key", [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}])

    def _act(self, kind: str, actions: list[dict[str, Any]]) -> None:
        source = {"type": kind, "id": kind, "actions": actions}
        self._send("input.performActions", context=self._window, actions=[source])

    def _send(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._sent += 1
        self._socket.send(json.dumps({"id": self._sent, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._socket.recv(timeout=SECONDS))
            if answer.get("id") == self._sent:
                assert answer["type"] == "success", answer
                return answer["result"]


@contextmanager
def firefox(program: str, profile: Path) -> Iterator[Firefox]:
    """Start Firefox with an empty profile, until the block ends."""
    process = subprocess.Popen(
        [program, "--headless", "--remote-debugging-port", "0", "--profile", str(profile), "about:blank"],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        with connect(f"{_where_it_listens(process)}/session", max_size=None) as socket:
            yield Firefox(socket)
    finally:
        process.terminate()
        process.wait(timeout=SECONDS)


def _where_it_listens(process: subprocess.Popen[str]) -> str:
    output = []
    for line in process.stderr or ():
        output.append(line)
        found = LISTENING.search(line)
        if found:
            return found[1]
    raise RuntimeError(f"Firefox did not start. It said: {''.join(output)}")
