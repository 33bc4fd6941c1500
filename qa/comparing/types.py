"""The words of comparing years: series, items, and what changed between two documents."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from corpus.types import Document, Span

Basis = Literal["role", "year"]
"""Which columns are compared: those of the same role (each document's own year with the other's own year,
the year before with the year before), or those of the same fiscal year as both documents tell it."""

PieceKind = Literal["same", "removed", "added"]
ItemKind = Literal["section", "row", "form"]
Side = Literal["before", "after"]
Pairing = Literal["same_heading", "like_heading", "like_content", "one_side"]
"""How two sections were found to be the same: by their headings without numbers and years, by headings that
are nearly the same, or by what stands in them; `one_side` where the other document has none."""

FigureNote = Literal[
    "converted", "other_units", "no_unit", "missing_before", "missing_after", "like_label", "by_order"
]
"""What must be known of two figures: one was converted to the other's unit; they cannot be subtracted, for
their units differ or one has none; one side tells no figure; their rows are named nearly alike, or several
rows have their name, and their order alone tells which is which."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A document of a series, with the fiscal year that it is of."""

    document: Document
    year: int | None


@dataclass(frozen=True, slots=True)
class Series:
    """Documents that are the same thing in several years; `title` is that of the newest without its year;
    the oldest edition stands first."""

    title: str
    issuer: str | None
    kind: str | None
    editions: tuple[Edition, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """What a comparison can be confined to: a section, a row with those below it, or a project's form.

    `path` are its normalised names, outermost first; `label` is as printed.
    """

    kind: ItemKind
    path: tuple[str, ...]
    label: tuple[str, ...]
    in_before: bool
    in_after: bool

    @property
    def key(self) -> str:
        """What names it in an address."""
        return "|".join((self.kind, *self.path))


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a document: what is boxed on the page's picture, and what is marked in it."""

    document_id: str
    box: tuple[Span, ...]
    marks: tuple[Span, ...] = ()

    @property
    def page(self) -> int | None:
        """The page of the file where it begins (from 1); None where no place is known."""
        spans = self.marks or self.box
        return spans[0].page if spans else None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, word for word, that both documents have or only one."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class TextChange:
    """A sentence, or a table's cell in words, in both documents; None on the side that has none.

    `label` names the cell (row and column), empty for a sentence. `formal` tells that nothing changed but
    years that moved on with the documents, and the number that it stands under.
    """

    number: int
    label: tuple[str, ...]
    before: str | None
    after: str | None
    pieces: tuple[Piece, ...]
    before_place: Place | None
    after_place: Place | None
    formal: bool = False

    @property
    def changed(self) -> bool:
        """Whether it says something else than before."""
        return self.before != self.after and not self.formal


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as one document tells it: as printed, its value, its unit, the head and the year of its
    column, and where it stands. `number` is None where the cell tells none (－)."""

    text: str
    number: Decimal | None
    unit: str | None
    head: str
    fiscal_year: int | None
    place: Place

    @property
    def printed(self) -> str:
        """As printed, with its unit where the cell does not say it."""
        told = self.number is None or self.unit is None or self.unit in self.text
        return self.text if told else f"{self.text}{self.unit}"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure in both documents. `difference` is after less before, in `unit`; `rate` is that as a share of
    the figure before (0.05 is 5 percent). None where they cannot be reckoned; `notes` tell why. `aside` tells
    that its column is of a year before the document's own, or of a difference of years, and so tells what
    other editions tell themselves."""

    number: int
    labels: tuple[str, ...]
    labels_after: tuple[str, ...]
    before: Figure | None
    after: Figure | None
    unit: str | None
    difference: Decimal | None
    rate: Decimal | None
    notes: tuple[FigureNote, ...] = ()
    aside: bool = False

    @property
    def changed(self) -> bool:
        """Whether the figure is another, or stands on one side alone."""
        if self.difference is not None:
            return self.difference != 0
        texts = (self.before.text if self.before else None, self.after.text if self.after else None)
        return texts[0] != texts[1] or "other_units" in self.notes


@dataclass(frozen=True, slots=True)
class RowOnly:
    """A row that only one of the two documents has. `ambiguous` tells that the other has rows of this name,
    but not as many, so that none can be said to be this one."""

    number: int
    side: Side
    labels: tuple[str, ...]
    cells: tuple[tuple[str, str], ...]
    place: Place
    ambiguous: bool = False

    @property
    def changed(self) -> bool:
        """Always: it stands on one side alone."""
        return True


Change = TextChange | FigureChange | RowOnly


@dataclass(frozen=True, slots=True)
class SectionComparison:
    """A section in both documents, or in one: its headings in each, how they were paired, what stands in it.

    A side that has no such section has no headings.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    pairing: Pairing
    texts: tuple[TextChange, ...]
    figures: tuple[FigureChange, ...]
    rows: tuple[RowOnly, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """All that stands in it, changed or not."""
        return (*self.texts, *self.figures, *self.rows)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents compared. `before_year` and `after_year` are the fiscal years that they are of."""

    before: Document
    after: Document
    before_year: int | None
    after_year: int | None
    basis: Basis
    item: Item | None
    sections: tuple[SectionComparison, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """All that was compared, in order; each `number` is its place in it, from 1."""
        return tuple(change for section in self.sections for change in section.changes)

    @property
    def counts(self) -> "Counts":
        """How much changed, in all sections."""
        texts = [text for section in self.sections for text in section.texts]
        rows = [row for section in self.sections for row in section.rows]
        told = [
            ("missing_before" in one.notes, "missing_after" in one.notes)
            for section in self.sections
            for one in section.figures
            if one.changed and not one.aside
        ]
        alone = [(text.before is None, text.after is None) for text in texts]
        alone += [(row.side == "after", row.side == "before") for row in rows]
        return Counts(
            texts=sum(text.changed and None not in (text.before, text.after) for text in texts),
            figures=sum(not any(sides) for sides in told),
            added=sum(no_before for no_before, _ in (*alone, *told)),
            removed=sum(no_after for _, no_after in (*alone, *told)),
            formal=sum(text.formal for text in texts),
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """How much changed: texts and figures that both have, what was added and removed (sentences, rows and
    figures that one tells alone), and texts that changed in form alone. Figures of `aside` columns do
    not count."""

    texts: int
    figures: int
    added: int
    removed: int
    formal: int

    @property
    def changes(self) -> int:
        """All of it, but for what changed in form alone."""
        return self.texts + self.figures + self.added + self.removed
