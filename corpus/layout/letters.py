"""A character in; how it is set (wide, figure, Latin) and whether it is text at all, out."""

_FIGURES = frozenset("0123456789０１２３４５６７８９")
_WITHIN_FIGURES = frozenset(",.，．")


def is_wide(character: str) -> bool:
    """Whether a character is set on a full square: kana, kanji, full-width letters and marks."""
    code = ord(character)
    return (
        0x2E80 <= code < 0xA000
        or 0xF900 <= code < 0xFB00
        or 0xFE30 <= code < 0xFE50
        or 0xFF01 <= code < 0xFF61
        or code >= 0x20000
    )


def is_japanese(character: str) -> bool:
    """Whether a character is kana or kanji: a letter of a Japanese word."""
    code = ord(character)
    return (
        character in "々〆〇ー"
        or 0x3041 <= code < 0x30FB
        or 0x3400 <= code < 0xA000
        or 0xF900 <= code < 0xFB00
        or 0x2E80 <= code < 0x2FE0
        or code >= 0x20000
    )


def is_kana(character: str) -> bool:
    """Whether a character is hiragana or katakana."""
    return 0x3041 <= ord(character) < 0x3100


def is_figure(character: str) -> bool:
    """Whether a character is a digit."""
    return character in _FIGURES


def parts_figures(character: str) -> bool:
    """Whether a character stands between the digits of one figure: a comma, a point."""
    return character in _WITHIN_FIGURES


def is_ink(character: str) -> bool:
    """Whether a character is seen: neither white space nor a control nor a mark without width."""
    code = ord(character)
    return not (
        character.isspace()
        or code < 0x20
        or 0x7F <= code < 0xA0
        or code == 0xAD
        or 0x200B <= code <= 0x200F
        or 0x2028 <= code <= 0x202E
        or 0x2060 <= code <= 0x2064
        or 0xFE00 <= code <= 0xFE0F
        or code == 0xFEFF
        or 0xFFF9 <= code <= 0xFFFD
        or code == 0xFFFF
    )
