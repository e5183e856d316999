"""A rerun of each page for an answered question: processor in all, and how much of it is ours."""

from __future__ import annotations

import asyncio
import json
import os
import tempfile
import time
from pathlib import Path
from typing import Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from app_pages.server.start import SECONDS_UNTIL_COMPARED
from benchmarks.running import processor_seconds
from benchmarks.table import line
from tests.serving import PROJECT, Server, serving

# The server compares all counts a while after its start, which is no part of a rerun.
UNTIL_READY: Final = 4
PAGES: Final = ("", "explore", "regions", "documented", "sources", "checks")
FIRST_RERUNS: Final = 10  # after which everything is answered
TARGET: Final = 5.0  # milliseconds
REST: Final = 0.5  # seconds, in which the counts are written


def measure(*, reruns: int) -> None:
    """A line for each page and each of the two."""
    with tempfile.TemporaryDirectory() as folder:
        samples = Path(folder) / "samples.json"
        os.environ["SAMPLES"] = str(samples)
        with serving(PROJECT / "data", Path(folder) / "log.txt", program="benchmarks.sampled") as server:
            time.sleep(SECONDS_UNTIL_COMPARED + UNTIL_READY)
            for page in PAGES:
                whole, ours = asyncio.run(_measured(server, page, samples, reruns=reruns))
                name = f"rerun of {page or 'overview'}, answered before"
                line(f"{name}: processor, ms", [whole], digits=1)
                line(f"{name}: processor in our code, ms", [ours], target=TARGET, digits=1)


async def _measured(server: Server, page: str, samples: Path, *, reruns: int) -> tuple[float, float]:
    """Milliseconds of processor of a rerun, and those of them that are ours."""
    stream = server.url.replace("http", "ws", 1) + "/_stcore/stream"
    async with connect(
        stream, subprotocols=[Subprotocol("streamlit")], origin=Origin(server.url), max_size=None
    ) as socket:
        message = await _first_run(socket, page)
        await _reruns(socket, message, FIRST_RERUNS)
        before, used, events = _counted(samples), _used(server), _used_by_events(server)
        await _reruns(socket, message, reruns)
        used, events = _used(server) - used, _used_by_events(server) - events
        after = _counted(samples)
    seen = {code: after.get(code, 0) - before.get(code, 0) for code in after}
    share = seen.get("ours", 0) / max(1, sum(seen.values()))
    return used * 1000 / reruns, (used - events) * share * 1000 / reruns


async def _first_run(socket: ClientConnection, page: str) -> BackMsg:
    """Open the page; the message that runs it again at the address that it has given itself."""
    message = BackMsg()
    message.rerun_script.page_name = page
    for forward in await _run(socket, message):
        kind = forward.WhichOneof("type")
        if kind == "navigation":
            message.rerun_script.page_script_hash = forward.navigation.page_script_hash
        if kind == "page_info_changed":
            message.rerun_script.query_string = forward.page_info_changed.query_string
    message.rerun_script.page_name = ""
    return message


async def _reruns(socket: ClientConnection, message: BackMsg, times: int) -> None:
    for _rerun in range(times):
        await _run(socket, message)


async def _run(socket: ClientConnection, message: BackMsg) -> list[ForwardMsg]:
    await socket.send(message.SerializeToString())
    came: list[ForwardMsg] = []
    while not came or came[-1].WhichOneof("type") != "script_finished":
        came.append(ForwardMsg.FromString(await socket.recv(decode=False)))
    return came


def _counted(samples: Path) -> dict[str, int]:
    time.sleep(REST)
    return dict(json.loads(samples.read_text()))


def _used(server: Server) -> float:
    return processor_seconds(server.process) or 0.0


def _used_by_events(server: Server) -> float:
    """What the main thread has used, which sends and receives and runs no script."""
    return processor_seconds(server.process, thread=server.process) or 0.0
