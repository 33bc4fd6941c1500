"""A character of a symbol font in, the sign that it shows out."""

_WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0x76: "❖", 0x77: "◆",
    0x9F: "・", 0xA7: "・", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xE8: "→", 0xF0: "⇨", 0xFB: "☒", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑", 0x52: "☑", 0x54: "☒", 0x50: "✓", 0xA3: "□",
}  # fmt: skip
"""Wingdings and Wingdings 2, the signs that offices use: bullets, boxes to tick, arrows."""
_CIRCLED = {**{0x80 + value: chr(0x2460 + value - 1) for value in range(1, 11)}, 0x80: "⓪"}
_SYMBOL = {0xB7: "・", 0xA8: "◆", 0xAE: "→", 0xB4: "×", 0xB8: "÷", 0xB3: "≧", 0xA3: "≦", 0xB0: "°", 0xB1: "±"}
_UNKNOWN = "・"


def symbol(character: str, font: str) -> str:
    """The sign of a character in a font. Symbol fonts keep theirs at U+F000 and above, or at ASCII."""
    code = ord(character)
    name = font.lower()
    private = 0xF000 <= code <= 0xF0FF
    if not private and not name.startswith(("wingdings", "symbol", "webdings")):
        return character
    code &= 0xFF
    if name.startswith("symbol"):
        return _SYMBOL.get(code, _UNKNOWN if private else character)
    return _WINGDINGS.get(code) or _CIRCLED.get(code) or _UNKNOWN
