"""Text of documents in, text that is safe to show out. Nothing a document says is ever markup here."""

import re
from collections.abc import Callable, Iterable
from html import escape

_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")
_CITED = re.compile(r"\[(\d{1,3})\]")

Highlights = Iterable[tuple[int, int]]


def marked(text: str, highlights: Highlights = ()) -> str:
    """The text as HTML, everything in it escaped, with `<mark>` around the highlights alone.

    Highlights are (start, end) in the text; overlapping ones become one, what lies outside is dropped.
    """
    parts: list[str] = []
    reached = 0
    for start, end in merge_highlights(highlights, len(text)):
        parts += [escape(text[reached:start]), "<mark>", escape(text[start:end]), "</mark>"]
        reached = end
    return "".join(parts) + escape(text[reached:])


def merge_highlights(highlights: Highlights, length: int) -> list[tuple[int, int]]:
    """The highlights in order, inside 0 to `length`, none empty, none touching another."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(0, start), min(length, end)) for start, end in highlights):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def cited(text: str, numbers: Iterable[int], mark: Callable[[str], str] = "<sup>{}</sup>".format) -> str:
    """An answer's text as HTML, everything escaped, its [1] as `mark` makes it where 1 is in `numbers`."""
    known = {str(number) for number in numbers}

    def marked_number(match: re.Match[str]) -> str:
        return mark(match[1]) if match[1] in known else match[0]

    return _CITED.sub(marked_number, escape(text))


def plain_label(text: str) -> str:
    """The text with every sign of Markdown escaped, for labels, which Streamlit reads as Markdown."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
