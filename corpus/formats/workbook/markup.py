"""The bytes of a part of a workbook in; its start tags with their attributes out, in time and room that grow
with its length alone."""

import re
from collections.abc import Iterator
from html import unescape

from corpus.reader import MEGABYTE, UnreadableFile

ATTRIBUTE = re.compile(rb"([\w:.-]+)\s*=\s*[\"']([^\"'<>]*)[\"']")
_MOST_TEXT = 32 * MEGABYTE


def start_tags(pieces: Iterator[bytes], tag: re.Pattern[bytes]) -> Iterator[tuple[bytes, bytes, bytes]]:
    """The name, the attributes and the text after it of each start tag that the pattern finds (its groups).

    Raises UnreadableFile for what is no XML.
    """
    rest = b""
    for piece in pieces:
        rest += piece
        cut = rest.rfind(b"<")
        if cut < 0 and len(rest) > _MOST_TEXT:
            raise UnreadableFile("its sheets hold no XML")
        for match in tag.finditer(rest, 0, max(cut, 0)):
            yield match[1], match[2], match[3]
        rest = rest[max(cut, 0) :]


def attributes_of(text: bytes) -> dict[str, str]:
    """The attributes by name, their entities resolved (only the predefined ones: others stay as they are)."""
    return {
        name.decode("ascii", "replace"): unescape(value.decode("utf-8", "replace"))
        for name, value in ATTRIBUTE.findall(text)
    }
