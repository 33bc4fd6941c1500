"""Text of a page in; whether a person could read it, out."""

_ALSO_USED = frozenset("§±×÷°¥¶·´¨αβγδεμπσωΩΣΔ\ufffe\xad")
_LEGIBLE_SHARE = 0.6


def is_legible(text: str) -> bool:
    """Whether most letters of a text can stand in a Japanese document; those of broken fonts seldom can."""
    letters = [character for character in text if not character.isspace()]
    return sum(map(is_used, letters)) >= _LEGIBLE_SHARE * len(letters)


def is_used(character: str) -> bool:
    """Whether Japanese documents use a character: kana, kanji, ASCII, punctuation, common symbols."""
    code = ord(character)
    return (
        0x20 <= code < 0x7F
        or 0x2000 <= code < 0x2FE0  # punctuation, symbols, radicals
        or 0x3000 <= code < 0xA000  # kana, kanji
        or 0xF900 <= code < 0xFB00
        or 0xFE30 <= code < 0xFE50
        or 0xFF01 <= code < 0xFFF0
        or 0x20000 <= code < 0x32000
        or character in _ALSO_USED
    )
