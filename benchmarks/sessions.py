"""Many readers at once: sessions on the websocket, each with a change a second.

The driver speaks Streamlit's protocol as the browser does, and runs beside the server on the same
processors. A change is another choice of places or time in the figure of an open page; it is done when
all that it changes has come: address, figure, sentences, table.
"""

from __future__ import annotations

import asyncio
import json
import random
import time
from dataclasses import dataclass, field
from typing import Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

# What is open, and what is then chosen in its figure: as on a day when everybody looks at the same counts.
PAGE: Final = "metric=killed&measure=total"
PLACES: Final = (["MM"], ["MM-01"], ["MM-06"], ["MM", "MM-01"], ["MM-01", "MM-06"], ["MM", "MM-04"])
STARTS: Final = ("2021-02-01", "2022-01-01", "2023-01-01")
BETWEEN_CHANGES: Final = 1.0  # seconds
BETWEEN_ARRIVALS: Final = 0.05  # seconds
PATIENCE: Final = 60.0  # seconds, after which a session has failed


@dataclass
class Load:
    """What a run of sessions gave: milliseconds of each change, and what went wrong."""

    milliseconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Figure:
    """Where a choice is sent to: the figure's widget and the part of the page that runs again."""

    widget: str
    fragment: str
    page: str


def load(url: str, *, sessions: int, seconds: float) -> Load:
    """Keep so many sessions busy for so long; they start within some seconds, each at its own moment."""
    return asyncio.run(_load(url, sessions=sessions, seconds=seconds))


async def _load(url: str, *, sessions: int, seconds: float) -> Load:
    found = Load()
    begin = time.perf_counter() + sessions * BETWEEN_ARRIVALS
    readers = [
        _session(
            url, found, after=number * BETWEEN_ARRIVALS, begin=begin + number / sessions, seconds=seconds
        )
        for number in range(sessions)
    ]
    await asyncio.gather(*readers)
    return found


async def _session(url: str, found: Load, *, after: float, begin: float, seconds: float) -> None:
    choose = random.Random(after)
    await asyncio.sleep(after)
    try:
        stream = url.replace("http", "ws", 1) + "/_stcore/stream"
        async with connect(stream, subprotocols=["streamlit"], origin=url, max_size=None) as socket:
            figure = await _open(socket)
            await asyncio.sleep(max(0.0, begin - time.perf_counter()))
            while time.perf_counter() < begin + seconds:
                started = time.perf_counter()
                await _choose(socket, figure, choose.choice(PLACES), choose.choice(STARTS))
                took = time.perf_counter() - started
                found.milliseconds.append(took * 1000)
                await asyncio.sleep(max(0.0, BETWEEN_CHANGES - took))
    except Exception as error:  # whatever it is, it is a session that failed
        found.errors.append(repr(error))


async def _open(socket: ClientConnection) -> Figure:
    message = BackMsg()
    message.rerun_script.query_string = PAGE
    message.rerun_script.page_name = "explore"
    await socket.send(message.SerializeToString())
    widget = fragment = page = ""
    for forward in await _all_of_a_run(socket):
        if forward.WhichOneof("type") == "navigation":
            page = forward.navigation.page_script_hash
        component = forward.delta.new_element.bidi_component
        if component.component_name == "figure":
            widget, fragment = component.id, forward.delta.fragment_id
    return Figure(widget=widget, fragment=fragment, page=page)


async def _choose(socket: ClientConnection, figure: Figure, places: list[str], start: str) -> None:
    message = BackMsg()
    message.rerun_script.page_script_hash = figure.page
    message.rerun_script.fragment_id = figure.fragment
    message.rerun_script.query_string = PAGE
    choice = message.rerun_script.widget_states.widgets.add()
    choice.id = f"$$STREAMLIT_INTERNAL_KEY_{figure.widget}__events"
    asked = {"places": places, "from": start, "to": "latest"}
    choice.json_trigger_value = json.dumps([{"event": "asked", "value": asked}])
    await socket.send(message.SerializeToString())
    sent = await _all_of_a_run(socket)
    if not any(forward.delta.new_element.HasField("bidi_component") for forward in sent):
        raise RuntimeError("no figure came")


async def _all_of_a_run(socket: ClientConnection) -> list[ForwardMsg]:
    sent = []
    async with asyncio.timeout(PATIENCE):
        while True:
            forward = ForwardMsg.FromString(bytes(await socket.recv()))
            sent.append(forward)
            if forward.WhichOneof("type") == "script_finished":
                return sent
