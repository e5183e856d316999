"""Readers of our own page, speaking Streamlit's protocol as the browser does.

`python -m benchmarks.streamlit_sessions URL PROCESS READERS SECONDS [AFTER]` prints what was measured. With
AFTER every question is new, and so many new ones have been asked before; without it readers share eighteen.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Iterator
from typing import Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from benchmarks.choices import SHARED, Choice, cached, new
from benchmarks.connection import Connection
from benchmarks.open_loop import load, printed

PAGE: Final = "metric=killed&measure=total"
FIGURE: Final = re.compile(rb'"figure":"(/figures/\w+\.json)"')
COMPACT: Final = (",", ":")  # as the server writes
# A message that ends a run, or gives the page another address, is shorter; only such are read.
SHORT: Final = 600
ENDED_WELL: Final = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


class Reader:
    """A session: a change is over when the run has ended, and a figure that is new to it was fetched."""

    def __init__(self, url: str, choices: Iterator[Choice]) -> None:
        self.url = url
        self.choices = choices
        self.figures = Connection(url)
        self.fetched: set[bytes] = set()  # as by a browser, which keeps them
        self.query = PAGE

    async def open(self) -> None:
        """The page, and where in it a choice is sent to."""
        stream = self.url.replace("http", "ws", 1) + "/_stcore/stream"
        self.socket: ClientConnection = await connect(
            stream,
            subprotocols=[Subprotocol("streamlit")],
            origin=Origin(self.url),
            max_size=None,
            ping_interval=None,
        )
        await self._send(BackMsg(rerun_script=ClientState(query_string=PAGE, page_name="explore")))
        for forward in map(ForwardMsg.FromString, await self._run()):
            if forward.WhichOneof("type") == "navigation":
                self.page = forward.navigation.page_script_hash
            component = forward.delta.new_element.bidi_component
            if component.component_name == "figure":
                self.widget, self.fragment = component.id, forward.delta.fragment_id

    async def change(self) -> None:
        """The next choice."""
        await self.choose(*next(self.choices))

    async def choose(self, places: tuple[str, ...], start: str) -> None:
        """Tell the server, and wait for all that it changes; raises where the figure is not of the choice."""
        selection = {"places": places, "from": start, "to": "latest"}
        message = BackMsg()
        message.rerun_script.page_script_hash = self.page
        message.rerun_script.fragment_id = self.fragment
        message.rerun_script.query_string = self.query
        choice = message.rerun_script.widget_states.widgets.add()
        choice.id = f"$$STREAMLIT_INTERNAL_KEY_{self.widget}__events"
        choice.json_trigger_value = json.dumps([{"event": "selection", "value": selection}])
        await self._send(message)
        wanted = f'"selection":{json.dumps(selection, separators=COMPACT)}'.encode()
        figure = next((one for one in await self._run() if wanted in one), None)
        if figure is None:
            raise RuntimeError(f"no figure of {selection} came")
        address = FIGURE.search(figure)
        if address is None:
            raise RuntimeError(f"the figure of {selection} has no address")
        await self._fetch(address[1])

    async def _fetch(self, address: bytes) -> None:
        if address not in self.fetched:
            await self.figures.get(address.decode())
            self.fetched.add(address)

    async def _send(self, message: BackMsg) -> None:
        await self.socket.send(message.SerializeToString())

    async def _run(self) -> list[bytes]:
        """All messages of a run; raises where it did not end well."""
        came = []
        while True:
            came.append(await self.socket.recv(decode=False))
            if len(came[-1]) < SHORT and self._is_last(ForwardMsg.FromString(came[-1])):
                return came

    def _is_last(self, forward: ForwardMsg) -> bool:
        kind = forward.WhichOneof("type")
        if kind == "page_info_changed":
            self.query = forward.page_info_changed.query_string
        if kind == "script_finished" and forward.script_finished not in ENDED_WELL:
            raise RuntimeError("a run did not end well")
        return kind == "script_finished"

    def close(self) -> None:
        """Leave; the socket is closed with the process's loop."""
        self.figures.close()


async def finish_shared_answers(url: str) -> None:
    """One reader has looked at each of the shared choices before the others come."""
    reader = Reader(url, iter(SHARED))
    await reader.open()
    for places, start in SHARED:
        await reader.choose(places, start)
    reader.close()
    await reader.socket.close()


async def main(url: str, server: int, readers: int, seconds: int, after: int | None = None) -> None:
    """Load our server, and print what came of it."""
    if after is None:
        await finish_shared_answers(url)
        choices = [cached(number) for number in range(readers)]
    else:
        choices = [new(number, readers=readers, after=after) for number in range(readers)]
    printed(await load([Reader(url, one) for one in choices], seconds=seconds, server=server))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], *map(int, sys.argv[2:])))
