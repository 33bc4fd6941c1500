"""Any text in, the characters of it that are seen out."""

import unicodedata


def visible(text: str) -> str:
    """The text without controls, marks of direction, zero-width, private and unassigned characters; tabs and
    line breaks stay."""
    return "".join(
        letter for letter in text if letter in "\t\n" or not unicodedata.category(letter).startswith("C")
    )
