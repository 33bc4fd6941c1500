"""The words of judging: a hit judged right or wrong for a query, a query with all its judgements."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Verdict = Literal["right", "wrong"]
AskedOn = Literal["search", "ask"]
"""The page on which it was asked: a query to search, or a question to answer."""


@dataclass(frozen=True, slots=True)
class JudgedHit:
    """What is kept of a passage that is judged, so that the judgement outlives a new reading of its file.

    `document` is the file's name; `pages` are the file's, from 1, none where it has none; `label` is the
    first page's printed number, "" where there is none; `text` is the passage's and `quote` stands in it.
    """

    passage_id: str
    document: str
    title: str
    pages: tuple[int, ...]
    label: str
    text: str
    quote: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on one hit, and when it was given (UTC)."""

    hit: JudgedHit
    verdict: Verdict
    at: datetime


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """A query with its judgements, the first judged first. `nothing` says that a person found that nothing in
    the library answers it."""

    query: str
    asked_on: AskedOn
    judgements: tuple[Judgement, ...]
    nothing: bool = False

    @property
    def right(self) -> tuple[JudgedHit, ...]:
        """The hits judged right."""
        return tuple(each.hit for each in self.judgements if each.verdict == "right")

    @property
    def wrong(self) -> tuple[JudgedHit, ...]:
        """The hits judged wrong."""
        return tuple(each.hit for each in self.judgements if each.verdict == "wrong")
