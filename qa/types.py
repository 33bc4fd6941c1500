"""The words of answering: citations and answers."""

from dataclasses import dataclass

from index.types import Hit


@dataclass(frozen=True, slots=True)
class Citation:
    """Where an answer stands: `quote` is word for word in the text of the hit's passage; numbers from 1."""

    number: int
    hit: Hit
    quote: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, each part of it cited. `supported` is False where the library holds no answer.

    `confidence` is 0 to 1. `hits` are the nearest passages, also when nothing answers.
    """

    question: str
    text: str
    supported: bool
    confidence: float
    citations: tuple[Citation, ...]
    hits: tuple[Hit, ...]
