"""A field's text in, the figure that it states and its unit out."""

import re
import unicodedata

from corpus.tables.figures import Figure, parse_figure

_NOTED = re.compile(r"(?P<figure>[^()（）]{1,40})[(（][^()（）]*[)）]\s*")
_NOTHING = re.compile(r"[-－−‐‑―—–ー…・/／\s]+")


def field_figure(text: str) -> Figure | None:
    """The figure that a whole value states, a note in brackets after it aside."""
    if (figure := parse_figure(text)) is not None:
        return figure
    match = _NOTED.fullmatch(unicodedata.normalize("NFKC", text)) if len(text) < 80 else None
    figure = parse_figure(match["figure"].strip()) if match else None
    return figure if figure is not None and figure.unit else None


def is_empty(text: str) -> bool:
    """Whether a cell stands for no value (－, …); ○, △ and × are judgements."""
    return bool(_NOTHING.fullmatch(text))
