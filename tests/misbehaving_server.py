"""A server of chat completions on 127.0.0.1 that behaves, or misbehaves, as a test tells it."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

EVENTS = "text/event-stream; charset=utf-8"


def event(content: str | None = None, finish: str | None = None, **delta: Any) -> bytes:
    """One event of a stream, as llama.cpp, vLLM and Ollama send it."""
    said = {**({"content": content} if content is not None else {}), **delta}
    chunk = {
        "id": "x",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "m",
        "choices": [{"index": 0, "delta": said, "finish_reason": finish}],
    }
    return b"data: " + json.dumps(chunk, ensure_ascii=False).encode() + b"\n\n"


DONE = b"data: [DONE]\n\n"


class Exchange:
    """One request to the server, and the means to answer it in any way."""

    def __init__(self, handler: BaseHTTPRequestHandler, stopped: threading.Event) -> None:
        self.handler = handler
        self.path = handler.path
        self.headers = {name.lower(): value for name, value in handler.headers.items()}
        self.body = handler.rfile.read(int(handler.headers.get("content-length", 0)))
        self.stopped = stopped

    def start(self, status: int = 200, kind: str = EVENTS, **headers: str) -> None:
        self.handler.send_response(status)
        self.handler.send_header("Content-Type", kind)
        self.handler.send_header("Connection", "close")
        for name, value in headers.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.end_headers()

    def send(self, *parts: bytes) -> None:
        for part in parts:
            self.handler.wfile.write(part)
            self.handler.wfile.flush()

    def say(self, text: str, finish: str | None = "stop") -> None:
        """The text, a few letters at a time, as a model writes it."""
        self.start()
        self.send(event("", role="assistant"))
        self.send(*(event(text[place : place + 3]) for place in range(0, len(text), 3)))
        if finish:
            self.send(event(finish=finish), DONE)

    def hang(self) -> None:
        """Nothing more, until the test is over."""
        self.stopped.wait(10)

    def forever(self, part: bytes, pause: float = 0.0) -> None:
        """The same again and again, for ten seconds at the most."""
        end = time.monotonic() + 10
        while not self.stopped.is_set() and time.monotonic() < end:
            self.send(part)
            if pause:
                self.stopped.wait(pause)


Behaviour = Callable[[Exchange], None]


class Server:
    """Where the server listens, and the requests that came."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self.requests: list[Exchange] = []


@contextmanager
def serving(behaviour: Behaviour) -> Iterator[Server]:
    """A server that answers each request by a behaviour, for the time of the block."""
    stopped = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            exchange = Exchange(self, stopped)
            server.requests.append(exchange)
            with suppress(OSError):  # the client has gone
                behaviour(exchange)

        def log_message(self, format: str, *args: object) -> None:
            pass

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    server = Server(f"http://127.0.0.1:{listening.server_port}/v1")
    thread = threading.Thread(target=listening.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        stopped.set()
        listening.shutdown()
        listening.server_close()
        thread.join()
