"""Who a browser is: a secret of its own, of which only the hash is ever stored."""

import hashlib
import re
import secrets
from typing import TypeGuard

COOKIE = "tenkyo_person"
"""The name of the cookie that holds a browser's token."""

COOKIE_SECONDS = 365 * 24 * 3600
"""How long a browser keeps it after its last visit."""

TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
"""32 random bytes in URL-safe Base64."""


def new_token() -> str:
    """A token that nobody can guess."""
    return secrets.token_urlsafe(32)


def is_token(text: object) -> TypeGuard[str]:
    """Whether a text has a token's form; nothing else is ever looked up, or written into a page."""
    return isinstance(text, str) and TOKEN.fullmatch(text) is not None


def owner_of(token: str) -> str:
    """The sha256 of a token, hexadecimal, by which the store knows a browser. Raises ValueError for none."""
    if not is_token(token):
        raise ValueError("not a token: 43 letters, digits, - and _ are expected")
    return hashlib.sha256(token.encode("ascii")).hexdigest()
