"""Messages for a language model in, the text that it writes out as it comes, within limits of time."""

import time
from collections.abc import Iterator, Mapping, Sequence
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, cast

from qa.writing.language_model.types import Endpoint, ModelError

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletionMessageParam
    from openai.types.chat.chat_completion_chunk import ChoiceDelta

MOST_TOKENS = 1_000
"""What a model may write, its thoughts included where it writes them before its answer."""

LONGEST_TEXT = 8_000
"""Characters of a model's text, its thoughts included; a longer one is broken off."""

Piece = str | ModelError | None
"""Text as it comes ("" tells that the model is at work), what went wrong, or that the text has ended well."""


def stream_text(endpoint: Endpoint, messages: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """The pieces of what a model writes, as they come. Raises ModelError where that does not end well.

    The server is spoken to in a thread of its own, which is left behind where it does not keep the times: no
    server can hold up who asks, and whoever stops to listen has ended it.
    """
    import openai  # noqa: F401  # takes a second the first time, which is not the server's

    stopped = Event()
    pieces: SimpleQueue[Piece] = SimpleQueue()
    Thread(target=_listen, args=(endpoint, messages, pieces, stopped), daemon=True).start()
    try:
        yield from _within_times(endpoint, pieces)
    finally:
        stopped.set()


def _within_times(endpoint: Endpoint, pieces: SimpleQueue[Piece]) -> Iterator[str]:
    times = endpoint.timeouts
    end = time.monotonic() + times.whole
    wait, length = times.connect + times.first, 0
    while True:
        left = end - time.monotonic()
        try:
            if left <= 0:
                raise Empty
            piece = pieces.get(timeout=min(wait, left))
        except Empty:
            raise ModelError("slow", "the language model did not answer in time") from None
        if isinstance(piece, ModelError):
            raise piece
        if piece is None:
            return
        length += len(piece)
        if length > LONGEST_TEXT:
            raise ModelError("too_much", "the language model wrote more than any answer")
        wait = times.between
        yield piece


def _listen(
    endpoint: Endpoint, messages: Sequence[Mapping[str, str]], pieces: SimpleQueue[Piece], stopped: Event
) -> None:
    """Puts the pieces that come, then None or the fault that ended them."""
    try:
        for piece in _asked(endpoint, messages, stopped):
            pieces.put(piece)
            if stopped.is_set():
                return
        pieces.put(None)
    except Exception as error:  # whatever ends a thread must reach who waits for it
        pieces.put(_fault(error))


def _asked(endpoint: Endpoint, messages: Sequence[Mapping[str, str]], stopped: Event) -> Iterator[str]:
    import httpx2
    from openai import OpenAI

    from qa.writing.language_model.wire import Wire

    times = endpoint.timeouts
    waits = httpx2.Timeout(max(times.first, times.between), connect=times.connect)
    with (
        httpx2.Client(transport=Wire(stopped, endpoint.api_key), trust_env=False, timeout=waits) as http,
        OpenAI(
            base_url=endpoint.base_url, api_key=endpoint.api_key or "none", max_retries=0, http_client=http
        ) as client,
        client.chat.completions.create(
            model=endpoint.model,
            messages=cast("list[ChatCompletionMessageParam]", messages),
            temperature=0,
            max_tokens=MOST_TOKENS,
            stream=True,
            timeout=waits,
        ) as chunks,
    ):
        finished = False
        for choice in (choice for chunk in chunks for choice in chunk.choices):
            yield from _said(choice.delta)
            finished = finished or choice.finish_reason is not None
        if not finished:
            raise ModelError("broken_off", "the language model's answer broke off")


def _said(delta: "ChoiceDelta") -> Iterator[str]:
    """What a model says in one event, or "" where it only thinks; nothing where it does neither."""
    if isinstance(delta.content, str) and delta.content:
        yield delta.content
    elif delta.content:
        raise ModelError("garbled", "the language model's server sends what is no text")
    elif getattr(delta, "reasoning_content", None) or getattr(delta, "reasoning", None):
        yield ""


def _fault(error: Exception) -> ModelError:
    """The fault behind an error: the client wraps what its transport raises."""
    import httpx2
    from openai import APIConnectionError, APIError, APITimeoutError

    causes = _causes(error)
    for cause in causes:
        if isinstance(cause, ModelError):
            return cause
    if any(isinstance(cause, (httpx2.TimeoutException, APITimeoutError)) for cause in causes):
        return ModelError("slow", "the language model did not answer in time")
    if any(isinstance(cause, httpx2.ConnectError) for cause in causes):
        return ModelError("unreachable", "the language model's server cannot be reached")
    if any(isinstance(cause, (httpx2.TransportError, APIConnectionError)) for cause in causes):
        return ModelError("broken_off", "the language model's answer broke off")
    if isinstance(error, APIError):
        return ModelError("server_error", "the language model's server reports an error")
    return ModelError("garbled", "what the language model's server says cannot be understood")


def _causes(error: BaseException) -> list[BaseException]:
    """An error, the one it was raised from, and so on."""
    causes: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in causes:
        causes.append(cause)
        cause = cause.__cause__ or cause.__context__
    return causes
