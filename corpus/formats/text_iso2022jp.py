"""ISO-2022-JP as Windows writes it in, text out."""

import re

ESCAPE = re.compile(rb"\x1b(\$[@B]|\$\(D|\([BJI])")
"""How ISO-2022-JP tells the set that the characters after it are of."""


def decode_iso2022jp(data: bytes) -> str:
    """Text in ISO-2022-JP (RFC 1468) as Windows mail programs write it (CP50221): with half-width katakana
    and the characters that NEC and IBM added (①, ㈱, 髙). Raises UnicodeDecodeError."""
    texts: list[str] = []
    start, charset = 0, b"(B"
    for escape in ESCAPE.finditer(data):
        texts.append(_segment(data[start : escape.start()], charset))
        start, charset = escape.end(), escape[1]
    texts.append(_segment(data[start:], charset))
    return "".join(texts)


def _segment(data: bytes, charset: bytes) -> str:
    ascii_text = data.decode("ascii")
    if charset in (b"(B", b"(J"):
        return ascii_text
    if charset == b"(I":
        return bytes(byte | 0x80 if 0x21 <= byte <= 0x5F else byte for byte in data).decode("cp932")
    if charset == b"$(D":
        return (b"\x1b$(D" + data).decode("iso2022_jp_1")
    return _as_shift_jis(data).decode("cp932")


def _as_shift_jis(data: bytes) -> bytes:
    """The two-byte characters of JIS X 0208, rows 13 and 89 to 92 as on Windows; line ends stay."""
    made = bytearray()
    place = 0
    while place < len(data):
        first = data[place]
        if first <= 0x20 or place + 1 == len(data):
            made.append(first)
            place += 1
            continue
        second = data[place + 1]
        made.append((first + 1) // 2 + (0x70 if first < 0x5F else 0xB0))
        made.append(second + (0x1F if second < 0x60 else 0x20) if first % 2 else second + 0x7E)
        place += 2
    return bytes(made)
