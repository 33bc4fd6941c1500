"""Sessions of the app without a browser: the same messages over the same socket, so that many cost little."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect


@dataclass(frozen=True, slots=True)
class Shown:
    """What one session got: the HTML of the page's hits, in order, and the errors it told of."""

    hits: tuple[str, ...]
    errors: tuple[str, ...]


def search_at_once(address: str, queries: Sequence[str], seconds: float = 60) -> list[Shown]:
    """What the search page shows for each query, all asked at the same time, each by somebody else."""

    async def ask_all() -> list[Shown]:
        return await asyncio.gather(*(_search(address, query) for query in queries))

    # In a thread of its own: playwright's event loop runs in the caller's.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asyncio.wait_for(ask_all(), seconds)).result()


async def _search(address: str, query: str) -> Shown:
    hits: list[str] = []
    errors: list[str] = []
    stream = address.replace("http:", "ws:") + "/_stcore/stream"
    async with connect(stream, subprotocols=["streamlit"], max_size=None) as socket:
        asked = BackMsg()
        asked.rerun_script.query_string = urlencode({"q": query})
        await socket.send(asked.SerializeToString())
        async for received in socket:
            message = ForwardMsg.FromString(received)
            element = message.delta.new_element
            if "t-hit" in element.html.body and "<article" in element.html.body:
                hits.append(element.html.body)
            if element.HasField("exception"):
                errors.append(element.exception.message)
            if message.WhichOneof("type") == "script_finished":
                break
    return Shown(tuple(hits), tuple(errors))
