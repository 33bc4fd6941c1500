"""Bytes of Japanese text in, the text out, whichever of the usual encodings they are in."""

import codecs
import re

from corpus.formats.text_iso2022jp import ESCAPE, decode_iso2022jp
from corpus.reader import UnreadableFile

DECLARED = {
    **dict.fromkeys(
        ("shift_jis", "shift-jis", "x-sjis", "sjis", "windows-31j", "ms_kanji", "cp932"), "cp932"
    ),
    **dict.fromkeys(("csshiftjis", "ms932", "windows-932", "x-ms-cp932"), "cp932"),
    **dict.fromkeys(("euc-jp", "euc_jp", "x-euc-jp", "eucjp", "x-euc", "cseucpkdfmtjapanese"), "euc_jp"),
    **dict.fromkeys(("iso-8859-1", "latin1", "windows-1252", "cp1252"), "cp1252"),
    "iso-8859-15": "iso8859_15",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "utf-16": "utf-16",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
}
"""The codec for each charset that pages and mails declare; UTF-8 and ISO-2022-JP are known by their bytes."""
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOST_LOST = 0.01
_LEAST_KANA = 0.15
_LEAST_LIKELY = 0.9
_SEEN = 100_000
_PLAIN = re.compile(r"[\t\r\n -~\u3000-\u30ff\uff01-\uff9f]")
_LIKELY = re.compile(r"[\t\r\n -~\u2010-\u27bf\u3000-\u33ff\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f]")
_KANA = re.compile(r"[\u3000-\u30ff\uff01-\uff5e]")
_WIDE = re.compile(r"[^\x00-\x7f]")
_NO_CP932 = re.compile(r"[\x80\xa0\uf8f0-\uf8f3]")  # what Python makes of bytes that mean nothing in it


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of the bytes: as a byte order mark says, by their shape (ISO-2022-JP, UTF-8, UTF-16), as
    `declared` (a charset that a page or mail names), else EUC-JP or CP932.

    Where no encoding reads all of them, the one that loses least, if that is one character in a hundred at
    most, with U+FFFD in their places. Raises UnreadableFile.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark) and (text := _strictly(data, encoding)) is not None:
            return text
    if ESCAPE.search(data) and (text := _iso2022jp(data)) is not None:
        return text
    if b"\x00" in data and (text := _utf_16(data)) is not None:
        return text
    codec = DECLARED.get((declared or "").strip().lower())
    for encoding in ("utf-8", *([codec] if codec else [])):
        if (text := _strictly(data, encoding)) is not None:
            return text
    text = _euc_or_cp932(data)
    return text if text is not None else _with_losses(data, codec)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if encoding == "cp932" and _NO_CP932.search(text) else text


def _iso2022jp(data: bytes) -> str | None:
    try:
        return decode_iso2022jp(data)
    except UnicodeDecodeError:
        return None


def _utf_16(data: bytes) -> str | None:
    """Text in UTF-16 without a byte order mark: known by its many ASCII and Japanese characters."""
    texts = [text for encoding in ("utf-16-le", "utf-16-be") if (text := _strictly(data, encoding))]
    best = max(texts, key=lambda text: len(_PLAIN.findall(text[:_SEEN])), default=None)
    if best is None or len(_LIKELY.findall(best[:_SEEN])) < _LEAST_LIKELY * len(best[:_SEEN]):
        return None
    return best


def _euc_or_cp932(data: bytes) -> str | None:
    """Bytes in EUC-JP often pass for CP932, as half-width katakana, and short CP932 for EUC-JP; a text in
    EUC-JP has kana and full-width signs, whose first bytes are few, and rare as half-width katakana."""
    cp932 = _strictly(data, "cp932")
    for encoding in ("euc_jp", "euc_jis_2004"):
        euc = _strictly(data, encoding)
        if euc is None:
            continue
        seen = euc[:_SEEN]
        if cp932 is None or len(_KANA.findall(seen)) >= _LEAST_KANA * len(_WIDE.findall(seen)):
            return euc
    return cp932


def _with_losses(data: bytes, codec: str | None) -> str:
    encodings = dict.fromkeys(("utf-8", *([codec] if codec else []), "cp932", "euc_jp"))
    texts = [_NO_CP932.sub("\ufffd", data.decode(encoding, errors="replace")) for encoding in encodings]
    best = min(texts, key=lambda text: text.count("\ufffd"))
    if best.count("\ufffd") > max(1, _MOST_LOST * len(best)):
        raise UnreadableFile("it is no text in UTF-8, CP932 (Shift_JIS) or EUC-JP, or it is damaged")
    return best
