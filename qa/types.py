"""The words of answering: citations, answers, and what writes them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from index.types import Hit


@dataclass(frozen=True, slots=True)
class Citation:
    """Where an answer stands: `quote` is word for word in the text of the hit's passage; numbers from 1."""

    number: int
    hit: Hit
    quote: str


StruckKind = Literal[
    "no_citation",
    "unknown_citation",
    "unfinished",
    "fragment",
    "too_long",
    "quote",
    "number",
    "name",
    "elsewhere",
    "denial",
]


@dataclass(frozen=True, slots=True)
class Struck:
    """Why a sentence of a language model was struck out: `subject` is what of it stands in none of the places
    that it cites."""

    kind: StruckKind
    subject: str = ""


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """A sentence of an answer, without its marks, and the numbers of its citations.

    A part that is `struck` out is shown as such and is no part of the answer's text.
    """

    text: str
    citations: tuple[int, ...]
    struck: Struck | None = None


AnswerForm = Literal["single", "list", "comparison", "candidates"]
"""How an answer is to be read: as one, as a list, as two years or two things side by side, or as
candidates of which the question does not tell which is meant."""

NoteKind = Literal[
    "other_year",
    "other_office",
    "one_year_missing",
    "model_failed",
    "model_struck",
    "model_empty",
    "model_silent",
]


@dataclass(frozen=True, slots=True)
class AnswerNote:
    """Something the reader must know of an answer: `text` is one English sentence, `subject` what it is about
    (a year, an office, a fault)."""

    kind: NoteKind
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, each part of it cited. `supported` is False where the library holds no answer.

    `confidence` is 0 to 1. `hits` are the nearest passages, also when nothing answers. `writer` is
    "extractive" or the name of the language model that wrote it.
    """

    question: str
    text: str
    supported: bool
    confidence: float
    citations: tuple[Citation, ...]
    hits: tuple[Hit, ...]
    parts: tuple[AnswerPart, ...] = ()
    form: AnswerForm = "single"
    notes: tuple[AnswerNote, ...] = ()
    writer: str = "extractive"


class AnswerWriter(Protocol):
    """Writes an answer in its own words over the passages of an extractive one, and falls back on that.

    `told` is called with the text so far as it comes. Nothing is raised for a writer's own faults: they are a
    note of the answer.
    """

    @property
    def name(self) -> str: ...

    def write(self, extractive: Answer, told: Callable[[str], object]) -> Answer: ...
