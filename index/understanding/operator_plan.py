"""The pieces of a query in; its phrases, excluded words and filters, and what was malformed, out."""

from collections.abc import Callable, Collection, Sequence

from index.types import Facets, Filters
from index.understanding.field_words import read_field, united
from index.understanding.operators import Piece
from index.understanding.understood import NoteKind, QueryNote, QueryPart

MOST_OPERATORS = 32
"""How many phrases, excluded words and field words of one query are obeyed; the rest are plain words."""

PLAIN: dict[str, tuple[NoteKind, str]] = {
    "unclosed_quote": ("unclosed_quote", "a quotation mark has no partner; it is left out"),
    "empty_phrase": ("empty_phrase", "a phrase without letters is searched as plain words"),
    "lone_hyphen": ("lone_hyphen", "a hyphen alone excludes nothing"),
}


class OperatorPlan:
    """What the operators of a query ask for, read piece by piece; `stands` tells whether any passage has a
    phrase, `without` is as in `Index.search`."""

    def __init__(
        self, facets: Callable[[], Facets], stands: Callable[[str], bool], without: Collection[str]
    ) -> None:
        self._facets = facets
        self._stands = stands
        self._without = without
        self._words: list[str] = []
        self._values: list[str] = []
        self.filters = Filters()
        self.phrases: dict[str, None] = {}
        self.excluded: dict[str, None] = {}
        self.parts: dict[str, QueryPart] = {}
        self.taken_back: dict[str, QueryPart] = {}
        self.notes: dict[tuple[NoteKind, str], QueryNote] = {}

    def text_of(self, query: str, pieces: Sequence[Piece]) -> str:
        """Take the pieces in; the text that is searched, operators left out.

        Of a query of field words alone the text is their values; excluded words alone are plain words.
        """
        for piece in pieces:
            self._read(piece)
        if all(piece.kind == "words" for piece in pieces):
            return query
        words = " ".join((*self._words, *self._values)) if self._lacks_words() else " ".join(self._words)
        if any(map(str.isalnum, words)):
            return words
        self.excluded.clear()
        self.parts = {key: part for key, part in self.parts.items() if part.kind != "exclude"}
        self.note("nothing_else", "", "there are excluded words alone; they are searched as plain words")
        return " ".join(piece.text for piece in pieces)

    def take(self, part: QueryPart) -> bool:
        """Whether a part counts; it is kept in either case."""
        counts = part.key not in self._without
        (self.parts if counts else self.taken_back)[part.key] = part
        return counts

    def note(self, kind: NoteKind, surface: str, text: str) -> None:
        """Tell of something that was not understood, once."""
        self.notes[kind, surface] = QueryNote(kind, surface, text)

    def _lacks_words(self) -> bool:
        return not any(map(str.isalnum, "".join(self._words)))

    def _read(self, piece: Piece) -> None:
        if piece.kind in PLAIN:
            kind, text = PLAIN[piece.kind]
            self.note(kind, piece.surface, text)
            self._words.append(piece.text)
        elif piece.kind == "words":
            self._words.append(piece.text)
        elif len(self.parts) >= MOST_OPERATORS:
            self.note(
                "too_many", "", f"only the first {MOST_OPERATORS} operators count; the rest are plain words"
            )
            self._words.append(piece.text)
        else:
            self._obey(piece)

    def _obey(self, piece: Piece) -> None:
        if piece.kind == "field":
            self._filter(piece)
        elif piece.kind == "phrase":
            self._words.append(piece.text)
            if not self._stands(piece.text):
                self.note("absent_phrase", piece.surface, "no passage has this phrase; it is plain words")
            elif self.take(QueryPart("phrase", piece.surface, (piece.text,))):
                self.phrases[piece.text] = None
        elif self.take(QueryPart("exclude", piece.surface, (piece.text,))):
            self.excluded[piece.text] = None
        else:
            self._words.append(piece.text)

    def _filter(self, piece: Piece) -> None:
        found = read_field(piece, self._facets())
        for note in found.notes:
            self.note(note.kind, note.surface, note.text)
        if found.shown and self.take(QueryPart("filter", piece.surface, found.shown)):
            self.filters = united(self.filters, found.filters)
            self._values.append(piece.text)
        else:
            self._words.append(piece.surface)
