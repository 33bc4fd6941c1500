"""A query and what is known of the library in; what is searched, and what was understood of it, out."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from index.field_words import read_field, united
from index.operators import Piece, split_operators
from index.types import Facets, Filters
from index.understood import QueryNote, QueryPart, Understood

MOST_OPERATORS = 32
"""How many phrases, excluded words and field words of one query are obeyed; the rest are plain words."""

PLAIN = {
    "unclosed_quote": "a quotation mark has no partner; it is left out",
    "empty_phrase": "a phrase without letters is searched as plain words",
    "lone_hyphen": "a hyphen alone excludes nothing",
}


@dataclass(frozen=True, slots=True)
class QueryPlan:
    """A query taken apart.

    `phrases` and `excluded` are as typed, without quotes. `dense_text` is the text without operators.
    `glosses` are the Japanese words that the terms of an English query stand for, in the query's order.
    """

    understood: Understood
    filters: Filters
    phrases: tuple[str, ...]
    excluded: tuple[str, ...]
    dense_text: str
    glosses: tuple[str, ...] = ()


class _Draft:
    """A plan as its pieces are read one by one."""

    def __init__(self, facets: Callable[[], Facets], without: Collection[str]) -> None:
        self._facets = facets
        self._without = without
        self.filters = Filters()
        self.parts: dict[str, QueryPart] = {}
        self.taken_back: dict[str, QueryPart] = {}
        self.notes: dict[tuple[str, str], QueryNote] = {}
        self.words: list[str] = []
        self.values: list[str] = []
        self.phrases: list[str] = []
        self.excluded: list[str] = []

    def read(self, piece: Piece) -> None:
        """Take one piece in."""
        if piece.kind in PLAIN:
            self._note(QueryNote(piece.kind, piece.surface, PLAIN[piece.kind]))  # type: ignore[arg-type]
        elif piece.kind != "words":
            self._operator(piece)
            return
        self.words.append(piece.text)

    def _operator(self, piece: Piece) -> None:
        if len(self.parts) >= MOST_OPERATORS:
            text = f"only the first {MOST_OPERATORS} operators count; the others are plain words"
            self._note(QueryNote("too_many", "", text))
            self.words.append(piece.text)
        elif piece.kind == "field":
            self._field(piece)
        elif piece.kind == "phrase":
            self.words.append(piece.text)
            if self._take(QueryPart("phrase", piece.surface, (piece.text,))):
                self.phrases.append(piece.text)
        elif self._take(QueryPart("exclude", piece.surface, (piece.text,))):
            self.excluded.append(piece.text)
        else:
            self.words.append(piece.text)

    def _field(self, piece: Piece) -> None:
        found = read_field(piece, self._facets())
        for note in found.notes:
            self._note(note)
        if not found.shown:
            self.words.append(piece.surface)
        elif self._take(QueryPart("filter", piece.surface, found.shown)):
            self.filters = united(self.filters, found.filters)
            self.values.append(piece.text)
        else:
            self.words.append(piece.surface)

    def _take(self, part: QueryPart) -> bool:
        taken = part.key not in self._without
        (self.parts if taken else self.taken_back)[part.key] = part
        return taken

    def _note(self, note: QueryNote) -> None:
        self.notes[note.kind, note.surface] = note


def plan_query(query: str, facets: Callable[[], Facets], without: Collection[str] = ()) -> QueryPlan:
    """What a query asks for; the parts whose keys are in `without` are plain words. The library's facets are
    asked for only where the query has field words."""
    pieces = split_operators(query)
    draft = _Draft(facets, without)
    for piece in pieces:
        draft.read(piece)
    text = _text(query, pieces, draft)
    understood = Understood(
        text, tuple(draft.parts.values()), tuple(draft.taken_back.values()), tuple(draft.notes.values())
    )
    return QueryPlan(understood, draft.filters, tuple(draft.phrases), tuple(draft.excluded), text)


def _text(query: str, pieces: Sequence[Piece], draft: _Draft) -> str:
    """The text searched; of a query of operators alone the values of its fields, else all as plain words."""
    if all(piece.kind == "words" for piece in pieces):
        return query
    words = " ".join(filter(None, draft.words))
    if any(map(str.isalnum, words)):
        return words
    if draft.values:
        return " ".join((*draft.values, *filter(None, draft.words)))
    words = " ".join(piece.text for piece in pieces if piece.text)
    draft.excluded.clear()
    draft.parts = {key: part for key, part in draft.parts.items() if part.kind != "exclude"}
    text = "nothing but excluded words: they are searched as plain words"
    draft.notes["nothing_else", ""] = QueryNote("nothing_else", "", text)
    return words
