"""A start tag's attributes, as they stand in a part of a workbook, in; their names and values out."""

import re
from html import unescape

ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*[\"']([^\"'<>]*)[\"']")


def attributes_of(text: bytes) -> dict[str, str]:
    """The attributes by name, their entities resolved (only the predefined ones: others stay as they are)."""
    return {
        name.decode("ascii", "replace"): unescape(value.decode("utf-8", "replace"))
        for name, value in ATTRIBUTE.findall(text)
    }
