"""Plain text in, one page out."""

import re

from corpus.formats.text_encodings import decode
from corpus.reader import FileText, Limits, UnreadableFile
from corpus.types import Page

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1b\x1f]")
_MOST_CONTROLS = 0.01


def read_text_file(data: bytes, limits: Limits) -> FileText:
    """One page with the whole text, `page_count` 0. Raises UnreadableFile where the bytes are no text."""
    return FileText((Page(1, None, read_text(data), "text"),), 0)


def read_text(data: bytes) -> str:
    """The text of the bytes, whatever of the usual encodings they are in. Raises UnreadableFile where they
    are no text or only white space."""
    text = decode(data)
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise UnreadableFile("it is named as text but holds binary data")
    if not text.strip("\ufeff \t\r\n\f\v\x1a\u3000"):
        raise UnreadableFile("it holds no text, only white space")
    return text
