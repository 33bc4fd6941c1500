"""What goes over the wire to a language model: only what is named here, only so much, only to one server."""

from collections.abc import Iterator
from ssl import create_default_context
from threading import Event

import httpx2

from qa.writing.language_model.types import FaultKind, ModelError

MOST_BYTES = 4 * 2**20
"""Longer responses are broken off; a stream spends some 300 bytes on each token."""

SENT_HEADERS = frozenset(
    {"host", "accept", "content-type", "content-length", "connection", "user-agent", "authorization"}
)
"""What a request says beside its body. The client would add what machine this is, and what the environment's
OPENAI_CUSTOM_HEADERS, OPENAI_ORG_ID and OPENAI_PROJECT_ID hold."""

FAULTS: dict[int, tuple[FaultKind, str]] = {
    401: ("denied", "the language model's server does not accept the key"),
    403: ("denied", "the language model's server does not accept the key"),
    404: ("no_such_model", "the language model's server knows no such model or address"),
    429: ("busy", "the language model's server has too much to do"),
    503: ("busy", "the language model's server is not ready"),
}


class Wire(httpx2.BaseTransport):
    """A transport that raises ModelError for all but a stream of events, and ends when `stopped` is set.

    No proxy of the environment is used, certificates are those that the system trusts, redirects are not
    followed.
    """

    def __init__(self, stopped: Event, api_key: str | None) -> None:
        self._inner = httpx2.HTTPTransport(verify=create_default_context(), trust_env=False, retries=0)
        self._stopped = stopped
        self._key = api_key

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The response to a request, its body counted as it comes."""
        for name in list(request.headers):
            if name.lower() not in SENT_HEADERS:
                del request.headers[name]
        request.headers["user-agent"] = "tenkyo"
        request.headers["accept-encoding"] = "identity"
        if self._key:
            request.headers["authorization"] = f"Bearer {self._key}"
        else:
            request.headers.pop("authorization", None)
        response = self._inner.handle_request(request)
        try:
            _check_head(response)
        except ModelError:
            response.close()
            raise
        assert isinstance(response.stream, httpx2.SyncByteStream)
        body = _Counted(response.stream, self._stopped)
        return httpx2.Response(response.status_code, headers=response.headers, stream=body)

    def close(self) -> None:
        """Closes all connections."""
        self._inner.close()


class _Counted(httpx2.SyncByteStream):
    """A body that ends with a fault where it is too long, or is not wanted any more."""

    def __init__(self, body: httpx2.SyncByteStream, stopped: Event) -> None:
        self._body = body
        self._stopped = stopped

    def __iter__(self) -> Iterator[bytes]:
        left = MOST_BYTES
        for part in self._body:
            left -= len(part)
            if left < 0:
                raise ModelError("too_much", "the language model's response was longer than any answer")
            if self._stopped.is_set():
                raise ModelError("broken_off", "the language model was stopped")
            yield part

    def close(self) -> None:
        self._body.close()


def _check_head(response: httpx2.Response) -> None:
    status = response.status_code
    if 300 <= status < 400:
        raise ModelError("redirected", "the language model's server points to another address")
    if status != httpx2.codes.OK:
        kind, text = FAULTS.get(status, ("server_error", "the language model's server reports an error"))
        raise ModelError(kind, f"{text} (HTTP {status})")
    if not response.headers.get("content-type", "").lower().startswith("text/event-stream"):
        raise ModelError("garbled", "the language model's server does not answer with a stream of events")
    if response.headers.get("content-encoding", "identity").lower() != "identity":
        raise ModelError("garbled", "the language model's server answers in a compressed form")
