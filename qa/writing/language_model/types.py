"""The words of asking a language model: where it is, what it is given, what can go wrong."""

from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from index.types import Hit


@dataclass(frozen=True, slots=True)
class Timeouts:
    """How long is waited, in seconds: to connect, for the first words, between words, and in all."""

    connect: float = 5.0
    first: float = 90.0
    between: float = 20.0
    whole: float = 180.0


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server that speaks the chat-completions protocol: `base_url` ends in /v1 with most servers.

    Raises ValueError where the address is not http or https, or holds a user's name.
    """

    base_url: str
    model: str
    api_key: str | None = field(default=None, repr=False)
    timeouts: Timeouts = Timeouts()

    def __post_init__(self) -> None:
        check_address(self.base_url)
        if not self.model.strip():
            raise ValueError("the language model's name is empty")


def check_address(address: str) -> str:
    """The address of a server. Raises ValueError as Endpoint does."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("the language model's address must begin with http:// or https:// and name a server")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ValueError("the language model's address must hold no user name, question mark or #")
    return address


@dataclass(frozen=True, slots=True)
class GivenPassage:
    """A passage that the model was given, under the number (from 1) by which it may cite it."""

    number: int
    hit: Hit


FaultKind = Literal[
    "unreachable",
    "slow",
    "denied",
    "no_such_model",
    "busy",
    "server_error",
    "redirected",
    "broken_off",
    "garbled",
    "too_much",
    "empty",
]


class ModelError(Exception):
    """Why nothing came of asking a language model: its kind, and one English sentence."""

    def __init__(self, kind: FaultKind, text: str) -> None:
        super().__init__(text)
        self.kind: FaultKind = kind
