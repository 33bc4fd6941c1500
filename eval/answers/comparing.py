"""Two texts in, whether one holds what the other says out."""

import re
import unicodedata
from collections.abc import Sequence

from corpus import squeeze
from eval.answers.figures import stated_figure, states
from qa.types import Answer

GAP = re.compile(r"(?<=\d)\s+(?=\d)")
"""White space between two numbers keeps them apart: the cells 152 and 26 are not 15226."""

SEPARATOR = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
MINUS = re.compile(r"[△▲−－‐–](?=\d)")
PLACES = re.compile(r"[ヶケカヵ箇](?=[所月])")
"""3か所 is also written 3ヶ所, 3カ所 and 3箇所."""


def comparable(text: str) -> str:
    """Text as answers are compared: NFKC, no white space, no commas between the digits of a number, one way
    of writing minus, か所 and か月."""
    apart = GAP.sub("|", unicodedata.normalize("NFKC", text))
    return PLACES.sub("か", MINUS.sub("-", SEPARATOR.sub("", squeeze(apart)))).casefold()


def holds(text: str, wanted: str) -> bool:
    """Whether a comparable text holds what is wanted, never as a part of a longer number."""
    before = r"(?<![\d.])" if wanted[:1].isdigit() else ""
    after = r"(?!\.?\d)" if wanted[-1:].isdigit() else ""
    return re.search(before + re.escape(wanted) + after, text) is not None


def says(text: str, wanted: Sequence[str]) -> bool:
    """Whether a text says one of the accepted answers: word for word or, where that is a figure with its
    unit, as an equal one (1億1,880万円 for 118,800千円)."""
    here = comparable(text)
    return any(holds(here, one) or says_figure(here, one) for one in map(comparable, wanted))


def says_figure(text: str, wanted: str) -> bool:
    """Whether a comparable text states the figure that another is; one without a unit is equal to its own
    digits alone."""
    figure = stated_figure(wanted)
    if figure is None:
        return False
    return states(text, figure) if figure.unit else holds(text, wanted)


def answer_words(answer: Answer) -> str:
    """An answer's text without the numbers of its citations."""
    numbers = "|".join(str(citation.number) for citation in answer.citations)
    return re.sub(rf"\[(?:{numbers})\]", " ", answer.text) if numbers else answer.text
