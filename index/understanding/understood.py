"""What was understood of a query: its parts, each of which can be taken back, and what was malformed."""

from dataclasses import dataclass
from typing import Literal

PartKind = Literal["phrase", "exclude", "filter", "year", "amount", "variant", "synonym", "translation"]
NoteKind = Literal[
    "unclosed_quote",
    "empty_phrase",
    "lone_hyphen",
    "absent_phrase",
    "nothing_else",
    "empty_field",
    "wrong_year",
    "unknown_value",
    "too_many",
    "synonyms",
]


@dataclass(frozen=True, slots=True)
class QueryPart:
    """One thing understood: the query's own `surface`, and its `meaning`: what else is searched, what is
    left out, or which values are let through. `key` names it as long as the query says the same."""

    kind: PartKind
    surface: str
    meaning: tuple[str, ...]

    @property
    def key(self) -> str:
        """What `without` takes."""
        return f"{self.kind}:{self.surface}"


@dataclass(frozen=True, slots=True)
class QueryNote:
    """Something that was not understood and is searched as plain words: `text` is an English sentence."""

    kind: NoteKind
    surface: str
    text: str


@dataclass(frozen=True, slots=True)
class Understood:
    """A query as it was understood: the `text` searched, its parts, those taken back, and notes."""

    text: str
    parts: tuple[QueryPart, ...] = ()
    taken_back: tuple[QueryPart, ...] = ()
    notes: tuple[QueryNote, ...] = ()
