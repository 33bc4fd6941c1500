"""The headers of an e-mail, as they are written, in; their text out."""

import email.header
import email.message
import email.policy
import re
from email.errors import MessageError

from corpus.formats.text_encodings import decode
from corpus.reader import UnreadableFile

LONGEST_HEADER = 8_000
"""The characters of a header that are read: taking its parameters apart takes the square of its length."""
FAULTS = (MessageError, LookupError, ValueError, TypeError, AttributeError, AssertionError)
"""What the standard library raises for mails that are not well-formed."""
CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_WHITE_SPACE = re.compile(r"\s+")


class HeaderPolicy(email.policy.Compat32):
    """The plainest policy (the newer ones fail on headers that are not well-formed), with short headers and
    their raw bytes decoded."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, _decode_bytes(value[:LONGEST_HEADER])


def headers_of(message: email.message.Message) -> dict[str, str]:
    """The first header of each name, decoded."""
    found: dict[str, str] = {}
    for name, value in message.raw_items():
        found.setdefault(name.lower(), decode_header(str(value)))
    return found


def _decode_bytes(value: str) -> str:
    """A header as the parser hands it on (its bytes as lone surrogates), decoded."""
    written = value.encode("utf-8", errors="surrogateescape")
    if written.isascii() and b"\x1b" not in written:
        return value
    try:
        return decode(written)
    except UnreadableFile:
        return written.decode("utf-8", errors="replace")


def decode_header(value: str) -> str:
    """A header's text on one line, its encoded words (RFC 2047) decoded."""
    if "=?" in value:
        try:
            words = email.header.decode_header(value[:LONGEST_HEADER])
            value = "".join(
                decode(word, charset) if isinstance(word, bytes) else word for word, charset in words
            )
        except (UnreadableFile, *FAULTS):
            pass  # shown as it is written
    return CONTROLS.sub("", _WHITE_SPACE.sub(" ", value)).strip()
