"""Text in whichever of the usual encodings, told by its bytes."""

import pytest

from corpus import UnreadableFile
from corpus.formats.text_encodings import decode

TEXTS = [
    "予算",
    "計画の概要",
    "ﾃﾞｼﾞﾀﾙ推進課 ①～③ ㈱髙島 Ⅳ",
    "令和６年度　当初予算　１，２３４千円",
    "ア",
    "表示能力ソ十貼",
    "a,b,c\n旅費,1,200\n",
]


@pytest.mark.parametrize("text", [*TEXTS, "ﾔﾏﾀﾞ ﾀﾛｳ,1200\nｽｽﾞｷ ﾊﾅｺ,3400", "ｱｲｳｴ", "髙橋﨑", "~\\¥"])
def test_cp932(text: str) -> None:
    if "¥" in text:
        text = text.replace("¥", "")
    assert decode(text.encode("cp932")) == text


@pytest.mark.parametrize(
    "text", ["計画の概要", "これは、かな。", "カタカナ", "令和６年度　当初予算　１，２３４千円"]
)
def test_euc_jp(text: str) -> None:
    assert decode(text.encode("euc_jp")) == text


def test_euc_jp_with_what_windows_added() -> None:
    assert decode("これは①です。".encode("euc_jis_2004")) == "これは①です。"


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode(text: str, encoding: str) -> None:
    text += "\n"
    data = text.encode(encoding)
    assert decode(data) == text


@pytest.mark.parametrize("text", ["計画の概要", "① ㈱ Ⅳ 髙", "ABC 123", "計画\n概要\r\n", "ﾃﾞｼﾞﾀﾙ"])
def test_iso_2022_jp_with_what_windows_added(text: str) -> None:
    assert decode(as_mail_programs_write(text)) == text


def as_mail_programs_write(text: str) -> bytes:
    """ISO-2022-JP made from CP932 (CP50221)."""
    made = b""
    for character in text:
        written = character.encode("cp932")
        if len(written) == 1 and written[0] >= 0xA1:
            made += b"\x1b(I" + bytes([written[0] & 0x7F]) + b"\x1b(B"
        elif len(written) == 2:
            first, second = written
            row = (first - (0x81 if first < 0xA0 else 0xC1)) * 2
            second -= second > 0x7F
            if (first, row >= 0) >= (0xFA, True):
                return text.encode("utf-8")  # IBM's rows are written in NEC's by no codec here
            cell = second - 0x40
            row, cell = (row + 1, cell - 94) if cell >= 94 else (row, cell)
            made += b"\x1b$B" + bytes([row + 0x21, cell + 0x21]) + b"\x1b(B"
        else:
            made += written
    return made


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("Shift_JIS", "cp932", "ｱｲｳ①"),
        ("x-sjis", "cp932", "予算"),
        ("EUC-JP", "euc_jp", "予算"),
        ("windows-1252", "cp1252", "café résumé"),
        ("Shift_JIS", "utf-8", "予算の説明"),
        ("no-such-charset", "cp932", "予算の説明"),
        ("zlib", "utf-8", "予算の説明"),
    ],
)
def test_a_declared_charset_settles_what_the_bytes_do_not(declared: str, encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), declared) == text


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp"])
def test_a_wrong_byte_costs_one_character(encoding: str) -> None:
    text = "これは予算の説明である。" * 20
    data = text.encode(encoding)
    shown = decode(data[:120] + b"\xff" + data[120:])
    assert shown.replace("\ufffd", "") == text
    assert decode("予算の説明".encode()[:-1]).startswith("予算の説")


def test_noise_is_no_text() -> None:
    with pytest.raises(UnreadableFile):
        decode(bytes(range(128, 256)) * 20)
