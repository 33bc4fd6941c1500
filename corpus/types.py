"""The words of a document collection: documents, pages, sections, passages, findings."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

ReadBy = Literal["text", "ocr", "blank", "none"]
"""How a page was read: its text layer, OCR, nothing to read on it, or could not be read."""

FindingKind = Literal["指摘事項", "意見"]

MAX_PASSAGE_CHARACTERS = 800
"""The longest text a passage may have (the command line's contract)."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file, named by the sha256 of its bytes (hexadecimal).

    `path` is relative to the folder it was indexed from, with forward slashes. `page_count` is the number
    of pages of the file, 0 where the format has none of its own (plain text). `fiscal_year` is the western
    year in which the Japanese fiscal year (April to March) begins: 令和2年度 is 2020.
    """

    id: str
    path: str
    title: str
    kind: str | None
    issuer: str | None
    fiscal_year: int | None
    page_count: int


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a page's text that are the file's own: `length` of them from `start` in it are those
    from `source` in the file (for a PDF, pdfium's character indexes), one by one."""

    start: int
    length: int
    source: int


@dataclass(frozen=True, slots=True)
class Box:
    """Where characters `start` to `end` (exclusive) of a page's text stand, in shares of the page as it is
    shown: 0, 0 is its upper left corner, 1, 1 its lower right one."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (exclusive) of one page's text."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its row and column from 0, how many of each it covers, and where its text stands.

    `span` is empty (start equals end) for a cell with nothing in it. `indent` is how far its words stand in
    from its column's left edge, in half ems, beside the spaces in its text.
    """

    row: int
    column: int
    span: Span
    rows: int = 1
    columns: int = 1
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table as the reader found it on one page: its cells by row and column.

    `certain` is False where the cells could not be told apart surely: then the text stands as it is, and no
    figure is taken from it.
    """

    page: int
    cells: tuple[Cell, ...]
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read: `number` counts from 1 in the file, `label` is the number printed on it.

    `text` is the page's text as the reader gave it, in reading order: one line a line, one line a row of a
    table with its cells parted by tabs. It is never rewritten, so that an offset in it names a place on the
    page. `runs` and `boxes` tell that place: `runs` for text that the file holds, `boxes` for text that OCR
    read; what neither covers (a tab, a line end) was put in by the reader. `right` are the stretches of the
    text that stand on the right one of two facing pages, empty where the sheet is one page. `confidence`
    (0 to 1) is that of OCR, None otherwise; `reason` says in one English sentence why a page could not be
    read (`read_by` none), or what of it could not be. `tables` are those that OCR found on it, until they
    stand with the document's others.
    """

    number: int
    label: str | None
    text: str
    read_by: ReadBy
    confidence: float | None = None
    reason: str | None = None
    runs: tuple[Run, ...] = ()
    boxes: tuple[Box, ...] = ()
    right: tuple[tuple[int, int], ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadingMark:
    """A heading that the file itself sets apart, by a style or by its type; `level` counts from 1."""

    span: Span
    level: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a field of a Document (title, kind, issuer, fiscal_year) says what it says.

    `source` is where it was told: "text", "file name", "file properties", "metadata.csv"; `quote` the words
    that told it, and `span` where they stand, where they stand in the text.
    """

    field: str
    source: str
    quote: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document with its pages. A file with no pages of its own has page_count 0 and one Page, number 1 (a
    workbook: one for each sheet). `property_title` is the title in the file's properties."""

    document: Document
    pages: tuple[Page, ...]
    headings: tuple[HeadingMark, ...] = ()
    tables: tuple[Table, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    property_title: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading; `headings` are outermost first and end with its own.

    `page_labels` are the printed pages that the document's own contents page tells for it; they serve where
    the pages themselves carry none.
    """

    document_id: str
    headings: tuple[str, ...]
    spans: tuple[Span, ...]
    page_labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """What is searched and cited: at most 800 characters of one section.

    `text` is normalised for reading (lines joined, letter-spacing closed up); `spans` are the places of its
    lines in the pages' texts, in reading order; `page_labels` the printed pages it stands on. `side` tells on
    which one of two facing pages all of it stands, None where the sheet is one page or it stands on both.
    """

    id: str
    document_id: str
    headings: tuple[str, ...]
    text: str
    spans: tuple[Span, ...]
    page_labels: tuple[str, ...] = ()
    side: Literal["left", "right"] | None = None

    @property
    def page_numbers(self) -> tuple[int, ...]:
        """The pages its spans stand on, ascending, from 1."""
        return tuple(sorted({span.page for span in self.spans}))


@dataclass(frozen=True, slots=True)
class Finding:
    """One 指摘事項 or 意見 of an audit report. `passages` are the ids of the passages that hold it.

    `page` is the file's page where it begins, None in a file without pages; `subject` what it is about (the
    audited system, office or project, from the headings above it), None where nothing says. `measures` are
    the ids of the passages that tell what was done about it (措置状況), of whatever document; a library fills
    them in from its Measures.
    """

    document_id: str
    kind: FindingKind
    number: str
    title: str
    page_label: str | None
    passages: tuple[str, ...]
    page: int | None = None
    subject: str | None = None
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """What was done about one finding, as a measures-taken report (措置状況) tells it.

    `kind`, `number` and `title` name the finding that it answers; `status` is 措置済, 措置中, 検討中 … as
    printed, empty where none is told. `page_label`, `page` and `passages` are as in Finding.
    """

    document_id: str
    kind: FindingKind
    number: str
    title: str
    status: str
    page_label: str | None
    page: int | None
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableValue:
    """One cell of a table's row that holds a value.

    `heads` are the heads of its column, outermost first; `text` is as printed, `number` the figure it
    states (△ and ▲ are minus; not scaled by the unit), None where it states none. `unit` (千円, ％, 人) and
    `fiscal_year` (western, of April) are as the cell, its heads or the table say, None where none does.
    """

    heads: tuple[str, ...]
    text: str
    number: Decimal | None
    unit: str | None
    fiscal_year: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table: what it is of (`labels`, outermost first) and its values, left to right.

    `table` numbers the document's tables from 0; one that goes on over pages keeps its number. `title` is
    the table's own, empty where it has none.
    """

    document_id: str
    table: int
    title: str
    labels: tuple[str, ...]
    values: tuple[TableValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form (a review sheet, an evaluation sheet, a budget request): 事業名, 担当部局, 予算額.

    `form` names the project whose form it is, where a file holds several. `number`, `unit` and `fiscal_year`
    are as in TableValue.
    """

    document_id: str
    form: str
    label: str
    value: str
    number: Decimal | None
    unit: str | None
    fiscal_year: int | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SplitDocument:
    """A document with all that was found in it."""

    parsed: ParsedDocument
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    findings: tuple[Finding, ...] = ()
    measures: tuple[Measure, ...] = ()
    rows: tuple[TableRow, ...] = ()
    fields: tuple[Field, ...] = ()
