"""Plain text and Markdown in, one page out."""

import codecs

from corpus.reader import FileText, Limits, UnreadableFile
from corpus.types import Page

ENCODINGS = ("iso2022_jp", "utf-8", "euc_jp", "cp932")
"""Tried in this order, strictly; the order settles texts that more than one of them accepts.

Text in CP932 is seldom valid EUC-JP, where its lead bytes 0x81 to 0x9F mean nothing; text in EUC-JP often
passes for CP932, as half-width katakana. So the stricter one goes first.
"""
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ALLOWED_CONTROLS = frozenset("\t\n\r\f\v\x1a\x1c\x1d\x1e\x85\xa0")
_MOST_CONTROLS = 0.01
_ESCAPE = b"\x1b$"  # how ISO-2022-JP announces kanji; its bytes are valid UTF-8


def read_text_file(data: bytes, limits: Limits) -> FileText:
    """One page with the whole text, `page_count` 0. Raises UnreadableFile where the bytes are no text."""
    text = decode(data)
    noise = sum(character < " " and character not in _ALLOWED_CONTROLS for character in text)
    if noise > _MOST_CONTROLS * len(text):
        raise UnreadableFile("it is named as text but holds binary data")
    if not text.strip("\ufeff \t\r\n\f\v\x1a\u3000"):
        raise UnreadableFile("it holds no text, only white space")
    return FileText((Page(1, None, text, "text"),), 0)


def decode(data: bytes) -> str:
    """The text of the bytes by the first encoding that reads all of them. Raises UnreadableFile."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                break
    for encoding in ENCODINGS:
        if encoding == "iso2022_jp" and _ESCAPE not in data:
            continue
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile("it is no text in UTF-8, CP932 (Shift_JIS) or EUC-JP, or it is damaged")
